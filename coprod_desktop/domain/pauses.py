"""Pauses, breaks and stepping out: nobody is asked why, and every place is kept (R18, R42)."""

from datetime import datetime, timedelta
from math import ceil

from coprod_desktop.domain import events as turn_ev
from coprod_desktop.domain import room_events as ev
from coprod_desktop.domain.events import Event, PauseReason
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_setup import not_finished
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.room import Break, FixedEnd, PlannedBreak
from coprod_desktop.domain.text import needed

LONGEST_BREAK_MINUTES = 180
"""The longest break that can be given an end."""


def pause_everything(state: MeetingState, *, at: str, used_ms: int) -> tuple[Event, ...]:
    """Hold everything at once; a turn that runs is kept with `used_ms` milliseconds spoken."""
    not_finished(state)
    if state.room.is_paused:
        raise NotAllowed(Reason.ALREADY_THERE)
    held = _held_turn(state, at=at, used_ms=used_ms)
    turn = state.current_turn
    return (*held, ev.MeetingPaused(at=at, turn_id=turn.id if held and turn else None))


def resume_everything(state: MeetingState, *, at: str) -> tuple[Event, ...]:
    """Go on where everything was held. A turn that was held with it stays held until somebody goes on with it."""
    if not state.room.is_paused:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.MeetingResumed(at=at),)


def start_break(state: MeetingState, *, at: str, minutes: int | None, used_ms: int) -> tuple[Event, ...]:
    """Begin a break of so many minutes, or without an end; a turn that runs is kept."""
    not_finished(state)
    if state.room.break_now is not None:
        raise NotAllowed(Reason.ALREADY_THERE)
    if minutes is not None and not 1 <= minutes <= LONGEST_BREAK_MINUTES:
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "minutes")
    return (*_held_turn(state, at=at, used_ms=used_ms), ev.BreakStarted(at=at, minutes=minutes))


def extend_break(state: MeetingState, *, at: str = "", by_minutes: int = 5) -> tuple[Event, ...]:
    """Make the break longer. Once its end has passed, the minutes count from now, which is `at`.

    A break without an end needs no more.
    """
    now = state.room.break_now
    if now is None:
        raise NotAllowed(Reason.NOT_FOUND)
    if now.minutes is None:
        return ()
    passed = max(0.0, -seconds_left(now, at)) if at else 0.0
    return (ev.BreakExtended(by_minutes=by_minutes + ceil(passed / 60)),)


def ends_at(now: Break) -> datetime | None:
    """When a break is over, None for a break without an end."""
    if now.minutes is None:
        return None
    return datetime.fromisoformat(now.started_at) + timedelta(minutes=now.minutes)


def seconds_left(now: Break, at: str) -> float:
    """Seconds until a break is over, below 0 once it is; 0 for a break without an end."""
    end = ends_at(now)
    return (end - datetime.fromisoformat(at)).total_seconds() if end is not None else 0.0


def next_planned_break(state: MeetingState) -> PlannedBreak | None:
    """The first of the planned breaks that was not taken yet."""
    return next(iter(state.room.planned_breaks[state.room.breaks_taken :]), None)


def minutes_without_break(state: MeetingState, at: str) -> int | None:
    """Whole minutes since the last break, or since the meeting began; None where that is not known or one goes on."""
    room = state.room
    since = room.last_break_ended_at or room.began_at
    if not since or room.break_now is not None or room.is_paused or not state.is_open:
        return None
    return max(0, int((datetime.fromisoformat(at) - datetime.fromisoformat(since)).total_seconds() // 60))


def end_break(state: MeetingState, *, at: str) -> tuple[Event, ...]:
    """Go on after a break, because a person said so."""
    if state.room.break_now is None:
        raise NotAllowed(Reason.NOT_FOUND)
    return (ev.BreakEnded(at=at),)


def plan_breaks(state: MeetingState, breaks: tuple[PlannedBreak, ...]) -> tuple[Event, ...]:
    """Write down all planned breaks, the earliest first."""
    if any(not 1 <= one.minutes <= LONGEST_BREAK_MINUTES for one in breaks):
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "minutes")
    planned = tuple(PlannedBreak(at=needed(one.at, field="at"), minutes=one.minutes) for one in breaks)
    return () if planned == state.room.planned_breaks else (ev.BreaksPlanned(breaks=planned),)


def set_fixed_ends(state: MeetingState, ends: tuple[FixedEnd, ...]) -> tuple[Event, ...]:
    """Write down all times that cannot move; they name no person."""
    checked = tuple(FixedEnd(what=needed(one.what, field="what"), at=needed(one.at, field="at")) for one in ends)
    return () if checked == state.room.fixed_ends else (ev.FixedEndsSet(ends=checked),)


def step_out(state: MeetingState, person_id: PersonId, *, at: str) -> tuple[Event, ...]:
    """A person goes out for a while; their hand and their place in the go-round stay."""
    seen = state.attendance.get(person_id)
    if seen is None or not seen.is_here:
        raise NotAllowed(Reason.NOT_HERE)
    if seen.is_out:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.PersonSteppedOut(person_id=person_id, at=at),)


def step_back(state: MeetingState, person_id: PersonId, *, at: str) -> tuple[Event, ...]:
    """A person who had stepped out is in the room again."""
    seen = state.attendance.get(person_id)
    if seen is None or not seen.is_out:
        raise NotAllowed(Reason.NOT_HERE)
    return (ev.PersonSteppedBack(person_id=person_id, at=at),)


def _held_turn(state: MeetingState, *, at: str, used_ms: int) -> tuple[Event, ...]:
    turn = state.current_turn
    if turn is None or turn.is_paused:
        return ()
    return (turn_ev.TurnPaused(turn_id=turn.id, used_ms=used_ms, at=at, reason=PauseReason.EVERYTHING),)
