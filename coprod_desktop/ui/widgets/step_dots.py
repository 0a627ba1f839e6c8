"""Linked dots that show how far something has come, with the word for it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.painting import paint_tick, rounded_box, smooth_painter
from coprod_desktop.ui.widgets.text_block import lay_out, natural_width

_DOT = 20
_LINK = 6
_GAP = 12


class StepDots(QLabel):
    """Steps done, of some steps, and the word of the step: "Asked"."""

    def __init__(self, theme: Theme, words: str, done: int, total: int = 4) -> None:
        super().__init__(words)
        self._theme = theme
        self._done = done
        self._total = total
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_step(self, words: str, done: int) -> None:
        """Show another step."""
        self._done = done
        self.setText(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Dots and word on one line."""
        words = natural_width(self._theme, self.text(), TextStyle.STRONG)
        height = max(self._theme.px(28), round(self._theme.line_height(TextStyle.STRONG)))
        return QSize(self._dots_width() + self._theme.px(_GAP) + words, height)

    def minimumSizeHint(self) -> QSize:
        """The same: it is one line."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots and the word."""
        theme, colours, px = self._theme, self._theme.colours, self._theme.px
        painter = smooth_painter(self)
        middle = self.height() / 2
        for index in range(self._total):
            x = index * (px(_DOT) + px(_LINK))
            if index:
                line = QRectF(x - px(_LINK), middle - theme.unit, px(_LINK), 2 * theme.unit)
                painter.fillRect(line, colours.line)
            self._paint_dot(painter, QRectF(x, round(middle - px(_DOT) / 2), px(_DOT), px(_DOT)), index)
        block = lay_out(theme, self.text(), TextStyle.STRONG, self.width())
        colour = colours.good if self._done else colours.text
        block.draw(painter, self._dots_width() + px(_GAP), middle - block.height / 2, colour)

    def _paint_dot(self, painter: QPainter, area: QRectF, index: int) -> None:
        colours, unit = self._theme.colours, self._theme.unit
        if index >= self._done:
            rounded_box(painter, area, area.height() / 2, colours.surface, colours.line, 1.5 * unit)
            return
        rounded_box(painter, area, area.height() / 2, colours.good)
        paint_tick(painter, area, colours.surface)

    def _dots_width(self) -> int:
        return self._total * self._theme.px(_DOT) + (self._total - 1) * self._theme.px(_LINK)
