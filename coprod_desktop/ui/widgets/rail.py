"""The left rail: the places of the program, and where we are."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.press_button import FocusOutline, PressButton
from coprod_desktop.ui.widgets.text_block import lay_out, least_width, natural_width

_HEIGHT = 53
_BEFORE_WORDS = 53
_AFTER_WORDS = 12


class Place(NamedTuple):
    """One entry of the rail."""

    key: str
    words: str
    icon: Icon


class RailButton(PressButton):
    """The button of one place; the place we are in is filled and bold."""

    def __init__(self, theme: Theme, place: Place) -> None:
        self._icon = place.icon
        self._is_current = False
        super().__init__(theme, place.words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def is_current(self) -> bool:
        """Whether this is where we are."""
        return self._is_current

    def set_current(self, is_current: bool) -> None:
        """Show that this is where we are."""
        self._is_current = is_current
        self.setAccessibleDescription(self.tr("You are here") if is_current else "")
        self.update()

    def focus_outline(self) -> FocusOutline:
        """Where the focus ring goes."""
        return FocusOutline(self)

    def sizeHint(self) -> QSize:
        """One line; the rail is as wide as its widest entry."""
        words = natural_width(self._theme, self._words, TextStyle.STRONG)
        width = self._theme.px(_BEFORE_WORDS) + words + self._theme.px(_AFTER_WORDS)
        return QSize(width, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The longest word on one line."""
        words = least_width(self._theme, self._words, TextStyle.STRONG, most=200)
        return QSize(words + self._theme.px(_BEFORE_WORDS + _AFTER_WORDS), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the entry."""
        theme, colours = self._theme, self._theme.colours
        painter = smooth_painter(self)
        colour = colours.on_primary if self._is_current else colours.text
        if self._is_current:
            rounded_box(painter, self.rect(), theme.px(10), colours.primary)
        elif self.underMouse() or self.isDown():
            rounded_box(painter, self.rect(), theme.px(10), colours.soft, colours.line, theme.unit)
        side = theme.px(24)
        middle = self.height() / 2
        theme.paint_icon(painter, self._icon, QRectF(theme.px(16), middle - side / 2, side, side), colour)
        style = TextStyle.STRONG if self._is_current else TextStyle.BODY
        block = lay_out(theme, self._words, style, self.width() - theme.px(_BEFORE_WORDS))
        block.draw(painter, theme.px(_BEFORE_WORDS), middle - block.height / 2, colour)


class Rail(QWidget):
    """The places, at the top, and Settings and Help at the bottom. Signal: `place_requested(key)`."""

    place_requested = Signal(str)
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: dict[str, RailButton] = {}
        self._column = Column(theme, gap=7)
        self.setLayout(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Places"))
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def set_places(self, places: Iterable[Place], bottom: Iterable[Place] = ()) -> None:
        """Show other places, for instance those of a meeting."""
        empty_layout(self._column)
        self._buttons.clear()
        for place in places:
            self._add(place)
        self._column.addStretch(1)
        for place in bottom:
            self._add(place)

    def set_current(self, key: str) -> None:
        """Show where we are."""
        for button_key, button in self._buttons.items():
            button.set_current(button_key == key)

    def button(self, key: str) -> RailButton:
        """The button of a place, to give it the focus."""
        return self._buttons[key]

    def keys(self) -> list[str]:
        """The places shown, from the top."""
        return list(self._buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move along the rail."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        focused = self.focusWidget()
        if step is None or focused not in buttons:
            super().keyPressEvent(event)
            return
        at = buttons.index(focused) + step
        buttons[at % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, place: Place) -> None:
        button = RailButton(self._theme, place)
        button.clicked.connect(partial(self._on_pressed, place.key))
        self._buttons[place.key] = button
        self._column.addWidget(button)

    def _on_pressed(self, key: str) -> None:
        self.place_requested.emit(key)

    def _on_theme_changed(self) -> None:
        self.setMinimumWidth(self._theme.px(166))
