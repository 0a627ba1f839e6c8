"""What is to do before a meeting so that everybody who comes can take part: worked out anew each time (R03)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from coprod_desktop.domain.access_need import AccessNeed, known_need
from coprod_desktop.domain.adjustment import Adjustment, FireHelper, GroupState, NeedAnswer
from coprod_desktop.domain.break_hints import break_ideas, least_minutes_between
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.need_rule import DoneBy, NeedRule, When
from coprod_desktop.domain.need_rules import NEED_RULES, RULES_BY_CODE
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.ready_line import ReadyLine
from coprod_desktop.domain.times_of_day import minutes_between
from coprod_desktop.domain.venue import CheckAnswer, Checked, Venue

_HOUR: Final = 60
_BY_LENGTH: Final = (When.OVER_AN_HOUR, When.UP_TO_AN_HOUR)
_COUNTED: Final = (DoneBy.STEPS, DoneBy.ONCE)
"""What is done for a number of people, so that one more is noticed."""
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, kw_only=True)
class Preparation:
    """All that is known when lines are worked out: who comes, what was marked, what the place has, what people said.

    `people` are those who come. `venue` is the place that the group remembers, if the meeting is in one.
    """

    state: MeetingState
    people: Sequence[Person]
    today: date
    adjustments: Mapping[str, Adjustment] = field(default_factory=dict)
    venue: Venue | None = None
    answers: Sequence[NeedAnswer] = ()
    helpers: Sequence[FireHelper] = ()

    @property
    def details(self) -> MeetingDetails | None:
        """What, when and where; None for a meeting that was never opened."""
        return self.state.details

    @property
    def slip_numbers(self) -> Mapping[PersonId, int]:
        """What stands in place of a name on the slip of each person; the same after somebody else sends sorry."""
        return {who: number for number, who in enumerate(self.state.attendance, 1)}

    @property
    def place(self) -> str:
        """What is kept with a mark to know the place again; empty while no place is named."""
        return self.venue.id if self.venue else self._named_place

    def is_of_this_place(self, adjustment: Adjustment) -> bool:
        """Whether a mark was made for this place, be it before the group remembered it or after it forgot it."""
        chosen = (self.details.venue_id if self.details else "") or self.place
        return adjustment.place in (self.place, self._named_place, chosen)

    @property
    def _named_place(self) -> str:
        return " ".join(self.details.venue.casefold().split()) if self.details else ""


def who_comes(state: MeetingState) -> tuple[PersonId, ...]:
    """Everybody who was asked and did not say sorry: whoever has not answered is prepared for too."""
    return tuple(who for who, seen in state.attendance.items() if not seen.is_sorry)


def coming(state: MeetingState, people: Iterable[Person]) -> tuple[Person, ...]:
    """Those of these people who come, or came. Who was taken off the list by the day does not come."""
    known = {person.id: person for person in people}
    return tuple(known[who] for who in who_comes(state) if who in known and not _is_gone(known[who], state))


def ready_lines(known: Preparation) -> tuple[ReadyLine, ...]:
    """What is to do, one line a rule, in the order of the table; needs without a yes act on nothing (DP-03).

    Breaks of two kinds are planned once: the less strict line is covered by the other.
    """
    counted = Counter(rule.key for person in known.people for rule in needed_rules((person,), known.details))
    lines = tuple(_line(rule, counted[rule.key], known) for rule in NEED_RULES if counted[rule.key])
    breaks = [line for line in lines if line.rule.rhythm is not None and not line.reason]
    if len(breaks) < 2:
        return lines
    strictest = min(breaks, key=lambda line: least_minutes_between(line.rule, known.people))
    return tuple(_covered(line, strictest) if line in breaks and line is not strictest else line for line in lines)


def needed_rules(people: Iterable[Person], details: MeetingDetails | None) -> tuple[NeedRule, ...]:
    """The rules that act for these people at this meeting, in the order of the table."""
    keys = {rule.key for person in people for need in person.needs for rule in rules_of(need, details)}
    return tuple(rule for rule in NEED_RULES if rule.key in keys) if keys else ()


def rules_of(need: AccessNeed, details: MeetingDetails | None) -> tuple[NeedRule, ...]:
    """What one need does at this meeting; nothing without the person's yes (DP-03). A code nobody knows is OTHER."""
    if need.waits_for_yes:
        return ()
    rules = RULES_BY_CODE[known_need(need.code, need.detail)[0]]
    return tuple(rule for rule in rules if _applies(rule, details) and _is_meant(rule, need))


def needs_behind(person: Person, rule: NeedRule, details: MeetingDetails | None) -> tuple[AccessNeed, ...]:
    """The needs of a person that a rule looks after: for lists that tell what is wanted, and for nothing else."""
    return tuple(need for need in person.needs if rule in rules_of(need, details))


def _applies(rule: NeedRule, details: MeetingDetails | None) -> bool:
    """Whether a rule is about a meeting of this length."""
    if rule.when not in _BY_LENGTH:
        return True
    minutes = minutes_between(details.starts_at, details.ends_at) if details else None
    is_long = minutes is not None and minutes > _HOUR
    return is_long is (rule.when is When.OVER_AN_HOUR)


