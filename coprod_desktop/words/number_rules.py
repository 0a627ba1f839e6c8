"""Rules about numbers and shares: digits, commas, no Roman numerals, no percentages (ER-19, ER-20)."""

import re
from collections.abc import Iterator
from math import gcd

from coprod_desktop.words.findings import Finding
from coprod_desktop.words.judging import Judging
from coprod_desktop.words.reading_matter import PieceKind, TextPiece

_LONG_NUMBER = re.compile(r"(?<![\w.,:/£$€+-])(?<!\d )\d{4,12}(?![\w/:-]|,\d|\.\d| \d| ?h(?:ours|rs)\b)")
_YEARS = range(1900, 2101)
_ROMAN = re.compile(
    r"\b(?=[IVX]{2,}\b)X{0,3}(?:IX|IV|V?I{0,3})\b|(?<=\b[Pp]art )[IVX]\b|(?<=\b[Pp]hase )[IVX]\b|(?<=\b[Ss]tage )[VX]\b"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_PARTS = {"thirds": 3, "quarters": 4, "fifths": 5, "sixths": 6, "eighths": 8, "tenths": 10}
_PART = re.compile(rf"[ -]({'|'.join(_PARTS)})\b", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?<=\w)[*†‡]+(?!\w)|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,3}\]")
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,9}(?:[.,]\d{1,9})?)\s?(?:%|per ?cent\b)", re.IGNORECASE)
_DECIMAL = re.compile(
    r"(?<![\w£$€.:,/-])(\d{1,9})\.(\d{1,9})(?!\s?(?:[ap]\.?m\b|%|per ?cent))(?![\d.:]|\w)", re.IGNORECASE
)
MEASURES = re.compile(r"\s?(?:miles?|km|kg|metres?|m|cm|hours?|days?|weeks?|years?|people|times|million)\b")
"""What is counted after a number that is no time."""

_FIVE_MINUTES = re.compile(r"([01]?\d|2[0-3])\.[0-5]\d")
_BEFORE_A_NAME_OF_A_NUMBER = ("record number ", "number ", "no. ", "reference ", "code ", "pin ")


def digits(piece: TextPiece, judging: Judging) -> Iterator[Finding]:
    """ER-19: "3", not "three"; "1,500", not "1500"; no Roman numerals and no footnote marks. "one" is kept."""
    for word, better in _number_words(piece.text, judging):
        yield judging.tell("ER-19", piece, word, word=word, better=better)
    if piece.kind is PieceKind.CREDIT:
        return
    for found in _LONG_NUMBER.finditer(piece.text):
        if not _is_a_year_or_code(piece.text, found):
            yield judging.tell("ER-19 comma", piece, found[0], word=found[0], better=f"{int(found[0]):,}")
    for found in _ROMAN.finditer(piece.text):
        if found[0] and found[0].lower() not in judging.names:
            yield judging.tell("ER-19 roman", piece, found[0], word=found[0], better=str(_roman_value(found[0])))
    for found in _FOOTNOTE.finditer(piece.text):
        yield judging.tell("ER-19 footnote", piece, found[0], word=found[0])


def no_percentages(piece: TextPiece, judging: Judging) -> Iterator[Finding]:
    """ER-20: "1 in 4 people" or "half"; no percentage, and no decimal number but money."""
    if piece.kind is PieceKind.CREDIT:
        return
    for found in _PERCENT.finditer(piece.text):
        yield judging.tell("ER-20", piece, found[0], word=found[0], better=_share(found[1]))
    for found in _DECIMAL.finditer(piece.text):
        if not _FIVE_MINUTES.fullmatch(found[0]) or _is_a_measure(piece.text, found):
            yield judging.tell("ER-20 decimal", piece, found[0], word=found[0], better=_rounded(found[1], found[2]))


def _number_words(text: str, judging: Judging) -> Iterator[tuple[str, str]]:
    """Number words with what they come to: "twenty-five" is 25; "three hundred" is 300."""
    known = "|".join(sorted(judging.house.number_words, key=len, reverse=True))
    if not known:
        return
    run = rf"(?<![\w-])(?:(?:a|one)\s+(?=hundred|thousand))?(?:{known})(?:[\s-]+(?:and\s+)?(?:{known}|one))*(?![\w-])"
    for found in re.finditer(run, text, re.IGNORECASE):
        if not re.search(r"\d\s*$", text[: found.start()]):
            part = _PART.match(text, found.end())
            value = f"{_value(found[0], judging):,}"
            yield (found[0] + part[0], f"{value} in {_PARTS[part[1].lower()]}") if part else (found[0], value)


def _value(words: str, judging: Judging) -> int:
    total = part = 0
    for word in re.split(r"[\s-]+", words.lower()):
        value = judging.house.number_words.get(word, 1 if word in ("a", "one") else 0)
        if value == 100:
            part = max(part, 1) * 100
        elif value == 1000:
            total, part = total + max(part, 1) * 1000, 0
        else:
            part += value
    return total + part


def _is_a_year_or_code(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()].lower()
    is_year = len(found[0]) == 4 and int(found[0]) in _YEARS
    return is_year or found[0].startswith("0") or before.endswith(_BEFORE_A_NAME_OF_A_NUMBER)


def _roman_value(roman: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in roman]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _share(said: str) -> str:
    """A percentage as a share that can be seen: 25 is "1 in 4", 50 is "half"."""
    percent = round(float(said.replace(",", ".")))
    if percent in (0, 50, 100):
        return {0: "none", 50: "half", 100: "all"}[percent]
    if percent > 100:
        return f"{percent} for every 100"
    near = {33: (1, 3), 34: (1, 3), 66: (2, 3), 67: (2, 3)}.get(percent)
    part, whole = near or (percent // gcd(percent, 100), 100 // gcd(percent, 100))
    return f"{part} in {whole}"


def _rounded(whole: str, rest: str) -> str:
    if rest.rstrip("0") == "5":
        return f"{int(whole)} and a half" if int(whole) else "half"
    return f"about {round(float(f'{whole}.{rest}'))}"


def _is_a_measure(text: str, found: re.Match[str]) -> bool:
    """Whether "2.30" cannot be a time, because something is counted with it."""
    return MEASURES.match(text, found.end()) is not None
