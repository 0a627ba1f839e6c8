"""Words broken into lines: measured and drawn the same way, so that nothing is ever cut."""

from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption

from coprod_desktop.ui.theme import TextStyle, Theme

_MOST_KEPT = 3000
_SHORT_PART = 3
"""A word that is longer than this part of the line may stand on a line of its own."""


class TextBlock:
    """One text in one style, broken to a width. A word too long for the line is broken, not cut.

    A short last word does not stand alone where the one before it can go down with it.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        style: TextStyle,
        width: float,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self.line_height = theme.line_height(style)
        self.width = max(1.0, width)
        self._layout, self.line_count = self._lay_out(theme, text, style, align)
        start, between, last = text.rpartition(" ")
        if self.line_count > 1 and between and self._is_alone(theme, last, style):
            layout, count = self._lay_out(theme, f"{start}\u00a0{last}", style, align)
            pair = natural_width(theme, f"{start.split(' ')[-1]} {last}", style)
            if count == self.line_count and pair <= width:
                self._layout = layout
        self.height = ceil(self.line_count * self.line_height)

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Draw the lines with the top left corner at x, y."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))

    def _lay_out(self, theme: Theme, text: str, style: TextStyle, align: Qt.AlignmentFlag) -> tuple[QTextLayout, int]:
        layout = QTextLayout(text.replace("\n", "\u2028"), theme.font(style))
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        return layout, self._break_lines(layout)

    def _break_lines(self, layout: QTextLayout) -> int:
        count = 0
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(self.width)
            line.setPosition(QPointF(0, count * self.line_height + (self.line_height - line.height()) / 2))
            count += 1
            line = layout.createLine()
        layout.endLayout()
        return max(1, count)

    def _is_alone(self, theme: Theme, word: str, style: TextStyle) -> bool:
        """Whether this short last word stands on a line alone."""
        is_alone = self._layout.lineAt(self.line_count - 1).textLength() == len(word)
        return is_alone and natural_width(theme, word, style) * _SHORT_PART <= self.width


def lay_out(
    theme: Theme,
    text: str,
    style: TextStyle,
    width: float,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> TextBlock:
    """A text broken to a width; the same one is given out again while the look stays."""
    key = (text, style, round(width), align)
    block = theme.measured.get(key)
    if not isinstance(block, TextBlock):
        _make_room(theme)
        block = theme.measured[key] = TextBlock(theme, text, style, width, align)
    return block


def natural_width(theme: Theme, text: str, style: TextStyle) -> int:
    """How wide the words are when nothing is broken."""
    key = (text, style)
    width = theme.measured.get(key)
    if not isinstance(width, int):
        _make_room(theme)
        metrics = theme.metrics(style)
        widest = max((metrics.horizontalAdvance(line) for line in text.split("\n")), default=0)
        width = theme.measured[key] = ceil(widest) + 1
    return width


def least_width(theme: Theme, text: str, style: TextStyle, most: int = 120) -> int:
    """The width of the longest word, or `most` units if that is less: a longer word may be broken."""
    longest = max(text.split(), key=len, default="")
    return min(natural_width(theme, longest, style), theme.px(most))


def _make_room(theme: Theme) -> None:
    if len(theme.measured) >= _MOST_KEPT:
        theme.measured.clear()
