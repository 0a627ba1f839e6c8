"""The group's whole word list as a paper of its own: each hard word, and what it means to the group (R16)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.shared_words import folded_words
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, MinutesContent, Section
from coprod_desktop.minutes.papers.frame import Paper, paper_content, paper_teller
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import Wording

_MOST_IN_ONE_CHAPTER = 12
"""So many words stand under one heading; more get a chapter for each letter."""


def our_words(group: Group, *, made_on: date, wording: Wording) -> MinutesContent:
    """The words from A to Z. Nobody is named but where the group's own words do it."""
    teller = paper_teller((), wording)
    listed = sorted((word for word in group.words if tidy(word.term) and tidy(word.means)), key=_order)
    about = (*teller.say("we_are", group=tidy(group.name)), *teller.say("our_words_about"))
    told = (*sentences(wording.count("words_explained", len(listed))), *teller.say("our_words_means"))
    if not listed:
        told = teller.say("our_words_none")
    helped = (*teller.say("our_words_ask_one"), *teller.say("can_ask_help"))
    paper = Paper(
        kind="our_words",
        title=wording("our_words_title"),
        cover=(
            *block_run(about, picture="group"),
            *block_run(told, picture="read"),
            *block_run(helped, picture="people"),
        ),
        sections=_sections(listed, teller),
        date_words=teller.day(made_on),
        foot=teller.day(made_on),
        is_set_close=True,
    )
    content = paper_content(paper, replace(group, words=()), wording=wording)  # they are explained already
    return replace(content, bold_terms=tuple(tidy(word.term) for word in listed))


def _order(word: ExplainedWord) -> tuple[str, str]:
    return " ".join(folded_words(word.term)), word.term


def _sections(words: Sequence[ExplainedWord], teller: Teller) -> tuple[Section, ...]:
    if not words:
        return ()
    if len(words) <= _MOST_IN_ONE_CHAPTER:
        return (Section(heading=teller.wording("words_heading"), blocks=_blocks(words, teller)),)
    letters = groupby(words, key=lambda word: _order(word)[0][:1].upper() or tidy(word.term)[:1])
    return tuple(Section(heading=letter, blocks=_blocks(list(some), teller)) for letter, some in letters)


def _blocks(words: Sequence[ExplainedWord], teller: Teller) -> tuple[Block, ...]:
    lines = [
        teller.wording("with_a_meaning", term=teller.starting(tidy(word.term)), means=tidy(word.means))
        for word in words
    ]
    return block_run((), picture="read", items=lines)
