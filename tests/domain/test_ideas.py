"""Ideas: words and a proposer, where they were said from, and one press for one change."""

from dataclasses import replace

import pytest

from coprod_desktop.domain import ideas, participation
from coprod_desktop.domain.events import IdeaChanged, IdeaReworded
from coprod_desktop.domain.ids import IdeaId
from coprod_desktop.domain.lines import IdeaDetails, IdeaOutcome, Words
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import NotAllowed, Reason
from tests.domain.meeting_maker import JO, NOON, SAM, MeetingMaker

SEATS = IdeaId("seats")
WORDS = Words(text="Seats with arms")
DETAILS = IdeaDetails(proposer=Proposer(people=(JO,)))


@pytest.fixture
def meeting() -> MeetingMaker:
    """Jo, who speaks as a carer, has said an idea."""
    meeting = MeetingMaker()
    meeting.here(JO, SAM)
    meeting.do(participation.say_perspective(meeting.state, JO, (Perspective.CARER,)))
    meeting.do(ideas.record_idea(meeting.state, idea_id=SEATS, words=WORDS, details=DETAILS))
    return meeting


def test_where_its_people_speak_from_is_fixed_when_an_idea_is_said(meeting: MeetingMaker) -> None:
    meeting.do(participation.say_perspective(meeting.state, JO, (Perspective.SUPPORTER,)))
    assert meeting.state.ideas[SEATS].perspectives == (Perspective.CARER,)


def test_when_it_was_somebody_elses_idea_it_was_said_from_where_they_speak(meeting: MeetingMaker) -> None:
    meeting.do(participation.say_perspective(meeting.state, SAM, (Perspective.PROFESSIONAL,)))
    meeting.do(participation.say_perspective(meeting.state, JO, (Perspective.SUPPORTER,)))
    both = replace(DETAILS, proposer=Proposer(people=(JO, SAM)))
    meeting.do(ideas.change_idea(meeting.state, SEATS, WORDS, both))
    assert meeting.state.ideas[SEATS].perspectives == (Perspective.CARER, Perspective.PROFESSIONAL)
    sams = replace(DETAILS, proposer=Proposer(people=(SAM,)))
    meeting.do(ideas.change_idea(meeting.state, SEATS, WORDS, sams))
    assert meeting.state.ideas[SEATS].perspectives == (Perspective.PROFESSIONAL,)
    meeting.do(ideas.change_idea(meeting.state, SEATS, WORDS, replace(sams, outcome=IdeaOutcome.LATER)))
    assert meeting.state.ideas[SEATS].perspectives == (Perspective.PROFESSIONAL,)


def test_words_and_details_change_in_one_step(meeting: MeetingMaker) -> None:
    before = meeting.state
    words = Words(text=" Seats with arms and backs ", easy_text="Good seats")
    details = replace(DETAILS, proposer=Proposer(people=(JO, SAM)), outcome=IdeaOutcome.LATER, reason=" No money yet ")
    step = meeting.do(ideas.change_idea(meeting.state, SEATS, words, details))
    idea = meeting.state.ideas[SEATS]
    assert idea.words == Words(text="Seats with arms and backs", easy_text="Good seats")
    assert idea.details == replace(details, reason="No money yet")
    meeting.undo(step)
    assert meeting.state == before


def test_only_what_is_new_is_put_into_the_record(meeting: MeetingMaker) -> None:
    reworded = ideas.change_idea(meeting.state, SEATS, Words(text="Seats"), DETAILS)
    assert [type(event) for event in reworded] == [IdeaReworded]
    changed = ideas.change_idea(meeting.state, SEATS, WORDS, replace(DETAILS, picture="seat"))
    assert [type(event) for event in changed] == [IdeaChanged]
    assert ideas.change_idea(meeting.state, SEATS, Words(text="Seats with arms "), DETAILS) == ()


