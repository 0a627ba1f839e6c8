"""The turn order: a row for each person with boxes to tick, and empty rows. Nothing about how long anyone speaks."""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from coprod_desktop.minutes.flowables import HeadingPart, Part, WordsPart
from coprod_desktop.minutes.line_breaks import Column, Line
from coprod_desktop.minutes.paper_kit import measures
from coprod_desktop.minutes.paper_kit.forms import draw_box
from coprod_desktop.minutes.paper_kit.kit_part import NameOrder
from coprod_desktop.minutes.paper_kit.setter import SheetSetter
from coprod_desktop.minutes.passages import Passage, TextStack
from coprod_desktop.minutes.styles import MM
from coprod_desktop.minutes.tag_tree import Node
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas
from coprod_desktop.minutes.writing_lines import draw_rule

ROUNDS = 3
FEWEST_EMPTY_ROWS = 4

_BETWEEN_BOXES = 6 * MM
_ROW_GAP = 3 * MM
_HEAD_LEADING = 1.2
_MOST_OF_A_PAGE = 0.6
_ORDER_WORDS = {NameOrder.BY_NAME: "turns_by_name", NameOrder.AS_THEY_CAME: "turns_as_they_came"}


class BoxColumns:
    """Where the columns of boxes stand, from the right edge of the page, and the words above them."""

    def __init__(self, setter: SheetSetter) -> None:
        breaker, self._size = setter.typesetter.breaker, setter.size
        self._leading = setter.size * _HEAD_LEADING
        digit = breaker.line("8", bold=True).width * setter.size
        round_word = breaker.widest_word(setter.words("turns_round_column"), bold=True) * setter.size
        one_round = max(measures.BOX, digit, (round_word - 2 * _BETWEEN_BOXES) / ROUNDS) + _BETWEEN_BOXES
        ends = [self._end_column(setter, key) for key in ("turns_pass_column", "turns_back_column")]
        self.start = setter.width - ROUNDS * one_round - sum(width for _, width in ends)
        self.centres = [self.start + (number + 0.5) * one_round for number in range(ROUNDS)]
        self.words: list[tuple[float, tuple[Line, ...]]] = []
        for number, centre in enumerate(self.centres, 1):
            self.words.append((centre, (breaker.line(str(number), bold=True),)))
        self.round_centre = self.centres[ROUNDS // 2]
        right = self.start + ROUNDS * one_round
        for lines, width in ends:
            self.centres.append(right + width / 2)
            self.words.append((right + width / 2, lines))
            right += width

    def _end_column(self, setter: SheetSetter, key: str) -> tuple[tuple[Line, ...], float]:
        words, breaker = setter.words(key), setter.typesetter.breaker
        width = max(measures.BOX, breaker.widest_word(words, bold=True) * self._size)
        return breaker.lines(words, Column(width / self._size), bold=True), width + _BETWEEN_BOXES


class ColumnHeads(Part):
    """The words above the columns; they are read once, and stand again on top of every other page."""

    def __init__(self, setter: SheetSetter, columns: BoxColumns) -> None:
        self._columns, self._setter = columns, setter
        breaker, self._size, self._leading = setter.typesetter.breaker, setter.size, setter.size * _HEAD_LEADING
        self._name = breaker.line(setter.words("turns_name_column"), bold=True)
        self._round = breaker.line(setter.words("turns_round_column"), bold=True)
        self._rows = max(2, *[len(lines) for _, lines in columns.words])
        super().__init__(self._rows * self._leading + 2 * MM, before=6 * MM)
        self._nodes: list[Node] = [setter.root.add("P") for _ in range(4)]
        for node in self._nodes:
            setter.say_language(node)
        self._is_read = False

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        name, rounds, *ends = self._nodes
        last = top - (self._rows - 1) * self._leading - self._leading * 0.8
        with self._mark(canvas, name):
            self._lines(canvas, (self._name,), x, last)
        with self._mark(canvas, rounds):
            self._centred(canvas, (self._round,), x + self._columns.round_centre, last + self._leading)
            for centre, lines in self._columns.words[:ROUNDS]:
                self._centred(canvas, lines, x + centre, last)
        for node, (centre, lines) in zip(ends, self._columns.words[ROUNDS:], strict=True):
            with self._mark(canvas, node):
                self._centred(canvas, lines, x + centre, last + (len(lines) - 1) * self._leading)
        with canvas.decoration():
            canvas.setLineWidth(self._setter.style.rule_pt)
            y = top - self.height + 0.5
            canvas.line(x, y, x + self._setter.width, y)
        self._is_read = True

    def _mark(self, canvas: TaggedCanvas, node: Node) -> AbstractContextManager[None]:
        """On the first page the words are read; on top of the others they are running words."""
        return canvas.running_words() if self._is_read else canvas.mark(node)

    def _centred(self, canvas: TaggedCanvas, lines: Sequence[Line], centre: float, baseline: float) -> None:
        for number, line in enumerate(lines):
            x = centre - line.width * self._size / 2
            self._lines(canvas, (line,), x, baseline - number * self._leading)

    def _lines(self, canvas: TaggedCanvas, lines: Sequence[Line], x: float, baseline: float) -> None:
        canvas.draw_lines(lines, x, baseline, size=self._size, leading=self._leading)


class TurnRow(Part):
    """A name, or room for one, and its boxes; a name too wide for its column stands above its boxes."""

    def __init__(
        self, setter: SheetSetter, columns: BoxColumns, name: Passage | None, *, is_above: bool = False
    ) -> None:
        self._setter, self._name, self._columns, self._is_above = setter, name, columns, is_above
        words = len(name.lines) * name.leading if name else 0.0
        boxes = measures.BOX + 2 * _ROW_GAP
        super().__init__(words + boxes if is_above else max(words + 2 * MM, boxes))
        self._boxes_top = self.height - (boxes - _ROW_GAP if is_above else (self.height + measures.BOX) / 2)

    def split(self, available_width: float, available_height: float) -> list[Part]:
        """Only a name that no page can hold is cut; its boxes stand below its end."""
        del available_width
        kept = self._name.lines_within(available_height) if self._name else 0
        if self._name is None or not kept or self.height <= self.cut_for_pages_of * _MOST_OF_A_PAGE:
            return []
        first, rest = self._name.cut_after(min(kept, len(self._name.lines) - 1))
        return [WordsPart(TextStack((first,))), TurnRow(self._setter, self._columns, rest, is_above=True)]

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self._name:
            words = len(self._name.lines) * self._name.leading
            self._name.draw(canvas, x, top - (0.0 if self._is_above else (self.height - words) / 2))
        with canvas.decoration():
            for centre in self._columns.centres:
                box_left = x + centre - measures.BOX / 2
                draw_box(canvas, box_left, top - self._boxes_top, measures.BOX, measures.BOX)
            draw_rule(canvas, x, top - self.height, self._setter.width)


class TurnSheet:
    """The parts of the turn order."""

    def __init__(self, setter: SheetSetter, names: Sequence[str], order: NameOrder) -> None:
        self._setter, self._order = setter, order
        self.opening = self._made_opening(has_names=bool(names))
        self._columns = BoxColumns(setter)
        self.heads = ColumnHeads(setter, self._columns)
        self._entries: Node | None = setter.root.add("L") if names else None
        rows = [self._row(name) for name in names]
        self.rows = rows + [self.empty_row() for _ in range(max(FEWEST_EMPTY_ROWS, setter.content.unnamed_count))]

    def empty_row(self) -> TurnRow:
        """Room for somebody who was not expected, or whose name stands on no paper."""
        return TurnRow(self._setter, self._columns, None)

    def _made_opening(self, *, has_names: bool) -> tuple[HeadingPart, WordsPart]:
        words = self._setter.words
        title = self._setter.plain_title("turns_title")
        order = [words(_ORDER_WORDS[self._order]), words("turns_as_you_like")] if has_names else []
        lines = (words("turns_tick"), words("turns_pass"), *order, words("turns_more"))
        return title, self._setter.sentences(*lines)

    def _row(self, name: str) -> TurnRow:
        setter, columns, size = self._setter, self._columns, self._setter.size
        width = columns.start - _BETWEEN_BOXES / 2
        is_above = setter.typesetter.breaker.widest_word(name, bold=True) * size > width
        assert self._entries is not None
        entry = self._entries.add("LI")
        passage = setter.passage(name, setter.width if is_above else width, tag="LBody", bold=True, parent=entry)
        if passage is None:
            self._entries.kids.remove(entry)
        return TurnRow(setter, columns, passage, is_above=is_above)
