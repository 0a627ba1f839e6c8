"""What to look for among all lines: what sort, what became of it, when, whose; told in words when it is on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.what_became import Became
from coprod_desktop.services.search_service import FoundKind
from coprod_desktop.ui.room_sight import RoomSight
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.form_row import FormRow, form_row
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.private_cover import PrivateCover

_ALL: Final = ""
_BECAME: Final[Mapping[str, tuple[Became, ...]]] = {
    _ALL: (),
    "waits": tuple(one for one in Became if one.still_waits),
    "agreed": (Became.AGREED, Became.DECIDED, Became.DECIDED_ELSEWHERE),
    "done": (Became.DONE,),
    "passed": (Became.PASSED_ON,),
    "not": (Became.NOT_TAKEN_UP, Became.SAID_NO, Became.NOT_AGREED, Became.DROPPED, Became.WITHDRAWN),
}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is looked for; empty where everything is."""

    kinds: tuple[FoundKind, ...] = ()
    became: tuple[Became, ...] = ()
    since: date | None = None
    until: date | None = None
    person_id: PersonId | None = None
    perspective: Perspective | None = None
    in_all_groups: bool = False


class FindFilters(QWidget):
    """Choices under each other. Where people speak from is asked only when the room cannot see the screen (DP-14).

    Signal: `changed`, when a person changes something.
    """

    changed = Signal()

    def __init__(self, theme: Theme, sight: RoomSight, words_for: Callable[[StrEnum], str]) -> None:
        super().__init__()
        self._theme, self._words_for = theme, words_for
        self._perspective: Perspective | None = None
        self.kind = ChoiceButtons(theme, _kind_question(), _kind_choices())
        self.became = ChoiceButtons(theme, _became_question(), _became_choices())
        self.when = ChoiceButtons(theme, self.tr("When was it?"), self._when_choices())
        self.whose = ChoiceButtons(theme, self.tr("Whose is it?"))
        self.groups = ChoiceButtons(theme, self.tr("Which group?"), self._group_choices())
        self.since, self.until = DateField(theme), DateField(theme)
        self.cover = PrivateCover(theme, sight, self._make_perspectives)
        self._lay_out()
        self._connect()
        self.show_people(())
        self.show_groups(1)
        self.clear()

    def wanted(self) -> Wanted:
        """What is looked for now."""
        kind, whose = self.kind.chosen_key(), self.whose.chosen_key()
        since, until = self._days()
        return Wanted(
            kinds=(FoundKind(kind),) if kind else (),
            became=_BECAME[self.became.chosen_key() or _ALL],
            since=since,
            until=until,
            person_id=PersonId(whose) if whose else None,
            perspective=self._perspective,
            in_all_groups=self.groups.chosen_key() == "all",
        )

    def told(self) -> str:
        """Which of them are on, in words; empty if none."""
        chosen = [
            self._label(buttons)
            for buttons in (self.kind, self.became, self.whose, self.groups)
            if buttons.chosen_key() not in (None, _ALL)
        ]
        since, until = self._days()
        days = [
            self.tr("From {day}").format(day=day_words(since, with_weekday=False)) if since else "",
            self.tr("Up to {day}").format(day=day_words(until, with_weekday=False)) if until else "",
        ]
        where = [self._words_for(self._perspective)] if self._perspective is not None else []
        said = [*chosen, *filter(None, days), *where]
        return self.tr("You see only: {what}.").format(what=" \u00b7 ".join(said)) if said else ""

    def clear(self) -> None:
        """Look for everything."""
        for buttons in (self.kind, self.became, self.when, self.whose, self.groups):
            buttons.set_chosen(_ALL)
        for field in (self.since, self.until):
            field.blockSignals(True)
            field.set_day(None)
            field.blockSignals(False)
        self._perspective = None
        self._show_perspective()
        self._show_days()

    def show_people(self, people: Iterable[tuple[PersonId, str]]) -> None:
        """Offer these people; whoever is chosen stays chosen."""
        chosen = self.whose.chosen_key() or _ALL
        choices = [Choice(_ALL, self.tr("Everybody")), *(Choice(who, name) for who, name in people)]
        self.whose.set_choices(choices)
        self.whose.set_chosen(chosen if chosen in [choice.key for choice in choices] else _ALL)

    def show_groups(self, count: int) -> None:
        """With more groups than one there is a choice."""
        self._groups_row.setVisible(count > 1)

    # Building

    def _lay_out(self) -> None:
        column = Column(self._theme, gap=16, margins=(8, 0, 8, 0))
        for question, field in (
            (_kind_question(), self.kind),
            (_became_question(), self.became),
            (self.tr("When was it?"), self.when),
        ):
            form_row(self._theme, column, question, field)
        days = EvenRow(self._theme, least=320)
        days.addWidget(FormRow(self._theme, self.tr("From this day"), self.since))
        days.addWidget(FormRow(self._theme, self.tr("Up to this day"), self.until))
        self._days_row = holder(days)
        column.addWidget(self._days_row)
        form_row(self._theme, column, self.tr("Whose is it?"), self.whose)
        self._groups_row = form_row(self._theme, column, self.tr("Which group?"), self.groups)
        column.addWidget(self.cover)
        self.setLayout(column)

    def _connect(self) -> None:
        for buttons in (self.kind, self.became, self.whose, self.groups):
            buttons.chosen_changed.connect(self.changed)
        self.when.chosen_changed.connect(self._on_when)
        for field in (self.since, self.until):
            field.day_changed.connect(self.changed)
        self.cover.covered.connect(self._on_covered)

    def _when_choices(self) -> list[Choice]:
        words = (
            (_ALL, self.tr("At any time")),
            ("year", self.tr("In the last year")),
            ("days", self.tr("Between 2 days")),
        )
        return [Choice(*one) for one in words]

    def _group_choices(self) -> list[Choice]:
        return [Choice(_ALL, self.tr("This group")), Choice("all", self.tr("All groups"))]

    def _make_perspectives(self) -> QWidget:
        choices = [Choice(_ALL, self.tr("Everybody"))]
        choices += [Choice(one.value, self._words_for(one)) for one in Perspective if one is not Perspective.NOT_SAID]
        question = self.tr("Where did they speak from?")
        buttons = self._perspectives = ChoiceButtons(self._theme, question, choices)
        buttons.set_chosen(self._perspective.value if self._perspective else _ALL)
        buttons.chosen_changed.connect(partial(self._on_perspective, buttons))
        return FormRow(self._theme, question, buttons, hint=self.tr("Only you see this."))

    # What was chosen

    def _on_perspective(self, buttons: ChoiceButtons) -> None:
        key = buttons.chosen_key()
        self._perspective = Perspective(key) if key else None
        self.changed.emit()

    def _show_perspective(self) -> None:
        if self.cover.content is not None:
            self._perspectives.set_chosen(_ALL)

    def _on_covered(self) -> None:
        """The room may see the screen now: nothing is picked out by where people speak from."""
        if self._perspective is not None:
            self._perspective = None
            self.changed.emit()

    def _on_when(self) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        self._days_row.setVisible(self.when.chosen_key() == "days")

    def _days(self) -> tuple[date | None, date | None]:
        match self.when.chosen_key():
            case "days":
                return self.since.day(), self.until.day()
            case "year":
                return self._year_ago, None
            case _:
                return None, None

    _year_ago: date | None = None

    def set_today(self, today: date) -> None:
        """The day from which a year is counted back."""
        is_leap_day = (today.month, today.day) == (2, 29)
        self._year_ago = today.replace(year=today.year - 1, day=28 if is_leap_day else today.day)

    def _label(self, buttons: ChoiceButtons) -> str:
        return buttons.button(buttons.chosen_key() or _ALL).words()


