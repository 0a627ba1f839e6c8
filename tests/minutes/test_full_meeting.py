"""All that a decision or an idea can have in print: the gates in every format, and what is told where."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import page as page_validation
import pytest

from coprod_desktop.domain import participation
from coprod_desktop.domain.after_events import LineAnswer, LineChecked, WordsTakenOut
from coprod_desktop.domain.ids import DecisionId
from coprod_desktop.domain.lines import (
    ActionState,
    HowDecided,
    IdeaOutcome,
    ItemState,
    NeededYes,
    Objection,
    Outcome,
    Words,
)
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.minutes.blocks import Block, MinutesContent
from coprod_desktop.minutes.content import minutes_content
from coprod_desktop.minutes.earlier import WAITING_REF
from coprod_desktop.minutes.for_you import for_you
from coprod_desktop.minutes.page_builder import PdfFile
from coprod_desktop.minutes.plain_text import render_plain_text
from tests.minutes import vera
from tests.minutes.full_meeting import EARLIER, LOANS, RAMP, full_content, full_meeting
from tests.minutes.meeting_builder import ENGLISH, Meeting, by
from tests.minutes.papers.paper_printing import EASY, LARGE, WAYS, Way, findings, printed
from tests.minutes.read_out import read_out

STAFF = (Perspective.PROFESSIONAL,)
OUT = "Some private words were taken out."


@cache
def file(way: Way) -> PdfFile:
    return printed(full_content(), way)


@pytest.mark.parametrize("way", [way for way in WAYS if way.size_pt <= 18], ids=str)
def test_the_pages_pass_our_page_checks(way: Way) -> None:
    found = findings(full_content(), way, file(way).data)

    assert [one for one in found if one.is_blocking] == []


@pytest.mark.parametrize("way", [Way(EASY, 16), Way(LARGE, 18)], ids=str)
def test_the_pages_pass_the_validators_and_are_read_out_in_order(way: Way, tmp_path: Path) -> None:
    data = file(way).data
    pdf = tmp_path / "minutes.pdf"
    pdf.write_bytes(data)

    assert page_validation.validate_pdf(str(pdf), profile="ua1").is_compliant
    assert read_out(data).faults == []
    if not vera.why_not():
        assert vera.failed_rules(pdf) == {}


def _of(content: MinutesContent, ref: str) -> list[Block]:
    return [block for section in content.sections for block in section.blocks if block.ref == ref]


def _said(blocks: list[Block]) -> str:
    return " ".join(" ".join((one.label, *one.sentences, *one.items)) for one in blocks)


def _content(meeting: Meeting, state: MeetingState | None = None) -> MinutesContent:
    return minutes_content(
        state or meeting.state, meeting.group, meeting.people, wording=ENGLISH, record_number=1, earlier=EARLIER
    )


def test_what_was_looked_at_again_is_no_main_point_and_says_so_in_its_first_line() -> None:
    content = full_content()
    main = content.sections[0]
    listed = [item for block in main.blocks for item in block.items]

    assert "We lend frames." not in listed
    assert "We lend frames and sticks." in listed
    assert main.summary == f"{len(listed)} decisions"
    assert _of(content, "decision 1")[0].sentences == (
        "We lend frames.",
        "We looked at this again later in the meeting.",
    )


def test_joined_ideas_stand_one_after_the_other_each_with_its_own_people() -> None:
    content = full_content()
    labels = [block.label for ref in ("idea 0", "idea 1") for block in _of(content, ref) if block.label]

    assert labels == ["Idea from Amy", "Idea from Cai"]
    assert _of(content, "idea 1")[0].sentences[-2:] == ("We put this together with another idea.", "Tea for all.")
    assert "Amy and Cai." in _said(_of(content, "decision 0"))


def test_under_3_people_no_number_is_told_of_a_perspective_nor_one_to_work_it_out_from() -> None:
    blocks = [one for one in _of(full_content(), "decision 1") if one.label == "Who was in the room"]

    assert blocks[0].items == ("People with lived experience: 3 people", "Paid staff: a few people")
    assert "4" not in _said(blocks)


def test_once_the_proposer_saw_the_easier_words_nobody_is_asked_any_more() -> None:
    meeting = full_meeting()
    amy, seats = meeting.people[0].id, "decision 8"
    assert "We still have to show Amy the easier words." in _said(_of(_content(meeting), seats))
    for day, is_seen in ((date(2026, 11, 30), False), (date(2026, 12, 2), True)):
        meeting.do((LineChecked(checked_by=amy, line_id=seats, answer=LineAnswer.YES, said_on=day),))
        assert ("We still have to show" not in _said(_of(_content(meeting), seats))) is is_seen


def test_answers_that_are_waited_for_stand_in_a_chapter_of_their_own_in_every_format() -> None:
    content = full_content()
    section = next(one for one in content.sections if one.ref == WAITING_REF)

    assert section.summary == "2 answers"
    assert [block.label for block in section.blocks] == ["We want this", "", "We want this", ""]
    assert "3. Answers that we wait for\n" in render_plain_text(content)


def test_a_yes_of_this_meeting_is_waited_for_by_the_day_of_the_meeting_only() -> None:
    meeting = Meeting().opened()
    jo = meeting.person("Jo")
    asked = (
        NeededYes(who="the council", asked_on=date(2026, 11, 23)),
        NeededYes(who="Ann", asked_on=date(2026, 11, 24)),
    )
    decision = meeting.decision("A bus.", by(jo), needs_yes_from=asked)
    said = _said(_of(meeting.content(), decision))

    assert said.count("We have waited 1 day for an answer.") == 1
    assert said.count("There is no answer yet.") == 1


def test_the_mark_that_nobody_lives_it_is_not_printed_where_presence_is_not_known() -> None:
    meeting = Meeting().opened()
    staff = meeting.person("Bea", perspectives=(Perspective.PROFESSIONAL,))
    known = meeting.decision("Tea.", by(staff), decided_at="2026-11-24T11:00:00+00:00")
    unknown = meeting.decision("Milk.", by(staff))
    mark = "Nobody here said that they speak from their own life."

    assert mark in _said(_of(meeting.content(), known))
    assert "We did not write what people who live with this told us." in _said(_of(meeting.content(), known))
    assert mark not in _said(_of(meeting.content(), unknown))


def test_who_was_in_the_room_is_listed_once_in_a_chapter_while_it_stays_the_same() -> None:
    meeting = Meeting().opened()
    amy = meeting.person("Amy", perspectives=(Perspective.LIVED_EXPERIENCE,))
    dev = meeting.person("Dev", came=False)
    meeting.do(participation.arrive(meeting.state, dev, at="2026-11-24T13:00:00+00:00", perspectives=STAFF))
    item = meeting.item("Tea", by(amy), ItemState.DISCUSSED)
    other = meeting.item("Milk", by(amy), ItemState.DISCUSSED)
    early, late = "2026-11-24T11:00:00+00:00", "2026-11-24T14:00:00+00:00"
    first, second = (meeting.decision(one, by(amy), item_id=item, decided_at=early) for one in ("Tea.", "Cake."))
    whole = meeting.decision("Buns.", by(amy), item_id=item, decided_at=late)
    next_chapter = meeting.decision("Milk.", by(amy), item_id=other, decided_at=early)
    said = {one: _said(_of(meeting.content(), one)) for one in (first, second, whole, next_chapter)}
    listed, same = "People with lived experience: a few people", "The same groups of people were in the room as before."

    assert [listed in said[one] for one in said] == [True, False, False, True]
    assert [same in said[one] for one in said] == [False, True, False, False]
    assert "Everybody who came was in the room." in said[whole]


@pytest.mark.parametrize("outcome", [Outcome.AGREED, Outcome.NOT_AGREED, Outcome.DEFERRED, Outcome.WITHDRAWN])
def test_only_what_was_decided_has_the_mark_that_nobody_lives_it(outcome: Outcome) -> None:
    meeting = Meeting().opened()
    staff = meeting.person("Bea", perspectives=STAFF)
    decision = meeting.decision("Tea.", by(staff), outcome=outcome, decided_at="2026-11-24T11:00:00+00:00")

    is_decided = outcome in (Outcome.AGREED, Outcome.NOT_AGREED)
    assert ("speak from their own life" in _said(_of(meeting.content(), decision))) is is_decided


def test_for_now_says_whom_we_have_to_ask_also_where_nothing_is_known_of_who_was_there() -> None:
    meeting = Meeting().opened()
    told = {"told_us": "They like tea.", "is_until_asked": True}
    decision = meeting.decision("Tea.", by(meeting.person("Bea")), **told)
    said = _said(_of(meeting.content(), decision))

    assert "This is only for now. We still have to ask people who live with this." in said
    assert "What people who live with this told us They like tea." in said


@pytest.mark.parametrize("state", [ActionState.DONE, ActionState.DROPPED])
def test_a_job_that_is_over_and_had_no_date_is_told_without_one(state: ActionState) -> None:
    meeting = Meeting().opened()
    jo = meeting.person("Jo")
    decision = meeting.decision("A sign.", by(jo))
    job = meeting.action("Make a sign.", owners=(jo,), decision_id=decision, state=state)
    (block,) = _of(meeting.content(), job)

    assert block.label == ("Who did it" if state is ActionState.DONE else "A job that we stopped")
    assert "No date yet." not in _said([block])


def test_why_is_told_once_where_an_idea_became_a_decision_for_the_same_reason() -> None:
    meeting = Meeting().opened()
    jo, sam = meeting.person("Jo"), meeting.person("Sam")
    own = {"outcome": IdeaOutcome.DECIDED, "reason": "it is dark."}
    idea = meeting.idea("A lamp.", by(jo), **own)
    needed = (NeededYes(who="the council"),)
    made = meeting.decision("2 lamps.", by(jo, sam), from_idea_id=idea, reason="it is dark.", needs_yes_from=needed)
    said = _said([*_of(meeting.content(), idea), *_of(meeting.content(), made)])

    assert said.count("It is dark.") == 1
    assert said.count("We want this") == 2


def test_a_decision_that_several_must_still_say_yes_to_is_told_once_among_the_answers_that_wait() -> None:
    meeting = full_meeting()
    second = replace(RAMP, place=1, needed=NeededYes(who="The trustees"))
    earlier = replace(EARLIER, waiting=(RAMP, LOANS, second))
    content = minutes_content(
        meeting.state, meeting.group, meeting.people, wording=ENGLISH, record_number=1, earlier=earlier
    )
    (section,) = (one for one in content.sections if one.ref == WAITING_REF)
    said = _said(list(section.blocks))

    assert said.count(RAMP.words.printed) == 1
    assert section.summary == "3 answers"
    assert [one.ref for one in section.blocks] == ["ramp", "ramp", "ramp", "loans", "loans"]
    assert "The trustees have not said yes yet." in section.blocks[2].sentences


# Words taken out for good


def _blank(meeting: Meeting) -> MeetingState:
    """The meeting after the erasure blanked one decision with all of its words, and noted it."""
    decision = DecisionId("decision 3")
    meeting.do((WordsTakenOut(line_id=decision, asked_by=meeting.people[0].id, yes_from=meeting.people[1].id),))
    state = meeting.state
    one = state.decisions[decision]
    details = replace(one.details, objections=(Objection(text=""),), needs_yes_from=(NeededYes(who=""),))
    blank = replace(one, words=Words(text=""), details=details)
    return replace(state, decisions={**state.decisions, decision: blank})


def test_words_that_were_taken_out_say_so_wherever_they_stood() -> None:
    meeting = full_meeting()
    content = _content(meeting, _blank(meeting))
    blocks = _of(content, "decision 3")

    assert OUT in blocks[0].sentences
    assert _said(blocks).count(OUT) == 2
    assert OUT in [item for block in content.sections[0].blocks for item in block.items]
    assert "1 person must also say yes." in _said(blocks)
    assert OUT in render_plain_text(content)
    assert blocks[0].label == "We want this"


def test_page_2_says_it_too() -> None:
    meeting = full_meeting()
    state = _blank(meeting)
    cai = meeting.people[1].id
    own = for_you(state, meeting.group, meeting.people, cai, wording=ENGLISH)

    assert OUT in [line for block in own.blocks for line in block.sentences]


def test_nothing_says_so_where_nothing_was_taken_out() -> None:
    assert OUT not in render_plain_text(full_content())


def test_the_own_copy_tells_each_their_own_part_of_what_was_joined() -> None:
    meeting = full_meeting()
    told = {}
    for person in meeting.people[:2]:
        own = for_you(meeting.state, meeting.group, meeting.people, person.id, wording=ENGLISH)
        told[person.name] = [line for block in own.blocks for line in block.sentences]

    assert "Tea for all." in told["Amy Lund"]
    assert "A kettle in the hall." not in told["Amy Lund"]
    assert "A kettle in the hall." in told["Cai Rees"]
    assert "Tea for all." not in told["Cai Rees"]


def test_a_secret_count_in_print_has_no_word_on_who_backed_it() -> None:
    meeting = full_meeting()
    decision = next(
        one for one in meeting.state.decisions.values() if one.details.how_decided is HowDecided.SECRET_COUNT
    )

    assert "Backed by" not in _said(_of(full_content(), decision.id))
    assert "stood aside" not in _said(_of(full_content(), decision.id))
