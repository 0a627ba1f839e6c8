"""A decision between 2 meetings: who was asked, how, and who could not be asked (R15)."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import BetweenMeetings, DecisionDetails
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary


class BetweenForm(QWidget):
    """Empty fields say that it was decided in the meeting."""

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.how = SentenceField(theme, lines=2)
        self.asked = PeopleChoice(theme, self.tr("Who was asked?"), name=vocabulary.name)
        self.not_asked = PeopleChoice(theme, self.tr("Who could not be asked?"), name=vocabulary.name)
        column = Column(theme, gap=16)
        hint = self.tr("Only if you decided it between 2 meetings.")
        self._how_row = form_row(theme, column, self.tr("How were people asked?"), self.how, hint=hint)
        form_row(theme, column, self.tr("Who was asked?"), self.asked)
        form_row(theme, column, self.tr("Who could not be asked?"), self.not_asked)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.how)
        self.how.entered.connect(self.asked.setFocus)

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people: everybody of the group, because people are not in one room."""
        self.asked.show_people(people)
        self.not_asked.show_people(people)

    def fill(self, details: DecisionDetails) -> None:
        """Show a decision."""
        between = details.between or BetweenMeetings()
        self.how.set_words(between.how)
        self.asked.set_value(between.asked)
        self.not_asked.set_value(between.not_asked)
        self._how_row.clear_error()

    def details(self, base: DecisionDetails) -> DecisionDetails:
        """The decision with what was written here."""
        between = BetweenMeetings(
            asked=self.asked.value(), how=self.how.words().strip(), not_asked=self.not_asked.value()
        )
        return replace(base, between=None if between == BetweenMeetings() else between)

    def show_error(self, words: str) -> None:
        """Say beside the field what is missing."""
        self._how_row.show_error(words)
