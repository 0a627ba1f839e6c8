"""How a person is named: full name, how minutes name them, and a pronoun only if they give one."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import Qt

from coprod_desktop.domain.person import NamedAs, Person
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.letters_hint import CannotPrint
from coprod_desktop.ui.widgets.person_part import PersonPart, Refusing
from coprod_desktop.ui.widgets.saved_field import SavedField


class NamingForm(PersonPart):
    """Name, how minutes name them, chosen name, pronoun."""

    def __init__(self, theme: Theme, words_for: Callable[[StrEnum], str], cannot_print: CannotPrint) -> None:
        super().__init__()
        self._name = SavedField(theme, self.tr("Name"), hint=self.tr("As they say it. A first name is enough."))
        self._add = BigButton(
            theme, self.tr("Add this person"), kind=ButtonKind.PRIMARY, icon=Icon.ADD_PERSON, key="F8"
        )
        self._pronoun = SavedField(theme, self.tr("Pronoun"), hint=self.tr("Only if they tell you."))
        self._chosen_name = SavedField(theme, self.tr("The name they choose"))
        for name in (self._name, self._chosen_name):
            name.tell_letters(cannot_print)
        ways = [Choice(way.value, words_for(way)) for way in NamedAs]
        self._named_as = ChoiceButtons(theme, self.tr("How do they want to be named in minutes?"), ways)
        column = Column(theme, gap=18)
        column.addWidget(self._name)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        asked = self.tr("How do they want to be named in minutes?")
        self._named_as_row = form_row(theme, column, asked, self._named_as, hint=self.tr("Ask them."))
        column.addWidget(self._chosen_name)
        column.addWidget(self._pronoun)
        self.setLayout(column)
        self._name.left_with.connect(self._on_name)
        self._add.clicked.connect(self._on_add)
        self._pronoun.left_with.connect(self._on_pronoun)
        self._chosen_name.left_with.connect(self._on_chosen_name)
        self._named_as.chosen_changed.connect(self._on_named_as)

    def show_person(self, person: Person) -> None:
        """Show what is kept. A new person is asked for the name only."""
        self._name.show_words(person.name)
        self._pronoun.show_words(person.pronoun)
        self._chosen_name.show_words(person.chosen_name)
        if not self._waits_for_chosen_name(person):
            self._named_as.set_chosen(person.named_as.value)
            self._chosen_name.setVisible(person.named_as is NamedAs.CHOSEN)
        self._named_as_row.setVisible(bool(person.name))
        self._pronoun.setVisible(bool(person.name))
        self._add.setVisible(not person.name)

    def add_button(self) -> BigButton:
        """Adds a new person, for its key."""
        return self._add

    def focus_name(self) -> None:
        """Begin with the name."""
        self._name.field.setFocus()

    def refusing(self) -> Mapping[str, Refusing]:
        """The fields that a refusal can be about."""
        return {"name": self._name, "chosen_name": self._chosen_name, "pronoun": self._pronoun}

    def _waits_for_chosen_name(self, person: Person) -> bool:
        is_asked = self._named_as.chosen_key() == NamedAs.CHOSEN.value and not self._chosen_name.isHidden()
        return is_asked and person.named_as is not NamedAs.CHOSEN and not person.chosen_name

    def _on_name(self, words: str) -> None:
        self.changed.emit({"name": words})

    def _on_add(self) -> None:
        self._on_name(self._name.words())

    def _on_pronoun(self, words: str) -> None:
        self.changed.emit({"pronoun": words})

    def _on_chosen_name(self, words: str) -> None:
        self.changed.emit({"chosen_name": words, "named_as": NamedAs.CHOSEN})

    def _on_named_as(self) -> None:
        way = NamedAs(self._named_as.chosen_key() or NamedAs.FIRST.value)
        self._chosen_name.setVisible(way is NamedAs.CHOSEN)
        if way is NamedAs.CHOSEN and not self._chosen_name.words():
            self._chosen_name.field.setFocus()  # kept as soon as the name is there
            return
        self.changed.emit({"named_as": way})
