"""One person of a conversation as a large button; who speaks is told by words, a filled shape and an edge."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.key_cap import key_cap_size, paint_key_cap
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.press_button import FocusOutline, PressButton
from coprod_desktop.ui.widgets.text_block import TextBlock, lay_out, least_width

_RADIUS = 14
_SIDE = 20
_GAP = 10
_SIGN = 44
_RIM = 12
_LEAST_HEIGHT = 150
_LEAST_WIDTH = 200


class TalkButton(PressButton):
    """A name that is pressed when this person speaks. Signal: `clicked`."""

    def __init__(self, theme: Theme, key: str) -> None:
        self._key = key
        self._name = ""
        self._is_speaking = False
        super().__init__(theme, " ")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_person(self, name: str, *, is_speaking: bool) -> None:
        """Show whose button this is, and whether this person speaks now."""
        self._name = name
        self._is_speaking = is_speaking
        state = self._state_words()
        self.set_words(f"{name}\n{state}")
        self.setAccessibleName(f"{name}. {state}")
        self.setAccessibleDescription(self.tr("Key: {key}").format(key=self._key))
        self.update()

    def focus_outline(self) -> FocusOutline:
        """Around the whole button."""
        return FocusOutline(self, _RADIUS)

    def sizeHint(self) -> QSize:
        """As small as can be; it takes what room there is."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """The longest word on a line."""
        px = self._theme.px
        width = max(px(_LEAST_WIDTH), least_width(self._theme, self._name, TextStyle.TITLE, 200) + 2 * px(_SIDE))
        return QSize(width, px(_LEAST_HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """The height that sign, name, state and key need."""
        return max(self._theme.px(_LEAST_HEIGHT), self._content_height(width) + 2 * self._theme.px(_RIM))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button."""
        theme, colours, px = self._theme, self._theme.colours, self._theme.px
        painter = smooth_painter(self)
        is_hot = self.underMouse() or self.isDown()
        fill = colours.soft if self._is_speaking or is_hot else colours.surface
        edge, width = (colours.primary, 4.0) if self._is_speaking else (colours.line, 1.5)
        rounded_box(painter, self.rect(), px(_RADIUS), fill, edge, width * theme.unit)
        y = (self.height() - self._content_height(self.width())) / 2
        y = self._paint_sign(painter, y) + px(_GAP)
        for block, colour in self._blocks(self.width()):
            block.draw(painter, px(_SIDE), y, getattr(colours, colour))
            y += block.height + px(4)
        cap = key_cap_size(theme, self._key)
        area = QRectF(round((self.width() - cap.width()) / 2), round(y + px(6)), cap.width(), cap.height())
        paint_key_cap(painter, theme, area, self._key, colours.text)

    def _paint_sign(self, painter: QPainter, y: float) -> float:
        """A full circle with a voice in it for who speaks, an empty one for who listens."""
        theme, colours = self._theme, self._theme.colours
        side = theme.px(_SIGN)
        area = QRectF((self.width() - side) / 2, y, side, side)
        if self._is_speaking:
            rounded_box(painter, area, side / 2, colours.primary)
            inner = area.adjusted(side / 4, side / 4, -side / 4, -side / 4)
            theme.paint_icon(painter, Icon.TURNS, inner, colours.on_primary)
        else:
            rounded_box(painter, area, side / 2, None, colours.line, 2 * theme.unit)
        return y + side

    def _blocks(self, width: int) -> tuple[tuple[TextBlock, str], tuple[TextBlock, str]]:
        room, middle = width - 2 * self._theme.px(_SIDE), Qt.AlignmentFlag.AlignHCenter
        name = lay_out(self._theme, self._name, TextStyle.TITLE, room, middle)
        state = lay_out(self._theme, self._state_words(), TextStyle.STRONG, room, middle)
        return (name, "text"), (state, "text" if self._is_speaking else "muted")

    def _content_height(self, width: int) -> int:
        px = self._theme.px
        words = sum(block.height + px(4) for block, _colour in self._blocks(width))
        return px(_SIGN) + px(_GAP) + words + px(6) + key_cap_size(self._theme, self._key).height()

    def _state_words(self) -> str:
        return self.tr("Speaks now") if self._is_speaking else self.tr("Press to speak")
