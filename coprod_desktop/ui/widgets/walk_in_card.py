"""Adds somebody who has just walked in, by first name, in one act."""

from PySide6.QtCore import Signal

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.letters_hint import CannotPrint, LettersHint
from coprod_desktop.ui.widgets.line_field import LineField


class WalkInCard(Card):
    """One field and Return. Signal: `name_given(words)`."""

    name_given = Signal(str)

    def __init__(self, theme: Theme, cannot_print: CannotPrint) -> None:
        super().__init__(theme, self.tr("Somebody new at the door?"), gap=14)
        self._field = LineField(theme)
        self._row = FormRow(theme, self.tr("Add by first name"), self._field, hint=self.tr("Then press Enter."))
        self._letters = LettersHint(self._row, self._field, cannot_print)
        button = BigButton(theme, self.tr("Add them"), icon=Icon.ADD)
        self.add(self._row)
        self.add(button)
        self.add(Divider(theme))
        bring = self.tr("Ask what they bring before you ask what they need.")
        self.add(IconLine(theme, Icon.IDEA, bring, TextStyle.NOTE))
        self.add_stretch()
        self._field.returnPressed.connect(self._on_given)
        self._field.textEdited.connect(self._row.clear_error)
        button.clicked.connect(self._on_given)

    def field(self) -> LineField:
        """Where the name is typed."""
        return self._field

    def accept(self) -> None:
        """The person is on the list: make room for the next."""
        self._field.clear()
        self._row.clear_error()
        self._field.setFocus()

    def refuse(self, words: str) -> None:
        """Say what is missing; typed words stay."""
        self._row.show_error(words)

    def _on_given(self) -> None:
        name = self._field.text()
        self.name_given.emit(name)
        if not self._field.text():  # they are on the list, and who typed has not left the field yet
            self._letters.look_at(name)
