"""The small drawn key on a button that says which key does the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.text_block import natural_width


def key_cap_size(theme: Theme, key: str) -> QSize:
    """How much room a key cap takes."""
    words = natural_width(theme, key, TextStyle.SMALL_STRONG)
    return QSize(words + theme.px(14), max(theme.px(30), round(theme.line_height(TextStyle.SMALL_STRONG))))


def paint_key_cap(painter: QPainter, theme: Theme, area: QRectF, key: str, colour: QColor) -> None:
    """Draw a key cap into a box, in the colour of the words beside it."""
    rounded_box(painter, area, theme.px(6), None, colour, 1.5 * theme.unit)
    painter.setPen(colour)
    painter.setFont(theme.font(TextStyle.SMALL_STRONG))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, key)


class KeyCap(QLabel):
    """A key cap that stands by itself, for the help page."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__(key)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for the key's words."""
        return key_cap_size(self._theme, self.text())

    def minimumSizeHint(self) -> QSize:
        """The same: a key cap is never squeezed."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the key."""
        painter = smooth_painter(self)
        paint_key_cap(painter, self._theme, QRectF(self.rect()), self.text(), self._theme.colours.text)
