"""The three fields of a job: what will be done, who does it, by when."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import ActionDetails, Words
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary


class ActionFields(QWidget):
    """What, who and by when. Only the words must be there; without anyone it is nobody's job yet."""

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.words = SentenceField(theme, lines=2)
        self.owners = PeopleChoice(theme, self.tr("Who will do it?"), name=vocabulary.name)
        self.due_on = DateField(theme)
        column = Column(theme, gap=16)
        self._row = form_row(theme, column, self.tr("What will be done?"), self.words)
        hint = self.tr("You can choose nobody. Then nobody has this job yet.")
        form_row(theme, column, self.tr("Who will do it?"), self.owners, hint=hint)
        hint = self.tr("Type the day, or press the up arrow. It can wait.")
        form_row(theme, column, self.tr("By when?"), self.due_on, hint=hint)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.words)
        self.words.entered.connect(self.owners.setFocus)

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people."""
        self.owners.show_people(people)

    def fill(self, words: str, details: ActionDetails) -> None:
        """Show a job."""
        self.show_error("")
        self.words.set_words(words)
        self.owners.set_value(details.owners)
        self.due_on.set_day(details.due_on)

    def value(self, base: ActionDetails) -> tuple[Words, ActionDetails]:
        """The job with what was typed and chosen here."""
        words = Words(text=self.words.words().strip())
        return words, replace(base, owners=self.owners.value(), due_on=self.due_on.day())

    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not self.words.words().strip() and not self.owners.value() and self.due_on.day() is None

    def show_error(self, words: str) -> None:
        """Say beside the words what to put right, or that nothing is wrong."""
        if words:
            self._row.show_error(words)
        else:
            self._row.clear_error()

    def error_words(self) -> str:
        """What is said beside the words."""
        return self._row.error_words()
