"""The fields of a job: what will be done, who does it, what goes with it, by when."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.actions import asks_what_goes_with_it
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import ActionDetails, Words
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.goes_with_job import GoesWithJob
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.owner_answers import OwnerAnswers
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary
from coprod_desktop.ui.widgets.word_offers import WordOffers


class ActionFields(QWidget):
    """What, who and by when. Only the words must be there; without anyone it is nobody's job yet.

    Signal: `declined(person id)`, who said "No, thank you" and is not chosen any more.
    """

    declined = Signal(str)

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.words = SentenceField(theme, lines=2)
        self.owners = PeopleChoice(theme, self.tr("Who will do it?"), name=vocabulary.name)
        self.answers = OwnerAnswers(theme, name=vocabulary.name)
        self.goes_with = GoesWithJob(theme)
        self.due_on = DateField(theme)
        self._paid: frozenset[PersonId] = frozenset()
        self._is_open = True
        column = Column(theme, gap=16)
        self._row = form_row(theme, column, self.tr("What will be done?"), self.words)
        self._row.add_below(WordOffers(theme, self.words))
        hint = self.tr("You can choose nobody. Then nobody has this job yet.")
        form_row(theme, column, self.tr("Who will do it?"), self.owners, hint=hint)
        column.addWidget(self.answers)
        column.addWidget(self.goes_with)
        self.goes_with.hide()
        hint = self.tr("Type the day, or press the up arrow. It can wait.")
        form_row(theme, column, self.tr("By when?"), self.due_on, hint=hint)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.words)
        self.words.entered.connect(self.owners.setFocus)
        self.owners.changed.connect(self._on_owners)
        self.answers.declined.connect(self._on_declined)

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people."""
        self.owners.show_people(people)

    def show_paid(self, paid: Collection[PersonId]) -> None:
        """Who is paid for taking part; for the others it is asked what goes with a job."""
        self._paid = frozenset(paid)
        self._fit()

    def ask_owners(self, *, is_asked: bool) -> None:
        """Ask each person whether they will do it, as long as it is still to do."""
        self._is_open = is_asked
        self._on_owners()

    def fill(self, words: str, details: ActionDetails) -> None:
        """Show a job."""
        self.show_error("")
        self.words.set_words(words)
        self.owners.set_value(details.owners)
        self.goes_with.fill(details)
        self.due_on.set_day(details.due_on)
        self._on_owners()

    def value(self, base: ActionDetails) -> tuple[Words, ActionDetails]:
        """The job with what was typed and chosen here."""
        words = Words(text=self.words.words().strip())
        details = self.goes_with.details(base)
        return words, replace(details, owners=self.owners.value(), due_on=self.due_on.day())

    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        is_without_words = not self.words.words().strip() and self.goes_with.is_empty()
        return is_without_words and not self.owners.value() and self.due_on.day() is None

    def show_error(self, words: str) -> None:
        """Say beside the words what to put right, or that nothing is wrong."""
        if words:
            self._row.show_error(words)
        else:
            self._row.clear_error()

    def error_words(self) -> str:
        """What is said beside the words."""
        return self._row.error_words()

    def _on_owners(self) -> None:
        self.answers.ask(self.owners.value() if self._is_open else ())
        self._fit()

    def _on_declined(self, person_id: str) -> None:
        """Who is left is asked next; with nobody left it is nobody's job yet."""
        left = [who for who in self.owners.value() if who != person_id]
        if left:
            self.answers.focus_person(left[0])
        else:
            self.owners.setFocus(Qt.FocusReason.OtherFocusReason)
        self.owners.set_value(left)
        self._on_owners()
        self.declined.emit(person_id)

    def _fit(self) -> None:
        """What was typed before stays in sight."""
        is_asked = asks_what_goes_with_it(self.owners.value(), self._paid)
        self.goes_with.setVisible(is_asked or not self.goes_with.is_empty())
