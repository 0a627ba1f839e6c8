"""The welcome sheet: the place, the people, the plan and the end, for whoever wants to know before the day (AN-22)."""

from collections.abc import Iterator

from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, MinutesContent
from coprod_desktop.minutes.dates_and_amounts import time_words
from coprod_desktop.minutes.papers.frame import Paper, paper_content, paper_teller, section_of
from coprod_desktop.minutes.papers.meeting_facts import InvitationFacts
from coprod_desktop.minutes.papers.people_blocks import people_blocks
from coprod_desktop.minutes.papers.place_blocks import place_blocks
from coprod_desktop.minutes.papers.plan_blocks import agenda_blocks, plan_blocks, when_block
from coprod_desktop.minutes.sentences import tidy
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import Wording


def welcome_sheet(facts: InvitationFacts, *, wording: Wording) -> MinutesContent:
    """What will happen, the same for everybody who gets it. Raises ValueError for a meeting that was never opened."""
    teller = paper_teller(facts.people, wording)
    details = facts.details
    paper = Paper(
        kind="welcome",
        title=wording("welcome_title", title=tidy(details.title)),
        cover=tuple(_cover(facts, teller)),
        sections=(
            *section_of(teller, "place_heading", place_blocks(facts, teller)),
            *section_of(teller, "people_heading", people_blocks(facts, teller)),
            *section_of(teller, "plan_heading", plan_blocks(facts, teller), agenda_blocks(facts, teller)),
        ),
        date_words=teller.day(details.held_on),
        foot=wording("foot", date=teller.day(details.held_on)),
        place=facts.place,
        own_pictures=facts.place_pictures,
        is_set_close=True,
    )
    return paper_content(paper, facts.group, facts.people, wording=wording)


def _cover(facts: InvitationFacts, teller: Teller) -> Iterator[Block]:
    group = tidy(facts.group.name)
    about = (*teller.say("we_are", group=group), *teller.say("welcome_about"), *teller.say("can_ask_help"))
    yield from block_run(about, picture="group")
    yield from when_block(facts, teller)
    end = time_words(facts.details.ends_at, teller.wording)
    lines = teller.say("we_end_at", end=end) if end else teller.say("end_not_known")
    yield from block_run(lines, picture="finish", label=teller.wording("end_label"))
    yield from block_run(teller.say("you_can_watch"), picture="eye", label=teller.wording("you_choose_label"))
