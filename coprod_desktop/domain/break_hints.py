"""When the room needs a break, and whether turns wait until everybody has it, from what helps people; never why."""

import re
from collections.abc import Iterable, Sequence
from datetime import time
from math import ceil
from typing import Final

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.need_rules import NEED_RULES, BreakRhythm, NeedRule, rules_for
from coprod_desktop.domain.person import Person, agreed_codes
from coprod_desktop.domain.room import PlannedBreak
from coprod_desktop.domain.times_of_day import DAY_MINUTES, minutes_of_day

__all__ = [
    "BreakRhythm",
    "break_ideas",
    "break_rhythm",
    "least_minutes_between",
    "needs_everyone_check",
    "suggested_breaks",
]

_EVERY: Final = re.compile(
    r"\b(?:every|each|after)\s+(?:half\b|(\d{1,3})\s*(?:min|\W*$))|^\s*([2-9]\d)\s*(?:min\w*)?\W*$", re.IGNORECASE
)
_RHYTHMS: Final = {rule.code: rule for rule in NEED_RULES if rule.rhythm is not None}

_HALF_HOUR: Final = 30
_STEP: Final = 5


def break_rhythm(people: Iterable[Person]) -> BreakRhythm | None:
    """The strictest rhythm that these people need: the shortest time between breaks and the longest break."""
    needs = [need for person in people for need in person.needs if not need.waits_for_yes]
    found = [rhythm for need in needs if (rhythm := _rhythm(need)) is not None]
    if not found:
        return None
    return BreakRhythm(
        minutes_between=min(one.minutes_between for one in found),
        minutes_long=max(one.minutes_long for one in found),
    )


def least_minutes_between(rule: NeedRule, people: Iterable[Person]) -> int:
    """How long these people can go on without a break because of one rule: the least that one of them asks for."""
    needs = [need for person in people for need in person.needs if need.code == rule.code and not need.waits_for_yes]
    usual = rule.rhythm.minutes_between if rule.rhythm is not None else DAY_MINUTES
    return min((rhythm.minutes_between for need in needs if (rhythm := _rhythm(need)) is not None), default=usual)


def suggested_breaks(
    start: time, end: time, rhythm: BreakRhythm, breaks: Sequence[tuple[time, int]] = ()
) -> tuple[tuple[time, int], ...]:
    """Breaks to add to those that are planned, each a time of day and minutes, so that no stretch is too long.

    `breaks` are the planned ones. A meeting that ends after midnight gets none.
    """
    found: list[int] = []
    at = _minutes(start)
    planned = sorted((_minutes(when), _minutes(when) + long) for when, long in breaks)
    for begins, ends in [*planned, (_minutes(end), _minutes(end))]:
        found += _breaks_between(at, min(begins, _minutes(end)), rhythm)
        at = max(at, ends)
    return tuple((time(minute // 60, minute % 60), rhythm.minutes_long) for minute in found)


def break_ideas(state: MeetingState, people: Iterable[Person]) -> tuple[PlannedBreak, ...]:
    """Breaks to add to those that this meeting has planned; none if no times are known or nobody needs any."""
    rhythm = break_rhythm(people)
    if rhythm is None or state.details is None:
        return ()
    start, end = _time_of_day(state.details.starts_at), _time_of_day(state.details.ends_at)
    if start is None or end is None or end <= start:
        return ()
    planned = [(at, one.minutes) for one in state.room.planned_breaks if (at := _time_of_day(one.at)) is not None]
    found = suggested_breaks(start, end, rhythm, planned)
    return tuple(PlannedBreak(at=f"{at:%H:%M}", minutes=minutes) for at, minutes in found)


def needs_everyone_check(people: Iterable[Person]) -> bool:
    """Whether "Everyone has it?" is asked before the next turn and before every yes."""
    return any(rule.waits_for_everyone for rule in rules_for(agreed_codes(people)))


def _rhythm(need: AccessNeed) -> BreakRhythm | None:
    rule = _RHYTHMS.get(need.code)
    if rule is None or rule.rhythm is None:
        return None
    usual = rule.rhythm
    asked = _asked_minutes(need.detail) or usual.minutes_between
    between = min(max(asked, rule.shortest), usual.minutes_between)
    return BreakRhythm(minutes_between=between, minutes_long=usual.minutes_long)


def _asked_minutes(detail: str) -> int | None:
    """How often, if the person's own words say "every 30 minutes", "every half hour" or only "30"."""
    said = _EVERY.search(detail)
    if said is None:
        return None
    number = said.group(1) or said.group(2)
    return int(number) if number else _HALF_HOUR


def _breaks_between(start: int, end: int, rhythm: BreakRhythm) -> list[int]:
    """Where breaks begin in a stretch of minutes, as even as can be; on whole 5 minutes where there is room for it."""
    long = rhythm.minutes_long
    count = max(0, ceil((end - start - rhythm.minutes_between) / (rhythm.minutes_between + long)))
    if count == 0:
        return []
    talking = end - start - count * long
    begins = [start + ceil(number * talking / (count + 1)) + (number - 1) * long for number in range(1, count + 1)]
    rounded = [minute // _STEP * _STEP for minute in begins]
    return rounded if _are_close(rhythm, start, end, rounded) else begins


def _are_close(rhythm: BreakRhythm, start: int, end: int, begins: Sequence[int]) -> bool:
    """Whether no stretch before, between or after these breaks is too long, or nothing at all."""
    starts = [start, *(minute + rhythm.minutes_long for minute in begins)]
    return all(0 < stop - at <= rhythm.minutes_between for at, stop in zip(starts, [*begins, end], strict=True))


def _time_of_day(words: str) -> time | None:
    minutes = minutes_of_day(words)
    return None if minutes is None else time(minutes % DAY_MINUTES // 60, minutes % 60)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
