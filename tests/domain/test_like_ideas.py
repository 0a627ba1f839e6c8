"""Ideas that are alike: everybody's name and words are kept, and each can go its own way again."""

from dataclasses import replace

import pytest

from coprod_desktop.domain import ideas, like_ideas, participation
from coprod_desktop.domain.after_events import TakenBackOpenly
from coprod_desktop.domain.answers import tellings
from coprod_desktop.domain.ids import AgendaItemId, IdeaId, MeetingId
from coprod_desktop.domain.lines import EarlierLine, IdeaDetails, IdeaOutcome, Words
from coprod_desktop.domain.meeting_state import Idea, MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import NotAllowed, Reason
from tests.domain.meeting_maker import ANN, JO, SAM, MeetingMaker

BENCH, SEAT, CHAIR, WALL = IdeaId("bench"), IdeaId("seat"), IdeaId("chair"), IdeaId("wall")


@pytest.fixture
def meeting() -> MeetingMaker:
    """Jo, Sam and Jo, somebody unnamed, and Ann each said something alike."""
    meeting = MeetingMaker()
    meeting.here(JO, SAM, ANN)
    meeting.do(participation.say_perspective(meeting.state, JO, (Perspective.CARER,)))
    _say(meeting, BENCH, Proposer(people=(JO,)))
    _say(meeting, SEAT, Proposer(people=(SAM, JO)))
    _say(meeting, CHAIR, Proposer(source=Source.UNNAMED), ticket=3)
    _say(meeting, WALL, Proposer(people=(ANN,), note="at tea"))
    return meeting


def _say(meeting: MeetingMaker, idea_id: IdeaId, proposer: Proposer, ticket: int | None = None) -> None:
    details = IdeaDetails(proposer=proposer, ticket=ticket)
    meeting.do(ideas.record_idea(meeting.state, idea_id=idea_id, words=Words(text=f"A {idea_id}"), details=details))


def _join(meeting: MeetingMaker, main: IdeaId, *others: IdeaId) -> None:
    meeting.do(like_ideas.join_ideas(meeting.state, main, others))


def _idea(meeting: MeetingMaker, idea_id: IdeaId) -> Idea:
    return meeting.state.ideas[idea_id]


def test_all_who_had_a_like_idea_stand_at_the_one_that_goes_on(meeting: MeetingMaker) -> None:
    _join(meeting, BENCH, SEAT, CHAIR, WALL)
    proposer = _idea(meeting, BENCH).details.proposer
    assert proposer == Proposer(people=(JO, SAM, ANN), source=Source.UNNAMED, note="at tea")


def test_each_idea_keeps_its_own_words_people_and_ticket_when_it_is_joined(meeting: MeetingMaker) -> None:
    before = [_idea(meeting, one) for one in (SEAT, CHAIR)]
    _join(meeting, BENCH, SEAT, CHAIR)
    after = [_idea(meeting, one) for one in (SEAT, CHAIR)]
    assert after == [replace(one, details=replace(one.details, joined_into=BENCH)) for one in before]
    assert [one.id for one in like_ideas.joined_ideas(meeting.state, BENCH)] == [SEAT, CHAIR]


def test_what_was_joined_does_not_wait_by_itself_but_the_one_it_went_into_does(meeting: MeetingMaker) -> None:
    _join(meeting, BENCH, SEAT)
    assert not ideas.waits_for_answer(_idea(meeting, SEAT))
    assert ideas.waits_for_answer(_idea(meeting, BENCH))


def test_an_idea_that_leads_others_brings_them_along_when_it_is_joined(meeting: MeetingMaker) -> None:
    _join(meeting, SEAT, WALL)
    _join(meeting, BENCH, SEAT)
    assert {_idea(meeting, one).details.joined_into for one in (SEAT, WALL)} == {BENCH}
    assert _idea(meeting, BENCH).details.proposer.people == (JO, SAM, ANN)
    assert _idea(meeting, SEAT).details.proposer.people == (SAM, JO)


def test_an_idea_that_parts_takes_with_it_only_those_whom_nobody_else_brought(meeting: MeetingMaker) -> None:
    _join(meeting, BENCH, SEAT, CHAIR, WALL)
    meeting.do(like_ideas.part_idea(meeting.state, SEAT))
    meeting.do(like_ideas.part_idea(meeting.state, WALL))
    assert _idea(meeting, SEAT).details.joined_into is None
    assert _idea(meeting, BENCH).details.proposer == Proposer(people=(JO,), source=Source.UNNAMED)


def test_when_all_have_parted_everything_is_as_it_was(meeting: MeetingMaker) -> None:
    before = {one.id: one.details for one in meeting.state.ideas.values()}
    _join(meeting, BENCH, SEAT, CHAIR, WALL)
    for one in (CHAIR, WALL, SEAT):
        meeting.do(like_ideas.part_idea(meeting.state, one))
    assert {one.id: one.details for one in meeting.state.ideas.values()} == before


def test_one_undo_parts_all_that_one_press_joined(meeting: MeetingMaker) -> None:
    before = meeting.state
    step = meeting.do(like_ideas.join_ideas(meeting.state, BENCH, (SEAT, CHAIR)))
    joined = meeting.state
    undone = meeting.undo(step)
    assert meeting.state == before
    meeting.undo(undone)
    assert meeting.state == joined


