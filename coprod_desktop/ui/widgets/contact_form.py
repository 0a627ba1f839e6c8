"""How a person wants to hear from the group, in their own words."""

from collections.abc import Mapping

from coprod_desktop.domain.person import Person
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.person_part import PersonPart, Refusing
from coprod_desktop.ui.widgets.saved_field import SavedField


class ContactForm(PersonPart):
    """One field: how to reach somebody."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        hint = self.tr("Phone, text, letter, email, or through somebody they trust.")
        self._contact = SavedField(theme, self.tr("How do they want to hear from us?"), hint=hint, lines=2)
        column = Column(theme)
        column.addWidget(self._contact)
        self.setLayout(column)
        self._contact.left_with.connect(self._on_contact)

    def show_person(self, person: Person) -> None:
        """Show what is kept."""
        self._contact.show_words(person.contact)

    def refusing(self) -> Mapping[str, Refusing]:
        """The field that a refusal can be about."""
        return {"contact": self._contact}

    def _on_contact(self, words: str) -> None:
        self.changed.emit({"contact": words})
