"""Puts sentences into blocks that are short enough, and loses none of them (ER-11)."""

from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.minutes.blocks import Block, BlockRole, See
from coprod_desktop.minutes.sentences import pieces, word_count

MOST_SENTENCES = 3
"""The most sentences of one block."""

MOST_WORDS = 40
"""The most words of one block, its label counted."""

MOST_ITEMS = 6
"""The most lines of a list that stand beside one picture."""


def block_run(
    sentences: Sequence[str],
    *,
    picture: str,
    label: str = "",
    role: BlockRole = BlockRole.PLAIN,
    ref: str = "",
    items: Sequence[str] = (),
    most_items: int = MOST_ITEMS,
) -> tuple[Block, ...]:
    """One block, or several that continue each other when it would be too long. Nothing to say gives no block."""
    first = Block(sentences=(), picture=picture, alt="", label=label, role=role, ref=ref)
    groups = _grouped(_short(sentences, label), MOST_SENTENCES, word_count(label))
    blocks = [replace(first, sentences=group) for group in groups]
    if items:
        blocks = _with_items(blocks or [first], _short(items, label), most_items)
    return tuple(_continued(block, number) for number, block in enumerate(blocks))


def ending_with(blocks: tuple[Block, ...], see: See) -> tuple[Block, ...]:
    """The blocks with a line about where more is told; it goes on in one more block where the last is full."""
    last = blocks[-1]
    if len(last.sentences) < MOST_SENTENCES and not last.answers:
        return (*blocks[:-1], replace(last, see=(*last.see, see)))
    return (*blocks, replace(last, sentences=(), items=(), label="", continues=True, see=(see,)))


def joined_in_one(before: Block, block: Block) -> bool:
    """Whether what was decided and whose idea it was are so short that they may stand beside one picture (ER-11)."""
    if (before.role, block.role) != (BlockRole.DECISION, BlockRole.PROPOSER) or before.continues or block.continues:
        return False
    said = (*before.sentences, *block.sentences)
    words = sum(map(word_count, (before.label, block.label, *said)))
    return len(said) <= MOST_SENTENCES and words <= MOST_WORDS and before.ref == block.ref


def _short(sentences: Sequence[str], label: str) -> list[str]:
    most_words = max(MOST_WORDS - word_count(label), MOST_WORDS // 2)
    return [piece for sentence in sentences for piece in pieces(sentence, most_words=most_words)]


def _with_items(blocks: list[Block], items: Sequence[str], most_items: int) -> list[Block]:
    """The list begins in the last block if its first line still fits there."""
    last = blocks[-1]
    used = word_count(last.label) * (len(blocks) == 1) + sum(word_count(line) for line in last.sentences)
    fits = not last.sentences or used + word_count(items[0]) <= MOST_WORDS
    groups = _grouped(items, most_items, used if fits else 0)
    begun = [*blocks[:-1], replace(last, items=groups.pop(0))] if fits else blocks
    return [*begun, *(replace(last, sentences=(), items=group) for group in groups)]


def _grouped(lines: Sequence[str], most_lines: int, words_before: int) -> list[tuple[str, ...]]:
    """Lines in groups of nearly the same length: 4 become 2 and 2."""
    if not lines:
        return []
    even = -(-len(lines) // -(-len(lines) // most_lines))
    groups: list[list[str]] = [[]]
    words = words_before
    for line in lines:
        if groups[-1] and (len(groups[-1]) == even or words + word_count(line) > MOST_WORDS):
            groups.append([])
            words = 0
        groups[-1].append(line)
        words += word_count(line)
    return [tuple(group) for group in groups]


def _continued(block: Block, number: int) -> Block:
    return replace(block, label="", continues=True) if number else block
