"""Dates, times, amounts and numbers as people read them, and which of them stay on one line (ER-07, ER-19 to ER-23)."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from coprod_desktop.minutes.sentences import tidy
from coprod_desktop.minutes.wording import Wording

_HALF = r"\s?([ap])(?:\.m\.|m\b)"
_CLOCK = re.compile(
    rf"(?<![\d:.,£-])(\d{{1,2}})[:.](\d{{2}})(?::\d{{2}})?(?:{_HALF})?(?![\d:]|\.\d|\s?%)", re.IGNORECASE
)
_HOUR = re.compile(rf"(?<![\d:.,£-])(\d{{1,2}}){_HALF}", re.IGNORECASE)
_DATE_IN_FRONT = re.compile(r"^\d{4}-\d{2}-\d{2}(?:[T ]|$)")
_PROTECTED = re.compile(
    "|".join(
        (
            r"(?:\b[A-Z]\w{4,} )?\b\d{1,2} [A-Z][a-z]{2,}\w*(?: \d{4}\b)?",
            r"\b\d{1,2}(?::\d{2})?[ap]m\b(?: to \d{1,2}(?::\d{2})?[ap]m\b)?",
            r"\+?\b\d{2,5}(?: \d{2,5}){1,4}\b",
            r"£\d[\d,]*(?:\.\d{2})?(?: (?:million|thousand))?",
        )
    )
)


def date_words(day: date, wording: Wording) -> str:
    """ "Wednesday 4 November 2026": the weekday is worked out, never typed (ER-21)."""
    return wording(
        "date",
        weekday=wording.names("weekday_names")[day.weekday()],
        day=str(day.day),
        month=wording.names("month_names")[day.month - 1],
        year=str(day.year),
    )


def day_of(moment: str) -> date | None:
    """The date of an ISO 8601 time, or None if it does not begin with one."""
    try:
        return date.fromisoformat(moment[:10]) if _DATE_IN_FRONT.match(moment) else None
    except ValueError:
        return None


def time_words(moment: str, wording: Wording) -> str:
    """ "2pm", "2:30pm", "midday": from an ISO 8601 time, from a clock time, or free words with those in them (ER-22).

    A date alone has no time, so it gives nothing.
    """
    text = tidy(moment)
    if _DATE_IN_FRONT.match(text):
        try:
            known = datetime.fromisoformat(text)
        except ValueError:
            return text
        return clock_words(known.hour, known.minute, wording) if len(text) > len("2026-03-10") else ""

    def as_words(found: re.Match[str]) -> str:
        minutes = found[2] if found.re is _CLOCK else "00"
        hour = _hour_of_day(int(found[1]), found[found.re.groups])
        if hour is None or int(minutes) > 59:
            return found[0]
        return clock_words(hour, int(minutes), wording)

    return _HOUR.sub(as_words, _CLOCK.sub(as_words, text))


def clock_words(hour: int, minute: int, wording: Wording) -> str:
    """An hour from 0 to 23 and its minutes as people say them."""
    if minute == 0 and hour in (0, 12):
        return wording("midday" if hour else "midnight")
    half = wording("morning" if hour < 12 else "afternoon")
    if minute == 0:
        return wording("time", hour=str(hour % 12 or 12), half=half)
    return wording("time_with_minutes", hour=str(hour % 12 or 12), minutes=f"{minute:02d}", half=half)


def time_range_words(starts_at: str, ends_at: str, wording: Wording) -> str:
    """ "10:30am to 12:50pm", or from or until the one of the two that is known, or nothing."""
    start, end = time_words(starts_at, wording), time_words(ends_at, wording)
    if start and end:
        return wording("time_range", start=start, end=end)
    if start:
        return wording("from_time", start=start) if _is_clock_time(start, wording) else start
    return wording("until_time", end=end) if _is_clock_time(end, wording) else end


def _is_clock_time(words: str, wording: Wording) -> bool:
    """Whether "From" or "Until" can stand before it: not for words such as "After lunch"."""
    return words[:1].isdigit() or words in (wording("midday"), wording("midnight"))


def protected_spans(texts: Iterable[str], names: Iterable[str] = ()) -> tuple[str, ...]:
    """The names, dates, times, amounts and phone numbers of these texts, each once, that no line may break."""
    spans = dict.fromkeys(name for name in names if " " in name)
    for text in texts:
        spans.update(dict.fromkeys(found[0] for found in _PROTECTED.finditer(text)))
    return tuple(spans)


def _hour_of_day(hour: int, half: str | None) -> int | None:
    if half is None:
        return hour if hour < 24 else None
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if half.lower() == "p" else 0)
