"""Times of the day as they are said: "2:30pm" is "half past two in the afternoon"."""

import re

from coprod_desktop.speech.number_words import cardinal

_HALF_OF_DAY = r"\s?([apAP])(?:\.[mM]\.?|[mM]\b)"
_TWELVE_HOURS = re.compile(rf"(?<![\w:.,£€$])(\d{{1,2}})(?:[:.](\d{{2}})(?::\d{{2}})?)?{_HALF_OF_DAY}(?!\w)")
_CLOCK = re.compile(r"(?<![\w:.,£€$])(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:]|\.\d|\s?%)")
_QUARTERS = {15: "quarter past", 30: "half past", 45: "quarter to"}
_NEXT_SENTENCE = re.compile(r"\s+[A-Z]|\s*$")


def times_spoken(text: str) -> str:
    """Clock times in words; the part of the day is said where it is known."""
    return _CLOCK.sub(_clock, _TWELVE_HOURS.sub(_twelve_hours, text))


def _twelve_hours(found: re.Match[str]) -> str:
    hour, minute = int(found[1]), int(found[2] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return found[0]
    said = _said(hour % 12 + (12 if found[3] in "pP" else 0), minute, is_part_known=True)
    # The dot of "p.m." may end the sentence too.
    return f"{said}." if found[0].endswith(".") and _NEXT_SENTENCE.match(found.string, found.end()) else said


def _clock(found: re.Match[str]) -> str:
    hour, minute = int(found[1]), int(found[2])
    if hour > 23 or minute > 59:
        return found[0]
    is_part_known = not 1 <= hour <= 12 or len(found[1]) == 2 and found[1].startswith("0")
    return _said(hour, minute, is_part_known=is_part_known)


def _said(hour: int, minute: int, *, is_part_known: bool) -> str:
    """`hour` from 0 to 23."""
    if minute == 0 and hour in (0, 12) and is_part_known:
        return "midday" if hour else "midnight"
    shown = hour + 1 if minute == 45 else hour
    name = cardinal(shown % 12 or 12)
    if minute == 0:
        said = f"{name} o'clock"
    elif minute in _QUARTERS:
        said = f"{_QUARTERS[minute]} {name}"
    else:
        said = f"{name} {'oh ' if minute < 10 else ''}{cardinal(minute)}"
    return f"{said} {_part_of_day(hour)}" if is_part_known else said


def _part_of_day(hour: int) -> str:
    if hour == 0 or hour >= 22:
        return "at night"
    if hour < 12:
        return "in the morning"
    return "in the afternoon" if hour < 18 else "in the evening"
