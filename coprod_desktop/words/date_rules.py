"""Rules about dates, times, money and phone numbers (ER-21 to ER-23)."""

import re
from collections.abc import Iterator
from datetime import date

from coprod_desktop.words.findings import Finding
from coprod_desktop.words.judging import Judging
from coprod_desktop.words.number_rules import MEASURES
from coprod_desktop.words.reading_matter import PieceKind, TextPiece

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: tuple[str, ...] = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS).replace("Sep(?:", "Sept?(?:") + r"|Sept"
_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun)(?:day|nesday|rsday|sday|urday)?)"
_DAY_FIRST = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY})\.?,?\s+(?:the\s+)?)?(?<![\d.,£:/])\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    rf"(?P<month>{_MONTH})\b\.?(?:,?\s+(?P<year>\d{{4}}|['’]?\d{{2}}(?![\d:]|\s?[ap]m))\b)?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY})\.?,?\s+)?\b(?P<month>{_MONTH})\b\.?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?![\d:]|\.\d|\s?[ap]m|\s+people)(?:,?\s+(?P<year>\d{4})\b)?"
)
_IN_FIGURES = re.compile(
    r"(?<![\d/.£-])(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?![\d/])"
)
_DAY_AND_MONTH = re.compile(r"(?<![\d/£])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?P<year>)(?![\d/])")
_YEAR_FIRST = re.compile(r"(?<![\d/-])(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})(?![\d-])")
_RANGE = r"(?:\s?[–—-]\s?)"
_AM_PM = r"\s?[ap](?:m\b|\.m\b\.?)"
_CLOCK = rf"(?:\d{{1,2}}[:.]\d{{2}}(?:{_AM_PM})?|\d{{1,2}}{_AM_PM})"
_TIMES = re.compile(
    rf"(?<![\w:.,£/-])(?P<first>{_CLOCK})(?:{_RANGE}(?P<last>{_CLOCK}))?(?![\w:]|\.\d|\s?%)", re.IGNORECASE
)
_SHORT_RANGE = re.compile(rf"(?<![\w:.,£/-])(?P<first>\d{{1,2}}){_RANGE}(?P<last>\d{{1,2}}{_AM_PM})", re.IGNORECASE)
_OTHER_TIMES = re.compile(
    r"\b(\d{1,2}|\w+) o['’]?clock\b|\b12 ?noon\b|\b12 ?midnight\b|\b(?:[01]\d|2[0-3])[0-5]\d ?(?:hours|hrs|h)\b",
    re.IGNORECASE,
)
_POUNDS = re.compile(
    r"£\s?\d(?:[\d,]{0,14}\d)?(?:\.\d{1,9})?(?:\s?(?:k|m|bn)\b)?|(?<![\w,.])\d(?:[\d,]{0,14}\d)?(?:\.\d{1,9})?\s?(?:pounds|quid|GBP)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w£/.,-])(?:\+44[\s-]?|\(?0)\d(?:[\d\s()-]*\d)?(?![\w/])")
_HALVES = re.compile(r"[ap]\.?m", re.IGNORECASE)
_LATE = re.compile(r"(?:1[3-9]|2[0-3])\.[0-5][05]")
_BEFORE_A_TIME = ("at", "from", "to", "until", "by", "till", "before", "after")


def dates(piece: TextPiece, judging: Judging) -> Iterator[Finding]:
    """ER-21: "Wednesday 4 November 2026"; the weekday is worked out, so a wrong one is found too."""
    if piece.kind is PieceKind.CREDIT:
        return
    taken: list[tuple[int, int]] = []
    for pattern in (_YEAR_FIRST, _IN_FIGURES, _DAY_FIRST, _MONTH_FIRST, _DAY_AND_MONTH):
        for found in pattern.finditer(piece.text):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            taken.append((found.start(), found.end()))
            yield from _date(piece, found, judging)


def times(piece: TextPiece, judging: Judging) -> Iterator[Finding]:
    """ER-22: "2pm", "2:30pm", "midday", "midnight", "2pm to 4pm"."""
    for found in _TIMES.finditer(piece.text):
        better = _better_times(found, piece.text)
        if better and better != found[0].strip():
            yield judging.tell("ER-22", piece, found[0], word=found[0], better=better)
    for found in _SHORT_RANGE.finditer(piece.text):
        last = _time(found["last"])
        yield judging.tell("ER-22", piece, found[0], word=found[0], better=f"{found['first']}{last[-2:]} to {last}")
    for found in _OTHER_TIMES.finditer(piece.text):
        yield judging.tell("ER-22", piece, found[0], word=found[0], better=_other_time(found, judging))


def money(piece: TextPiece, judging: Judging) -> Iterator[Finding]:
    """ER-23: "£5" or "£5.50", and phone numbers in groups."""
    for found in _POUNDS.finditer(piece.text):
        better = _amount(found[0])
        if better and better != found[0]:
            yield judging.tell("ER-23", piece, found[0], word=found[0], better=better)
    for found in _PHONE.finditer(piece.text):
        number = re.sub(r"\D", "", found[0])
        if len(number) >= 10 and not _is_grouped(found[0]):
            yield judging.tell("ER-23 phone", piece, found[0], word=found[0], better=_grouped(number))


