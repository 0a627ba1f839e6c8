"""What is filled in by hand: ruled lines, lines after a label, boxes. Words are read, lines are decoration."""

from coprod_desktop.minutes.flowables import Part
from coprod_desktop.minutes.paper_kit import measures
from coprod_desktop.minutes.passages import Passage
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas
from coprod_desktop.minutes.writing_lines import draw_rule

_GAP_AFTER_LABEL = 0.5
_MOST_OF_THE_LINE = 0.55
"""A label that takes more of its line has the line below it."""


def draw_box(canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
    """An empty box to mark or write in; a mark must be open."""
    canvas.setLineWidth(measures.BOX_PT)
    canvas.roundRect(x, top - height, width, height, measures.BOX_RADIUS)


class RuledLines(Part):
    """Lines to write on, over the whole width."""

    def __init__(self, count: int, width: float, *, before: float = 0.0) -> None:
        super().__init__(count * measures.RULE_STEP, before=before)
        self._count, self._width = count, width

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.decoration():
            for number in range(1, self._count + 1):
                draw_rule(canvas, x, top - number * measures.RULE_STEP, self._width)


class LabelledLine(Part):
    """A bold label with a line to write on after it, or below it where the label is long."""

    def __init__(self, label: Passage, width: float, *, indent: float = 0.0, before: float = 0.0) -> None:
        self._label, self._width, self._indent = label, width - indent, indent
        words = label.indent + max(line.width for line in label.lines) * label.size
        self._start = words + _GAP_AFTER_LABEL * label.size
        self._is_beside = len(label.lines) == 1 and words <= _MOST_OF_THE_LINE * self._width
        self._line_at = max(measures.RULE_STEP, label.height) if self._is_beside else label.height + measures.RULE_STEP
        super().__init__(self._line_at, before=before)

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        label = self._label
        x += self._indent
        drop = self._line_at - label.height if self._is_beside else 0.0
        label.draw(canvas, x, top - drop + (self._below_baseline() if self._is_beside else 0.0))
        with canvas.decoration():
            start = self._start if self._is_beside else 0.0
            draw_rule(canvas, x + start, top - self._line_at, self._width - start)

    def _below_baseline(self) -> float:
        """How far a label is lifted so that its letters stand on the height of the writing."""
        return 0.12 * self._label.size


class NumberedLines(Part):
    """A number, then lines to write on: room for an item that nobody has asked for yet."""

    def __init__(self, number: Passage, width: float, *, rows: int, before: float = 0.0) -> None:
        super().__init__(rows * measures.RULE_STEP, before=before)
        self._number, self._width, self._rows = number, width, rows
        self._start = number_indent(number)

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        drop = measures.RULE_STEP - self._number.leading + 0.12 * self._number.size
        self._number.draw(canvas, x, top - drop)
        with canvas.decoration():
            for row in range(1, self._rows + 1):
                draw_rule(canvas, x + self._start, top - row * measures.RULE_STEP, self._width - self._start)


def number_indent(number: Passage) -> float:
    """Where the lines after a number begin."""
    return max(2.2 * number.size, (number.lines[0].width + 0.6) * number.size)