@pytest.mark.parametrize(
    ("words", "details", "reason"),
    [
        (Words(text=" "), DETAILS, Reason.WORDS_MISSING),
        (WORDS, replace(DETAILS, proposer=Proposer()), Reason.PROPOSER_MISSING),
        (Words(text="a" * 20_001), DETAILS, Reason.WORDS_TOO_LONG),
    ],
)
def test_an_idea_never_loses_its_words_or_its_proposer(
    meeting: MeetingMaker, words: Words, details: IdeaDetails, reason: Reason
) -> None:
    with pytest.raises(NotAllowed) as caught:
        ideas.change_idea(meeting.state, SEATS, words, details)
    assert caught.value.reason is reason


def test_an_idea_is_said_once_and_only_what_is_there_is_changed(meeting: MeetingMaker) -> None:
    with pytest.raises(NotAllowed) as caught:
        ideas.record_idea(meeting.state, idea_id=SEATS, words=WORDS, details=DETAILS)
    assert caught.value.reason is Reason.ALREADY_THERE
    with pytest.raises(NotAllowed) as caught:
        ideas.change_idea(meeting.state, IdeaId("nobody knows"), WORDS, DETAILS)
    assert caught.value.reason is Reason.NOT_FOUND


@pytest.mark.parametrize(
    ("outcome", "told", "field"),
    [
        (IdeaOutcome.NOT_TAKEN_UP, {"reason": " "}, "reason"),
        (IdeaOutcome.PASSED_ON, {"passed_on_to": " ", "reason": "They run the buses."}, "passed_on_to"),
        (IdeaOutcome.DECIDED, {}, "outcome"),
        (IdeaOutcome.TAKEN_BACK, {}, "outcome"),
    ],
)
def test_an_idea_is_not_turned_down_without_a_reason_nor_passed_on_to_nobody(
    meeting: MeetingMaker, outcome: IdeaOutcome, told: dict[str, str], field: str
) -> None:
    with pytest.raises(NotAllowed) as caught:
        ideas.settle_idea(meeting.state, SEATS, outcome, **told)
    assert caught.value.field == field


def test_an_idea_that_was_settled_can_wait_for_an_answer_again(meeting: MeetingMaker) -> None:
    before = meeting.state
    meeting.do(ideas.settle_idea(meeting.state, SEATS, IdeaOutcome.PASSED_ON, passed_on_to=" The bus people "))
    idea = meeting.state.ideas[SEATS]
    assert idea.details == replace(DETAILS, outcome=IdeaOutcome.PASSED_ON, passed_on_to="The bus people")
    meeting.do(ideas.settle_idea(meeting.state, SEATS, IdeaOutcome.OPEN, reason="Nobody knows"))
    assert meeting.state == before


def test_whoever_has_the_laptop_types_and_else_the_note_taker(meeting: MeetingMaker) -> None:
    assert ideas.who_types(meeting.state) is None
    meeting.do(participation.take_jobs(meeting.state, JO, (Job.NOTE_TAKER,)))
    assert ideas.who_types(meeting.state) == JO
    meeting.do(participation.take_jobs(meeting.state, SAM, (Job.CHAIR, Job.LAPTOP)))
    assert ideas.who_types(meeting.state) == SAM
    meeting.do(participation.leave(meeting.state, SAM, at=NOON))
    assert ideas.who_types(meeting.state) == JO


def test_several_ideas_are_put_into_the_record_in_one_step(meeting: MeetingMaker) -> None:
    before = meeting.state
    survey = IdeaDetails(proposer=Proposer(source=Source.SURVEY, note="Bus survey"))
    said = [(IdeaId(f"a{at}"), Words(text=f"Answer {at}"), survey) for at in range(3)]
    step = meeting.do(ideas.record_ideas(meeting.state, said))
    assert list(meeting.state.ideas) == [SEATS, "a0", "a1", "a2"]
    meeting.undo(step)
    assert meeting.state == before
