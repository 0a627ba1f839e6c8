"""Welcomes somebody who is not on the list: one line for their first name, and people known already."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.caution_line import CautionLine
from coprod_desktop.ui.widgets.empty_row import EmptyRow
from coprod_desktop.ui.widgets.flow_layout import FlowLayout, flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, empty_layout, holder
from coprod_desktop.ui.widgets.letters_hint import CannotPrint, LettersHint, letters_words
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class WalkInLine(QWidget):
    """A dashed row that becomes a line for a name.

    Signals: `typed(words)` while a name is typed; `named(name)` for a new person;
    `known(person id)` for somebody the group knows already; `opened` and `closed`.
    """

    typed = Signal(str)
    named = Signal(str)
    known = Signal(str)
    opened = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, cannot_print: CannotPrint) -> None:
        super().__init__()
        self._theme = theme
        self._cannot_print = cannot_print
        self.empty = EmptyRow(theme, self.tr("Somebody else is here"), key="F4", icon=Icon.ADD_PERSON)
        self._line = LineField(theme)
        self._add = BigButton(theme, self.tr("Is here"), icon=Icon.CHECK)
        self._close = BigButton(theme, self.tr("Close"), kind=ButtonKind.QUIET, icon=Icon.CLOSE)
        self._is_it = WrapLabel(theme, self.tr("Is it one of these people?"), TextStyle.NOTE)
        self._matches = FlowLayout(theme)
        self._form = self._make_form()
        self._about_last = CautionLine(theme)
        column = Column(theme)
        column.addWidget(self._about_last)
        column.addWidget(self.empty)
        column.addWidget(self._form)
        self.setLayout(column)
        self._form.hide()
        self._connect()

    def is_open(self) -> bool:
        """Whether the line is open."""
        return not self._form.isHidden()

    def open(self) -> None:
        """Show the line and go to it."""
        self._form.show()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.empty.hide()
        self._about_last.hide()
        self.opened.emit()

    def close_line(self) -> None:
        """Show the dashed row again; a name that was typed stays for the next time."""
        self.empty.show()
        self.empty.setFocus(Qt.FocusReason.OtherFocusReason)
        self._form.hide()
        self.closed.emit()

    def clear(self) -> None:
        """Forget the name that was typed."""
        self._line.clear()
        self._row.clear_error()
        self.show_matches([])

    def show_matches(self, people: Sequence[tuple[PersonId, str]]) -> None:
        """Offer people the group knows, so that nobody is there twice."""
        empty_layout(self._matches)
        self._is_it.setVisible(bool(people))
        for person_id, name in people:
            button = BigButton(self._theme, name, icon=Icon.PERSON)
            button.clicked.connect(partial(self.known.emit, person_id))
            self._matches.addWidget(button)

    def show_error(self, words: str) -> None:
        """Say beside the line what to put right."""
        self._row.show_error(words)

    def _make_form(self) -> QWidget:
        column = Column(self._theme, gap=10)
        self._row = form_row(self._theme, column, self.tr("What is their first name?"), self._line)
        LettersHint(self._row, self._line, self._cannot_print)
        column.addWidget(self._is_it)
        column.addLayout(self._matches)
        column.addLayout(flow_of(self._theme, self._add, self._close, gap=12))
        self._is_it.hide()
        return holder(column)

    def _connect(self) -> None:
        self.empty.clicked.connect(self.open)
        self._close.clicked.connect(self.close_line)
        self._line.textEdited.connect(self._row.clear_error)
        self._line.textEdited.connect(self.typed)
        self._line.returnPressed.connect(self._on_add)
        self._add.clicked.connect(self._on_add)

    def _on_add(self) -> None:
        name = self._line.text()
        self.named.emit(name)
        if not self._line.text():  # they are here, and the line is shut
            self._about_last.say(letters_words(self._cannot_print(name)))
