"""A small sheet in the colour of its paper, or the sign of a file; its words stand beside it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter

_WIDTH, _HEIGHT = 22, 28
_RADIUS = 4


class PaperSign(QWidget):
    """`colour` is as "#FFF8E1"; None is a paper whose colour is not known, "" is a file."""

    def __init__(self, theme: Theme, colour: str | None) -> None:
        super().__init__()
        self._theme, self._colour = theme, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_colour(self, colour: str | None) -> None:
        """Show another paper."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """An upright sheet."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet with an edge, so that white paper is seen on white."""
        theme, colours = self._theme, self._theme.colours
        painter = smooth_painter(self)
        if self._colour == "":
            side = self.width()
            box = QRectF(0, (self.height() - side) / 2, side, side)
            theme.paint_icon(painter, Icon.FILE, box, colours.muted)
            return
        fill = colours.sunken if self._colour is None else QColor(self._colour)
        rounded_box(painter, self.rect(), theme.px(_RADIUS), fill, colours.line, 1.5 * theme.unit)
