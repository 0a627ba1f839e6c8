"""The page that comes back: will you come, what helps you, or a number instead, and whom to give it to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coprod_desktop.domain.group import Group
from coprod_desktop.minutes.block_runs import MOST_SENTENCES, block_run
from coprod_desktop.minutes.blocks import NO_PICTURE, Block, Section
from coprod_desktop.minutes.papers.frame import ask_blocks
from coprod_desktop.minutes.sentences import tidy
from coprod_desktop.minutes.teller import Teller

REPLY_REF = "reply"
"""The id of the page that comes back; `PdfFile.page_of_ref` tells where it is."""

_LINES_FOR_WHAT_HELPS = 3


def invitation_reply(group: Group, teller: Teller, *, until: date | None, number: str) -> Section:
    """The answer to an invitation. With a number on it nobody has to write a name beside what helps them."""
    wording = teller.wording
    answers = (wording("reply_coming"), wording("reply_cannot"), wording("reply_talk"))
    when = teller.say("reply_by", date=teller.day(until)) if until else teller.say("reply_soon")
    helps = block_run(teller.say("reply_helps"), picture="write", label=wording("reply_helps_label"))
    return Section(
        heading=wording("reply_heading"),
        ref=REPLY_REF,
        blocks=(
            tick_block(teller, "reply_coming_label", answers, picture="tick box"),
            *helps[:-1],
            replace(helps[-1], lines_to_write=_LINES_FOR_WHAT_HELPS),
            *name_blocks(teller, number),
            *back_blocks(group, teller, when),
        ),
    )


def tick_block(teller: Teller, label: str, answers: tuple[str, ...], *, picture: str) -> Block:
    """One question with an empty box before each answer."""
    words = teller.say("reply_tick")
    return Block(sentences=words, picture=picture, label=teller.wording(label), answers=answers)


def name_blocks(teller: Teller, number: str = "") -> tuple[Block, ...]:
    """Room for a name; a paper with a number needs none."""
    if tidy(number):
        lines = (*teller.say("reply_number", number=tidy(number)), *teller.say("reply_no_name"))
        return block_run(lines, picture=NO_PICTURE)
    return (Block(sentences=(), picture=NO_PICTURE, label=teller.wording("reply_name_label"), lines_to_write=1),)


def back_blocks(group: Group, teller: Teller, when: Sequence[str] = ()) -> tuple[Block, ...]:
    """How the page comes back, and by when; the last words of the paper say whom to ask (ER-31)."""
    label = teller.wording("reply_back_label")
    blocks = ask_blocks(group, teller, label)
    if len(blocks) == 1 and len(blocks[0].sentences) < MOST_SENTENCES:
        return (replace(blocks[0], picture="post box", sentences=(*blocks[0].sentences, *when)),)
    return (*(replace(block, picture="post box") for block in blocks), *block_run(when, picture="calendar"))
