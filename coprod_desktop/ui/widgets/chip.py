"""A small round-ended sign that says a state in words; it is never pressed."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import Colours, Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.text_block import lay_out, least_width, natural_width

_STYLE = TextStyle.NOTE
_SIDE = 13
_ICON = 19
_ICON_GAP = 8


class ChipKind(Enum):
    """What a chip tells: a plain state, something good, something to look at, or the next one."""

    STATE = "state"
    GOOD = "good"
    WARM = "warm"
    NEXT = "next"


class _Paint(NamedTuple):
    fill: QColor
    edge: QColor
    words: QColor


class Chip(QLabel):
    """A state in words, with an icon. Its text is its name."""

    def __init__(self, theme: Theme, words: str, *, icon: Icon | None = None, kind: ChipKind = ChipKind.STATE) -> None:
        super().__init__(words)
        self._theme = theme
        self._icon = icon
        self._kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_state(self, words: str, icon: Icon | None = None, kind: ChipKind | None = None) -> None:
        """Tell another state."""
        self.setText(words)
        self._icon = icon if icon is not None else self._icon
        self._kind = kind or self._kind
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """The height that the words need at this width."""
        block = lay_out(self._theme, self.text(), _STYLE, width - self._beside_words())
        return max(self._theme.px(34), block.height + self._theme.px(10))

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        width = self._beside_words() + natural_width(self._theme, self.text(), _STYLE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word on a line."""
        width = self._beside_words() + least_width(self._theme, self.text(), _STYLE)
        return QSize(width, self._theme.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        theme = self._theme
        paint = _paint(theme.colours, self._kind)
        painter = smooth_painter(self)
        radius = min(self.height() / 2, theme.px(18))
        rounded_box(painter, self.rect(), radius, paint.fill, paint.edge, 1.2 * theme.unit)
        x, middle = theme.px(_SIDE), self.height() / 2
        if self._icon is not None:
            side = theme.px(_ICON)
            theme.paint_icon(painter, self._icon, QRectF(x, middle - side / 2, side, side), paint.words)
            x += side + theme.px(_ICON_GAP)
        block = lay_out(theme, self.text(), _STYLE, self.width() - x - theme.px(_SIDE) + 1)
        block.draw(painter, x, middle - block.height / 2, paint.words)

    def _beside_words(self) -> int:
        icon = self._theme.px(_ICON) + self._theme.px(_ICON_GAP) if self._icon is not None else 0
        return 2 * self._theme.px(_SIDE) + icon


def _paint(colours: Colours, kind: ChipKind) -> _Paint:
    if kind is ChipKind.GOOD:
        return _Paint(colours.good_soft, colours.good, colours.good)
    if kind is ChipKind.WARM:
        return _Paint(colours.warm, colours.wind_line, colours.on_warm)
    if kind is ChipKind.NEXT:
        return _Paint(colours.primary, colours.primary, colours.on_primary)
    return _Paint(colours.soft, colours.line, colours.text)
