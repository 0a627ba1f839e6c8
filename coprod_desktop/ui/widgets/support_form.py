"""Who backed a decision, who made the idea grow, who stood aside."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import DecisionDetails
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.vocabulary import Vocabulary


class SupportForm(QWidget):
    """Three choices of people; all can stay empty. Of a secret count nobody knows who backed it or stood aside."""

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.backed_by = PeopleChoice(theme, self.tr("Backed by"), name=vocabulary.name)
        self.built_on_by = PeopleChoice(theme, self.tr("Built on by"), name=vocabulary.name)
        self.stood_aside = PeopleChoice(theme, self.tr("Stood aside"), name=vocabulary.name)
        column = Column(theme, gap=16)
        self._backed_row = form_row(theme, column, self.tr("Backed by"), self.backed_by)
        hint = self.tr("Who made the idea grow?")
        form_row(theme, column, self.tr("Built on by"), self.built_on_by, hint=hint)
        hint = self.tr("Who does not want it, but does not stop it?")
        self._aside_row = form_row(theme, column, self.tr("Stood aside"), self.stood_aside, hint=hint)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.backed_by)

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people in each choice."""
        for choice in (self.backed_by, self.built_on_by, self.stood_aside):
            choice.show_people(people)

    def show_secret(self, *, is_secret: bool) -> None:
        """Ask for no names that a secret count must not have."""
        self.setFocusProxy(self.built_on_by if is_secret else self.backed_by)
        for row in (self._backed_row, self._aside_row):
            row.setVisible(not is_secret)

    def fill(self, details: DecisionDetails) -> None:
        """Show a decision."""
        self.backed_by.set_value(details.supported_by)
        self.built_on_by.set_value(details.built_on_by)
        self.stood_aside.set_value(details.stood_aside)

    def details(self, base: DecisionDetails) -> DecisionDetails:
        """The decision with who was chosen here."""
        return replace(
            base,
            supported_by=self.backed_by.value(),
            built_on_by=self.built_on_by.value(),
            stood_aside=self.stood_aside.value(),
        )
