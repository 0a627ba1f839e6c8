"""A meeting as a file for people's calendars (RFC 5545): what, when and where, and nothing about anybody."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Final

from coprod_desktop.domain.events import MeetingDetailsChanged, MeetingOpened, Step, StepUndone
from coprod_desktop.domain.ids import MeetingId, StepId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.times_of_day import minutes_from, moment_of

if TYPE_CHECKING:
    from icalendar import Event

SUFFIX: Final = ".ics"

_PROGRAM: Final = "-//coprod_desktop//meeting//EN"


def calendar_file(
    meeting_id: MeetingId,
    details: MeetingDetails,
    *,
    group_name: str,
    place: str,
    changes: int,
    made_at: datetime,
    zone: tzinfo | None = None,
) -> bytes:
    """One event, which takes the place of the one before it in a calendar: same UID, `changes` as its SEQUENCE.

    `zone` is where times in words are told, None for the zone of this computer; `made_at` is UTC. Without a known
    start the event is for the whole day. Times are written in UTC, so that no summer time is left to be guessed.
    """
    from icalendar import Calendar, Event

    event = Event()
    event.add("uid", f"{meeting_id}@coprod-desktop")
    event.add("sequence", changes)
    event.add("dtstamp", made_at)
    event.add("summary", details.title)
    if place:
        event.add("location", place)
    if group_name:
        event.add("description", group_name)
    _add_times(event, details, zone)
    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def changes_so_far(steps: Sequence[Step]) -> int:
    """How often what a calendar shows was changed since the meeting was opened; an undo is one change more.

    It never goes down, as a calendar passes over a file with a smaller SEQUENCE than it has (RFC 5545, 3.8.7.4).
    """
    counted: set[StepId] = set()
    shown: object = None
    for step in steps:
        takes_back = any(isinstance(event, StepUndone) and event.step_id in counted for event in step.events)
        told = [
            _shown(event.details) for event in step.events if isinstance(event, MeetingOpened | MeetingDetailsChanged)
        ]
        if takes_back or (shown is not None and any(facts != shown for facts in told)):
            counted.add(step.id)
        shown = told[-1] if told else shown
    return len(counted)


def starts_and_ends(details: MeetingDetails, zone: tzinfo | None = None) -> tuple[datetime | None, datetime | None]:
    """When a meeting starts and ends, in UTC; None for what nobody can tell from the words.

    None too on the first and the last day of the calendar, where a neighbour day is missing.
    """
    try:
        return _starts_and_ends(details, zone)
    except (OverflowError, ValueError):
        return None, None


def _starts_and_ends(details: MeetingDetails, zone: tzinfo | None) -> tuple[datetime | None, datetime | None]:
    day = details.held_on
    same_day, or_after_midnight = (day,), (day, day + timedelta(days=1))
    start = minutes_from(day, _on_these(same_day, details.starts_at))
    if start is None:
        return None, None
    end = minutes_from(day, _on_these(or_after_midnight, details.ends_at), after=start)
    begins = _exact(same_day, details.starts_at) or _at(day, start, zone)
    if end is None or end <= start:
        return begins, None
    ends = _exact(or_after_midnight, details.ends_at) or _at(day, end, zone)
    return begins, ends if ends > begins else None  # both in the hour that summer time leaves out


def _add_times(event: "Event", details: MeetingDetails, zone: tzinfo | None) -> None:
    begins, ends = starts_and_ends(details, zone)
    if begins is None:
        event.add("dtstart", details.held_on)
        if details.held_on < date.max:
            event.add("dtend", details.held_on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # the rest of that day is free
        return
    event.add("dtstart", begins)
    if ends is not None:
        event.add("dtend", ends)


def _shown(details: MeetingDetails) -> object:
    return details.title, details.held_on, details.starts_at, details.ends_at, details.venue, details.venue_id


def _on_these(days: Sequence[date], words: str) -> str:
    """The words of a time; of a moment on another day, left from before the meeting moved, its time of day alone."""
    moment = moment_of(words)
    return words if moment is None or moment.date() in days else words[11:16]


def _exact(days: Sequence[date], words: str) -> datetime | None:
    """The instant that was written with its offset, if it is on one of these days."""
    moment = moment_of(words)
    if moment is None or moment.tzinfo is None or moment.date() not in days:
        return None
    return moment.astimezone(UTC)


def _at(day: date, minutes: int, zone: tzinfo | None) -> datetime:
    """What a clock on the wall shows so many minutes after the midnight of a day, in UTC."""
    on_the_wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    local = on_the_wall.astimezone() if zone is None else on_the_wall.replace(tzinfo=zone)
    return local.astimezone(UTC)
