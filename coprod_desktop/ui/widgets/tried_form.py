"""Who has tried what was decided, and how it went: for money or building somebody should have (R15)."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import DecisionDetails
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary


class TriedForm(QWidget):
    """People and words; both can stay empty."""

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.words = SentenceField(theme, lines=2)
        self.people = PeopleChoice(theme, self.tr("Who has tried it?"), name=vocabulary.name)
        column = Column(theme, gap=16)
        form_row(theme, column, self.tr("What did they try, and how did it go?"), self.words)
        form_row(theme, column, self.tr("Who has tried it?"), self.people)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.words)
        self.words.entered.connect(self.people.setFocus)

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people."""
        self.people.show_people(people)

    def fill(self, details: DecisionDetails) -> None:
        """Show a decision."""
        self.words.set_words(details.tried_words)
        self.people.set_value(details.tried_by)

    def details(self, base: DecisionDetails) -> DecisionDetails:
        """The decision with what was written here."""
        return replace(base, tried_by=self.people.value(), tried_words=self.words.words().strip())
