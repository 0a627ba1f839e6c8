"""Judges small texts with the real house lists."""

from functools import lru_cache

from coprod_desktop.paths import templates_folder
from coprod_desktop.words.findings import Finding
from coprod_desktop.words.house_words import HouseWords
from coprod_desktop.words.judge import WordJudge
from coprod_desktop.words.reading_matter import Explained, PieceKind, ReadingMatter, TextPiece
from coprod_desktop.words.text_file import TextFile, plain_text_findings

PLACE = "2. Seats, We agreed"


@lru_cache(maxsize=1)
def house() -> HouseWords:
    return HouseWords.load(templates_folder())


@lru_cache(maxsize=1)
def judge() -> WordJudge:
    return WordJudge(house())


def sentence(
    text: str, kind: PieceKind = PieceKind.SENTENCE, *, block: int | None = None, is_own_words: bool = False
) -> TextPiece:
    return TextPiece(text=text, place=PLACE, kind=kind, block=block, is_own_words=is_own_words, ref="d1")


def matter(
    *pieces: TextPiece | str, names: tuple[str, ...] = (), words: dict[str, str] | None = None, language: str = "en-GB"
) -> ReadingMatter:
    """A document of these sentences; all of `words` are explained in it, and stand in its list of words."""
    explained = tuple(Explained(term=term, means=means) for term, means in (words or {}).items())
    return ReadingMatter(
        pieces=tuple(sentence(piece) if isinstance(piece, str) else piece for piece in pieces),
        names=names,
        explained=explained,
        used_terms=tuple(one.term for one in explained),
        word_list=tuple(f"{one.term}: {one.means}" for one in explained),
        language=language,
    )


def found(rule: str, *pieces: TextPiece | str, names: tuple[str, ...] = (), language: str = "en-GB") -> list[Finding]:
    """What a rule finds in these sentences."""
    return list(judge().findings(matter(*pieces, names=names, language=language), [rule]))


def mends(rule: str, text: str, names: tuple[str, ...] = ()) -> list[str]:
    return [finding.mend for finding in found(rule, text, names=names)]


def rules_of_file(text: str, **more: object) -> list[str]:
    """The rules that a plain-text file breaks."""
    return [finding.rule for finding in plain_text_findings(TextFile(text=text, **more), house())]  # type: ignore[arg-type]
