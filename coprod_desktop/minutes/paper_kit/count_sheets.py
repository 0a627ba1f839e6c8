"""Sheets to count on: one for each way of choosing, with boxes for marks, and one with no words in its rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coprod_desktop.minutes.flowables import Part
from coprod_desktop.minutes.paper_kit import measures
from coprod_desktop.minutes.paper_kit.forms import RuledLines, draw_box
from coprod_desktop.minutes.paper_kit.setter import SheetSetter
from coprod_desktop.minutes.paper_kit.sheet_pages import Foot, SheetPage, usual_frame
from coprod_desktop.minutes.paper_kit.slips import flowed, label_above, total_height
from coprod_desktop.minutes.passages import Passage
from coprod_desktop.minutes.styles import MM
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas
from coprod_desktop.minutes.writing_lines import draw_rule

_MARKS_SHARE, _TOTAL = 0.42, 22 * MM
_COLUMN_GAP = 4 * MM
_ROW_HEIGHTS, _NUMBER_HEIGHT = (25 * MM, 22 * MM, 19 * MM, 16 * MM), 14 * MM
_ROW_GAP = 3 * MM
_ASKED_LINES = 2
_LETTERS = "ABCDE"

Group = tuple[Part, ...]


@dataclass(frozen=True)
class CountKind:
    """One count sheet: its title, how to use it, the words of its rows, and whether rows have room for a name."""

    title: str
    hint: str
    rows: tuple[str, ...]
    marks: str = "count_marks_column"
    writes_choices: bool = False


_ANSWERS = ("count_yes", "count_no", "count_unsure", "count_more_time")
KINDS = (
    CountKind(
        "count_thumbs_title",
        "count_mark",
        ("count_thumb_up", "count_thumb_side", "count_thumb_down", "count_more_time"),
    ),
    CountKind("count_dots_title", "count_dots_hint", tuple(_LETTERS), "count_dots_column", writes_choices=True),
    CountKind("count_hands_title", "count_mark", _ANSWERS),
    CountKind("count_private_title", "count_private_hint", _ANSWERS),
    CountKind("count_blank_title", "count_mark", tuple(_LETTERS[:4]), writes_choices=True),
)


def count_pages(setter: SheetSetter) -> list[SheetPage]:
    """Each way of choosing from a page of its own."""
    return [page for kind in KINDS for page in flowed(setter, list(_sheet(setter, kind, _row_height(setter, kind))))]


def _row_height(setter: SheetSetter, kind: CountKind) -> float:
    """High rows, unless lower ones let the sheet stand on one page."""
    room = usual_frame(setter, Foot(setter)).height
    for height in _ROW_HEIGHTS:
        if total_height(_sheet(setter.for_trying(), kind, height)) <= room:
            return height
    return _ROW_HEIGHTS[0]


def _sheet(setter: SheetSetter, kind: CountKind, row_height: float) -> Iterator[Group]:
    yield setter.plain_title(kind.title), setter.sentences(setter.words(kind.hint))
    yield label_above(setter, "count_asked_label"), RuledLines(_ASKED_LINES, setter.width)
    columns = CountColumns(setter)
    first, *others = [_row(setter, columns, kind, key, row_height) for key in kind.rows]
    yield CountHeads(setter, columns, kind.marks), first
    for row in others:
        yield (row,)
    yield _people_counted(setter)


def _row(setter: SheetSetter, columns: "CountColumns", kind: CountKind, key: str, height: float) -> "CountRow":
    if not kind.writes_choices:
        return CountRow(columns, setter.fixed(key, columns.words, bold=True), height)
    label = setter.passage(setter.words("count_letter", letter=key), columns.words, bold=True)
    return CountRow(columns, label, height, has_line=True)


def _people_counted(setter: SheetSetter) -> Group:
    labels = [setter.fixed(key, setter.width / 2, bold=True) for key in ("count_here", "count_not_counted")]
    return (LabelledBoxes(labels, setter.width, _TOTAL),)


class CountColumns:
    """Where the words, the marks and the totals of a count sheet stand."""

    def __init__(self, setter: SheetSetter) -> None:
        self.width = setter.width
        self.total = max(
            _TOTAL, setter.typesetter.breaker.widest_word(setter.words("count_total_column"), bold=True) * setter.size
        )
        self.marks = _MARKS_SHARE * setter.width
        self.total_x = setter.width - self.total
        self.marks_x = self.total_x - _COLUMN_GAP - self.marks
        self.words = self.marks_x - _COLUMN_GAP


class CountHeads(Part):
    """The words above the columns."""

    def __init__(self, setter: SheetSetter, columns: CountColumns, marks: str) -> None:
        self._places: list[tuple[float, Passage]] = [
            (0.0, setter.fixed("count_option_column", columns.words, bold=True)),
            (columns.marks_x, setter.fixed(marks, columns.marks, bold=True)),
            (columns.total_x, setter.fixed("count_total_column", columns.total, bold=True)),
        ]
        super().__init__(max(passage.height for _, passage in self._places) + 1 * MM, before=measures.FIELD_GAP)

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        bottom = top - self.height
        for start, passage in self._places:
            passage.draw(canvas, x + start, bottom + 1 * MM + passage.height)


class CountRow(Part):
    """A choice, or room to write one, a box for marks or dots, and a box for how many."""

    def __init__(self, columns: CountColumns, label: Passage | None, height: float, *, has_line: bool = False) -> None:
        self._columns, self._label, self._has_line = columns, label, has_line
        words = (label.height if label else 0.0) + (measures.RULE_STEP if has_line else 0.0)
        super().__init__(max(height, words), before=_ROW_GAP)

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        columns, label = self._columns, self._label
        if label:
            label.draw(canvas, x, top if self._has_line else top - (self.height - label.height) / 2)
        with canvas.decoration():
            if self._has_line:
                draw_rule(canvas, x, top - self.height + 1 * MM, columns.words)
            draw_box(canvas, x + columns.marks_x, top, columns.marks, self.height)
            draw_box(canvas, x + columns.total_x, top, columns.total, self.height)


class LabelledBoxes(Part):
    """Labels, each with a box for a number after it: beside each other where they fit, else below each other."""

    def __init__(self, labels: Sequence[Passage], width: float, box_width: float) -> None:
        self._labels, self._box_width = labels, box_width
        needed = [max(line.width for line in label.lines) * label.size + _COLUMN_GAP + box_width for label in labels]
        self._is_beside = sum(needed) + _COLUMN_GAP * (len(labels) - 1) <= width
        self._row = max(_NUMBER_HEIGHT, *[label.height for label in labels])
        self._rights = [width] * len(labels)
        if self._is_beside:
            self._rights = [needed[0], *[width] * (len(labels) - 1)]
        self._starts = [
            right - wanted if self._is_beside else 0.0 for right, wanted in zip(self._rights, needed, strict=True)
        ]
        rows = 1 if self._is_beside else len(labels)
        super().__init__(rows * self._row + (rows - 1) * _ROW_GAP, before=2 * _ROW_GAP)

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        for start, right, label in zip(self._starts, self._rights, self._labels, strict=True):
            label.draw(canvas, x + start, top - (self._row - label.height) / 2)
            with canvas.decoration():
                draw_box(canvas, x + right - self._box_width, top, self._box_width, self._row)
            top -= 0.0 if self._is_beside else self._row + _ROW_GAP
