"""What the room has seen is taken back in the open, with its owner; what it has not seen goes out of sight."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from coprod_desktop.domain import decisions, events, ideas, meeting_setup, room_events, taking_back
from coprod_desktop.domain.after_events import TakenBackOpenly, WordsTakenOut
from coprod_desktop.domain.events import Step, StepUndone
from coprod_desktop.domain.ids import ActionId, DecisionId, IdeaId, PersonId, StepId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    DecisionDetails,
    IdeaDetails,
    IdeaOutcome,
    Objection,
    Outcome,
    Words,
)
from coprod_desktop.domain.meeting_state import Action
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import last_redoable, last_undoable, replay
from coprod_desktop.domain.room import ReadBack, WallScene
from tests.domain.any_events import any_events
from tests.domain.meeting_maker import ANN, JO, MEETING, SAM, MeetingMaker

IDEA, DECISION, ACTION = IdeaId("idea"), DecisionId("decision"), ActionId("action")


def _meeting() -> MeetingMaker:
    meeting = MeetingMaker()
    meeting.here(JO, SAM)
    return meeting


def _idea(meeting: MeetingMaker, words: str = "Seats with arms") -> Step:
    details = IdeaDetails(proposer=Proposer(people=(JO,)))
    return meeting.do(ideas.record_idea(meeting.state, idea_id=IDEA, words=Words(text=words), details=details))


def _decision(meeting: MeetingMaker, **more: object) -> Step:
    details = DecisionDetails(proposer=Proposer(people=(JO,)), outcome=Outcome.AGREED, from_idea_id=IDEA, **more)  # type: ignore[arg-type]
    action = Action(id=ACTION, words=Words(text="Ask for prices."), details=ActionDetails(owners=(SAM,)))
    made = decisions.record_decision(
        meeting.state, decision_id=DECISION, words=Words(text="We buy seats."), details=details, actions=[action]
    )
    return meeting.do(made)


def _read_back(meeting: MeetingMaker, words: str, decision_id: DecisionId | None = None) -> None:
    read = ReadBack(words=words, proposer=Proposer(people=(JO,)), decision_id=decision_id)
    meeting.do((room_events.WallChosen(scene=WallScene.DECISION, read_back=read),))


def _undo(meeting: MeetingMaker) -> Step:
    step = last_undoable(meeting.steps)
    assert step is not None
    instead = taking_back.taken_back_instead(meeting.state, meeting.steps, step)
    return meeting.do(instead or (StepUndone(step_id=step.id),))


def _redo(meeting: MeetingMaker) -> None:
    step = last_redoable(meeting.steps)
    assert step is not None
    meeting.undo(step)


def test_an_idea_that_nobody_saw_goes_out_of_sight() -> None:
    meeting = _meeting()
    _idea(meeting)
    _undo(meeting)
    assert meeting.state.ideas == {}


def test_an_idea_stays_in_the_record_with_its_owner_once_the_next_item_began() -> None:
    meeting = _meeting()
    light = meeting.item("Light")
    idea = _idea(meeting)
    opened = meeting.do((events.AgendaItemOpened(item_id=light),))
    meeting.undo(opened)  # the room saw it all the same
    assert last_undoable(meeting.steps) == idea
    _undo(meeting)
    details = meeting.state.ideas[IDEA].details
    assert (details.outcome, details.taken_back_by) == (IdeaOutcome.TAKEN_BACK, None), "nobody asked Jo"
    assert details.proposer.people == (JO,)
    assert meeting.state.ideas[IDEA].words.text == "Seats with arms"


@pytest.mark.parametrize("event", [room_events.ClosingBegan(), events.MeetingFinished()])
def test_closing_and_the_end_pass_by_what_was_said_before(event: events.Event) -> None:
    meeting = _meeting()
    step = _idea(meeting)
    assert not taking_back.was_seen(meeting.steps, step)
    meeting.do((event,))
    assert taking_back.was_seen(meeting.steps, step)


def test_a_decision_that_the_wall_read_back_is_withdrawn_with_what_followed_and_comes_back_whole() -> None:
    meeting = _meeting()
    _idea(meeting)
    _decision(meeting)
    _read_back(meeting, "We buy seats.", DECISION)
    before = meeting.state
    meeting.undo(meeting.steps[-1])
    _undo(meeting)
    state = meeting.state
    assert state.decisions[DECISION].details.outcome is Outcome.WITHDRAWN
    assert state.ideas[IDEA].details.outcome is IdeaOutcome.OPEN
    assert state.actions[ACTION].details.state is ActionState.DROPPED
    _redo(meeting)
    assert meeting.state.decisions == before.decisions
    assert meeting.state.ideas == before.ideas
    assert meeting.state.actions == before.actions


def test_another_decision_on_the_wall_does_not_show_this_one() -> None:
    meeting = _meeting()
    _idea(meeting)
    step = _decision(meeting)
    _read_back(meeting, "We paint the doors.", DecisionId("other"))
    assert not taking_back.was_seen(meeting.steps, step)
    _read_back(meeting, "We buy seats.")
    assert taking_back.was_seen(meeting.steps, step)


def test_after_redo_there_is_nothing_to_redo_and_undo_takes_it_back_again() -> None:
    meeting = _meeting()
    idea = _idea(meeting)
    finished = meeting.do(meeting_setup.finish_meeting(meeting.state))
    meeting.undo(finished)
    openly = _undo(meeting)
    assert last_redoable(meeting.steps) == openly
    _redo(meeting)
    # The end of the meeting was undone before and can still be brought back.
    assert last_redoable(meeting.steps) != meeting.steps[-1]
    assert last_undoable(meeting.steps) == idea
    _undo(meeting)
    assert meeting.state.ideas[IDEA].details.outcome is IdeaOutcome.TAKEN_BACK


def test_only_the_new_objection_is_taken_back_and_what_came_with_it_is_put_back() -> None:
    meeting = _meeting()
    old = Objection(text="Too dear", by=Proposer(people=(SAM,)))
    _idea(meeting)
    _decision(meeting, objections=(old,))
    details = meeting.state.decisions[DECISION].details
    new = Objection(text="Too cold", by=Proposer(people=(JO,)))
    changed = replace(details, objections=(old, new), reason="We talked again")
    meeting.do((events.DecisionChanged(decision_id=DECISION, details=changed),))
    meeting.undo(meeting.do((room_events.ClosingBegan(),)))
    _undo(meeting)
    now = meeting.state.decisions[DECISION].details
    assert now.objections == (old, replace(new, is_taken_back=True))
    assert now.reason == ""
    _redo(meeting)
    assert meeting.state.decisions[DECISION].details == changed


def test_a_change_of_words_that_was_seen_is_undone_as_ever() -> None:
    meeting = _meeting()
    _idea(meeting)
    meeting.do((events.IdeaReworded(idea_id=IDEA, words=Words(text="Benches")),))
    meeting.undo(meeting.do((room_events.ClosingBegan(),)))
    _undo(meeting)
    assert meeting.state.ideas[IDEA].words.text == "Seats with arms"
    assert meeting.state.ideas[IDEA].details.outcome is IdeaOutcome.OPEN


def test_the_opening_of_a_meeting_with_all_that_a_file_brought_is_undone_as_ever() -> None:
    meeting = MeetingMaker()
    first = meeting.steps.pop()
    idea = events.IdeaRecorded(
        idea_id=IDEA, words=Words(text="Seats"), details=IdeaDetails(proposer=Proposer(people=(JO,)))
    )
    meeting.do((*first.events, idea))
    meeting.do((events.MeetingFinished(),))
    assert taking_back.taken_back_instead(meeting.state, meeting.steps, meeting.steps[0]) == ()


def test_somebody_takes_back_an_idea_by_name_and_undo_brings_it_back() -> None:
    meeting = _meeting()
    _idea(meeting)
    meeting.do(taking_back.take_back_idea(meeting.state, IDEA, by=JO))
    assert meeting.state.ideas[IDEA].details.taken_back_by == JO
    _undo(meeting)
    assert meeting.state.ideas[IDEA].details.outcome is IdeaOutcome.OPEN
    _redo(meeting)
    assert meeting.state.ideas[IDEA].details.outcome is IdeaOutcome.TAKEN_BACK


def test_nobody_takes_back_what_is_not_theirs_or_not_there_or_was_taken_back() -> None:
    meeting = _meeting()
    _idea(meeting)
    _decision(meeting, objections=(Objection(text="Too dear", by=Proposer(people=(SAM,))),))

    def refused(act: object, *what: object, **by: PersonId) -> NotAllowed:
        with pytest.raises(NotAllowed) as told:
            act(meeting.state, *what, **by)  # type: ignore[operator]
        return told.value

    assert refused(taking_back.take_back_idea, IDEA, by=SAM).field == "by"
    assert refused(taking_back.take_back_idea, IdeaId("x")).reason is Reason.NOT_FOUND
    assert refused(taking_back.take_back_decision, DecisionId("x")).reason is Reason.NOT_FOUND
    assert refused(taking_back.take_back_decision, DECISION, by=ANN).reason is Reason.NOT_HERE
    assert refused(taking_back.take_back_objection, DECISION, 0, by=JO).field == "by"
    assert refused(taking_back.take_back_objection, DECISION, 1).reason is Reason.NOT_FOUND
    meeting.do(taking_back.take_back_objection(meeting.state, DECISION, 0, by=SAM))
    assert meeting.state.decisions[DECISION].details.objections[0].is_taken_back
    assert refused(taking_back.take_back_objection, DECISION, 0).reason is Reason.ALREADY_THERE
    meeting.do(taking_back.take_back_decision(meeting.state, DECISION, by=SAM))
    assert refused(taking_back.take_back_decision, DECISION).reason is Reason.ALREADY_THERE
    meeting.do(taking_back.take_back_idea(meeting.state, IDEA))
    assert refused(taking_back.take_back_idea, IDEA).reason is Reason.ALREADY_THERE


def test_an_idea_with_another_decision_that_stands_does_not_wait_again() -> None:
    meeting = _meeting()
    _idea(meeting)
    _decision(meeting)
    details = DecisionDetails(proposer=Proposer(source=Source.WHOLE_GROUP), outcome=Outcome.AGREED, from_idea_id=IDEA)
    second = DecisionId("second")
    words = Words(text="We paint them.")
    meeting.do(decisions.record_decision(meeting.state, decision_id=second, words=words, details=details))
    meeting.do(taking_back.take_back_decision(meeting.state, DECISION))
    assert meeting.state.ideas[IDEA].details.outcome is IdeaOutcome.DECIDED
    meeting.do(taking_back.take_back_decision(meeting.state, second))
    assert meeting.state.ideas[IDEA].details.outcome is IdeaOutcome.OPEN


def test_nothing_is_undone_from_before_words_were_taken_out() -> None:
    meeting = _meeting()
    _idea(meeting)
    meeting.do((WordsTakenOut(line_id=IDEA, asked_by=JO, yes_from=SAM),))
    assert last_undoable(meeting.steps) is None
    assert last_redoable(meeting.steps) is None
    meeting.item("Light")
    assert last_undoable(meeting.steps) == meeting.steps[-1]
    assert meeting.state.after.words_taken_out == {IDEA}


@settings(max_examples=300, deadline=None)
@given(any_events(20))
def test_any_record_can_be_undone_to_its_beginning_and_back_line_by_line(told: list[events.Event]) -> None:
    steps = [
        Step(id=StepId(f"r{number}"), at=datetime(2026, 1, 1, tzinfo=UTC), events=(event,))
        for number, event in enumerate(told)
    ]
    begun = len(steps)
    states = []
    while (step := last_undoable(steps)) is not None:
        state = replay(MEETING, steps)
        states.append(state)
        instead = taking_back.taken_back_instead(state, steps, step)
        steps.append(Step(id=StepId(f"u{len(steps)}"), at=step.at, events=instead or (StepUndone(step_id=step.id),)))
        if instead:  # taken back openly: what was there is there
            assert isinstance(instead[0], TakenBackOpenly)
            after = replay(MEETING, steps)
            assert after.ideas.keys() == state.ideas.keys()
            assert after.decisions.keys() == state.decisions.keys()
        assert len(steps) <= 2 * begun
    for state in reversed(states):
        step = last_redoable(steps)
        assert step is not None
        steps.append(Step(id=StepId(f"v{len(steps)}"), at=step.at, events=(StepUndone(step_id=step.id),)))
        assert replay(MEETING, steps) == state
