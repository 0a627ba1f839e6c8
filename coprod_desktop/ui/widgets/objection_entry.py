"""Who does not agree, and why, in their own words; what was taken back stays, and can no longer be changed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import Objection
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.entry_list import Entry
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class ObjectionEntry(Entry[Objection]):
    """The words of somebody who does not agree; nobody chosen means that they are not named.

    Signal: `take_back_requested(objection)`, of one that is in the record.
    """

    take_back_requested = Signal(object)

    def __init__(self, theme: Theme, vocabulary: Vocabulary, people: Sequence[PersonId]) -> None:
        super().__init__()
        self._saved: Objection | None = None
        self._by: Proposer | None = None
        self.words = SentenceField(theme, lines=2)
        self.people = PeopleChoice(theme, self.tr("Who does not agree?"), name=vocabulary.name)
        self.people.show_people(people)
        self.take_back = BigButton(theme, self.tr("They take it back"), kind=ButtonKind.QUIET, icon=Icon.COME_BACK)
        self._taken_back = WrapLabel(theme, "")
        self._fields = self._make_fields(theme)
        column = Column(theme, gap=12)
        column.addWidget(self._taken_back)
        column.addWidget(self._fields)
        self.setLayout(column)
        self.setFocusProxy(self.words)
        self.words.entered.connect(self.people.setFocus)
        self.take_back.clicked.connect(self._on_take_back)
        self._fit()

    def value(self) -> Objection | None:
        """What was filled in."""
        if self._saved is not None and self._saved.is_taken_back:
            return self._saved
        people = self.people.value()
        if not people and not self.words.words().strip():
            return None
        by = Proposer(people=people) if people else None
        if self._by is not None and people == self._by.people:
            by = self._by
        return Objection(text=self.words.words().strip(), by=by)

    def fill(self, value: Objection) -> None:
        """Show an objection that is in the record."""
        self._saved = value
        self._by = value.by
        self.words.set_words(value.text)
        self.people.set_value(value.by.people if value.by else ())
        self._fit()

    def show_secret(self, *, is_secret: bool) -> None:
        """Ask for no name that a secret count must not have."""
        self._who_row.setVisible(not is_secret)

    def show_error(self, words: str) -> None:
        """Say that the words are missing."""
        self._row.show_error(words)

    def is_lacking(self) -> bool:
        """Whether somebody was chosen, but their words are not there."""
        return bool(self.people.value()) and not self.words.words().strip()

    def can_remove(self) -> bool:
        """What is in the record is taken back in the open, never taken away."""
        return self._saved is None

    def can_change(self) -> bool:
        """What was taken back stays as it is."""
        return self._saved is None or not self._saved.is_taken_back

    def _make_fields(self, theme: Theme) -> QWidget:
        column = Column(theme, gap=12)
        self._row = form_row(theme, column, self.tr("What do they say?"), self.words)
        hint = self.tr("Choose nobody if they do not want to be named.")
        self._who_row = form_row(theme, column, self.tr("Who does not agree?"), self.people, hint=hint)
        column.addLayout(flow_of(theme, self.take_back))
        return holder(column)

    def _fit(self) -> None:
        is_taken_back = not self.can_change()
        words = self.tr("Taken back: \u201c{words}\u201d").format(words=self._saved.text) if self._saved else ""
        self._taken_back.setText(words)
        self._taken_back.setVisible(is_taken_back)
        self._fields.setVisible(not is_taken_back)
        self.take_back.setVisible(self._saved is not None)

    def _on_take_back(self) -> None:
        if self._saved is not None:
            self.take_back_requested.emit(self._saved)