def _kind_question() -> str:
    return QCoreApplication.translate("FindFilters", "What is it?")


def _became_question() -> str:
    return QCoreApplication.translate("FindFilters", "What became of it?")


def _kind_choices() -> list[Choice]:
    return [
        Choice(_ALL, QCoreApplication.translate("FindFilters", "Everything")),
        Choice(FoundKind.IDEA.value, QCoreApplication.translate("FindFilters", "Ideas")),
        Choice(FoundKind.DECISION.value, QCoreApplication.translate("FindFilters", "Decisions")),
        Choice(FoundKind.ACTION.value, QCoreApplication.translate("FindFilters", "Jobs")),
        Choice(FoundKind.ITEM.value, QCoreApplication.translate("FindFilters", "Things on the agenda")),
        Choice(FoundKind.WORD.value, QCoreApplication.translate("FindFilters", "Words that we explain")),
    ]


def _became_choices() -> list[Choice]:
    return [
        Choice(_ALL, QCoreApplication.translate("FindFilters", "Anything")),
        Choice("waits", QCoreApplication.translate("FindFilters", "It still waits")),
        Choice("agreed", QCoreApplication.translate("FindFilters", "We agreed it")),
        Choice("done", QCoreApplication.translate("FindFilters", "It is done")),
        Choice("passed", QCoreApplication.translate("FindFilters", "We passed it on")),
        Choice("not", QCoreApplication.translate("FindFilters", "It did not happen")),
    ]
