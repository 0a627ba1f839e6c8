"""Letters of the minutes that no font had (PDF-14): the file itself shows which, for they are nowhere on its pages."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from coprod_desktop.minutes.blocks import Block, MinutesContent
from coprod_desktop.minutes.letter_names import with_names
from coprod_desktop.minutes.page_checks.printed_document import PrintedDocument
from coprod_desktop.minutes.page_checks.told_blocks import Telling, all_blocks, words_of
from coprod_desktop.minutes.page_mentions import heading_words
from coprod_desktop.minutes.tidy_letters import tidied

_TURNED = "\u00ab\u00bb\u2039\u203a"
"""Beside words that run from right to left these are drawn as their opposites."""


@dataclass(frozen=True)
class LostLetters:
    """The letters that are not printed as they are, and those of them that are spelt out in brackets."""

    all: frozenset[str] = frozenset()
    spelt_out: frozenset[str] = frozenset()


def lost_letters(written: MinutesContent, document: PrintedDocument) -> LostLetters:
    """What the pages do not show; a letter that stands there in a plainer form is not lost."""
    wanted = {letter for words in _texts(written) if not words.isascii() for letter in tidied(words)}
    foreign = {letter for letter in wanted if not letter.isascii() and _is_of_words(letter)}
    if not foreign:
        return LostLetters()
    printed = set(_parts("".join(run.text for run in document.marks.runs)))
    lost = frozenset(letter for letter in foreign if not set(_parts(letter)) <= printed)
    return LostLetters(lost, frozenset(letter for letter in lost if not set(_parts(letter)) & printed))


def as_printed(written: MinutesContent, lost: LostLetters) -> MinutesContent:
    """The minutes with these letters spelt out, as the pages do it."""
    if not lost.spelt_out:
        return written

    def shown(words: str) -> str:
        return words if words.isascii() else with_names(tidied(words), lost.spelt_out)

    def each(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(shown, words))

    def block(one: Block) -> Block:
        return replace(
            one,
            label=shown(one.label),
            sentences=each(one.sentences),
            items=each(one.items),
            answers=each(one.answers),
        )

    def blocks(some: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(map(block, some))

    for_you = written.for_you
    return replace(
        written,
        title=shown(written.title),
        group_name=shown(written.group_name),
        foot_words=shown(written.foot_words),
        cover=blocks(written.cover),
        sections=tuple(replace(one, heading=shown(one.heading), blocks=blocks(one.blocks)) for one in written.sections),
        for_you=for_you and replace(for_you, blocks=blocks(for_you.blocks), protected=each(for_you.protected)),
        protected=each(written.protected),
        bold_terms=each(written.bold_terms),
    )


def lost_words(written: MinutesContent, lost: LostLetters, telling: Telling) -> dict[str, tuple[int, str]]:
    """Each word with such a letter, with its page, from 0, and the id of what it tells of: where it can be mended."""
    found: dict[str, tuple[int, str]] = {}
    for text, page, ref in _placed(written, telling) if lost.all else ():
        for word in text.split():
            is_told_well = word in found and (found[word][1] or not ref)
            if not is_told_well and not lost.all.isdisjoint(tidied(word)):
                found[word] = page, ref
    return found


def _placed(written: MinutesContent, telling: Telling) -> Iterator[tuple[str, int, str]]:
    yield from ((words, 0, "") for words in (written.title, written.group_name))
    for number, section in enumerate(written.sections):
        heading = telling.headings.get(number)
        yield heading_words(section), heading.page if heading else 0, section.ref
    for block, told in zip(all_blocks(written), telling.blocks, strict=True):
        page = told.passages[0].page if told.passages else 0
        yield from ((words, page, block.ref) for words in words_of(block))


def _texts(written: MinutesContent) -> Iterator[str]:
    yield from (written.title, written.group_name)
    yield from (section.heading for section in written.sections)
    for block in all_blocks(written):
        yield from words_of(block)


def _parts(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


def _is_of_words(letter: str) -> bool:
    """True for letters, marks, numbers and signs, and for what has no name at all."""
    kind = unicodedata.category(letter)
    return letter not in _TURNED and (kind[0] in "LMNPS" or kind in ("Co", "Cn"))
