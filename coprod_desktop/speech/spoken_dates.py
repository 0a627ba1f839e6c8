"""Dates and years as they are said: "10 March 2026" is "the tenth of March twenty twenty-six"."""

import re
from datetime import date

from coprod_desktop.speech.number_words import cardinal, ordinal, year

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTH_OF = {name[:3].lower(): name for name in _MONTHS}
_MONTH = r"(January|February|March|April|May|June|July|August|September|October|November|December|" + (
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_THE = r"(?:\b[Tt]he )?(?<![\w.,:£€$])"
_YEAR = r"(?:,? (\d{4})(?![\w,]\d|\w))?"
_ISO = re.compile(r"(?<![\w-])(\d{4})-(\d{2})-(\d{2})(?![\d-])(?:T(?=\d))?")
_IN_FIGURES = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-]|\.\d)")
_SPAN_OF_DAYS = re.compile(rf"{_THE}{_DAY} (to|and|or|until) (?:the )?(?={_DAY}(?: of)? {_MONTH})")
_DAY_AND_MONTH = re.compile(rf"{_THE}{_DAY}(?: of)? {_MONTH}{_YEAR}")
_MONTH_AND_DAY = re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:(?:st|nd|rd|th)\b{_YEAR}|(?:, (\d{{4}})\b)|(?=[.,;)](?!\d)|$))")
_MONTH_AND_YEAR = re.compile(rf"\b{_MONTH} (\d{{4}})(?!\w|[,.]\d)")
_SPAN_OF_YEARS = re.compile(r"(?<![\w.,£€$-])((?:19|20)\d\d)\s?[/–-]\s?(\d{4}|\d{2})(?![\w/-]|[.,]\d)")
_DECADE = re.compile(r"(?<![\w.,£€$])['’]?(\d{1,3}0)['’]?s\b")
_YEAR_ALONE = re.compile(
    r"\b((?:in|by|since|during|year|before|after|until|till|from|of|for|early|late|mid|spring|summer|autumn|winter|"
    r"christmas|easter|to|and) )((?:19|20)\d\d)(?![\w£%]|[,.:/-]\d| (?:people|per|million|thousand|\w*[^\Wu]s)\b)",
    re.IGNORECASE,
)


def dates_in_figures_spoken(text: str) -> str:
    """Dates in figures only, "10/03/2026" and "2026-03-10"; the day comes first, as in Britain."""
    text = _ISO.sub(lambda found: _in_figures(found, found[3], found[2], found[1]), text)
    return _IN_FIGURES.sub(lambda found: _in_figures(found, found[1], found[3], found[4]), text)


def dates_spoken(text: str) -> str:
    """Dates that have the name of a month, spans of days and years, and years alone."""
    text = _SPAN_OF_DAYS.sub(lambda found: f"the {ordinal(int(found[1]))} {found[2]} ", text)
    text = _DAY_AND_MONTH.sub(lambda found: _day(found, found[1], found[2], found[3]), text)
    text = _MONTH_AND_DAY.sub(_month_first, text)
    text = _MONTH_AND_YEAR.sub(lambda found: f"{_MONTH_OF[found[1][:3].lower()]} {year(int(found[2]))}", text)
    text = _SPAN_OF_YEARS.sub(_span, text)
    text = _DECADE.sub(lambda found: _decade(int(found[1])), text)
    return _YEAR_ALONE.sub(lambda found: f"{found[1]}{year(int(found[2]))}", text)


def _in_figures(found: re.Match[str], day: str, month: str, in_year: str) -> str:
    try:
        known = date(int(in_year) + (2000 if len(in_year) == 2 else 0), int(month), int(day))
    except ValueError:
        return found[0]
    space = " " if found[0].endswith("T") else ""
    return f"the {ordinal(known.day)} of {_MONTHS[known.month - 1]} {year(known.year)}{space}"


def _day(found: re.Match[str], day: str, month: str, in_year: str | None) -> str:
    if not 1 <= int(day) <= 31:
        return found[0]
    the = "The" if found[0].startswith("The ") else "the"
    said = f"{the} {ordinal(int(day))} of {_MONTH_OF[month[:3].lower()]}"
    return f"{said} {year(int(in_year))}" if in_year else said


def _month_first(found: re.Match[str]) -> str:
    if not 1 <= int(found[2]) <= 31:
        return found[0]
    in_year = found[3] or found[4]
    said = f"{_MONTH_OF[found[1][:3].lower()]} the {ordinal(int(found[2]))}"
    return f"{said} {year(int(in_year))}" if in_year else said


def _span(found: re.Match[str]) -> str:
    first, last = int(found[1]), int(found[2])
    last += first // 100 * 100 if len(found[2]) == 2 else 0
    return f"{year(first)} to {year(last)}" if first < last else found[0]


def _decade(number: int) -> str:
    words = year(number) if number >= 1000 else cardinal(number)
    return f"{words[:-1]}ies" if words.endswith("y") else f"{words}s"
