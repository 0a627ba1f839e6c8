"""A few choices as buttons beside each other: clearer than a list that must be opened."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.field_paint import HAS_ERROR
from coprod_desktop.ui.widgets.flow_group import FlowGroup
from coprod_desktop.ui.widgets.flow_layout import FlowLayout, LineLayout
from coprod_desktop.ui.widgets.layouts import empty_layout, laid_out_once
from coprod_desktop.ui.widgets.painting import paint_tick, rounded_box, smooth_painter
from coprod_desktop.ui.widgets.press_button import FocusOutline, GroupButton
from coprod_desktop.ui.widgets.text_block import TextBlock, lay_out, least_width, natural_width

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDE = 14
_SIGN = 22
_GAP = 10


class Choice(NamedTuple):
    """One choice: its key, its words, perhaps what it means, and perhaps a quieter second line."""

    key: str
    words: str
    description: str = ""
    note: str = ""


class ChoiceButton(GroupButton):
    """One choice: a ring or a box that fills, and words."""

    def __init__(self, theme: Theme, choice: Choice, *, is_one_of_many: bool) -> None:
        self._first, self._note = choice.words, choice.note
        super().__init__(theme, "\n".join(filter(None, (choice.words, choice.note))), choice.description)
        if choice.note:
            self.setAccessibleName(f"{choice.words.rstrip('.')}. {choice.note}".replace("\n", " "))
        self._is_one_of_many = is_one_of_many
        self.setCheckable(True)
        self.setAutoExclusive(is_one_of_many)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def focus_outline(self) -> FocusOutline:
        """Where the focus ring goes."""
        return FocusOutline(self)

    def heightForWidth(self, width: int) -> int:
        """The height that the words need."""
        words, note = self._blocks(width)
        return max(self._theme.px(46), words.height + (note.height if note else 0) + self._theme.px(16))

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        note = natural_width(self._theme, self._note, TextStyle.NOTE) if self._note else 0
        width = self._beside_words() + max(note, natural_width(self._theme, self._first, TextStyle.STRONG))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word on a line."""
        width = self._beside_words() + least_width(self._theme, self._first, TextStyle.STRONG)
        return QSize(width, self._theme.px(46))

    def words_start(self) -> int:
        """Where the words begin, in pixels from the left: behind the sign."""
        px = self._theme.px
        return px(_SIDE) + px(_SIGN) + px(_GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return is for the group where it goes on from here."""
        group = self.parentWidget()
        if event.key() in _RETURNS and isinstance(group, ChoiceButtons) and group.goes_on_with_return:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _has_error(self) -> bool:
        group = self.parentWidget()
        return group is not None and bool(group.property(HAS_ERROR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the choice."""
        theme, colours, px = self._theme, self._theme.colours, self._theme.px
        painter = smooth_painter(self)
        is_on = self.isChecked()
        is_hot = self.underMouse() or self.isDown()
        fill = colours.soft if is_on or is_hot else colours.surface
        edge, width = (colours.primary, 2.0) if is_on else (colours.line, 1.5)
        if self._has_error():
            edge, width = colours.bad, 3.0
        rounded_box(painter, self.rect(), px(10), fill, edge, width * theme.unit)
        sign = QRectF(px(_SIDE), round((self.height() - px(_SIGN)) / 2), px(_SIGN), px(_SIGN))
        self._paint_sign(painter, sign, is_on)
        words, note = self._blocks(self.width())
        y = (self.height() - words.height - (note.height if note else 0)) / 2
        words.draw(painter, self.words_start(), y, colours.text)
        if note is not None:
            note.draw(painter, self.words_start(), y + words.height, colours.muted)

    def _blocks(self, width: int) -> tuple[TextBlock, TextBlock | None]:
        room = width - self._beside_words()
        words = lay_out(self._theme, self._first, TextStyle.STRONG, room)
        return words, lay_out(self._theme, self._note, TextStyle.NOTE, room) if self._note else None

    def _paint_sign(self, painter: QPainter, area: QRectF, is_on: bool) -> None:
        theme, colours = self._theme, self._theme.colours
        radius = area.height() / 2 if self._is_one_of_many else theme.px(5)
        if not is_on:
            rounded_box(painter, area, radius, colours.surface, colours.line, 1.5 * theme.unit)
            return
        rounded_box(painter, area, radius, colours.primary)
        paint_tick(painter, area, colours.on_primary)

    def _beside_words(self) -> int:
        px = self._theme.px
        return 2 * px(_SIDE) + px(_SIGN) + px(_GAP) + px(2)


class ChoiceButtons(FlowGroup):
    """One choice, or several. Signals: `chosen_changed`, when a person chooses, not when it is set; `entered`.

    Where it `goes_on_with_return`, Return chooses what has the focus and says that this is all; Space only chooses.
    With `is_in_lines` they stand under each other, all as wide as there is room: for whole sentences.
    """

    chosen_changed = Signal()
    entered = Signal()
    goes_on_with_return = False

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Iterable[Choice] = (),
        *,
        is_several: bool = False,
        is_in_lines: bool = False,
    ) -> None:
        self._is_in_lines = is_in_lines
        super().__init__(theme, name)
        self._is_several = is_several
        self._buttons: dict[str, ChoiceButton] = {}
        self.set_choices(choices)

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer other choices; nothing is chosen then."""
        with laid_out_once(self):
            empty_layout(self._flow)
            self._buttons.clear()
            for choice in choices:
                self._add(choice)
        for button in list(self._buttons.values())[:1]:
            self.setFocusProxy(button)

    def chosen(self) -> list[str]:
        """The keys that are chosen, in the order shown."""
        return [key for key, button in self._buttons.items() if button.isChecked()]

    def chosen_key(self) -> str | None:
        """The chosen key where only one can be, or none."""
        return next(iter(self.chosen()), None)

    def set_chosen(self, *keys: str) -> None:
        """Choose these and no others."""
        for key, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(key in keys)
            button.setAutoExclusive(not self._is_several)
        self._point_focus()
        self._begin_again()

    def button(self, key: str) -> ChoiceButton:
        """The button of one choice."""
        return self._buttons[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move through the choices."""
        if event.key() in _RETURNS and not event.isAutoRepeat() and self._enter():
            return
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
        }.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        focused = self.window().focusWidget()
        if step is None or focused not in buttons:
            super().keyPressEvent(event)
            return
        at = buttons.index(focused) + step
        buttons[at % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _make_flow(self, theme: Theme) -> FlowLayout:
        return LineLayout(theme) if self._is_in_lines else super()._make_flow(theme)

    def _enter(self) -> bool:
        focused = self.window().focusWidget()
        button = next((one for one in self._buttons.values() if one is focused), None)
        if button is None or not self.goes_on_with_return:
            return False
        if not button.isChecked():
            button.click()
        self.entered.emit()
        return True

    def _add(self, choice: Choice) -> None:
        button = self._buttons[choice.key] = self._make_button(choice)
        button.clicked.connect(partial(self._on_clicked, choice.key))
        self._flow.addWidget(button)
        button.show()  # at once, so that it can have the focus: Qt would do it a turn of its loop later

    def _make_button(self, choice: Choice) -> ChoiceButton:
        return ChoiceButton(self._theme, choice, is_one_of_many=not self._is_several)

    def _point_focus(self) -> None:
        """Who comes to the choices lands on the one that holds, so that Enter changes nothing by mistake."""
        key = self.chosen_key()
        if key is not None and not self._is_several:
            self.setFocusProxy(self._buttons[key])

    def _begin_again(self) -> None:
        """Nothing is chosen any more: Tab comes to the first one, not to where the focus was last (Qt keeps that)."""
        buttons = list(self._buttons.values())
        if self._is_several or self.chosen() or any(button.hasFocus() for button in buttons):
            return
        for at, button in enumerate(buttons):
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus if at else Qt.FocusPolicy.StrongFocus)
            if not at:
                self.setFocusProxy(button)

    def _on_clicked(self, _key: str) -> None:
        self._point_focus()
        self.chosen_changed.emit()
