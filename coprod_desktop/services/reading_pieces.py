"""The minutes as pieces of text that can be judged: sentences, labels and lists, each with its place in plain words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.group import ExplainedWord
from coprod_desktop.minutes.blocks import Block, BlockRole, MinutesContent
from coprod_desktop.minutes.page_mentions import heading_words
from coprod_desktop.minutes.sentences import ended, sentences, tidy
from coprod_desktop.words.reading_matter import Explained, PieceKind, ReadingMatter, TextPiece
from coprod_desktop.words.text_file import TextFile

_OWN_WORDS = (BlockRole.IDEA, BlockRole.OBJECTION, BlockRole.CHANGED_WORDS)
_END_MARKS = ".!?…。！？؟।\"'”’)]:;,"
_LONG_LINE = 20


@dataclass(frozen=True, kw_only=True)
class PlaceWords:
    """How the places of the minutes that have no heading are called."""

    cover: str
    words_heading: str


def reading_matter(
    content: MinutesContent, places: PlaceWords, *, names: Iterable[str], words: Sequence[ExplainedWord]
) -> ReadingMatter:
    """All that these minutes say, as easy read and large print say it."""
    listed = [section for section in content.sections if section.heading == places.words_heading]
    return ReadingMatter(
        pieces=tuple(_pieces(content, places)),
        names=tuple(tidy(name) for name in (*names, content.group_name, content.place)),
        explained=tuple(Explained(term=tidy(word.term), means=tidy(word.means)) for word in words if tidy(word.term)),
        used_terms=content.bold_terms,
        word_list=tuple(line for section in listed for block in section.blocks for line in block.items),
        language=content.language,
    )


def _pieces(content: MinutesContent, places: PlaceWords) -> Iterator[TextPiece]:
    yield TextPiece(text=content.title, place=places.cover, kind=PieceKind.HEADING)
    numbered = iter(range(1_000_000))
    yield from _of_blocks(content.cover, places.cover, numbered)
    if content.for_you:
        yield TextPiece(text=content.for_you.heading, place=content.for_you.heading, kind=PieceKind.HEADING)
        yield from _of_blocks(content.for_you.blocks, content.for_you.heading, numbered)
    for section in content.sections:
        place = heading_words(section)
        yield TextPiece(text=section.heading, place=place, kind=PieceKind.HEADING, ref=section.ref)
        yield from _of_blocks(section.blocks, place, numbered)


def _of_blocks(blocks: Iterable[Block], section_place: str, numbers: Iterator[int]) -> Iterator[TextPiece]:
    """The pieces of the blocks; what a block was too short for, and its next one goes on with, is one sentence."""
    place, kept = section_place, None
    for block in blocks:
        if block.label:
            place = f"{section_place}, {block.label}"
        elif not block.continues:
            place = section_place
        for piece in _of_block(block, place, next(numbers)):
            if kept is not None and _goes_on(kept, piece):
                kept = replace(kept, text=f"{kept.text} {piece.text}")
                continue
            if kept is not None:
                yield kept
            kept = piece
    if kept is not None:
        yield kept


def _of_block(block: Block, place: str, number: int) -> Iterator[TextPiece]:
    is_credit = block.role is BlockRole.CREDIT
    piece = TextPiece(
        text="",
        place=place,
        kind=PieceKind.CREDIT if is_credit else PieceKind.SENTENCE,
        block=number,
        is_own_words=block.role in _OWN_WORDS,
        ref=block.ref,
    )
    if block.label:
        yield replace(piece, text=tidy(block.label), kind=PieceKind.LABEL, is_own_words=False)
    for line in block.sentences:
        yield replace(piece, text=tidy(line))
    for item in block.items:
        for line in sentences(item) if len(sentences(item)) > 1 else (tidy(item),):
            yield replace(piece, text=line, kind=PieceKind.LIST_LINE)


def _goes_on(before: TextPiece, after: TextPiece) -> bool:
    """Whether a long sentence was cut for want of room, and `after` is its rest."""
    if before.kind is not after.kind or before.place != after.place or not before.text:
        return False
    is_open = before.text[-1] not in _END_MARKS
    if before.kind is PieceKind.SENTENCE:
        return is_open
    return before.kind is PieceKind.LIST_LINE and len(before.text.split()) >= _LONG_LINE and after.text[:1].islower()


def plain_text_file(content: MinutesContent, matter: ReadingMatter, text: str) -> TextFile:
    """The plain-text file of these minutes with all that it must hold (PT-03, PT-07, PT-08)."""
    own_headings = (content.for_you.heading,) if content.for_you else ()
    asked = (block for section in content.sections for block in section.blocks if block.answers)
    own_words = (piece.text for piece in matter.pieces if piece.is_own_words)
    return TextFile(
        text=text,
        headings=(content.contents_heading, *own_headings, *(heading_words(one) for one in content.sections)),
        top=tuple(line for line in (content.title, content.date_words, content.place, content.contents_count) if line),
        proposers=tuple(_proposer_lines(content)),
        own_words=(*matter.names, content.title, *own_words),
        answers=tuple(ended(", ".join(tidy(answer) for answer in block.answers)) for block in asked),
        end=content.end_words,
        picture_label=content.picture_label,
    )


def _proposer_lines(content: MinutesContent) -> Iterator[str]:
    """How the line about the proposer begins for each decision; one that has none gives a line that nowhere stands."""
    blocks = [block for section in content.sections for block in section.blocks]
    told = {block.ref: block for block in reversed(blocks) if block.role is BlockRole.PROPOSER and block.label}
    for ref in dict.fromkeys(block.ref for block in blocks if block.role is BlockRole.DECISION and block.ref):
        block = told.get(ref)
        yield f"{block.label}: {tidy(block.sentences[0])}" if block and block.sentences else f"{ref}:"
