"""How a decision ended, how the group came to it, the counts and the reason."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.lines import DecisionDetails, HowDecided, Outcome, Votes
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.count_field import CountField
from coprod_desktop.ui.widgets.flow_layout import FlowLayout
from coprod_desktop.ui.widgets.form_row import FormRow, form_row
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary

_COUNTED = (HowDecided.THUMBS, HowDecided.DOTS, HowDecided.SHOW_OF_HANDS, HowDecided.SECRET_COUNT)


class OutcomeForm(QWidget):
    """Outcome, way, counts and reason. Signal: `outcome_changed`."""

    outcome_changed = Signal()

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self.outcome = self._choices(theme, self.tr("Do you agree?"), tuple(Outcome))
        self.how = self._choices(theme, self.tr("How did you decide?"), tuple(HowDecided))
        self.counts = {key: CountField(theme) for key in ("yes", "no", "unsure", "more_time")}
        self.reason = SentenceField(theme, lines=2)
        column = Column(theme, gap=16)
        form_row(theme, column, self.tr("What did we decide?"), self.outcome)
        form_row(theme, column, self.tr("How did we decide?"), self.how)
        self._counts_part = self._make_counts(theme)
        column.addWidget(self._counts_part)
        hint = self.tr("Only if a reason was given.")
        self._reason_row = form_row(theme, column, self.tr("Why?"), self.reason, hint=hint)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.how.chosen_changed.connect(self._fit)
        self.outcome.chosen_changed.connect(self.outcome_changed)
        self.setFocusProxy(self.outcome)

    def chosen_outcome(self) -> Outcome:
        """How the decision ended."""
        return Outcome(self.outcome.chosen_key() or Outcome.AGREED)

    def fill(self, details: DecisionDetails) -> None:
        """Show a decision."""
        self.outcome.set_chosen(details.outcome)
        self.how.set_chosen(*([details.how_decided] if details.how_decided else []))
        votes = details.votes or Votes()
        for key, field in self.counts.items():
            field.set_count(getattr(votes, key))
        self.reason.set_words(details.reason)
        self.show_error("")
        self._fit()

    def details(self, base: DecisionDetails) -> DecisionDetails:
        """The decision with what was chosen here."""
        how = self.how.chosen_key()
        counts = {key: field.count() for key, field in self.counts.items()}
        return replace(
            base,
            outcome=self.chosen_outcome(),
            how_decided=HowDecided(how) if how else None,
            votes=Votes(**counts) if self._is_counted() and any(n is not None for n in counts.values()) else None,
            reason=self.reason.words(),
        )

    def show_error(self, words: str) -> None:
        """Say beside the reason what is wrong with it, or that nothing is."""
        if words:
            self._reason_row.show_error(words)
        else:
            self._reason_row.clear_error()

    def _choices(self, theme: Theme, words: str, values: Sequence[StrEnum]) -> ChoiceButtons:
        return ChoiceButtons(theme, words, [Choice(value, self._vocabulary.words(value)) for value in values])

    def _make_counts(self, theme: Theme) -> QWidget:
        labels = (self.tr("Yes"), self.tr("No"), self.tr("Not sure"), self.tr("More time"))
        flow = FlowLayout(theme, gap=16)
        for field, words in zip(self.counts.values(), labels, strict=True):
            flow.addWidget(FormRow(theme, words, field))
        part = holder(flow)
        policy = part.sizePolicy()
        policy.setHeightForWidth(True)
        part.setSizePolicy(policy)
        return part

    def _is_counted(self) -> bool:
        return self.how.chosen_key() in _COUNTED or any(field.count() is not None for field in self.counts.values())

    def _fit(self) -> None:
        self._counts_part.setVisible(self._is_counted())
