"""Breaks that would do the room good, from what helps people take part; nobody is told why."""

from collections.abc import Sequence
from datetime import time

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.room import PlannedBreak
from coprod_desktop.domain.times_of_day import DAY_MINUTES, minutes_of_day


def break_ideas(state: MeetingState, people: Sequence[Person]) -> tuple[PlannedBreak, ...]:
    """Breaks to add to the planned ones; none if no times are known or nobody needs any."""
    from coprod_desktop.services.break_hints import break_rhythm, suggested_breaks  # asked only when breaks are planned

    rhythm = break_rhythm(people)
    if rhythm is None or state.details is None:
        return ()
    start, end = _time(state.details.starts_at), _time(state.details.ends_at)
    if start is None or end is None or end <= start:
        return ()
    planned = [(at, one.minutes) for one in state.room.planned_breaks if (at := _time(one.at)) is not None]
    found = suggested_breaks(start, end, rhythm, planned)
    return tuple(PlannedBreak(at=f"{at:%H:%M}", minutes=minutes) for at, minutes in found)


def _time(words: str) -> time | None:
    minutes = minutes_of_day(words)
    return None if minutes is None else time(minutes % DAY_MINUTES // 60, minutes % 60)
