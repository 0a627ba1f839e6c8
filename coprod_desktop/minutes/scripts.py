"""Scripts that run from right to left: letters joined, each line in the order it is seen, and its words for readers."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

_RTL = r"\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\U00010800-\U00010FFF\U0001E800-\U0001EFFF"
_RIGHT_TO_LEFT = re.compile(f"[{_RTL}]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
_SHAPES = re.compile("[\ufb50-\ufc5d\ufc64-\ufdfb\ufe80-\ufefc]+")
_JOINERS = re.compile("[\u200c\u200d]")
_OPENING, _CLOSING = "([{<\u00ab\u2039", ")]}>\u00bb\u203a"
_MIRRORED = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)
_NUMBERS = ("EN", "AN")
_LANGUAGES = (
    ("ur", re.compile("[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]")),
    ("fa", re.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc]")),
    ("ar", _ARABIC),
    ("he", re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")),
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\u1100-\u11ff\uac00-\ud7a3]")),
    ("zh", re.compile("[\u3400-\u9fff\uf900-\ufaff]")),
    ("am", re.compile("[\u1200-\u139f]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
"""Letters that give a language away, the surest first. A guess by script, so that a voice can say the name."""


_EASTERN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u1100-\u139f\uac00-\ud7a3\u0530-\u058f\u10a0-\u10ff\u0e00-\u0e7f"
_IN_ANOTHER_SCRIPT = re.compile(f"([{_EASTERN}]+(?:[ \u00a0\u3000-\u303f]+[{_EASTERN}]+)*)")
_NOT_PLAIN = re.compile(f"[{_RTL}{_EASTERN}]")


@dataclass(frozen=True, slots=True)
class Span:
    """Some runs of a line, by number, that are in another language: a guess by their script (PDF-12)."""

    first: int
    last: int
    language: str

    @property
    def opening(self) -> str:
        """What stands before the runs in the page."""
        return f"/Span <</Lang ({self.language})>> BDC"


def is_plain(text: str) -> bool:
    """Whether text needs none of this: the quick answer for nearly all text."""
    return text.isascii() or not _NOT_PLAIN.search(text)


def in_languages(text: str) -> Iterator[tuple[str, str]]:
    """Text that runs from left to right in pieces, each with its language; "" for that of the document."""
    for number, part in enumerate(_IN_ANOTHER_SCRIPT.split(text)):
        if part:
            yield part, language_of(part) if number % 2 else ""


def shaped(text: str) -> str:
    """The text with Arabic letters in the shapes they take beside each other, still in the order they are said."""
    if text.isascii() or not _ARABIC.search(text):
        return text
    return _JOINERS.sub("", _reshaper().reshape(text))


def unshaped(text: str) -> str:
    """The letters as they are written down, whatever shape they are drawn in."""
    return text if text.isascii() else _SHAPES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


@cache
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper({"delete_harakat": False, "delete_tatweel": False, "support_zwj": True})


def language_of(text: str) -> str:
    """A guess at the language of words in another script; "" for Latin, Greek and Cyrillic letters."""
    return next((code for code, finds in _LANGUAGES if finds.search(text)), "")


def stretches(text: str) -> list[tuple[int, int]]:
    """Where words run from right to left: from the first such letter to the last, numbers and brackets with them.

    Source: the Unicode bidirectional algorithm, UAX 9, for a line that runs from left to right as a whole.
    """
    found: list[tuple[int, int]] = []
    place = 0
    while first := _RIGHT_TO_LEFT.search(text, place):
        end = _end_of_stretch(text, first.start())
        found.append((first.start(), end))
        place = end
    return found


def _end_of_stretch(text: str, start: int) -> int:
    end = start
    for place in range(start, len(text)):
        kind = unicodedata.bidirectional(text[place])
        if kind == "L":
            break
        if kind in ("R", "AL", "EN", "AN", "NSM") and (kind != "NSM" or end == place):
            end = place + 1
    opened = [text[place] for place in range(start, end) if text[place] in _OPENING + _CLOSING]
    still_open = sum(1 if letter in _OPENING else -1 for letter in opened)
    while still_open > 0 and end < len(text) and text[end] in _CLOSING:
        end, still_open = end + 1, still_open - 1
    return end


def clusters(stretch: str) -> list[str]:
    """A stretch in pieces that are each drawn from left to right: a letter with its marks and spaces, or a number."""
    kinds = _settled_kinds(stretch)
    found: list[str] = []
    for place, letter in enumerate(stretch):
        is_mark = bool(unicodedata.combining(letter)) or letter.isspace()
        is_number = place > 0 and kinds[place] in _NUMBERS and kinds[place - 1] in _NUMBERS
        if found and (is_mark or is_number):
            found[-1] += letter
        else:
            found.append(letter if kinds[place] in _NUMBERS else letter.translate(_MIRRORED))
    return found


def _settled_kinds(stretch: str) -> list[str]:
    """The kind of each letter once what stands beside it has been looked at: rules W1 to W6 of UAX 9."""
    kinds: list[str] = []
    strong = "R"
    for letter in stretch:
        kind = unicodedata.bidirectional(letter)
        strong = kind if kind in ("R", "AL") else strong
        is_marked = kind == "NSM" and kinds
        kinds.append(kinds[-1] if is_marked else "AN" if kind == "EN" and strong == "AL" else kind)
    for place in range(1, len(kinds) - 1):
        before, kind, after = kinds[place - 1 : place + 2]
        if before == after and (kind == "CS" and before in _NUMBERS or kind == "ES" and before == "EN"):
            kinds[place] = before
    return _with_signs(_with_signs(kinds)[::-1])[::-1]


def _with_signs(kinds: list[str]) -> list[str]:
    """A sign such as that of a pound or a per cent belongs to the number after or before it."""
    joined: list[str] = []
    for kind in kinds:
        joined.append("EN" if kind == "ET" and joined and joined[-1] == "EN" else kind)
    return joined
