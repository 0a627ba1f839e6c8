"""The parts of a decision: for each a row that says what is there, and fields that change it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import ActionDetails, DecisionDetails, NeededYes, Objection, Outcome, Words
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.action_fields import ActionFields
from coprod_desktop.ui.widgets.between_form import BetweenForm
from coprod_desktop.ui.widgets.conditions_form import ConditionsForm
from coprod_desktop.ui.widgets.decision_summaries import DecisionSummaries
from coprod_desktop.ui.widgets.entry_list import EntryList
from coprod_desktop.ui.widgets.needed_yes_entry import NeededYesEntry
from coprod_desktop.ui.widgets.objection_entry import ObjectionEntry
from coprod_desktop.ui.widgets.outcome_form import OutcomeForm
from coprod_desktop.ui.widgets.part_row import PartRow
from coprod_desktop.ui.widgets.support_form import SupportForm
from coprod_desktop.ui.widgets.told_us_form import ToldUsForm
from coprod_desktop.ui.widgets.tried_form import TriedForm
from coprod_desktop.ui.widgets.vocabulary import Vocabulary

PRESENCE, OUTCOME, OBJECTIONS, NEEDED, ACTION, SUPPORT, CONDITIONS, TRIED, BETWEEN = (
    *("presence", "outcome", "objections", "needed_yes", "action", "support", "conditions", "tried", "between"),
)

EXTRA: Final = (SUPPORT, CONDITIONS, TRIED, BETWEEN)
"""The parts that are folded away while nothing stands in them."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A row, the fields below it, how its words are made, and what it says when nothing is there."""

    row: PartRow
    form: QWidget
    say: Callable[[DecisionDetails], str]
    nothing: str


