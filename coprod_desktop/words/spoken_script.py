"""Rules about a text that is read aloud: spelled as it is spoken, with pauses (PT-09, PT-10)."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from coprod_desktop.words.findings import Finding
from coprod_desktop.words.house_words import HouseWords

_CANNOT_BE_SAID = re.compile(r"\S*(?:\d[^\W\d_]|[^\W\d_]\d|\d[%£$€°+/*=&@#:.-]\S|[%£$€°+*=&@#]\d|\d[%°])\S*")
_LONG_PAUSE = re.compile(r"^\[Pause: (?:2|two) seconds\]$", re.MULTILINE)


def script_findings(script: str, house: HouseWords, *, heading_count: int = 0) -> tuple[Finding, ...]:
    """What a voice could not read in a script, and whether a pause of 2 s follows each of so many headings."""
    found = [*_words_as_spoken(script), *_pauses(script, heading_count)]
    lines = script.split("\n")
    return tuple(_finding(key, at, lines, values, house) for key, at, values in found)


def words_as_spoken(script: str) -> Iterator[str]:
    """PT-09: the words where a digit stands next to a letter or a symbol."""
    yield from (found[0] for found in _CANNOT_BE_SAID.finditer(script))


def pauses_after_headings(script: str, heading_count: int) -> bool:
    """PT-10: whether there is a pause of 2 s for each heading."""
    return len(_LONG_PAUSE.findall(script)) >= heading_count


SCRIPT_CHECKS: Final = frozenset(("words_as_spoken", "pauses_after_headings"))
"""The checks of a script by their names."""


def _words_as_spoken(script: str) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    for at, line in enumerate(script.split("\n")):
        for word in words_as_spoken(line):
            yield "PT-09", at, {"word": word}


def _pauses(script: str, heading_count: int) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    if not pauses_after_headings(script, heading_count):
        yield "PT-10", 0, {"count": str(heading_count)}


def _finding(key: str, at: int, lines: list[str], values: Mapping[str, str], house: HouseWords) -> Finding:
    message, mend = house.told(key, **values)
    place = house.phrase("place in a text file", number=str(at + 1))
    text = values.get("word", message)
    return Finding(rule=key, place=place, message=message, mend=mend, is_blocking=True, text=text or lines[at])
