"""We started late: shorter, fewer, or end later. People choose; nothing shrinks by itself (R09)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Final

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.agenda import change_item, close_item
from coprod_desktop.domain.agenda_order import countable
from coprod_desktop.domain.agenda_time import AgendaTime, agenda_time, earliest_fixed
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_setup import not_finished
from coprod_desktop.domain.meeting_state import AgendaItem, MeetingState
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.times_of_day import DAY_MINUTES, moment_of

LEAST_MINUTES: Final = 2
"""No item is made shorter than this."""

_STEP_MINUTES: Final = 5


@dataclass(frozen=True, kw_only=True)
class NewLength:
    """How many minutes an item had, and how many it would have."""

    item_id: AgendaItemId
    was: int
    minutes: int


@dataclass(frozen=True, kw_only=True)
class LaterEnd:
    """An end at which everything fits, in minutes after the midnight of the meeting's day, and if it may be so."""

    at: int
    is_allowed: bool


def asks_about_late_start(state: MeetingState, time: AgendaTime) -> bool:
    """Whether to offer the choices: the meeting began late, and what waits does not fit or does not say its minutes."""
    waiting = countable(state)
    is_open = any(not item.details.minutes_wanted for item in waiting)
    return time.late_by > 0 and bool(waiting) and (time.over_by > 0 or is_open)


def shorter(state: MeetingState, time: AgendaTime) -> tuple[NewLength, ...]:
    """Shorter minutes for the items that wait, in whole minutes and fair shares, so that all fits.

    No item gets longer, or shorter than 2 minutes; nothing if it fits already, or cannot fit like this.
    """
    items = [item for item in countable(state) if item.details.minutes_wanted]
    wanted = [item.details.minutes_wanted or 0 for item in items]
    room = sum(wanted) - time.over_by
    least = [min(one, LEAST_MINUTES) for one in wanted]
    if time.over_by == 0 or room < sum(least):
        return ()
    shares = _shares(wanted, least, room)
    return tuple(
        NewLength(item_id=item.id, was=was, minutes=share)
        for item, was, share in zip(items, wanted, shares, strict=True)
    )


def shorten(state: MeetingState, lengths: Sequence[NewLength]) -> tuple[Event, ...]:
    """Give items their new minutes; what an item wants by now does not matter, people saw the new ones."""
    events: list[Event] = []
    for length in lengths:
        item = _waiting(state, length.item_id)
        if length.minutes < min(length.was, LEAST_MINUTES):
            raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "minutes")
        events.extend(change_item(state, item.id, replace(item.details, minutes_wanted=length.minutes)))
    return tuple(events)


def put_off(state: MeetingState, item_ids: Sequence[AgendaItemId], outcome: ItemState) -> tuple[Event, ...]:
    """Talk about fewer items: keep some for later, or carry them over to the next meeting."""
    if not item_ids:
        raise NotAllowed(Reason.WORDS_MISSING, "items")
    chosen = [_waiting(state, item_id) for item_id in dict.fromkeys(item_ids)]
    return tuple(event for item in chosen for event in close_item(state, item.id, outcome))


def later_end(state: MeetingState, time: AgendaTime) -> LaterEnd | None:
    """The end at which all fits, on whole 5 minutes; None if the end is not known or nothing is too long.

    It may not be after a time that cannot move.
    """
    if time.ends_at is None or time.over_by == 0:
        return None
    at = -(-(time.ends_at + time.over_by) // _STEP_MINUTES) * _STEP_MINUTES
    fixed = earliest_fixed(state, time.since)
    return LaterEnd(at=at, is_allowed=fixed is None or at <= fixed)


def end_later(state: MeetingState, at: int, *, now: str = "") -> tuple[Event, ...]:
    """End at this minute after the midnight of the meeting's day.

    Raises NotAllowed if a fixed time comes before; those that were before `now` (local ISO 8601) are over.
    """
    not_finished(state)
    fixed = earliest_fixed(state, agenda_time(state, now).since)
    if state.details is None or not 0 <= at < 2 * DAY_MINUTES:
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "ends_at")
    if fixed is not None and at > fixed:
        raise NotAllowed(Reason.FIXED_END, "ends_at")
    changed = replace(state.details, ends_at=_time_words(state.details, at))
    return () if changed == state.details else (ev.MeetingDetailsChanged(details=changed),)


def _waiting(state: MeetingState, item_id: AgendaItemId) -> AgendaItem:
    item = next((one for one in countable(state) if one.id == item_id), None)
    if item is None:
        raise NotAllowed(Reason.NOT_FOUND)
    return item


def _shares(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """What each gets of `room` minutes: at least its least, and of the rest a share by what it wanted above it."""
    above = [one - low for one, low in zip(wanted, least, strict=True)]
    rest, total = room - sum(least), sum(above)
    shares = [low + one * rest // total for low, one in zip(least, above, strict=True)]
    left = room - sum(shares)
    by_what_is_lost = sorted(range(len(wanted)), key=lambda place: -(above[place] * rest % total))
    for place in by_what_is_lost[:left]:
        shares[place] += 1
    return shares


def _time_words(details: MeetingDetails, at: int) -> str:
    """A clock time, or a whole ISO 8601 time if the end was given like that."""
    before = moment_of(details.ends_at)
    if before is None:
        return f"{at % DAY_MINUTES // 60:02}:{at % 60:02}"
    return (datetime.combine(details.held_on, time(), before.tzinfo) + timedelta(minutes=at)).isoformat()
