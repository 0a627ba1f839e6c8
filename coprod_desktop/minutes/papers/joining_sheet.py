"""The joining sheet: how to take part by phone or video, in the group's own words (AN-41)."""

from collections.abc import Iterator

from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, MinutesContent
from coprod_desktop.minutes.papers.frame import Paper, paper_content, paper_teller, section_of
from coprod_desktop.minutes.papers.meeting_facts import InvitationFacts
from coprod_desktop.minutes.papers.plan_blocks import plan_blocks, when_block
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import Wording


def joining_sheet(facts: InvitationFacts, *, wording: Wording, how_to_join: str = "") -> MinutesContent:
    """`how_to_join` is a phone number, an address on the internet or steps, as the group wrote them.

    Raises ValueError for a meeting that was never opened.
    """
    teller = paper_teller(facts.people, wording)
    day = teller.day(facts.details.held_on)
    paper = Paper(
        kind="joining",
        title=wording("joining_title", title=tidy(facts.details.title)),
        cover=tuple(_cover(facts, teller, how_to_join)),
        sections=section_of(teller, "joining_heading", tuple(_steps(teller))),
        date_words=day,
        foot=wording("foot", date=day),
        is_set_close=True,
    )
    return paper_content(paper, facts.group, facts.people, wording=wording)


def _cover(facts: InvitationFacts, teller: Teller, how_to_join: str) -> Iterator[Block]:
    group = tidy(facts.group.name)
    about = (*teller.say("we_are", group=group), *teller.say("joining_about"), *teller.say("can_ask_help"))
    yield from block_run(about, picture="group")
    yield from when_block(facts, teller)
    how = sentences(how_to_join) or teller.say("joining_how_later")
    yield from block_run(how, picture="phone", label=teller.wording("joining_how_label"))
    yield from plan_blocks(facts, teller, tells_who_runs=False)


def _steps(teller: Teller) -> Iterator[Block]:
    label = teller.wording
    yield from block_run(teller.say("joining_before"), picture="clock", label=label("joining_before_label"))
    yield from block_run(teller.say("joining_talk"), picture="speak", label=label("joining_talk_label"))
    choose = (*teller.say("joining_camera"), *teller.say("you_can_watch"))
    yield from block_run(choose, picture="video camera", label=label("you_choose_label"))
