"""How a decision ended, how the group came to it, the counts and the reason."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.at_stake import Stake
from coprod_desktop.domain.lines import DecisionDetails, HowDecided, Outcome, Votes
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.caution_line import CautionLine
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.count_field import CountField
from coprod_desktop.ui.widgets.elsewhere_form import ElsewhereForm
from coprod_desktop.ui.widgets.flow_layout import FlowLayout
from coprod_desktop.ui.widgets.form_row import FormRow, form_row
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary

_COUNTED: Final = (HowDecided.THUMBS, HowDecided.DOTS, HowDecided.SHOW_OF_HANDS, HowDecided.SECRET_COUNT)

_ENDINGS: Final = tuple(outcome for outcome in Outcome if outcome is not Outcome.WITHDRAWN)
"""How a decision can end; taking it back is an act of its own."""

_STAKES: Final = {
    Stake.MONEY: "This is about money.",
    Stake.JOBS: "This is about jobs.",
    Stake.SUPPORT: "This is about support.",
}


class OutcomeForm(QWidget):
    """Outcome, way, counts and reason. Signals: `outcome_changed`; `how_changed`."""

    outcome_changed = Signal()
    how_changed = Signal()

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._theme = theme
        self._vocabulary = vocabulary
        self._ways: tuple[HowDecided, ...] = tuple(HowDecided)
        self.outcome = ChoiceButtons(theme, self.tr("Do you agree?"), self._choices(_ENDINGS))
        self.elsewhere = ElsewhereForm(theme)
        self.why_private = CautionLine(theme)
        self.how = ChoiceButtons(theme, self.tr("How did you decide?"), self._choices(self._ways))
        self.secret = CautionLine(theme)
        self.counts = {key: CountField(theme) for key in ("yes", "no", "unsure", "more_time")}
        self.reason = SentenceField(theme, lines=2)
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.how.chosen_changed.connect(self._on_how)
        self.outcome.chosen_changed.connect(self._on_outcome)
        self.setFocusProxy(self.outcome)

    def chosen_outcome(self) -> Outcome:
        """How the decision ended."""
        return Outcome(self.outcome.chosen_key() or Outcome.AGREED)

    @property
    def is_secret(self) -> bool:
        """Whether nobody may be seen to choose: then only counts are kept."""
        return self.how.chosen_key() == HowDecided.SECRET_COUNT and not self._is_elsewhere()

    def offer_ways(self, ways: Sequence[HowDecided], stakes: Sequence[Stake]) -> None:
        """Offer the ways to decide in this order, and say why a private one stands first."""
        if tuple(ways) != self._ways:
            self._ways = tuple(ways)
            chosen = self.how.chosen()
            self.how.set_choices(self._choices(self._ways))
            self.how.set_chosen(*chosen)
        said = " ".join(_tr(_STAKES[stake]) for stake in stakes[:1])
        first = self.tr("In a secret count nobody sees who says what.")
        words = f"{said} {first}" if said else ""
        if words != self.why_private.words():
            self.why_private.say(words)
        self._fit()

    def fill(self, details: DecisionDetails) -> None:
        """Show a decision."""
        endings = (*_ENDINGS, Outcome.WITHDRAWN) if details.outcome is Outcome.WITHDRAWN else _ENDINGS
        self.outcome.set_choices(self._choices(endings))
        self.outcome.set_chosen(details.outcome)
        self.elsewhere.fill(details)
        self.how.set_chosen(*([details.how_decided] if details.how_decided else []))
        votes = details.votes or Votes()
        for key, field in self.counts.items():
            field.set_count(getattr(votes, key))
        self.reason.set_words(details.reason)
        self.clear_errors()
        self._fit()

    def details(self, base: DecisionDetails) -> DecisionDetails:
        """The decision with what was chosen here."""
        how = self.how.chosen_key()
        counts = {key: field.count() for key, field in self.counts.items()}
        chosen = replace(
            base,
            outcome=self.chosen_outcome(),
            how_decided=HowDecided(how) if how and not self._is_elsewhere() else None,
            votes=Votes(**counts) if self._is_counted() and any(n is not None for n in counts.values()) else None,
            reason=self.reason.words(),
        )
        if self._is_elsewhere():
            placed = self.elsewhere.details(base)
            return replace(chosen, decided_at=placed.decided_at, proposer=placed.proposer)
        return chosen

    def show_error(self, words: str, *, is_how: bool = False) -> None:
        """Say beside the reason, or the way to decide, what is wrong with it."""
        (self._how_row if is_how else self._reason_row).show_error(words)

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        for row in (self._how_row, self._reason_row):
            row.clear_error()

    def _choices(self, values: Sequence[Outcome] | Sequence[HowDecided]) -> list[Choice]:
        return [Choice(value, self._vocabulary.words(value)) for value in values]

    def _lay_out(self) -> None:
        theme = self._theme
        column = Column(theme, gap=16)
        form_row(theme, column, self.tr("What did we decide?"), self.outcome)
        column.addWidget(self.elsewhere)
        column.addWidget(self.why_private)
        self._how_row = form_row(theme, column, self.tr("How did we decide?"), self.how)
        column.addWidget(self.secret)
        self._counts_part = self._make_counts(theme)
        column.addWidget(self._counts_part)
        hint = self.tr("Only if a reason was given.")
        self._reason_row = form_row(theme, column, self.tr("Why?"), self.reason, hint=hint)
        self.setLayout(column)

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

    def _is_elsewhere(self) -> bool:
        return self.chosen_outcome() is Outcome.DECIDED_ELSEWHERE

    def _is_counted(self) -> bool:
        if self._is_elsewhere():
            return False
        return self.how.chosen_key() in _COUNTED or any(field.count() is not None for field in self.counts.values())

    def _on_how(self) -> None:
        self._fit()
        self.how_changed.emit()

    def _on_outcome(self) -> None:
        self._fit()
        self.outcome_changed.emit()
        self.how_changed.emit()

    def _fit(self) -> None:
        is_elsewhere = self._is_elsewhere()
        self._counts_part.setVisible(self._is_counted())
        self.elsewhere.setVisible(is_elsewhere)
        self._how_row.setVisible(not is_elsewhere)
        self.why_private.setVisible(bool(self.why_private.words()) and not is_elsewhere)
        words = self.tr("Write only the counts, all at once. No names are kept.") if self.is_secret else ""
        if words != self.secret.words():
            self.secret.say(words)


def _tr(words: str) -> str:
    return QCoreApplication.translate("OutcomeForm", words)