def _is_meant(rule: NeedRule, need: AccessNeed) -> bool:
    """Whether the person's own words ask for what is done only then, or leave open what is asked only then."""
    if rule.own_words is None:
        return True
    return (rule.own_words.search(need.detail) is not None) is (rule.when is When.IF_ASKED)


def _is_gone(person: Person, state: MeetingState) -> bool:
    seen = state.attendance[person.id]
    if person.removed_on is None or seen.is_here or seen.left_at:
        return False
    return state.details is None or person.removed_on <= state.details.held_on


def _line(rule: NeedRule, people: int, known: Preparation) -> ReadyLine:
    held_on = known.details.held_on if known.details else None
    adjustment = _mark_of(rule, known)
    checked = known.venue.checks.get(rule.check) if known.venue and rule.check else None
    state = _state(rule, adjustment, checked, known)
    line = ReadyLine(
        rule=rule,
        people=people,
        state=state,
        due_on=_due_on(rule, held_on),
        has_grown=adjustment is not None and rule.done_by in _COUNTED and _is_for_fewer(adjustment, people),
        place_lacks_it=checked is not None and checked.answer is CheckAnswer.NO,
        is_day_named=rule.names_days and _is_day_named(rule, known),
        checked=checked,
        adjustment=adjustment,
        said=Counter(answer.said for answer in known.answers if answer.code == rule.code),
    )
    return _with_lateness(line, held_on, known.today)


def _covered(line: ReadyLine, by: ReadyLine) -> ReadyLine:
    """A line for which nobody has to do more than for a stricter one; what is done there is done here."""
    state = by.state if by.is_done else line.state
    return replace(line, is_covered=True, state=state, is_late=line.is_late and not by.is_done)


def _due_on(rule: NeedRule, held_on: date | None) -> date | None:
    """Whole days of the calendar, so that summer time makes no difference; None before the calendar begins."""
    if held_on is None or rule.due_days is None or held_on.toordinal() <= rule.due_days:
        return None
    return held_on - timedelta(days=rule.due_days)


def _is_for_fewer(adjustment: Adjustment, people: int) -> bool:
    return adjustment.state is not GroupState.NOT_ASKED and adjustment.people < people


def _with_lateness(line: ReadyLine, held_on: date | None, today: date) -> ReadyLine:
    if not line.is_undone or line.due_on is None or held_on is None:
        return line
    late_days = line.rule.late_days
    is_short = late_days is not None and (held_on - today).days < late_days
    return replace(line, is_late=today > line.due_on, may_be_too_late=is_short)


def _state(rule: NeedRule, adjustment: Adjustment | None, checked: Checked | None, known: Preparation) -> GroupState:
    marked = adjustment.state if adjustment else GroupState.NOT_ASKED
    match rule.done_by:
        case DoneBy.PROGRAM:
            return GroupState.READY
        case DoneBy.BREAKS:
            return marked if marked is GroupState.READY else _ready_if(not _wants_breaks(known))
        case DoneBy.HELPERS:
            return _ready_if(not without_helper(known, rule))
        case DoneBy.PLACE if checked is not None and checked.answer is CheckAnswer.YES:
            return GroupState.READY
        case DoneBy.PLACE:  # it may be asked for or arranged, but it is ready only once somebody has looked
            return GroupState.ARRANGED if marked is GroupState.READY else marked
        case _:
            return marked


def without_helper(known: Preparation, rule: NeedRule) -> tuple[Person, ...]:
    """Those for whom a helper is still to be named."""
    helped = {one.person_id for one in known.helpers if one.helper}
    wanting = (person for person in known.people if needs_behind(person, rule, known.details))
    return tuple(person for person in wanting if person.id not in helped)


def _wants_breaks(known: Preparation) -> bool:
    """Whether breaks are missing in the plan, or no times are known from which they are worked out."""
    details = known.details
    is_timed = details is not None and minutes_between(details.starts_at, details.ends_at) is not None
    return not is_timed or bool(break_ideas(known.state, known.people))


def _mark_of(rule: NeedRule, known: Preparation) -> Adjustment | None:
    """What was marked; in another place it counts no more."""
    adjustment = known.adjustments.get(rule.key)
    is_elsewhere = adjustment is not None and rule.is_in_place and not known.is_of_this_place(adjustment)
    return None if is_elsewhere else adjustment


def _ready_if(is_ready: bool) -> GroupState:
    return GroupState.READY if is_ready else GroupState.NOT_ASKED


def _is_day_named(rule: NeedRule, known: Preparation) -> bool:
    """Whether somebody's own words name the day of the week on which the meeting is."""
    if known.details is None:
        return False
    weekday = _WEEKDAYS[known.details.held_on.weekday()]
    needs = (need for person in known.people for need in needs_behind(person, rule, known.details))
    return any(weekday in need.detail.casefold() for need in needs)
