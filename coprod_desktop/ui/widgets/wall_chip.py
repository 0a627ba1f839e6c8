"""The chip in the header that says what the room sees, and leads to where that is changed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.press_button import FocusOutline, PressButton
from coprod_desktop.ui.widgets.text_block import lay_out, natural_width

_HIGH = 44
_SIDE = 16
_SIGN = 22
_GAP = 9


class WallChip(PressButton):
    """A round button such as "Turn is on the wall". With little room only the sign is drawn; its name stays."""

    def __init__(self, theme: Theme) -> None:
        self._is_on = False
        self._is_small = False
        super().__init__(theme, self.tr("Not on the wall"), self.tr("Change what the room sees."))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sight(self, words: str, *, is_on: bool) -> None:
        """Say what the room sees."""
        if is_on != self._is_on:
            self._is_on = is_on
            self.update()
        self.set_words(words)

    def set_small(self, is_small: bool) -> None:
        """Draw the sign alone, or the words too."""
        if is_small != self._is_small:
            self._is_small = is_small
            self.updateGeometry()
            self.update()

    def focus_outline(self) -> FocusOutline:
        """Around the chip."""
        return FocusOutline(self, _HIGH // 2)

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        px = self._theme.px
        width = 2 * px(_SIDE) + px(_SIGN)
        if not self._is_small:
            width += px(_GAP) + natural_width(self._theme, self._words, TextStyle.BODY)
        return QSize(width, px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """It is never squeezed."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip: filled and with a screen while the room sees the wall, with a crossed screen while not."""
        theme, colours, px = self._theme, self._theme.colours, self._theme.px
        painter = smooth_painter(self)
        fill = colours.soft if self._is_on or self.underMouse() or self.isDown() else colours.surface
        edge = colours.primary if self._is_on else colours.line
        rounded_box(painter, self.rect(), px(_HIGH) / 2, fill, edge, 1.5 * theme.unit)
        side = px(_SIGN)
        sign = QRectF(px(_SIDE), round((self.height() - side) / 2), side, side)
        theme.paint_icon(painter, Icon.WALL if self._is_on else Icon.NO_WALL, sign, colours.primary)
        if not self._is_small:
            room = natural_width(theme, self._words, TextStyle.BODY)
            block = lay_out(theme, self._words, TextStyle.BODY, room, Qt.AlignmentFlag.AlignLeft)
            block.draw(painter, px(_SIDE) + side + px(_GAP), (self.height() - block.height) / 2, colours.text)
