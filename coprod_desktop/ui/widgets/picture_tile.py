"""One picture with its word, to be chosen from a grid."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.press_button import FocusOutline, GroupButton
from coprod_desktop.ui.widgets.text_block import TextBlock

_WIDTH = 116
_PICTURE = 56
_RIM = 8


class PictureTile(GroupButton):
    """A picture above its word. Signal: `clicked`."""

    def __init__(self, theme: Theme, word: str, description: str, drawing: bytes) -> None:
        self._drawing = drawing
        super().__init__(theme, word, description)
        self.setCheckable(True)

    def focus_outline(self) -> FocusOutline:
        """Where the focus ring goes."""
        return FocusOutline(self)

    def sizeHint(self) -> QSize:
        """As broad as all tiles, as high as its word needs."""
        px = self._theme.px
        word = self._block()
        return QSize(px(_WIDTH), 2 * px(_RIM) + px(_PICTURE) + px(4) + word.height)

    def minimumSizeHint(self) -> QSize:
        """The same: a tile is never squeezed."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile."""
        theme, colours, px = self._theme, self._theme.colours, self._theme.px
        painter = smooth_painter(self)
        is_on = self.isChecked()
        fill = colours.soft if is_on or self.underMouse() else colours.surface
        edge, width = (colours.primary, 2.5) if is_on else (colours.line, 1.5)
        rounded_box(painter, self.rect(), px(10), fill, edge, width * theme.unit)
        side = px(_PICTURE)
        self._paint_picture(painter, QRectF((self.width() - side) // 2, px(_RIM), side, side))
        self._block().draw(painter, px(_RIM), px(_RIM) + side + px(4), colours.text)

    def _paint_picture(self, painter: QPainter, place: QRectF) -> None:
        """The whole picture in the middle of its place: a photo is seldom square."""
        pixmap = self._theme.picture(self._drawing, round(place.width()), self.devicePixelRatioF())
        size = pixmap.deviceIndependentSize()
        middle = place.center()
        painter.drawPixmap(round(middle.x() - size.width() / 2), round(middle.y() - size.height() / 2), pixmap)

    def _block(self) -> TextBlock:
        room = self._theme.px(_WIDTH) - 2 * self._theme.px(_RIM)
        return TextBlock(self._theme, self._words, TextStyle.SMALL_STRONG, room, Qt.AlignmentFlag.AlignHCenter)
