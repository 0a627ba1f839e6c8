"""The minutes that the agenda wants against the time there is, with breaks and times that cannot move (R09)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.meeting_state import AgendaItem, MeetingState, Phase
from coprod_desktop.domain.room import FixedEnd, PlannedBreak
from coprod_desktop.domain.times_of_day import LONGEST_MEETING_MINUTES, minutes_from

LATE_FROM_MINUTES: Final = 5
"""A meeting that begins so many minutes after its start began late."""

_TAKES_TIME = (ItemState.WAITING, ItemState.NOW)
_TOOK_TIME = (*_TAKES_TIME, ItemState.DISCUSSED)


@dataclass(frozen=True, kw_only=True)
class TimeBlock:
    """Minutes in a row, of an agenda item, or of a break if there is no item. `number` is the item's, from 1."""

    minutes: int
    item_id: AgendaItemId | None = None
    number: int = 0

    @property
    def is_break(self) -> bool:
        """Whether these are minutes of a break."""
        return self.item_id is None


@dataclass(frozen=True, kw_only=True)
class AgendaTime:
    """What is wanted and what there is, in minutes. Times are minutes after the midnight of the meeting's day.

    `there_is` are the minutes for items, with the breaks taken off; None if no start or no end is known.
    `first_fixed` is the time that cannot move, if it does not come after the end.
    `since` is when the time that is told begins: at the start, or now if `is_live`; then only what is still to come
    is told. `late_by` is 0 for a start in time.
    """

    wanted: int
    breaks: int = 0
    there_is: int | None = None
    ends_at: int | None = None
    first_fixed: FixedEnd | None = None
    late_by: int = 0
    since: int | None = None
    is_live: bool = False
    blocks: tuple[TimeBlock, ...] = ()

    @property
    def over_by(self) -> int:
        """How many minutes too long the agenda is."""
        return 0 if self.there_is is None else max(0, self.wanted - self.there_is)

    @property
    def free(self) -> int:
        """How many minutes are not wanted by any item."""
        return 0 if self.there_is is None else max(0, self.there_is - self.wanted)


def agenda_time(state: MeetingState, now: str = "") -> AgendaTime:
    """The time of the whole plan, or with `now` (local ISO 8601 with offset) while the meeting is on, what is left.

    Nothing is live before the start, 12 hours after the end, on another day, or in a meeting without clocks.
    """
    start, end = starts(state), _end(state)
    at = _live_minute(state, now, start, end)
    since = at if at is not None else start
    limit, fixed = _limit(state, since, end)
    breaks = _breaks_to_come(state, at)
    blocks = tuple(_blocks(state, since, breaks, at))
    wanted = sum(block.minutes for block in blocks if not block.is_break)
    rest = sum(block.minutes for block in blocks if block.is_break)
    there_is = max(0, limit - since - rest) if limit is not None and since is not None else None
    return AgendaTime(
        wanted=wanted,
        breaks=rest,
        there_is=there_is,
        ends_at=limit,
        first_fixed=fixed,
        late_by=_late_by(state, at),
        since=since,
        is_live=at is not None,
        blocks=blocks,
    )


def starts(state: MeetingState) -> int | None:
    """When the meeting should begin; if nobody said so, when it began."""
    if state.details is None:
        return None
    planned = minutes_from(state.details.held_on, state.details.starts_at)
    return planned if planned is not None else minutes_from(state.details.held_on, state.room.began_at)


def earliest_fixed(state: MeetingState, since: int | None = None) -> int | None:
    """The first time that cannot move after the start, or after the minute `since`; None if none tells a time."""
    start = starts(state)
    found = (_minute(state, end.at, start) for end in state.room.fixed_ends)
    earliest = next((one for one in (since, start) if one is not None), 0)
    return min((at for at in found if at is not None and at > earliest), default=None)