def _date(piece: TextPiece, found: re.Match[str], judging: Judging) -> Iterator[Finding]:
    parts = found.groupdict()
    month = _month_number(parts["month"])
    day, year = int(parts["day"]), _year(parts.get("year") or "")
    weekday = parts.get("weekday") or ""
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return
    known = _real_day(year, month, day)
    if year and known is None:
        return
    better = f"{day} {_MONTHS[month - 1]}" + (f" {year}" if year else "")
    if known:
        better = f"{_WEEKDAYS[known.weekday()]} {better}"
    elif weekday:
        better = f"{_full_weekday(weekday)} {better}"
    written = found[0].rstrip(".")
    if written == better:
        return
    if known and weekday and written == better.replace(_WEEKDAYS[known.weekday()], weekday):
        yield judging.tell("ER-21 weekday", piece, written, word=written, better=better)
        return
    lacks_only_weekday = known is not None and f"{_WEEKDAYS[known.weekday()]} {written}" == better
    yield judging.tell("ER-21", piece, written, is_blocking=not lacks_only_weekday, word=written, better=better)


def _month_number(said: str) -> int:
    if said.isdigit():
        return int(said)
    return next(number for number, month in enumerate(_MONTHS, 1) if month.lower().startswith(said[:3].lower()))


def _year(said: str) -> int:
    digits = said.strip("'’")
    return int(digits) + (2000 if len(digits) == 2 else 0) if digits else 0


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full_weekday(said: str) -> str:
    return next(weekday for weekday in _WEEKDAYS if weekday.lower().startswith(said[:3].lower()))


def _better_times(found: re.Match[str], text: str) -> str:
    """How the time or the range is written, or nothing if these are no times."""
    first, last = found["first"], found["last"]
    if "." in first and not _HALVES.search(found[0]) and _is_a_decimal(found, text):
        return ""
    half = "" if _HALVES.search(first) or not last else _half(last)
    start, end = _time(first, half), _time(last) if last else ""
    if not start or (last and not end):
        return ""
    return f"{start} to {end}" if end else start


def _is_a_decimal(found: re.Match[str], text: str) -> bool:
    """Whether "2.30" is rather a number than a time."""
    if MEASURES.match(text, found.end()):
        return True
    before = text[: found.start()].lower().split()
    return not _LATE.fullmatch(found["first"]) and (not before or before[-1] not in _BEFORE_A_TIME)


def _half(said: str) -> str:
    found = re.search(r"([ap])\.?m", said, re.IGNORECASE)
    return f"{found[1].lower()}m" if found else ""


def _time(said: str, half: str = "") -> str:
    """One time as it is written, or nothing if there is no such time; without am or pm both are offered."""
    found = re.match(r"(\d{1,2})(?:[:.](\d{2}))?", said)
    if found is None:
        return ""
    hour, minutes = int(found[1]), int(found[2] or 0)
    known_half = _half(said) or half
    if hour > 23 or minutes > 59 or (known_half and not 1 <= hour <= 12):
        return ""
    shown = f"{hour % 12 or 12}" + (f":{minutes:02d}" if minutes else "")
    if known_half:
        return {"12pm": "midday", "12am": "midnight"}.get(f"{shown}{known_half}", f"{shown}{known_half}")
    if hour > 12 or said.startswith("0") or hour == 0:
        return "midnight" if hour == minutes == 0 else f"{shown}{'pm' if hour > 11 else 'am'}"
    return f"{shown}am” or “{shown}pm" if hour < 12 else ("midday" if not minutes else f"{shown}pm")


def _other_time(found: re.Match[str], judging: Judging) -> str:
    said = found[0].lower()
    if "noon" in said:
        return "midday"
    if "midnight" in said:
        return "midnight"
    if "clock" in said:
        word = found[1].lower()
        hour = int(word) if word.isdigit() else judging.house.number_words.get(word, 1)
        return f"{hour}am” or “{hour}pm"
    return _time(f"{said[:2]}:{said[2:4]}")


def _amount(said: str) -> str:
    """An amount as it is written; nothing if these are no pounds."""
    number = re.search(r"\d[\d,]*(?:\.\d+)?", said)
    if number is None:
        return ""
    whole, _dot, pence = number[0].replace(",", "").partition(".")
    size = re.search(r"(k|m|bn)$", said.strip(), re.IGNORECASE)
    if size:
        if size[1].lower() == "k" and not pence:
            return f"£{int(whole) * 1000:,}"
        words = {"k": "thousand", "m": "million", "bn": "billion"}[size[1].lower()]
        return f"£{int(whole):,}{f'.{pence}' if pence else ''} {words}"
    if re.search(r"\d\.\d+$", said) and len(pence) == 1:
        pence += "0"
    return f"£{int(whole):,}" + (f".{pence[:2]}" if pence.strip("0") else "")


def _is_grouped(said: str) -> bool:
    groups = re.findall(r"\d+", said)
    return len(groups) > 1 and max(len(group) for group in groups) <= 6 and "-" not in said


def _grouped(number: str) -> str:
    """A British number in groups: "07700 900 123"."""
    local = f"0{number.removeprefix('44')}" if number.startswith("44") else number
    if local.startswith("02"):
        return f"{local[:3]} {local[3:7]} {local[7:]}"
    if local.startswith(("03", "08")):
        return f"{local[:4]} {local[4:7]} {local[7:]}"
    return f"{local[:5]} {local[5:8]} {local[8:]}"
