"""The next empty row of a list: dashed, pale yellow, and it invites."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.key_cap import key_cap_size, paint_key_cap
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.press_button import FocusOutline, PressButton
from coprod_desktop.ui.widgets.text_block import TextBlock, lay_out, least_width, natural_width

_RADIUS = 12
_SIDE = 16
_SIGN = 52
_GAP = 16


class EmptyRow(PressButton):
    """A row that asks for something new. Signal: `clicked`."""

    def __init__(self, theme: Theme, words: str, note: str = "", *, key: str = "", icon: Icon = Icon.ADD) -> None:
        self._note = note
        self._key = key
        self._icon = icon
        super().__init__(theme, words, " ".join(filter(None, (note, self.tr("Key: %s") % key if key else ""))))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def focus_outline(self) -> FocusOutline:
        """Where the focus ring goes."""
        return FocusOutline(self, _RADIUS)

    def heightForWidth(self, width: int) -> int:
        """The height that the words need."""
        title, note = self._blocks(width)
        words = title.height + (note.height if note else 0)
        return max(self._theme.px(88 if self._note else 66), words + self._theme.px(28))

    def sizeHint(self) -> QSize:
        """Nothing broken."""
        title = natural_width(self._theme, self._words, TextStyle.ROW)
        note = natural_width(self._theme, self._note, TextStyle.NOTE)
        width = self._words_x() + max(title, note) + self._after_words()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word on a line."""
        words = least_width(self._theme, self._words, TextStyle.ROW)
        return QSize(self._words_x() + words + self._after_words(), self._theme.px(66))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        theme, colours, px = self._theme, self._theme.colours, self._theme.px
        painter = smooth_painter(self)
        edge_width = (2.5 if self.underMouse() else 1.8) * theme.unit
        rounded_box(painter, self.rect(), px(_RADIUS), colours.warm, colours.wind_line, edge_width, is_dashed=True)
        title, note = self._blocks(self.width())
        sign = QRectF(px(_SIDE), (self.height() - px(_SIGN)) // 2, px(_SIGN), px(_SIGN))
        rounded_box(painter, sign, px(10), colours.surface, colours.wind_line, 1.5 * theme.unit)
        inset = (px(_SIGN) - px(26)) // 2
        inner = QRectF(sign.x() + inset, sign.y() + inset, px(26), px(26))
        theme.paint_icon(painter, self._icon, inner, colours.on_warm)
        y = (self.height() - title.height - (note.height if note else 0)) / 2
        title.draw(painter, self._words_x(), y, colours.on_warm)
        if note is not None:
            note.draw(painter, self._words_x(), y + title.height, colours.on_warm)
        if self._key:
            cap = key_cap_size(theme, self._key)
            x = self.width() - px(_SIDE + 10) - cap.width()
            area = QRectF(x, (self.height() - cap.height()) // 2, cap.width(), cap.height())
            paint_key_cap(painter, theme, area, self._key, colours.on_warm)

    def _words_x(self) -> int:
        return self._theme.px(_SIDE) + self._theme.px(_SIGN) + self._theme.px(_GAP)

    def _after_words(self) -> int:
        key = key_cap_size(self._theme, self._key).width() + self._theme.px(20) if self._key else 0
        return self._theme.px(_SIDE) + key

    def _blocks(self, width: int) -> tuple[TextBlock, TextBlock | None]:
        room = width - self._words_x() - self._after_words()
        title = lay_out(self._theme, self._words, TextStyle.ROW, room)
        note = lay_out(self._theme, self._note, TextStyle.NOTE, room) if self._note else None
        return title, note
