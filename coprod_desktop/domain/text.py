"""The one door through which every text of a person comes in: odd characters out, nothing else changed."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from coprod_desktop.domain.reasons import NotAllowed, Reason

MOST_LETTERS = 20_000
"""The longest text that is kept, in characters."""

_JOINERS = "\u200c\u200d"
_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"
_LINE_ENDS = "\n\r\t\v\f\x85\u2028\u2029"


@dataclass(frozen=True)
class Removed:
    """One character that was taken out or changed: its code point, such as "U+0007", and where it stood (from 0)."""

    code: str
    position: int


@dataclass(frozen=True)
class CleanText:
    """A text that can be stored, shown and printed, with what was taken out of it."""

    text: str
    removed: tuple[Removed, ...] = ()


def clean(raw: str, *, keeps_lines: bool = False) -> CleanText:
    """Compose letters (NFC), drop what nobody can see, and turn line ends into spaces unless `keeps_lines`.

    Source: notes on hostile text; PT-01 (the joiners U+200C and U+200D stay, scripts and names need them).
    """
    removed: list[Removed] = []
    kept: list[str] = []
    for position, letter in enumerate(raw.replace("\r\n", "\n")):
        if letter in _LINE_ENDS:
            kept.append("\n" if keeps_lines and letter != "\t" else " ")
            if not (letter == "\n" and keeps_lines):
                removed.append(Removed(_code(letter), position))
        elif _is_odd(letter):
            removed.append(Removed(_code(letter), position))
        else:
            kept.append(letter)
    return CleanText(unicodedata.normalize("NFC", "".join(kept)), tuple(removed))


def typed(raw: str, *, field: str = "", keeps_lines: bool = False) -> str:
    """What a person typed, cleaned, without spaces around it. Raises NotAllowed if it is too long."""
    text = clean(raw, keeps_lines=keeps_lines).text.strip()
    if len(text) > MOST_LETTERS:
        raise NotAllowed(Reason.WORDS_TOO_LONG, field)
    return text


def typed_lines(lines: Iterable[str], *, field: str = "") -> tuple[str, ...]:
    """Each line as `typed`, without those that are empty."""
    return tuple(text for text in (typed(line, field=field) for line in lines) if text)


def needed(raw: str, *, field: str = "", reason: Reason = Reason.WORDS_MISSING) -> str:
    """As `typed`, and raises NotAllowed if there is nothing that a person could see."""
    text = typed(raw, field=field)
    if not can_be_seen(text):
        raise NotAllowed(reason, field)
    return text


def tidy_word(raw: str) -> str:
    """A word as things are found by it: as `typed`, in small letters, with single spaces for `_`, `-` and the rest."""
    return " ".join(re.sub(r"[_-]+", " ", typed(raw)).casefold().split())


def can_be_seen(text: str) -> bool:
    """Whether at least one letter, number or sign of the text leaves a mark on a page."""
    return any(unicodedata.category(x)[0] not in "ZCM" and x not in _BLANK_LETTERS for x in text)


def _code(letter: str) -> str:
    return f"U+{ord(letter):04X}"


def _is_odd(letter: str) -> bool:
    if letter in _JOINERS:
        return False
    point = ord(letter)
    if 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE:
        return True
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co")
