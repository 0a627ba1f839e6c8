"""Explains each word of the group's list in the very next sentence after its first use (ER-16)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from coprod_desktop.domain.group import ExplainedWord
from coprod_desktop.minutes.block_runs import block_run, ending_with
from coprod_desktop.minutes.blocks import Block, BlockRole, Section
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller, in_mid_sentence


class WordExplainer:
    """Goes through the minutes in reading order; `used` are the words met so far."""

    def __init__(self, words: Iterable[ExplainedWord], teller: Teller) -> None:
        self._waiting = [word for word in words if tidy(word.term) and tidy(word.means)]
        self._teller = teller
        self.used: list[ExplainedWord] = []

    def section(self, section: Section) -> Section:
        """The section with its new words explained, those of its heading in the first block."""
        first = block_run(self._met(section.heading), picture="read")
        return replace(section, blocks=(*first, *self.blocks(section.blocks)))

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(part for block in blocks for part in self._block(block))

    def _block(self, block: Block) -> tuple[Block, ...]:
        if block.role is BlockRole.CREDIT:
            return (block,)
        lines: list[str] = []
        for line in block.sentences:
            lines += (line, *self._met(line))
        (items, meanings), *rest = self._stretches(block.items)
        first = replace(block, items=items)
        told = [*(_longer(first, lines) if len(lines) > len(block.sentences) else (first,)), *_continued(meanings)]
        for more, meanings in rest:
            told += (replace(block, label="", sentences=(), see=(), items=more, continues=True), *_continued(meanings))
        return tuple(told)

    def _stretches(self, items: Sequence[str]) -> list[tuple[tuple[str, ...], list[str]]]:
        """The lines of a list, cut after each that has a new word, with what that word means."""
        found: list[tuple[tuple[str, ...], list[str]]] = []
        waiting: list[str] = []
        for line in items:
            waiting.append(line)
            meanings = self._met(line)
            if meanings:
                found.append((tuple(waiting), meanings))
                waiting = []
        return [*found, (tuple(waiting), [])] if waiting or not found else found

    def _met(self, text: str) -> list[str]:
        found = [word for word in self._waiting if _holds(text, tidy(word.term))]
        self._waiting = [word for word in self._waiting if word not in found]
        self.used += found
        return [line for word in found for line in self._meaning(word)]

    def _meaning(self, word: ExplainedWord) -> tuple[str, ...]:
        term, means = self._teller.starting(tidy(word.term)), tidy(word.means)
        meaning = sentences(in_mid_sentence(means))
        if len(meaning) > 1 or (meaning[0][:1].isupper() and not meaning[0][:2].isupper()):
            return (*self._teller.say("word_means_this", term=term), *sentences(means))
        return self._teller.say("word_means", term=term, means=meaning[0].rstrip("."))


def _continued(meanings: Sequence[str]) -> tuple[Block, ...]:
    return tuple(replace(part, continues=True) for part in block_run(meanings, picture="read"))


def _longer(block: Block, lines: Sequence[str]) -> tuple[Block, ...]:
    """The block with more sentences, in as many blocks as they need; the first and last keep their places."""
    parts = block_run(
        lines, picture=block.picture, label=block.label, role=block.role, ref=block.ref, items=block.items
    )
    whole = (replace(parts[0], continues=block.continues), *parts[1:])
    whole = (*whole[:-1], replace(whole[-1], answers=block.answers))
    for see in block.see:
        whole = ending_with(whole, see)
    return whole


def _holds(text: str, term: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(term)}(?:e?s)?(?!\w)", text, re.IGNORECASE) is not None
