"""The invitation: when, where, who comes, what will happen, what is open, what helps, and the reply (R06)."""

from collections.abc import Iterator

from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, BlockRole, MinutesContent
from coprod_desktop.minutes.papers.bounds_blocks import bounds_blocks
from coprod_desktop.minutes.papers.frame import (
    Paper,
    credit,
    paper_content,
    paper_teller,
    section_of,
)
from coprod_desktop.minutes.papers.meeting_facts import InvitationFacts, booking_days, invitation_lines, tell_by
from coprod_desktop.minutes.papers.people_blocks import people_blocks
from coprod_desktop.minutes.papers.place_blocks import place_blocks
from coprod_desktop.minutes.papers.plan_blocks import agenda_blocks, plan_blocks, when_block
from coprod_desktop.minutes.papers.reply_slip import REPLY_REF, invitation_reply
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import Wording

__all__ = ["REPLY_REF", "InvitationFacts", "invitation", "invitation_lines", "tell_by"]

_WEEK = 7
_FOR_EVERYBODY = {"no_perfume": "flower", "relaxed": "relax"}
"""The lines that stand on every invitation, by the key of their rule, each with its picture."""


def invitation(facts: InvitationFacts, *, wording: Wording, reply_number: str = "") -> MinutesContent:
    """The same words for everybody in each format; only the number on the reply, if there is one, is a person's own.

    Raises ValueError for a meeting that was never opened.
    """
    teller = paper_teller(facts.people, wording)
    details, group = facts.details, facts.group
    until = tell_by(details.held_on, facts.today)
    why = _why(facts, teller)
    on_cover = why if len(why) == 1 else ()
    sections = (
        *section_of(teller, "way_heading", place_blocks(facts, teller)),
        *section_of(teller, "who_comes_heading", people_blocks(facts, teller)),
        *section_of(teller, "plan_heading", plan_blocks(facts, teller), agenda_blocks(facts, teller)),
        *section_of(teller, "open_heading", () if on_cover else why, tuple(bounds_blocks(facts, teller))),
        *section_of(teller, "helps_heading", tuple(_food_and_money(facts, teller)), tuple(_helps(facts, teller))),
    )
    paper = Paper(
        kind="invitation",
        title=wording("invitation_title", title=tidy(details.title)),
        cover=(*_who_and_when(facts, teller), *on_cover),
        sections=sections,
        slip=invitation_reply(group, teller, until=until, number=reply_number),
        date_words=teller.day(details.held_on),
        foot=wording("foot", date=teller.day(details.held_on)),
        place=facts.place,
        own_pictures=facts.place_pictures,
        has_about=False,
        is_set_close=True,
    )
    return paper_content(paper, group, facts.people, wording=wording)


def _who_and_when(facts: InvitationFacts, teller: Teller) -> Iterator[Block]:
    group = tidy(facts.group.name)
    what = (*teller.say("we_are", group=group), *teller.say("we_invite"), *teller.say("can_ask_help"))
    yield from block_run(what, picture="group")
    yield from when_block(facts, teller)
    ask = (*(sentences(facts.group.contact) or teller.say("paper_no_contact")), *teller.say("answer_last_page"))
    yield from block_run(ask, picture="phone", label=teller.wording("answer_label"))


def _why(facts: InvitationFacts, teller: Teller) -> tuple[Block, ...]:
    details = facts.details
    lines = (
        *sentences(details.purpose),
        *teller.say(f"comes_{details.kind.value}"),
        *(teller.say("no_decisions_here") if details.is_without_decisions else ()),
    )
    return block_run(lines, picture="target", label=teller.wording("what_for_label"), role=BlockRole.PURPOSE)


def _food_and_money(facts: InvitationFacts, teller: Teller) -> Iterator[Block]:
    """Both in the words of the group: nothing is added up, and no rate is built in (PAY-02, PAY-08)."""
    money = facts.details.taking_part_money or facts.group.taking_part_money
    both = (*sentences(facts.details.food), *sentences(money))
    joined = block_run(both, picture="food", label=teller.wording("food_money_label"))
    if facts.details.food and money and len(joined) == 1:
        yield from joined
    else:
        yield from block_run(sentences(facts.details.food), picture="food", label=teller.wording("food_label"))
        yield from block_run(sentences(money), picture="money", label=teller.wording("money_label"))


def _helps(facts: InvitationFacts, teller: Teller) -> Iterator[Block]:
    """How to say what helps, by when, and what everybody is asked to do or may do."""
    until = tell_by(facts.details.held_on, facts.today)
    when = (
        *(teller.say("tell_by", date=teller.day(until)) if until else teller.say("tell_now")),
        *sentences(teller.wording.count("booking_takes", booking_days() // _WEEK)),
        *teller.say("bring_somebody"),
    )
    yield from block_run(when, picture="speak", label=teller.wording("tell_us_label"))
    yield from everybody_blocks(facts, teller)
    yield from credit(teller, facts.place_pictures)


def everybody_blocks(facts: InvitationFacts, teller: Teller) -> tuple[Block, ...]:
    """What is said to everybody because of what helps somebody; nobody is named or counted."""
    lines = [line for key in _FOR_EVERYBODY if key in facts.lines for line in teller.say(key)]
    picture = _FOR_EVERYBODY["no_perfume" if "no_perfume" in facts.lines else "relaxed"]
    return block_run(lines, picture=picture, label=teller.wording("for_everybody_label"))
