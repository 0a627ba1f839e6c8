"""Dates in words, as people say them and as pages print them (ER-21)."""

from datetime import date

from PySide6.QtCore import QCoreApplication

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_words(day: date, *, with_year: bool = True, with_weekday: bool = True) -> str:
    """A date with its weekday, which is worked out, never typed: "Wednesday 4 November 2026"."""
    month = _translated(_MONTHS[day.month - 1])
    words = f"{day.day} {month} {day.year}" if with_year else f"{day.day} {month}"
    return f"{_translated(_WEEKDAYS[day.weekday()])} {words}" if with_weekday else words


def _translated(words: str) -> str:
    return QCoreApplication.translate("Dates", words)
