"""Ideas: words and a proposer, where they were said from, and one press for one change."""

from dataclasses import replace

import pytest

from coprod_desktop.domain import ideas, participation
from coprod_desktop.domain.events import IdeaChanged, IdeaReworded
from coprod_desktop.domain.ids import IdeaId
from coprod_desktop.domain.lines import IdeaDetails, IdeaOutcome, Words
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from tests.domain.meeting_maker import JO, SAM, MeetingMaker

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
