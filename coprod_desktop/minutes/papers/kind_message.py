"""The one kind message to somebody who was not seen for a while: it is fine to stop (R07). There is never a second."""

from dataclasses import replace
from datetime import date

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.person import Person
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, MinutesContent
from coprod_desktop.minutes.papers.frame import Paper, credit, paper_content, paper_teller
from coprod_desktop.minutes.papers.letters import greeting, people_of
from coprod_desktop.minutes.papers.reply_slip import REPLY_REF, back_blocks, tick_block
from coprod_desktop.minutes.sentences import tidy
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import Wording


def kind_message(group: Group, person: Person | None, *, wording: Wording, sent_on: date) -> MinutesContent:
    """The message, and below it room to answer: yes please, or no thank you. No answer is as good.

    All of it goes back, so that a short letter is one page: nobody needs to keep any of it.

    Raises ValueError for a person who died.
    """
    teller = paper_teller(people_of(person), wording)
    cover = (
        *block_run((*greeting(person, teller), *teller.say("kind_not_seen")), picture="letter"),
        *block_run(teller.say("kind_fine"), picture="thumbs up", label=wording("kind_fine_label")),
        _answer(teller),
        *back_blocks(group, teller),
        *credit(teller),
    )
    paper = Paper(
        kind="kind",
        title=wording("kind_title", group=tidy(group.name)),
        cover=cover,
        date_words=teller.day(sent_on),
        foot=teller.day(sent_on),
        has_about=False,
        is_set_close=True,
    )
    return paper_content(paper, group, people_of(person), wording=wording)


def _answer(teller: Teller) -> Block:
    """Two boxes, and a line for a name where the letter has none on it."""
    answers = (teller.wording("kind_reply_yes"), teller.wording("kind_reply_no"))
    block = tick_block(teller, "kind_reply_label", answers, picture="tick box")
    if teller.names:
        return replace(block, ref=REPLY_REF)
    return replace(block, ref=REPLY_REF, sentences=teller.say("kind_reply_name"), lines_to_write=1)
