"""The button of the program: an icon, words and the key that does the same."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.key_cap import key_cap_size, paint_key_cap
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.press_button import FocusOutline, PressButton
from coprod_desktop.ui.widgets.text_block import lay_out, least_width, natural_width

_PADDING = 18
_ICON = 24
_ICON_GAP = 11
_KEY_GAP = 14
_RADIUS = 10


class ButtonKind(Enum):
    """How much a button calls; there is one PRIMARY on a screen."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    ON_PRIMARY = "on_primary"


class _Paint(NamedTuple):
    fill: QColor | None
    edge: QColor | None
    words: QColor


class BigButton(PressButton):
    """A button of at least 46 units. Signal: `clicked`, of QPushButton. Long words take more lines."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        *,
        kind: ButtonKind = ButtonKind.PLAIN,
        icon: Icon | None = None,
        key: str = "",
        description: str = "",
        height: int = 0,
    ) -> None:
        self._kind = kind
        self._icon = icon
        self._key = key
        self._least_height = height or (46 if kind in (ButtonKind.PLAIN, ButtonKind.QUIET) else 54)
        super().__init__(theme, words, description)
        across = QSizePolicy.Policy.Maximum if kind is ButtonKind.QUIET else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if key:
            self.setAccessibleDescription(" ".join(filter(None, (description, self.tr("Key: %s") % key))))

    def kind(self) -> ButtonKind:
        """How much the button calls."""
        return self._kind

    def set_kind(self, kind: ButtonKind) -> None:
        """Call more, or less."""
        if kind is self._kind:
            return
        self._kind = kind
        self.updateGeometry()
        self.update()

    def has_icon(self) -> bool:
        """Whether an icon stands before the words."""
        return self._icon is not None

    def set_icon(self, icon: Icon | None) -> None:
        """Show another icon."""
        if icon is self._icon:
            return
        self._icon = icon
        self.updateGeometry()
        self.update()

    def focus_outline(self) -> FocusOutline:
        """Around the button; white on the blue panel."""
        return FocusOutline(self, _RADIUS, self._kind is ButtonKind.ON_PRIMARY)

    def heightForWidth(self, width: int) -> int:
        """The height that the words need at this width."""
        block = lay_out(self._theme, self._words, self._style(), width - self._beside_words())
        return max(self._theme.px(self._least_height), block.height + self._theme.px(16))

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        width = self._beside_words() + natural_width(self._theme, self._words, self._style())
        lines = 1 + self._words.count("\n")
        words_height = round(self._theme.line_height(self._style()) * lines) + self._theme.px(16)
        return QSize(width, max(self._theme.px(self._least_height), words_height))

    def minimumSizeHint(self) -> QSize:
        """The longest word on a line."""
        width = self._beside_words() + least_width(self._theme, self._words, self._style())
        return QSize(max(width, self._theme.px(44)), self._theme.px(self._least_height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button."""
        painter = smooth_painter(self)
        paint = self._paint()
        px = self._theme.px
        edge_width = 1.5 * self._theme.unit
        rounded_box(painter, self.rect(), px(_RADIUS), paint.fill, paint.edge, edge_width)
        self._paint_content(painter, paint.words)

    def _paint_content(self, painter: QPainter, colour: QColor) -> None:
        theme = self._theme
        room = self.width() - self._beside_words()
        words_width = min(natural_width(theme, self._words, self._style()), room)
        x = (self.width() - self._beside_words() - words_width) / 2 + theme.px(self._padding())
        middle = self.height() / 2
        if self._icon is not None:
            side = theme.px(_ICON)
            theme.paint_icon(painter, self._icon, QRectF(x, middle - side / 2, side, side), colour)
            x += side + theme.px(_ICON_GAP)
        align = Qt.AlignmentFlag.AlignLeft if self._icon else Qt.AlignmentFlag.AlignHCenter
        block = lay_out(theme, self._words, self._style(), words_width, align)
        block.draw(painter, x, middle - block.height / 2, colour)
        if self._key:
            cap = key_cap_size(theme, self._key)
            x += words_width + theme.px(_KEY_GAP)
            area = QRectF(round(x), round(middle - cap.height() / 2), cap.width(), cap.height())
            paint_key_cap(painter, theme, area, self._key, colour)

    def _style(self) -> TextStyle:
        return TextStyle.ROW if self._kind is ButtonKind.ON_PRIMARY else TextStyle.STRONG

    def _padding(self) -> int:
        return {ButtonKind.QUIET: 10, ButtonKind.ON_PRIMARY: 32}.get(self._kind, _PADDING)

    def _beside_words(self) -> int:
        """What stands beside the words, in pixels; measured once until the look changes, since layouts ask often."""
        measured, asked = self._theme.measured, ("beside words", self._padding(), self._icon is None, self._key)
        if asked not in measured:
            measured[asked] = self._measure_beside_words()
        return int(measured[asked])

    def _measure_beside_words(self) -> int:
        px = self._theme.px
        width = 2 * px(self._padding())
        if self._icon is not None:
            width += px(_ICON) + px(_ICON_GAP)
        if self._key:
            width += px(_KEY_GAP) + key_cap_size(self._theme, self._key).width()
        return width

    def _paint(self) -> _Paint:
        colours = self._theme.colours
        is_hot = self.isEnabled() and (self.underMouse() or self.isDown())
        if not self.isEnabled():
            edge = None if self._kind is ButtonKind.QUIET else colours.hair
            return _Paint(None, edge, colours.muted)
        if self._kind is ButtonKind.PRIMARY:
            fill = _nudged(colours.primary, colours.on_primary) if is_hot else colours.primary
            return _Paint(fill, None, colours.on_primary)
        if self._kind is ButtonKind.ON_PRIMARY:
            fill = colours.soft if is_hot and colours.soft != colours.bg else colours.surface
            return _Paint(fill, None, colours.primary)
        if self._kind is ButtonKind.QUIET:
            return _Paint(colours.soft if is_hot else None, None, colours.primary)
        edge = colours.primary if is_hot else colours.line
        return _Paint(colours.soft if is_hot else colours.surface, edge, colours.text)


def _nudged(colour: QColor, towards: QColor) -> QColor:
    """The colour, a tenth of the way towards another."""
    return QColor.fromRgbF(
        colour.redF() * 0.9 + towards.redF() * 0.1,
        colour.greenF() * 0.9 + towards.greenF() * 0.1,
        colour.blueF() * 0.9 + towards.blueF() * 0.1,
    )
