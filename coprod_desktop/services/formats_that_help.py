"""Which papers a person gets: the format they chose, each format more that helps them, and copies for helpers."""

import re
from dataclasses import dataclass
from typing import Final

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.need_rules import RULES_BY_KEY, rules_for
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, Person, agreed_codes

_FORMAT_OF_RULE: Final = {
    "large_print_copy": MinutesFormat.LARGE_PRINT,
    "easy_read_copy": MinutesFormat.EASY_READ,
    "text_files": MinutesFormat.PLAIN_TEXT,
    "braille_source": MinutesFormat.PLAIN_TEXT,
    "sound": MinutesFormat.AUDIO,
    "tell_by_voice": MinutesFormat.AUDIO,
}
_FOR_A_HELPER: Final = frozenset(("helper_papers", "advocate_papers"))
_READ_BY_COMPUTER: Final = "text_files"
_BIG_WRITING: Final = "large_print_copy"
_PAPER_COLOUR: Final = "coloured_paper"
_MORE_MINUTES: Final = frozenset(("extra_minutes",))
_COLOUR: Final = re.compile(r"\b(cream|yellow|blue|green|pink)\b", re.IGNORECASE)
_POINTS: Final = re.compile(r"\b(1[2-9]|[23]\d|4[0-8])\b")
"""A size of letters in somebody's words (AN-02: 12 to 48 points)."""


@dataclass(frozen=True, kw_only=True)
class PaperOfPerson:
    """One format for a person. `is_sent` is for tagged pages that go as a file beside plain text (AN-03)."""

    choice: MinutesChoice
    is_sent: bool = False


_TAGGED_PAGES: Final = PaperOfPerson(choice=MinutesChoice(pictures=False), is_sent=True)


def papers_of(person: Person, *, with_tagged_pages: bool = False) -> tuple[PaperOfPerson, ...]:
    """What the person chose, then what helps them; easy read if they were not asked yet. Needs act with a yes only.

    Tagged pages stand beside plain text where a computer reads to the person, or wherever `with_tagged_pages` asks.
    """
    keys = _keys(person)
    helps = [_FORMAT_OF_RULE[key] for key in keys if key in _FORMAT_OF_RULE]
    chosen = [person.minutes.format] if person.minutes is not None else []
    formats = list(dict.fromkeys([*chosen, *helps])) or [MinutesFormat.EASY_READ]
    papers = [PaperOfPerson(choice=_choice(format, person)) for format in formats]
    if MinutesFormat.PLAIN_TEXT in formats and (with_tagged_pages or _READ_BY_COMPUTER in keys):
        papers.insert(formats.index(MinutesFormat.PLAIN_TEXT) + 1, _TAGGED_PAGES)
    return tuple(papers)


def helpers_of(person: Person) -> int:
    """How many helpers read along: each gets a copy (AN-34, AN-35)."""
    return sum(1 for key in _keys(person) if key in _FOR_A_HELPER)


def more_minutes_of(person: Person) -> int:
    """How many copies of the minutes more (AN-14)."""
    return sum(1 for key in _keys(person) if key in _MORE_MINUTES)


def paper_of(person: Person) -> str:
    """The colour of paper that the person chose, or named in their own words about paper; else empty (AN-06)."""
    if person.minutes is not None and person.minutes.paper.strip():
        return " ".join(person.minutes.paper.split())
    code = RULES_BY_KEY[_PAPER_COLOUR].code
    said = (need.detail for need in person.needs if need.code == code and not need.waits_for_yes)
    found = (_COLOUR.search(words) for words in said)
    return next((one.group().lower() for one in found if one), "")


def _keys(person: Person) -> tuple[str, ...]:
    return tuple(rule.key for rule in rules_for(agreed_codes((person,))))


def _choice(format: MinutesFormat, person: Person) -> MinutesChoice:
    chosen = person.minutes
    if chosen is not None and chosen.format is format:
        return chosen
    size = _size_in_words(person.needs) if format is MinutesFormat.LARGE_PRINT else None
    return MinutesChoice(format=format, size_pt=size)


def _size_in_words(needs: tuple[AccessNeed, ...]) -> float | None:
    """The size that somebody asked for in their own words about big writing."""
    code = RULES_BY_KEY[_BIG_WRITING].code
    for need in needs:
        found = _POINTS.search(need.detail) if need.code == code and not need.waits_for_yes else None
        if found:
            return float(found.group())
    return None