@pytest.mark.parametrize("outcome", [IdeaOutcome.DECIDED, IdeaOutcome.TAKEN_BACK])
def test_an_idea_that_went_its_own_way_is_joined_into_no_other(meeting: MeetingMaker, outcome: IdeaOutcome) -> None:
    idea = _idea(meeting, SEAT)
    meeting.do(ideas.change_idea(meeting.state, SEAT, idea.words, replace(idea.details, outcome=outcome)))
    with pytest.raises(NotAllowed) as caught:
        like_ideas.join_ideas(meeting.state, BENCH, (SEAT,))
    assert caught.value.reason is Reason.CANNOT_JOIN


def test_nothing_is_joined_into_itself_or_into_what_was_joined(meeting: MeetingMaker) -> None:
    _join(meeting, BENCH, SEAT)
    for main, other in ((BENCH, BENCH), (SEAT, WALL), (WALL, SEAT)):
        with pytest.raises(NotAllowed) as caught:
            like_ideas.join_ideas(meeting.state, main, (other,))
        assert caught.value.reason is Reason.CANNOT_JOIN
    with pytest.raises(NotAllowed) as caught:
        like_ideas.part_idea(meeting.state, WALL)
    assert caught.value.reason is Reason.NOT_FOUND


def test_a_change_of_words_never_loses_where_an_idea_stands(meeting: MeetingMaker) -> None:
    before = _idea(meeting, CHAIR).details
    _join(meeting, BENCH, CHAIR)
    without = replace(before, ticket=None, picture="seat")
    meeting.do(ideas.change_idea(meeting.state, CHAIR, Words(text="A good chair"), without))
    assert _idea(meeting, CHAIR).details == replace(before, picture="seat", joined_into=BENCH)


def test_when_the_one_that_goes_on_is_taken_back_the_others_wait_again(meeting: MeetingMaker) -> None:
    _join(meeting, BENCH, SEAT, CHAIR)
    meeting.do((TakenBackOpenly(ideas=(BENCH,), by=JO),))
    assert ideas.waits_for_answer(_idea(meeting, SEAT))
    assert ideas.waits_for_answer(_idea(meeting, CHAIR))
    assert _idea(meeting, BENCH).details.proposer.people == (JO,)


def test_what_happens_to_the_one_is_news_for_all_who_had_a_like_idea(meeting: MeetingMaker) -> None:
    _join(meeting, BENCH, SEAT, CHAIR)
    meeting.do(ideas.settle_idea(meeting.state, BENCH, IdeaOutcome.LATER))
    waiting = {(one.line_id, who) for one in tellings(meeting.state) for who in one.untold}
    assert waiting == {(SEAT, SAM), (SEAT, JO), (CHAIR, "")}


# Talked about again


@pytest.fixture
def earlier(meeting: MeetingMaker) -> MeetingState:
    """The meeting before, where 3 ideas were joined and kept for later."""
    _join(meeting, BENCH, SEAT, CHAIR)
    meeting.do(ideas.settle_idea(meeting.state, BENCH, IdeaOutcome.LATER, reason="We have no money yet."))
    return replace(meeting.state, id=MeetingId("before"))


NEW = (IdeaId("new 1"), IdeaId("new 2"), IdeaId("new 3"))


def test_an_idea_that_is_talked_about_again_waits_anew_with_all_its_people(earlier: MeetingState) -> None:
    now = MeetingMaker()
    now.here(ANN)
    assert like_ideas.how_many_taken_up(earlier, BENCH) == 3
    now.do(like_ideas.take_up(now.state, NEW, earlier, BENCH, item_id=AgendaItemId("a1"), recorder_id=ANN))
    main, seat, chair = (now.state.ideas[one] for one in NEW)
    assert main.details.proposer == earlier.ideas[BENCH].details.proposer
    assert main.details.came_from == EarlierLine(meeting_id=earlier.id, line_id=BENCH)
    assert (main.words, main.details.item_id, main.details.recorder_id) == (earlier.ideas[BENCH].words, "a1", ANN)
    assert ideas.waits_for_answer(main)
    assert (main.details.reason, main.perspectives) == ("", (Perspective.CARER,))
    assert [one.details.joined_into for one in (seat, chair)] == [main.id, main.id]
    assert (chair.details.ticket, chair.details.came_from) == (3, EarlierLine(meeting_id=earlier.id, line_id=CHAIR))


def test_what_was_taken_up_can_part_as_it_could_before(earlier: MeetingState) -> None:
    now = MeetingMaker()
    now.do(like_ideas.take_up(now.state, NEW, earlier, BENCH))
    now.do(like_ideas.part_idea(now.state, NEW[1]))
    assert now.state.ideas[NEW[0]].details.proposer == Proposer(people=(JO,), source=Source.UNNAMED)


def test_an_idea_is_taken_up_once_in_a_meeting(earlier: MeetingState) -> None:
    now = MeetingMaker()
    now.do(like_ideas.take_up(now.state, NEW, earlier, BENCH))
    with pytest.raises(NotAllowed) as caught:
        like_ideas.take_up(now.state, NEW, earlier, BENCH)
    assert caught.value.reason is Reason.ALREADY_THERE


def test_what_was_joined_is_taken_up_only_with_the_one_that_it_went_into(earlier: MeetingState) -> None:
    with pytest.raises(NotAllowed) as caught:
        like_ideas.take_up(MeetingMaker().state, NEW[:1], earlier, SEAT)
    assert caught.value.reason is Reason.NOT_FOUND
