"""Reads the time of day from what people write: "10am", "2:30pm", "14.30" or a time with its date."""

import re

_CLOCK = re.compile(r"(?<!\d)(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?(?!\d)", re.IGNORECASE)
_NAMED = {"midday": 12 * 60, "noon": 12 * 60, "midnight": 24 * 60}


def minutes_of_day(words: str) -> int | None:
    """Minutes since midnight, or None if the words do not tell a time."""
    text = words[11:16] if len(words) > 15 and words[10] == "T" else words.strip().casefold()
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


def easy_time(words: str) -> str:
    """A time as it is said: "10am", "2:30pm", "midday" (ER-22). Words that are no time stay as they are."""
    is_time = (len(words) > 15 and words[10] == "T") or _CLOCK.fullmatch(words.strip()) is not None
    minutes = minutes_of_day(words) if is_time else None
    if minutes is None:
        return words
    hour, past = divmod(minutes, 60)
    if not past and hour in (0, 12):
        return "midday" if hour else "midnight"
    shown = f"{hour % 12 or 12}:{past:02}" if past else f"{hour % 12 or 12}"
    return shown + ("pm" if hour >= 12 else "am")


def minutes_between(start: str, end: str) -> int | None:
    """How many minutes lie between two times of a day; None if either is not known or the end is not later."""
    begins, ends = minutes_of_day(start), minutes_of_day(end)
    if begins is None or ends is None or ends <= begins:
        return None
    return ends - begins
