"""The parts that Platypus places on pages: a heading, a block of words with or without a picture, a contents line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import CondPageBreak
from reportlab.platypus.doctemplate import FrameBreak
from reportlab.platypus.flowables import Flowable

from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.line_breaks import Line
from coprod_desktop.minutes.page_mentions import PageOf
from coprod_desktop.minutes.passages import Passage, TextStack
from coprod_desktop.minutes.picture_forms import frame_form, picture_form
from coprod_desktop.minutes.pictures import PictureChoice, Pictures
from coprod_desktop.minutes.tag_tree import Node
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas
from coprod_desktop.minutes.writing_lines import draw_cut

_ALMOST = 1.0
_POSTPONED = "_postponed"
_SET_BY_PLATYPUS = ("_frame", "canv", _POSTPONED)
"""Set and taken away again: in places of their own, or each part would need a larger dict for them."""
_CUT_ABOVE = 0.3
"""How far above a heading the line to cut along is drawn, in its type sizes: free paper under the running words."""
_PICTURE_SHARE = 0.94
"""How much of the frame a drawing may fill; OpenMoji drawings have white round them already."""


class Part(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """What all parts have in common: a height known from the start, and drawing only when it is not a rehearsal.

    A part is cut only when no page can hold it; `cut_for_pages_of` is then the height of a page, else 0.
    """

    __slots__ = _SET_BY_PLATYPUS

    def __init__(self, height: float, *, before: float = 0.0, after: float = 0.0) -> None:
        super().__init__()
        self.height = height
        self.cut_for_pages_of = 0.0
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        del available_height
        return available_width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        del available_width, available_height
        return []

    def drawOn(self, canvas: TaggedCanvas, x: float, y: float, _sW: float = 0) -> None:
        self.note(canvas, y + self.height)
        if not canvas.is_rehearsal:
            self.paint(canvas, x, y + self.height)

    def note(self, canvas: TaggedCanvas, top: float) -> None:
        """What must be known of the place of this part before anything is drawn."""

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        raise NotImplementedError


class OwnSheet(CondPageBreak):  # type: ignore[misc]  # ReportLab has no types
    """At the top of a page: leaves it empty where it would be the back of a sheet printed on both sides.

    What comes after it can be given away, and nothing that a person wants to keep goes with it. `words` say so on the
    empty page, or people look for what is missing there.
    """

    def __init__(self, words: Sequence[Line] = (), *, size: float = 0.0, leading: float = 0.0) -> None:
        super().__init__(0)
        self._words = _WordsOfEmptyPage(words, size, leading)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        del available_width, available_height
        if self.canv.getPageNumber() % 2 == 0:
            self._frame.add_generated_content(self._words, FrameBreak)
        return 0, 0


class _WordsOfEmptyPage(Part):
    """They tell of the sheet of paper, as a page number does: a screen reader passes them by."""

    def __init__(self, lines: Sequence[Line], size: float, leading: float) -> None:
        super().__init__(0.0)
        self._lines, self._size, self._leading = lines, size, leading

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.running_words():
            canvas.draw_lines(self._lines, x, top - self._leading, size=self._size, leading=self._leading)


@dataclass(frozen=True, slots=True)
class PictureSpot:
    """A picture at the left of its words, with its tag."""

    node: Node
    choice: PictureChoice
    side: float
    frame_radius: float
    frame_colour: str
    fonts: Fonts

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        bottom = top - self.side
        frame = frame_form(canvas, self.side, self.frame_radius, self.frame_colour)
        picture = picture_form(canvas, self.choice, self.fonts)
        with canvas.decoration():
            canvas.draw_form(frame, x, bottom)
        inset = self.side * (1 - _PICTURE_SHARE) / 2
        self.node.box = (x, bottom, x + self.side, top)
        with canvas.mark(self.node):
            canvas.draw_form(picture, x + inset, bottom + inset, self.side * _PICTURE_SHARE / Pictures.side)


class WordsPart(Part):
    """A block: words, and at most one picture, to their left or, beside very large letters, above them.

    `words_x` is where the words begin; a picture above them has `words_below`, its height and the gap, instead.
    """

    def __init__(
        self,
        stack: TextStack,
        *,
        words_x: float = 0.0,
        words_below: float = 0.0,
        picture: PictureSpot | None = None,
        before: float = 0.0,
        cut_for_pages_of: float = 0.0,
        ref: str = "",
        mentions: Callable[[PageOf], TextStack] | None = None,
    ) -> None:
        super().__init__(max(words_below + stack.height, picture.side if picture else 0.0), before=before)
        self.stack, self.picture, self.words_x, self.words_below = stack, picture, words_x, words_below
        self.cut_for_pages_of = cut_for_pages_of
        self.follows_heading = False
        self.ref, self.mentions = ref, mentions

    def settle(self, page_of: PageOf) -> None:
        """Put the likely numbers of pages into the words, and give up the room that wider ones would have needed."""
        if self.mentions:
            self.stack = self.mentions(page_of)
            self.height = self._height_of(self.stack)

    def fill(self, page_of: PageOf) -> None:
        """Put the numbers of pages into the words; the room that was kept for them may grow, but never shrinks.

        Where a page turn may come between the lines, each keeps its own room: the turn comes at the same place then.
        """
        if self.mentions:
            filled = self.mentions(page_of)
            self.stack = filled.with_room_of(self.stack) if self.cut_for_pages_of else filled
            self.height = max(self.height, self._height_of(self.stack))

    def _height_of(self, stack: TextStack) -> float:
        return max(self.words_below + stack.height, self.picture.side if self.picture else 0.0)

    def note(self, canvas: TaggedCanvas, top: float) -> None:
        del top
        if not self.mentions:
            canvas.note_ref(self.ref)

    @property
    def least_height(self) -> float:
        """What of it should stand under a heading when no page holds both."""
        least = self.words_below + self.stack.first_sentence_height
        return max(least, self.picture.side if self.picture else 0.0)

    def with_more(self, stack: TextStack) -> "WordsPart":
        """The same block with more words at its end."""
        whole = TextStack((*self.stack.passages, *stack.passages))
        return WordsPart(
            whole,
            words_x=self.words_x,
            words_below=self.words_below,
            picture=self.picture,
            before=self.spaceBefore,
            ref=self.ref,
        )

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        del available_width
        page = self.cut_for_pages_of
        if not page or (self.picture and self.picture.side > available_height):
            return []
        must_fit = self.follows_heading or available_height >= page - _ALMOST
        cut = self.stack.cut_to(available_height - self.words_below, page=page, must_fit=must_fit)
        if cut is None:
            return []
        first, rest = cut
        below = self.words_below
        return [
            WordsPart(
                first,
                words_x=self.words_x,
                words_below=below,
                picture=self.picture,
                before=self.spaceBefore,
                ref=self.ref,
            ),
            WordsPart(rest, words_x=self.words_x, cut_for_pages_of=page),
        ]

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        words_top = top - self.words_below
        if self.picture:
            self.picture.draw(canvas, x, top)
            if not self.words_below:
                words_top -= max(0.0, self.picture.side - self.stack.height) / 2
        self.stack.draw(canvas, x + self.words_x, words_top)


@dataclass(frozen=True, slots=True)
class Rule:
    """A coloured line across the column, some way under the words."""

    width: float
    thickness: float
    colour: str
    gap: float


class HeadingPart(Part):
    """A heading: its words, the rule under it if there is one, and the place that links and bookmarks lead to.

    `cut_width` is how long the line to cut along is above the heading of a slip, 0 for none.
    `wants_after` is the room that should follow it, `wants_left` what should be left of a page for it to begin there.
    Short words that need no picture of their own, such as who asked for an agenda item, may stand `below` the rule.
    """

    def __init__(
        self, words: Passage, *, key: str, title: str, level: int, before: float, after: float, rule: Rule | None = None
    ) -> None:
        under = rule.gap + rule.thickness if rule else 0.0
        super().__init__(words.height + under, before=before, after=after)
        self.words, self.key, self.title, self.level, self.rule = words, key, title, level, rule
        self.wants_after = self.wants_left = 0.0
        self.ref = ""
        self.cut_width = 0.0
        self.below = TextStack(())
        self._below_gap = 0.0

    def put_below(self, stack: TextStack, gap: float) -> None:
        self.below, self._below_gap = stack, gap
        self.height += gap + stack.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Only a heading that no page can hold is cut; the rest of its words follow under the same tag."""
        del available_width
        kept = self.words.lines_within(available_height - (self.height - self.words.height))
        if kept < 1 or kept >= len(self.words.lines) or not self.cut_for_pages_of:
            return []
        first, rest = self.words.cut_after(kept)
        level, before, after = self.level, self.spaceBefore, self.spaceAfter
        return [
            HeadingPart(first, key=self.key, title=self.title, level=level, before=before, after=after, rule=self.rule),
            WordsPart(TextStack((rest, *self.below.passages)), cut_for_pages_of=self.cut_for_pages_of),
        ]

    def note(self, canvas: TaggedCanvas, top: float) -> None:
        canvas.note_place(self.key, top)
        canvas.note_ref(self.ref)

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.add_bookmark(self.key, self.title, self.level)
        self._draw_cut(canvas, x, top)
        self.words.draw(canvas, x, top)
        if self.rule:
            with canvas.decoration():
                y = top - self.words.height - self.rule.gap - self.rule.thickness / 2
                canvas.setStrokeColor(HexColor(self.rule.colour))
                canvas.setLineWidth(self.rule.thickness)
                canvas.line(x, y, x + self.rule.width, y)
                canvas.setStrokeGray(0)
        self.below.draw(canvas, x, top - self.height + self.below.height)

    def _draw_cut(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self.cut_width:
            with canvas.decoration():
                draw_cut(canvas, x, x + self.cut_width, top + _CUT_ABOVE * self.words.size)


@dataclass
class PageNumbers:
    """On which page each heading stands, once that has been found out."""

    pages: Mapping[str, int] = field(default_factory=dict)


class ContentsLine(Part):
    """One line of the contents list: a heading, dots, and the number of its page; all of it is a link.

    The number has a line of its own below very large letters, which would leave no room beside it.
    """

    def __init__(
        self,
        words: Passage,
        *,
        key: str,
        width: float,
        numbers: PageNumbers,
        number_line: Callable[[str], Line],
        is_number_below: bool = False,
    ) -> None:
        super().__init__(words.height + words.leading * is_number_below)
        self.words, self.key, self.width = words, key, width
        self.numbers, self.number_line, self.is_number_below = numbers, number_line, is_number_below

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Only a line that no page can hold is cut, at its start."""
        del available_width
        kept = min(self.words.lines_within(available_height), len(self.words.lines) - 1)
        if kept < 1 or not self.cut_for_pages_of:
            return []
        first, rest = self.words.cut_after(kept)
        line = ContentsLine(
            rest,
            key=self.key,
            width=self.width,
            numbers=self.numbers,
            number_line=self.number_line,
            is_number_below=self.is_number_below,
        )
        line.cut_for_pages_of = self.cut_for_pages_of
        return [WordsPart(TextStack((first,))), line]

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        words, size = self.words, self.words.size
        baseline = top - words.before - (words.leading + words.cap_height * size) / 2
        last_baseline = baseline - (len(words.lines) - (not self.is_number_below)) * words.leading
        number = self.number_line(str(self.numbers.pages.get(self.key, 0)))
        right = x + self.width
        with canvas.mark(words.node):
            canvas.draw_lines(words.lines, x, baseline, size=size, leading=words.leading)
            canvas.draw_lines([number], right - number.width * size, last_baseline, size=size, leading=size)
        dots_from = 0.0 if self.is_number_below else (words.lines[-1].width + 0.5) * size
        self._dots(canvas, x + dots_from, right - (number.width + 0.4) * size, last_baseline)
        said = " ".join(line.text for line in words.lines)
        canvas.add_link(words.node, self.key, said, (x, top - self.height, right, top - words.before))

    def _dots(self, canvas: TaggedCanvas, left: float, right: float, baseline: float) -> None:
        step, width = self.words.size * 0.45, self.words.size * 0.09
        first = right - int((right - left) / step) * step
        if first + step > right:
            return
        with canvas.decoration():
            canvas.setLineWidth(width)
            canvas.setLineCap(1)
            canvas.setDash([0, step])
            canvas.line(first, baseline + width / 2, right, baseline + width / 2)
            canvas.setDash([])
            canvas.setLineCap(0)


def as_story(parts: list[Any]) -> list[Any]:
    """A copy for Platypus to use up; marks it left on parts in an earlier pass are taken off."""
    for part in parts:
        if hasattr(part, _POSTPONED):
            delattr(part, _POSTPONED)
    return list(parts)
