"""Finds the blocks of the minutes on the pages: which passages tell which block, and what is told nowhere (PDF-04)."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from coprod_desktop.minutes.blocks import Block, MinutesContent, Section
from coprod_desktop.minutes.page_checks.printed_document import Passage
from coprod_desktop.minutes.page_checks.tag_reading import Tag
from coprod_desktop.minutes.page_mentions import heading_words, with_pages

_LAST_PLAIN_LETTER = "\u024f"


@dataclass(eq=False, slots=True)
class ToldBlock:
    """One block with the passages that tell it, and the picture that stands before them if there is one."""

    block: Block
    section: Section | None
    passages: list[Passage] = field(default_factory=list)
    picture: Tag | None = None

    @property
    def is_on_cover(self) -> bool:
        return self.section is None

    @property
    def pages(self) -> tuple[int, int]:
        return self.passages[0].page, self.passages[-1].last_page


@dataclass(eq=False, slots=True)
class Telling:
    """What was found of the minutes on the pages, in their order."""

    blocks: list[ToldBlock] = field(default_factory=list)
    headings: dict[int, Passage] = field(default_factory=dict)
    """The passage of each section's heading, by the number of the section."""
    missing: list[tuple[str, int]] = field(default_factory=list)
    """Words that are on no page where they belong, with the page before, from 0."""
    extra: list[Passage] = field(default_factory=list)
    """Passages that tell nothing of the minutes."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that must come next, and what they belong to."""

    text: str
    told: ToldBlock | None = None
    heading_of: int = -1


class _Follower:
    """Follows the content through the passages, letter by letter."""

    def __init__(self, content: MinutesContent, passages: Sequence[Passage]) -> None:
        self._content = content
        self._passages = [one for one in passages if not one.tag.is_in("TOC") and one.tag.name != "Link"]
        letters = [plain_letters(one.text) for one in self._passages]
        self._stream = "".join(letters)
        self._owner = [number for number, text in enumerate(letters) for _ in text]
        self._used: set[int] = set()

    def telling(self) -> Telling:
        telling = Telling()
        place = 0
        for piece in self._pieces(telling):
            place = self._found(piece, place, telling)
        listed = plain_letters(self._content.contents_heading)
        for number, passage in enumerate(self._passages):
            letters = plain_letters(passage.text)
            if number not in self._used and letters and letters != listed:
                telling.extra.append(passage)
        return telling

    def _pieces(self, telling: Telling) -> Iterator[_Piece]:
        content = self._content
        for words in (content.title, content.group_name, content.date_words, content.record_number):
            yield _Piece(words)
        for block in content.cover:
            yield from self._block(block, None, telling)
        if content.for_you is not None:
            yield _Piece(content.for_you.heading)
            section = Section(heading=content.for_you.heading, blocks=content.for_you.blocks)
            for block in content.for_you.blocks:
                yield from self._block(block, section, telling)
        for number, section in enumerate(content.sections):
            yield _Piece(heading_words(section), heading_of=number)
            for block in section.blocks:
                yield from self._block(block, section, telling)

    def _block(self, block: Block, section: Section | None, telling: Telling) -> Iterator[_Piece]:
        told = ToldBlock(block, section)
        telling.blocks.append(told)
        for words in words_of(block):
            yield _Piece(words, told)

    def _found(self, piece: _Piece, place: int, telling: Telling) -> int:
        """Where the words end in the stream; the same place when they are nowhere after it."""
        letters = plain_letters(piece.text)
        if not letters:
            return place
        at = place if self._stream.startswith(letters, place) else self._stream.find(letters, place)
        if at < 0:
            page = self._passages[self._owner[place - 1]].last_page if place else 0
            telling.missing.append((piece.text, page))
            return place
        passages = sorted({self._owner[at], *self._owner[at : at + len(letters)]})
        self._used.update(passages)
        self._note(piece, [self._passages[number] for number in passages], telling)
        return at + len(letters)

    def _note(self, piece: _Piece, passages: list[Passage], telling: Telling) -> None:
        if piece.told is not None:
            piece.told.passages += [one for one in passages if one not in piece.told.passages]
        elif piece.heading_of >= 0:
            telling.headings[piece.heading_of] = passages[0]


def told_minutes(content: MinutesContent, passages: Sequence[Passage]) -> Telling:
    """Which passages tell which block. Mentions of pages are compared too, with the pages that were found."""
    telling = _Follower(content, passages).telling()
    if not any(block.see for block in all_blocks(content)):
        return telling
    return _Follower(_with_mentions(content, _pages_of(content, telling)), passages).telling()


def _pages_of(content: MinutesContent, telling: Telling) -> dict[str, int]:
    """The page, from 1, on which each id is first told; blocks that only point at it do not count."""
    pages = {content.sections[number].ref: passage.page + 1 for number, passage in telling.headings.items()}
    for told in telling.blocks:
        if told.passages and not told.block.see:
            pages[told.block.ref] = min(told.passages[0].page + 1, pages.get(told.block.ref, 10**6))
    return pages


def _with_mentions(content: MinutesContent, pages: dict[str, int]) -> MinutesContent:
    def printed(blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(with_pages(block, pages.get) for block in blocks)

    for_you = content.for_you and replace(content.for_you, blocks=printed(content.for_you.blocks))
    sections = tuple(replace(section, blocks=printed(section.blocks)) for section in content.sections)
    return replace(content, cover=printed(content.cover), for_you=for_you, sections=sections)


def words_of(block: Block) -> tuple[str, ...]:
    """All words of a block in the order in which they are told."""
    return tuple(words for words in (block.label, *block.sentences, *block.items, *block.answers) if words.strip())


def plain_letters(text: str) -> str:
    """Letters and digits only, so that spaces, line ends and letters with stand-ins do not matter."""
    if text.isascii():
        return "".join(letter for letter in text.lower() if letter.isalnum())
    plain = unicodedata.normalize("NFKD", text).lower()
    return "".join(letter for letter in plain if letter.isalnum() and letter <= _LAST_PLAIN_LETTER)


def with_pictures(telling: Telling, tags: Iterable[Tag]) -> None:
    """Gives each block the picture that stands between it and the words before it in reading order."""
    first = {id(told.passages[0].tag): told for told in telling.blocks if told.passages}
    waiting: Tag | None = None
    for tag in tags:
        if tag.name == "Figure" and not tag.is_in("Lbl"):
            waiting = tag
        elif id(tag) in first:
            first[id(tag)].picture, waiting = waiting, None


def all_blocks(content: MinutesContent) -> Iterator[Block]:
    """Every block in reading order."""
    yield from content.cover
    if content.for_you is not None:
        yield from content.for_you.blocks
    for section in content.sections:
        yield from section.blocks
