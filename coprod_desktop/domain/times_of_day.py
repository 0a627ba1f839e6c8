"""Reads the time of day from what people write: "10am", "2:30pm", "14.30", "midday" or an ISO 8601 time."""

import re
from datetime import date, datetime
from typing import Final

DAY_MINUTES: Final = 24 * 60

LONGEST_MEETING_MINUTES: Final = 12 * 60
"""An end that seems to come before its start is on the next day, unless the meeting would be longer than this."""

_CLOCK = re.compile(r"(?<!\d)(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?(?!\d)", re.IGNORECASE)
_NAMED = {"midday": 12 * 60, "noon": 12 * 60, "midnight": DAY_MINUTES}


def minutes_of_day(words: str) -> int | None:
    """Minutes since midnight, or None if the words do not tell a time."""
    text = words[11:16] if is_moment(words) else words.strip().casefold()
    if text in _NAMED:
        return _NAMED[text]
    found = _CLOCK.search(text)
    if found is None:
        return None
    hour, minutes, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour * 60 + minutes if hour < 24 and minutes < 60 else None


def is_moment(words: str) -> bool:
    """Whether the words have the shape of an ISO 8601 time with its date."""
    return len(words) > 15 and words[10] == "T"


def is_only_a_time(words: str) -> bool:
    """Whether the words are nothing but a time, such as "10am"."""
    return is_moment(words) or _CLOCK.fullmatch(words.strip()) is not None


def minutes_from(day: date, words: str, *, after: int | None = None) -> int | None:
    """Minutes since the midnight with which `day` began, or None if the words do not tell a time.

    A time in words that comes before the minute `after` is on the next day, if that is at most 12 hours on.
    """
    moment = moment_of(words)
    if moment is not None:
        return (moment.date() - day).days * DAY_MINUTES + moment.hour * 60 + moment.minute
    minutes = minutes_of_day(words)
    if minutes is None or after is None or minutes >= after:
        return minutes
    is_next_day = minutes + DAY_MINUTES - after <= LONGEST_MEETING_MINUTES
    return minutes + DAY_MINUTES if is_next_day else minutes


def minutes_between(start: str, end: str) -> int | None:
    """How many minutes lie between two times; None if either is not known or the end is not later."""
    day = date.min
    moments = moment_of(start), moment_of(end)
    if moments[0] is not None and moments[1] is not None:
        day = moments[0].date()
    else:
        start, end = (words[11:16] if is_moment(words) else words for words in (start, end))
    begins = minutes_from(day, start)
    ends = minutes_from(day, end, after=begins)
    if begins is None or ends is None or ends <= begins:
        return None
    return ends - begins


def moment_of(words: str) -> datetime | None:
    """The ISO 8601 time that the words are, or None."""
    if not is_moment(words):
        return None
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None
