"""Asks more people of the group: one press each, or everyone in one press."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.services.people_service import folded
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.empty_row import EmptyRow
from coprod_desktop.ui.widgets.flow_group import FlowGroup
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_MOST_SHOWN: Final = 24
"""More names than these nobody reads; a few letters find the others."""


class AskPeople(QWidget):
    """A dashed row that opens: a line to find a name, the names to press, and everyone.

    Signals: `asked(person id)`; `everyone_asked`.
    """

    asked = Signal(str)
    everyone_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._people: tuple[tuple[PersonId, str], ...] = ()
        self.empty = EmptyRow(theme, self.tr("Ask more people"), key="F4", icon=Icon.ADD_PERSON)
        self.everyone = BigButton(theme, self.tr("Ask everyone"), icon=Icon.PEOPLE)
        self.close_button = BigButton(theme, self.tr("Close"), kind=ButtonKind.QUIET, icon=Icon.CLOSE)
        self.line = LineField(theme)
        self._more = WrapLabel(theme, "", TextStyle.NOTE)
        self._names = NameButtons(theme, self.tr("People of the group"))
        self._form = self._make_form()
        column = Column(theme)
        column.addWidget(self.empty)
        column.addWidget(self._form)
        self.setLayout(column)
        self._form.hide()
        self._connect()

    def is_open(self) -> bool:
        """Whether the names are in sight."""
        return not self._form.isHidden()

    def show_people(self, people: Sequence[tuple[PersonId, str]]) -> None:
        """Offer these people, who are not asked yet, by the alphabet."""
        if self._people != tuple(people):
            self._people = tuple(people)
            self._show_names()
        self.everyone.setEnabled(bool(people))
        self.empty.setVisible(bool(people) and not self.is_open())
        if not people and self.is_open():
            self.close_line()

    def open(self) -> None:
        """Show the names."""
        self._form.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.empty.hide()

    def close_line(self) -> None:
        """Show the dashed row again, if there is anybody left to ask."""
        self.empty.setVisible(bool(self._people))
        if self.empty.isVisible():
            self.empty.setFocus(Qt.FocusReason.OtherFocusReason)
        self._form.hide()
        self.line.clear()

    def button(self, person_id: PersonId) -> BigButton:
        """The button of a person who is shown."""
        return self._names.button(person_id)

    def shown(self) -> list[str]:
        """Who is shown."""
        return self._names.keys()

    def _make_form(self) -> QWidget:
        column = Column(self._theme, gap=10)
        form_row(self._theme, column, self.tr("Find a name, or press a name below"), self.line)
        column.addWidget(self._names)
        column.addWidget(self._more)
        column.addLayout(flow_of(self._theme, self.everyone, self.close_button))
        return holder(column)

    def _connect(self) -> None:
        self.empty.clicked.connect(self.open)
        self.close_button.clicked.connect(self.close_line)
        self.everyone.clicked.connect(self.everyone_asked)
        self.line.textChanged.connect(self._show_names)
        self.line.returnPressed.connect(self._on_return)
        self._names.pressed.connect(self.asked)

    def _show_names(self) -> None:
        words = folded(self.line.text()).split()
        found = [(who, name) for who, name in self._people if all(word in folded(name) for word in words)]
        self._names.show_names(found[:_MOST_SHOWN])
        self._more.setText(self._more_words(len(found)))
        self._more.setVisible(bool(self._more.text()))

    def _more_words(self, count: int) -> str:
        if not count:
            return self.tr("Nobody has this name, or they are asked already.")
        if count <= _MOST_SHOWN:
            return ""
        return self.tr("{count} more. Write some letters to find them.").format(count=count - _MOST_SHOWN)

    def _on_return(self) -> None:
        """Enter asks the one person who is left."""
        shown = self.shown()
        if len(shown) == 1:
            self.line.clear()
            self.asked.emit(shown[0])


class NameButtons(FlowGroup):
    """Names to press, one stop for Tab. Signal: `pressed(person id)`."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, words)
        self._buttons: dict[str, BigButton] = {}

    def show_names(self, people: Sequence[tuple[PersonId, str]]) -> None:
        """Show these; the focus goes to the next name if the one that had it is gone."""
        focused = self._focused()
        was_at = self.keys().index(focused) if focused is not None else None
        for key in [key for key in self._buttons if key not in dict(people)]:
            gone = self._buttons.pop(key)
            gone.hide()
            self._flow.removeWidget(gone)
            gone.setParent(None)
            gone.deleteLater()
        self._order(people)
        if was_at is not None and focused not in self._buttons and self._buttons:
            self._buttons[self.keys()[min(was_at, len(self._buttons) - 1)]].setFocus()

    def button(self, key: str) -> BigButton:
        """The button of a name."""
        return self._buttons[key]

    def keys(self) -> list[str]:
        """Who is shown."""
        return list(self._buttons)

    def _order(self, people: Sequence[tuple[PersonId, str]]) -> None:
        kept = self._buttons
        self._buttons = {who: kept.get(who) or self._make(who, name) for who, name in people}
        for button in self._buttons.values():
            self._flow.removeWidget(button)
            self._flow.addWidget(button)
            button.show()

    def _make(self, who: PersonId, name: str) -> BigButton:
        button = BigButton(self._theme, name, icon=Icon.ADD)
        button.clicked.connect(partial(self.pressed.emit, who))
        return button

    def _focused(self) -> str | None:
        focused = self.window().focusWidget()
        return next((key for key, button in self._buttons.items() if button is focused), None)