class DecisionParts(QObject):
    """Makes the rows and forms, fills them and reads them. Signal: `objection_taken_back(objection)`."""

    objection_taken_back = Signal(object)

    def __init__(self, theme: Theme, vocabulary: Vocabulary, say: DecisionSummaries, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._vocabulary = vocabulary
        self._say = say
        self._people: tuple[PersonId, ...] = ()
        self.told_us = ToldUsForm(theme, vocabulary)
        self.outcome = OutcomeForm(theme, vocabulary)
        self.objections: EntryList[Objection] = EntryList(
            theme,
            self._make_objection,
            add_words=self.tr("Somebody else does not agree"),
            remove_words=self.tr("Take this away"),
        )
        self.needed: EntryList[NeededYes] = EntryList(
            theme,
            partial(NeededYesEntry, theme, vocabulary),
            add_words=self.tr("One more must say yes"),
            remove_words=self.tr("Take this away"),
        )
        self.action = ActionFields(theme, vocabulary)
        self.support = SupportForm(theme, vocabulary)
        self.conditions = ConditionsForm(theme, vocabulary)
        self.tried = TriedForm(theme, vocabulary)
        self.between = BetweenForm(theme, vocabulary)
        self.rows = self._make_rows()
        self.outcome.how_changed.connect(self.fit)

    def show_people(self, people: Sequence[PersonId], everyone: Sequence[PersonId]) -> None:
        """Offer the people of the meeting, and where it is not about the room everybody of the group."""
        self._people = tuple(people)
        for form in (self.support, self.action):
            form.show_people(people)
        for entry in self.objections.entries():
            if isinstance(entry, ObjectionEntry):
                entry.people.show_people(people)
        for wide in (self.tried, self.between):
            wide.show_people(everyone or people)

    def show_paid(self, paid: Collection[PersonId]) -> None:
        """Who is paid for taking part; for the others it is asked what goes with a job."""
        self.action.show_paid(paid)

    def fill(self, details: DecisionDetails, *, but: str = "") -> None:
        """Show a decision in all forms but one, where somebody may be typing."""
        fills: dict[str, Callable[[], None]] = {
            PRESENCE: partial(self.told_us.fill, details),
            OUTCOME: partial(self.outcome.fill, details),
            OBJECTIONS: partial(self.objections.fill, details.objections),
            NEEDED: partial(self.needed.fill, details.needs_yes_from),
            SUPPORT: partial(self.support.fill, details),
            CONDITIONS: partial(self.conditions.fill, details),
            TRIED: partial(self.tried.fill, details),
            BETWEEN: partial(self.between.fill, details),
        }
        for key, fill in fills.items():
            if key != but:
                fill()
        self.fit()

    def details(self, base: DecisionDetails) -> DecisionDetails:
        """The decision with everything that was filled in."""
        details = base
        for form in (self.outcome, self.support, self.conditions, self.told_us, self.tried, self.between):
            details = form.details(details)
        return replace(details, objections=self.objections.values(), needs_yes_from=self.needed.values())

    def new_job(self) -> tuple[Words, ActionDetails] | None:
        """The job that was written down with a draft, if any."""
        return None if self.action.is_empty() else self.action.value(ActionDetails())

    def error_at(self, field: str) -> tuple[str, Callable[[str], None]] | None:
        """The part that has a field which was refused, and how to say it there."""
        places: dict[str, tuple[str, Callable[[str], None]]] = {
            "objection": (OBJECTIONS, self.objections.show_error),
            "needs_yes_from": (NEEDED, self.needed.show_error),
            "reason": (OUTCOME, self.outcome.show_error),
            "how_decided": (OUTCOME, partial(self.outcome.show_error, is_how=True)),
            "text": (ACTION, self.action.show_error),
            "between": (BETWEEN, self.between.show_error),
        }
        return places.get(field)

    def fit(self) -> None:
        """Ask for no names that a secret count must not have; what others decided asks what we said."""
        is_secret = self.outcome.is_secret
        self.support.show_secret(is_secret=is_secret)
        for entry in self.objections.entries():
            if isinstance(entry, ObjectionEntry):
                entry.show_secret(is_secret=is_secret)
        is_elsewhere = self.outcome.chosen_outcome() is Outcome.DECIDED_ELSEWHERE
        label = self.tr("What we said") if is_elsewhere else self.tr("Does not agree")
        self.rows[OBJECTIONS].row.set_label(label)

    def _make_objection(self) -> ObjectionEntry:
        entry = ObjectionEntry(self._theme, self._vocabulary, self._people)
        entry.show_secret(is_secret=self.outcome.is_secret)
        entry.take_back_requested.connect(self.objection_taken_back)
        return entry

    def _make_rows(self) -> dict[str, Part]:
        say, tr = self._say, self.tr
        made: tuple[tuple[str, Icon, str, QWidget, Callable[[DecisionDetails], str], str], ...] = (
            (PRESENCE, Icon.PEOPLE, tr("Who is here"), self.told_us, say.told_us, ""),
            (OUTCOME, Icon.DECISIONS, tr("How we decided"), self.outcome, say.outcome, ""),
            (OBJECTIONS, Icon.DOES_NOT_AGREE, tr("Does not agree"), self.objections, say.objections, self._nobody()),
            (NEEDED, Icon.ASK_THE_GROUP, tr("Who else must say yes"), self.needed, say.needed_yes, tr("Nobody else.")),
            (ACTION, Icon.ACTION, tr("Who will do it"), self.action, self._say_job, tr("Nobody has a job yet.")),
            (SUPPORT, Icon.AGREEMENT, tr("Backed by"), self.support, say.support, tr("Nobody is named yet.")),
            (
                CONDITIONS,
                Icon.DATE,
                tr("Only if, and until when"),
                self.conditions,
                say.conditions,
                tr("Nothing more."),
            ),
            (TRIED, Icon.HOPES, tr("Who has tried it"), self.tried, say.tried, tr("Nobody has tried it yet.")),
            (BETWEEN, Icon.TWO_TALK, tr("Between meetings"), self.between, say.between, tr("No. We decided it here.")),
        )
        parts: dict[str, Part] = {}
        for key, icon, label, form, said, nothing in made:
            row = PartRow(self._theme, icon, label)
            row.put_below(form)
            parts[key] = Part(row=row, form=form, say=said, nothing=nothing)
        return parts

    def _nobody(self) -> str:
        return self.tr("Nobody has said so.")

    def _say_job(self, _details: DecisionDetails) -> str:
        return "" if self.action.is_empty() else self._say.action(*self.action.value(ActionDetails()))