def _end(state: MeetingState) -> int | None:
    end = _minute(state, state.details.ends_at, starts(state)) if state.details else None
    start = starts(state)
    return None if end is None or start is None or end <= start else end


def _minute(state: MeetingState, words: str, start: int | None) -> int | None:
    return minutes_from(state.details.held_on, words, after=start) if state.details else None


def _limit(state: MeetingState, since: int | None, end: int | None) -> tuple[int | None, FixedEnd | None]:
    first = earliest_fixed(state, since)
    if first is None or (end is not None and end < first):
        return end, None
    start = starts(state)
    return first, next(one for one in state.room.fixed_ends if _minute(state, one.at, start) == first)


def _live_minute(state: MeetingState, now: str, start: int | None, end: int | None) -> int | None:
    """Now, in minutes after the midnight of the meeting's day, while the meeting is on."""
    if not now or state.details is None or start is None or not state.has_clocks or state.phase is not Phase.OPEN:
        return None
    at = minutes_from(state.details.held_on, now)
    last = (end if end is not None else start) + LONGEST_MEETING_MINUTES
    return at if at is not None and start <= at <= last else None


def _late_by(state: MeetingState, at: int | None) -> int:
    """How late the meeting began, or how late it is if it has not begun; less than 5 minutes is in time."""
    if state.details is None or at is None:
        return 0
    planned = minutes_from(state.details.held_on, state.details.starts_at)
    began = minutes_from(state.details.held_on, state.room.began_at)
    if began is None and _has_talked(state):
        return 0
    late = (began if began is not None else at) - planned if planned is not None else 0
    return late if late >= LATE_FROM_MINUTES else 0


def _has_talked(state: MeetingState) -> bool:
    return bool(state.turns) or any(item.state in (ItemState.NOW, ItemState.DISCUSSED) for item in state.agenda)


def _breaks_to_come(state: MeetingState, at: int | None) -> tuple[PlannedBreak, ...]:
    """The planned breaks; of those whose time has come or is not known, as many as were taken are over."""
    if at is None:
        return state.room.planned_breaks
    start, taken = starts(state), state.room.breaks_taken
    to_come: list[PlannedBreak] = []
    for one in state.room.planned_breaks:
        begins = _minute(state, one.at, start)
        if taken and (begins is None or begins <= at + one.minutes):
            taken -= 1
        else:
            to_come.append(one)
    return tuple(to_come)


def _blocks(
    state: MeetingState, since: int | None, breaks: Sequence[PlannedBreak], at: int | None
) -> Iterator[TimeBlock]:
    """The items in order, each break before the item of which more than half would come after it."""
    start = starts(state)
    timed = sorted(
        ((begins, one.minutes) for one in breaks if (begins := _minute(state, one.at, start)) is not None),
        key=lambda pair: pair[0],
    )
    now = since or 0
    for number, item in enumerate(state.listed_items, 1):
        minutes = _minutes_of(state, item, at)
        while timed and since is not None and timed[0][0] <= now + minutes / 2:
            long = timed.pop(0)[1]
            yield TimeBlock(minutes=long)
            now += long
        if minutes:
            yield TimeBlock(minutes=minutes, item_id=item.id, number=number)
            now += minutes
    yield from (TimeBlock(minutes=long) for _begins, long in timed)
    yield from (TimeBlock(minutes=one.minutes) for one in breaks if _minute(state, one.at, start) is None)


def _minutes_of(state: MeetingState, item: AgendaItem, at: int | None) -> int:
    """What an item wants; of the one that is open, what is left since its first turn began."""
    if item.state not in (_TOOK_TIME if at is None else _TAKES_TIME):
        return 0
    wanted = item.details.minutes_wanted or 0
    if at is None or item.state is not ItemState.NOW:
        return wanted
    began = next((turn.started_at for turn in state.turns.values() if turn.item_id == item.id), "")
    since = _minute(state, began, None)
    return wanted if since is None else max(0, wanted - max(0, at - since))
