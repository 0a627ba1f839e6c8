"""Who is who: each person by the name they chose, with a photo only where they said yes to that (AN-43, DP-13)."""

from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, MinutesContent
from coprod_desktop.minutes.papers.frame import Paper, paper_content, paper_teller, section_of
from coprod_desktop.minutes.papers.meeting_facts import InvitationFacts
from coprod_desktop.minutes.papers.people_blocks import face_block
from coprod_desktop.minutes.papers.plan_blocks import when_block
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import Wording


def who_is_who(facts: InvitationFacts, *, wording: Wording) -> MinutesContent:
    """The people in the order in which they were asked; no perspective stands beside a name (DP-14).

    Raises ValueError for a meeting that was never opened.
    """
    teller = paper_teller(facts.people, wording)
    day = teller.day(facts.details.held_on)
    group = tidy(facts.group.name)
    about = (*teller.say("we_are", group=group), *teller.say("who_is_who_about"), *teller.say("can_ask_help"))
    paper = Paper(
        kind="who_is_who",
        title=wording("who_is_who_title"),
        cover=(*block_run(about, picture="group"), *when_block(facts, teller), *_photos(facts, teller)),
        sections=section_of(teller, "people_heading", _faces(facts, teller)),
        date_words=day,
        foot=wording("foot", date=day),
        place=facts.place,
        own_pictures=facts.own_pictures,
        is_set_close=True,
    )
    return paper_content(paper, facts.group, facts.people, wording=wording)


def _photos(facts: InvitationFacts, teller: Teller) -> tuple[Block, ...]:
    unnamed = sum(seen.person_id not in teller.names for seen in facts.asked)
    lines = (
        *(teller.say("who_is_who_photos") if facts.faces else ()),
        *(sentences(teller.wording.count("names_not_told", unnamed)) if unnamed else ()),
    )
    return block_run(lines, picture="photo")


def _faces(facts: InvitationFacts, teller: Teller) -> tuple[Block, ...]:
    named = [seen for seen in facts.asked if seen.person_id in teller.names]
    blocks = tuple(block for seen in named for block in face_block(seen, facts, teller))
    return blocks or block_run(teller.say("nobody_asked_yet"), picture="people")
