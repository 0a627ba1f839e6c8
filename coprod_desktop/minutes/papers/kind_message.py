"""The one kind message to somebody who was not seen for a while: it is fine to stop (R07). There is never a second."""

from datetime import date

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.person import Person
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import MinutesContent, Section
from coprod_desktop.minutes.papers.frame import Paper, ask_blocks, credit, paper_content, paper_teller
from coprod_desktop.minutes.papers.letters import greeting, people_of
from coprod_desktop.minutes.papers.reply_slip import REPLY_REF, back_blocks, name_blocks, tick_block
from coprod_desktop.minutes.sentences import tidy
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import Wording


def kind_message(group: Group, person: Person | None, *, wording: Wording, sent_on: date) -> MinutesContent:
    """The message, and a page to answer it with: yes please, or no thank you. No answer is as good.

    Raises ValueError for a person who died.
    """
    teller = paper_teller(people_of(person), wording)
    label = wording
    cover = (
        *block_run((*greeting(person, teller), *teller.say("kind_not_seen")), picture="letter"),
        *block_run(teller.say("kind_welcome"), picture="door", label=label("kind_welcome_label")),
        *block_run(teller.say("kind_fine"), picture="thumbs up", label=label("kind_fine_label")),
        *ask_blocks(group, teller, label("kind_ask")),
        *credit(teller),
    )
    paper = Paper(
        kind="kind",
        title=wording("kind_title", group=tidy(group.name)),
        cover=cover,
        slip=_slip(group, teller),
        date_words=teller.day(sent_on),
        foot=teller.day(sent_on),
        has_about=False,
        is_set_close=True,
    )
    return paper_content(paper, group, people_of(person), wording=wording)


def _slip(group: Group, teller: Teller) -> Section:
    answers = (teller.wording("kind_reply_yes"), teller.wording("kind_reply_no"))
    return Section(
        heading=teller.wording("reply_heading"),
        ref=REPLY_REF,
        blocks=(
            tick_block(teller, "kind_reply_label", answers, picture="tick box"),
            *name_blocks(teller),
            *back_blocks(group, teller),
        ),
    )
