"""What is to do before a meeting so that everybody who comes can take part: worked out anew each time (R03)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from coprod_desktop.domain.adjustment import Adjustment, GroupState, NeedAnswer, PersonSaid
from coprod_desktop.domain.break_hints import break_ideas
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.need_rules import NEED_RULES, DoneBy, NeedRule, When
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.times_of_day import minutes_between
from coprod_desktop.domain.venue import CheckAnswer, Checked, Venue

_HOUR: Final = 60
_DONE: Final = (GroupState.ARRANGED, GroupState.READY)


@dataclass(frozen=True, kw_only=True)
class ReadyLine:
    """One thing to do, for so many people; no person stands on it, and none of their words.

    `due_on` is the last good day for it. `is_late`: that day has passed and it is not done. `may_be_too_late`: so
    little time is left that it may not work any more. `has_grown`: it was done for fewer people than come now.
    `place_lacks_it`: somebody looked, and the place does not have it. `adjustment` is what was marked, if anything.
    """

    rule: NeedRule
    people: int
    state: GroupState
    due_on: date | None = None
    is_late: bool = False
    may_be_too_late: bool = False
    has_grown: bool = False
    place_lacks_it: bool = False
    checked: Checked | None = None
    adjustment: Adjustment | None = None
    said: Mapping[PersonSaid, int] = field(default_factory=dict)

    @property
    def is_done(self) -> bool:
        """Whether the group has done its side: a booking is arranged, anything else is ready."""
        is_enough = self.rule.done_by is DoneBy.STEPS and self.state in _DONE
        return (is_enough or self.state is GroupState.READY) and not self.has_grown

    @property
    def is_by_itself(self) -> bool:
        """Whether nobody has to do anything: the program does it."""
        return self.rule.done_by is DoneBy.PROGRAM


@dataclass(frozen=True, kw_only=True)
class Preparation:
    """All that is known when lines are worked out: who comes, what was marked, what the place has, what people said."""

    state: MeetingState
    people: Sequence[Person]
    today: date
    adjustments: Mapping[str, Adjustment] = field(default_factory=dict)
    venue: Venue | None = None
    answers: Sequence[NeedAnswer] = ()

    @property
    def details(self) -> MeetingDetails | None:
        """What, when and where; None for a meeting that was never opened."""
        return self.state.details

    @property
    def place(self) -> str:
        """What is kept with a mark to know the place again; empty while no place is named."""
        if self.details is None:
            return ""
        return self.details.venue_id or " ".join(self.details.venue.casefold().split())


def who_comes(state: MeetingState) -> tuple[PersonId, ...]:
    """Everybody who was asked and did not say sorry: whoever has not answered is prepared for too."""
    return tuple(who for who, seen in state.attendance.items() if not seen.is_sorry)


def ready_lines(known: Preparation) -> tuple[ReadyLine, ...]:
    """What is to do, one line a rule, in the order of the table; needs without a yes act on nothing (DP-03)."""
    counted = Counter(code for person in known.people for code in _agreed(person))
    applying = (rule for rule in NEED_RULES if counted[rule.code] and applies(rule, known.details))
    return tuple(_line(rule, counted[rule.code], known) for rule in applying)


def by_date(lines: Iterable[ReadyLine]) -> tuple[ReadyLine, ...]:
    """Lines in the order of their dates, those without one last."""
    return tuple(sorted(lines, key=lambda line: line.due_on or date.max))


def undone(lines: Iterable[ReadyLine]) -> tuple[ReadyLine, ...]:
    """What somebody still has to do, in the order of the dates."""
    return by_date(line for line in lines if not line.is_done and not line.is_by_itself)


def applies(rule: NeedRule, details: MeetingDetails | None) -> bool:
    """Whether a rule is about a meeting of this length."""
    if rule.when is When.ALWAYS:
        return True
    minutes = minutes_between(details.starts_at, details.ends_at) if details else None
    is_long = minutes is not None and minutes > _HOUR
    return is_long is (rule.when is When.OVER_AN_HOUR)


def _agreed(person: Person) -> frozenset[str]:
    return frozenset(need.code for need in person.needs if not need.waits_for_yes)


def _line(rule: NeedRule, people: int, known: Preparation) -> ReadyLine:
    held_on = known.details.held_on if known.details else None
    due_on = held_on - timedelta(days=rule.due_days) if held_on and rule.due_days is not None else None
    adjustment = known.adjustments.get(rule.key)
    checked = known.venue.checks.get(rule.check) if known.venue and rule.check else None
    line = ReadyLine(
        rule=rule,
        people=people,
        state=_state(rule, adjustment, checked, known),
        due_on=due_on,
        has_grown=adjustment is not None and rule.done_by is DoneBy.STEPS and 0 < adjustment.people < people,
        place_lacks_it=checked is not None and checked.answer is CheckAnswer.NO,
        checked=checked,
        adjustment=adjustment,
        said=Counter(answer.said for answer in known.answers if answer.code == rule.code),
    )
    return _with_lateness(line, held_on, known.today)


def _with_lateness(line: ReadyLine, held_on: date | None, today: date) -> ReadyLine:
    if line.is_done or line.is_by_itself or line.due_on is None or held_on is None:
        return line
    late_days = line.rule.late_days
    is_short = late_days is not None and (held_on - today).days < late_days
    return replace(line, is_late=today > line.due_on, may_be_too_late=is_short)


def _state(rule: NeedRule, adjustment: Adjustment | None, checked: Checked | None, known: Preparation) -> GroupState:
    match rule.done_by:
        case DoneBy.PROGRAM:
            return GroupState.READY
        case DoneBy.BREAKS:
            return GroupState.NOT_ASKED if _wants_breaks(rule, known) else GroupState.READY
        case DoneBy.PLACE if checked is not None:
            return GroupState.READY if checked.answer is CheckAnswer.YES else _at_most_arranged(adjustment)
        case _:
            return _marked(rule, adjustment, known)


def _wants_breaks(rule: NeedRule, known: Preparation) -> bool:
    """Whether breaks are missing for this need, or the times are not known from which they are worked out.

    Somebody may say that it is ready all the same: the group knows its breaks.
    """
    if _marked(rule, known.adjustments.get(rule.key), known) is GroupState.READY:
        return False
    details = known.details
    is_timed = details is not None and minutes_between(details.starts_at, details.ends_at) is not None
    return not is_timed or bool(break_ideas(known.state, known.people))


def _marked(rule: NeedRule, adjustment: Adjustment | None, known: Preparation) -> GroupState:
    if adjustment is None or (rule.is_in_place and adjustment.place != known.place):
        return GroupState.NOT_ASKED
    return adjustment.state


def _at_most_arranged(adjustment: Adjustment | None) -> GroupState:
    """In a place that does not have it, it may be asked for or arranged (a ramp, another door), but is not ready."""
    if adjustment is None:
        return GroupState.NOT_ASKED
    return GroupState.ARRANGED if adjustment.state is GroupState.READY else adjustment.state
