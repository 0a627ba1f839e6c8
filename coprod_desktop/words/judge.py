"""Judges a document by every rule about words, and says which rules it could not judge."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from coprod_desktop.words.date_rules import dates, money, times
from coprod_desktop.words.explained_rules import hard_words, list_of_words, meaning_comes_next
from coprod_desktop.words.findings import Finding
from coprod_desktop.words.hard_words import HardWords
from coprod_desktop.words.house_words import HouseWords
from coprod_desktop.words.judging import Judging, PieceCheck, WholeCheck
from coprod_desktop.words.names import name_words
from coprod_desktop.words.number_rules import digits, no_percentages
from coprod_desktop.words.reading_matter import PieceKind, ReadingMatter, TextPiece
from coprod_desktop.words.sentence_rules import block_size, large_print_length, one_idea, sentence_length
from coprod_desktop.words.wording_rules import (
    active_voice,
    capitals,
    contractions,
    no_questions_or_idioms,
    one_word_for_one_thing,
    short_forms,
)

PIECE_CHECKS: Final[Mapping[str, PieceCheck]] = {
    "ER-03": capitals,
    "ER-08": sentence_length,
    "ER-09": one_idea,
    "ER-12": active_voice,
    "ER-13": contractions,
    "ER-14": one_word_for_one_thing,
    "ER-15": hard_words,
    "ER-19": digits,
    "ER-20": no_percentages,
    "ER-21": dates,
    "ER-22": times,
    "ER-23": money,
    "ER-24": no_questions_or_idioms,
    "LP-16": large_print_length,
}
"""The rules that look at one piece of text at a time."""

WHOLE_CHECKS: Final[Mapping[str, WholeCheck]] = {
    "ER-11": block_size,
    "ER-16": meaning_comes_next,
    "ER-17": list_of_words,
    "ER-18": short_forms,
}
"""The rules that look at the whole document."""

EASY_READ: Final = tuple(sorted({*PIECE_CHECKS, *WHOLE_CHECKS} - {"LP-16"}))
"""The rules for easy read."""

LARGE_PRINT: Final = ("ER-03", "ER-19", "ER-21", "ER-22", "ER-23", "LP-16")
"""The rules that large print keeps too (LP-08, LP-16)."""

ENGLISH_ONLY: Final = frozenset(("ER-12", "ER-13", "ER-15", "ER-16", "ER-18", "ER-19", "ER-24"))
"""Rules that know English only and are passed over elsewhere (PDF-11)."""


def check_names() -> frozenset[str]:
    """The names of these checks, as the list of rules knows them: "words:sentence_length"."""
    checks = (*PIECE_CHECKS.values(), *WHOLE_CHECKS.values())
    return frozenset(f"words:{check.__name__}" for check in checks)


class WordJudge:
    """Judges documents by the house lists. What it learns of words it keeps, so one judge serves many checks."""

    def __init__(self, house: HouseWords) -> None:
        self._house = house
        self._hard = HardWords(house.easy_words)

    def easy_read(self, matter: ReadingMatter) -> tuple[Finding, ...]:
        """What breaks a rule of easy read, in reading order."""
        return self.findings(matter, EASY_READ)

    def large_print(self, matter: ReadingMatter) -> tuple[Finding, ...]:
        """What breaks a rule that large print has for words, in reading order."""
        return self.findings(matter, LARGE_PRINT)

    def findings(self, matter: ReadingMatter, rules: Iterable[str]) -> tuple[Finding, ...]:
        """What breaks these rules: piece by piece, then what concerns the whole."""
        judging = Judging(
            house=self._house, hard=self._hard, matter=matter, names=name_words(matter.names, matter.pieces)
        )
        wanted = [rule for rule in rules if _is_english(matter.language) or rule not in ENGLISH_ONLY]
        found = [finding for piece in matter.pieces for finding in _of_piece(piece, judging, wanted)]
        found += [finding for rule in wanted if rule in WHOLE_CHECKS for finding in WHOLE_CHECKS[rule](judging)]
        return (*found, *_passed_over(judging, rules))


def _of_piece(piece: TextPiece, judging: Judging, rules: Iterable[str]) -> Iterator[Finding]:
    for rule in rules:
        if rule in PIECE_CHECKS and (rule not in ENGLISH_ONLY or _is_english(piece.language or "en")):
            yield from PIECE_CHECKS[rule](piece, judging)


def _passed_over(judging: Judging, rules: Iterable[str]) -> Iterator[Finding]:
    """PDF-11: one finding says that rules for English were passed over."""
    if not _is_english(judging.matter.language) and ENGLISH_ONLY.intersection(rules):
        place = next((one.place for one in judging.matter.pieces if one.kind is PieceKind.HEADING), "")
        whole = TextPiece(text="", place=place, kind=PieceKind.HEADING)
        yield judging.tell("PDF-11", whole, judging.matter.language, is_blocking=False)


def _is_english(language: str) -> bool:
    return not language or language.lower().split("-")[0] == "en"
