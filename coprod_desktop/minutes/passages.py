"""Pieces of text with their tags, one below the other, as they stand in a column."""

from dataclasses import dataclass, replace

from coprod_desktop.minutes.line_breaks import Line
from coprod_desktop.minutes.tag_tree import Node
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas
from coprod_desktop.minutes.writing_lines import WritingLines

_FEWEST_LINES_KEPT = 2
_ALMOST = 0.01


@dataclass(frozen=True, slots=True)
class Bullet:
    """The dot before a list item."""

    node: Node
    line: Line
    before_words: float

    height = 0.0

    def draw(self, canvas: TaggedCanvas, x: float, baseline: float, size: float) -> None:
        with canvas.mark(self.node):
            canvas.draw_lines([self.line], x - self.before_words, baseline, size=size, leading=size)


@dataclass(frozen=True, slots=True)
class TickBox:
    """An empty box to tick by hand; it is drawn, never a letter (PDF-16)."""

    node: Node
    side: float
    cap_height: float
    before_words: float

    @property
    def height(self) -> float:
        return self.side * 1.05

    def draw(self, canvas: TaggedCanvas, x: float, baseline: float, size: float) -> None:
        left = x - self.before_words
        bottom = baseline + (self.cap_height * size - self.side) / 2
        self.node.box = (left, bottom, left + self.side, bottom + self.side)
        with canvas.mark(self.node):
            canvas.setLineWidth(1.5)
            canvas.roundRect(left, bottom, self.side, self.side, 2)


@dataclass(frozen=True, slots=True)
class Passage:
    """The lines of one tag, the gap above them, and what stands before the first of them.

    `room_for` is a count of lines for which room is kept, where a page number may yet take one line more.
    A marker beside very large letters has a line of its own above them: the words need the whole width (ER-07).
    """

    node: Node
    lines: tuple[Line, ...]
    size: float
    leading: float
    cap_height: float
    before: float = 0.0
    indent: float = 0.0
    marker: Bullet | TickBox | None = None
    leads_on: bool = False
    room_for: int = 0
    is_marker_above: bool = False

    @property
    def line_count(self) -> int:
        return max(len(self.lines), self.room_for)

    @property
    def height(self) -> float:
        marker = self.marker.height if self.marker else 0.0
        lines = self.line_count * self.leading
        return self.before + (self._above + lines if self._above else max(lines, marker))

    @property
    def _above(self) -> float:
        """How high the line is that the marker has for itself."""
        return max(self.leading, self.marker.height) if self.marker and self.is_marker_above else 0.0

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if not self.lines:
            return
        top -= self.before
        if self.marker:
            top -= max(0.0, self.marker.height - self.leading) / 2
        baseline = top - (self.leading + self.cap_height * self.size) / 2
        if self.marker:
            self.marker.draw(canvas, x + self.indent, baseline, self.size)
        baseline -= (self._above + self.leading) / 2 if self._above else 0.0
        with canvas.mark(self.node):
            canvas.draw_lines(self.lines, x + self.indent, baseline, size=self.size, leading=self.leading)

    def lines_within(self, room: float) -> int:
        return int((room - self.before - self._above + _ALMOST) / self.leading)

    def cut_after(self, count: int) -> tuple["Passage", "Passage"]:
        """Two passages of one tag, for text that is longer than a page."""
        rest = replace(self, lines=self.lines[count:], before=0.0, marker=None, room_for=self.line_count - count)
        return replace(self, lines=self.lines[:count], room_for=count), rest


@dataclass(frozen=True, slots=True)
class PassageRow:
    """Short passages beside each other, such as boxes to tick: each with the place where it begins."""

    cells: tuple[tuple[float, Passage], ...]
    before: float = 0.0

    lines: tuple[Line, ...] = ()
    """None that a page turn could come between: a row stays whole."""
    line_count = 0
    leads_on = False

    @property
    def height(self) -> float:
        return self.before + max(passage.height for _, passage in self.cells)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        for start, passage in self.cells:
            passage.draw(canvas, x + start, top - self.before)

    def lines_within(self, room: float) -> int:
        del room
        return 0

    def cut_after(self, count: int) -> tuple["Passage", "Passage"]:
        raise ValueError(f"a row cannot be cut after {count} lines")


Piece = Passage | PassageRow | WritingLines
"""What stands in a column."""


@dataclass(frozen=True, slots=True)
class TextStack:
    """Passages below each other."""

    passages: tuple[Piece, ...]

    @property
    def height(self) -> float:
        return sum([passage.height for passage in self.passages])

    def moved_down(self, gap: float) -> "TextStack":
        """The same words with a gap above them."""
        return TextStack(tuple(replace(one, before=gap) if not at else one for at, one in enumerate(self.passages)))

    def with_room_of(self, other: "TextStack") -> "TextStack":
        """The same words with the room that another setting of them takes, line for line."""
        pairs = zip(self.passages, other.passages, strict=True)
        return TextStack(tuple(_with_room(one, like) for one, like in pairs))

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        for passage in self.passages:
            passage.draw(canvas, x, top)
            top -= passage.height

    def cut_to(self, room: float, *, page: float, must_fit: bool = False) -> tuple["TextStack", "TextStack"] | None:
        """What fits in the room and what does not, cut between sentences if possible; None if nothing fits.

        `page` is the room of a whole page. Something is kept if it must be: on a whole page, so that the pages come
        to an end, and under a heading, which must not stand alone.
        """
        used = 0.0
        for index, passage in enumerate(self.passages):
            if used + passage.height <= room + _ALMOST:
                used += passage.height
                continue
            fitting = passage.lines_within(room - used)
            between = self._cut_between(index)
            if between and passage.height <= page:  # ER-29: no sentence crosses a page that can hold it
                return between
            cut = self._cut_well(index, fitting) or between
            return cut or (self._cut_anyhow(index, fitting) if must_fit else None)
        return None

    def _cut_between(self, index: int) -> tuple["TextStack", "TextStack"] | None:
        """Before a passage, with no label left behind."""
        while index and self.passages[index - 1].leads_on:
            index -= 1
        return self._cut_before(index) if index else None

    def _cut_well(self, index: int, fitting: int) -> tuple["TextStack", "TextStack"] | None:
        """Two lines or more on each side."""
        kept = min(fitting, self.passages[index].line_count - _FEWEST_LINES_KEPT)
        return self._cut_inside(index, kept) if kept >= _FEWEST_LINES_KEPT else None

    def _cut_anyhow(self, index: int, fitting: int) -> tuple["TextStack", "TextStack"] | None:
        kept = min(fitting, self.passages[index].line_count - 1)
        if kept >= 1:
            return self._cut_inside(index, kept)
        return self._cut_before(index) if index else None

    @property
    def first_sentence_height(self) -> float:
        """The label and the first sentence: the least that should stand under a heading."""
        height = 0.0
        for passage in self.passages:
            height += passage.height
            if not passage.leads_on:
                break
        return height

    def _cut_inside(self, index: int, kept: int) -> tuple["TextStack", "TextStack"]:
        first, second = self.passages[index].cut_after(kept)
        return TextStack((*self.passages[:index], first)), TextStack((second, *self.passages[index + 1 :]))

    def _cut_before(self, index: int) -> tuple["TextStack", "TextStack"]:
        second = replace(self.passages[index], before=0.0)
        return TextStack(self.passages[:index]), TextStack((second, *self.passages[index + 1 :]))


def _with_room(passage: Piece, like: Piece) -> Piece:
    if not isinstance(passage, Passage) or passage.line_count >= like.line_count:
        return passage
    return replace(passage, room_for=like.line_count)
