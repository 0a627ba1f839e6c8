"""A state in a few words, such as "2 of 5 not arranged"; it is read, never pressed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.text_block import lay_out, least_width, natural_width

_HIGH = 36
_SIDE, _SIGN, _GAP = 14, 20, 8


class StateChip(QLabel):
    """Pale yellow for "look here", green for "all is well"; a sign and words say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_warm = True
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_state(self, words: str, *, is_warm: bool) -> None:
        """Say how things stand."""
        self._is_warm = is_warm
        self.setText(words)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        block = lay_out(self._theme, self.text(), TextStyle.STRONG, width - self._beside())
        return max(self._theme.px(_HIGH), block.height + self._theme.px(12))

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        width = self._beside() + natural_width(self._theme, self.text(), TextStyle.STRONG)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word on a line."""
        width = self._beside() + least_width(self._theme, self.text(), TextStyle.STRONG)
        return QSize(width, self._theme.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        theme, colours, px = self._theme, self._theme.colours, self._theme.px
        fill, edge, words = colours.good_soft, colours.good, colours.good
        if self._is_warm:
            fill, edge, words = colours.warm, colours.wind_line, colours.on_warm
        painter = smooth_painter(self)
        rounded_box(painter, self.rect(), px(_HIGH) / 2, fill, edge, 1.5 * theme.unit)
        side = px(_SIGN)
        sign = QRectF(px(_SIDE), (self.height() - side) / 2, side, side)
        theme.paint_icon(painter, Icon.WARNING if self._is_warm else Icon.CHECK, sign, words)
        block = lay_out(theme, self.text(), TextStyle.STRONG, self.width() - self._beside())
        block.draw(painter, px(_SIDE) + side + px(_GAP), (self.height() - block.height) / 2, words)

    def _beside(self) -> int:
        px = self._theme.px
        return 2 * px(_SIDE) + px(_SIGN) + px(_GAP) + px(2)
