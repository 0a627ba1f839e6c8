"""Who does not agree, and why, in their own words."""

from collections.abc import Sequence

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import Objection
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.entry_list import Entry
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary


class ObjectionEntry(Entry[Objection]):
    """The words of somebody who does not agree; nobody chosen means that they are not named."""

    def __init__(self, theme: Theme, vocabulary: Vocabulary, people: Sequence[PersonId]) -> None:
        super().__init__()
        self._by: Proposer | None = None
        self.words = SentenceField(theme, lines=2)
        self.people = PeopleChoice(theme, self.tr("Who does not agree?"), name=vocabulary.name)
        self.people.show_people(people)
        column = Column(theme, gap=12)
        self._row = form_row(theme, column, self.tr("What do they say?"), self.words)
        hint = self.tr("Choose nobody if they do not want to be named.")
        form_row(theme, column, self.tr("Who does not agree?"), self.people, hint=hint)
        self.setLayout(column)
        self.setFocusProxy(self.words)
        self.words.entered.connect(self.people.setFocus)

    def value(self) -> Objection | None:
        """What was filled in."""
        people = self.people.value()
        if not people and not self.words.words().strip():
            return None
        by = Proposer(people=people) if people else None
        if self._by is not None and people == self._by.people:
            by = self._by
        return Objection(text=self.words.words().strip(), by=by)

    def fill(self, value: Objection) -> None:
        """Show an objection."""
        self._by = value.by
        self.words.set_words(value.text)
        self.people.set_value(value.by.people if value.by else ())

    def show_error(self, words: str) -> None:
        """Say that the words are missing."""
        self._row.show_error(words)

    def is_lacking(self) -> bool:
        """Whether somebody was chosen, but their words are not there."""
        return bool(self.people.value()) and not self.words.words().strip()
