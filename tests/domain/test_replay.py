"""Undo, redo and replay: what counts, what does not, and that nothing fails on an odd record."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from coprod_desktop.domain import events as ev
from coprod_desktop.domain import participation, turns
from coprod_desktop.domain.events import Step, StepUndone
from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, IdeaId, StepId
from coprod_desktop.domain.lines import DecisionDetails, HowDecided, ItemState, Objection, Outcome, Words
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.replay import after_step, effective, last_redoable, last_undoable, replay
from tests.domain.any_events import any_events
from tests.domain.meeting_maker import JO, MEETING, NOON, SAM, MeetingMaker


def test_a_meeting_that_was_never_opened_counts_as_taken_back() -> None:
    assert replay(MEETING, ()).phase is Phase.TAKEN_BACK


def test_names_that_an_older_version_kept_beside_a_secret_count_are_told_to_nobody() -> None:
    details = DecisionDetails(
        proposer=Proposer(people=(JO,)),
        outcome=Outcome.AGREED,
        how_decided=HowDecided.SECRET_COUNT,
        supported_by=(JO, SAM),
        stood_aside=(SAM,),
        objections=(Objection(text="Too dear", by=Proposer(people=(SAM,))),),
    )
    decided = ev.DecisionRecorded(decision_id=DecisionId("d"), words=Words(text="We pay."), details=details)
    changed = ev.DecisionChanged(decision_id=DecisionId("d"), details=details)
    for events in ((decided,), (decided, changed)):
        state = replay(MEETING, [Step(id=StepId("s"), at=NOON, events=events)])
        told = state.decisions[DecisionId("d")].details
        assert (told.supported_by, told.stood_aside) == ((), ())
        assert told.objections == (Objection(text="Too dear"),)


def test_an_undone_step_no_longer_counts_and_redo_brings_it_back() -> None:
    meeting = MeetingMaker()
    before = meeting.state
    meeting.item("Seats")
    after = meeting.state
    step = last_undoable(meeting.steps)
    assert step is not None
    undo = meeting.undo(step)
    assert meeting.state == before
    assert last_redoable(meeting.steps) == undo
    meeting.undo(undo)
    assert meeting.state == after
    assert last_redoable(meeting.steps) is None


def test_undo_goes_back_step_by_step_and_redo_forward_again() -> None:
    meeting = MeetingMaker()
    states = [meeting.state]
    for name in ("Seats", "Light", "Money"):
        meeting.item(name)
        states.append(meeting.state)
    for state in reversed(states[:-1]):
        step = last_undoable(meeting.steps)
        assert step is not None
        meeting.undo(step)
        assert meeting.state == state
    for state in states[1:]:
        step = last_redoable(meeting.steps)
        assert step is not None
        meeting.undo(step)
        assert meeting.state == state


def test_a_new_act_after_an_undo_leaves_nothing_to_redo() -> None:
    meeting = MeetingMaker()
    meeting.item("Seats")
    step = last_undoable(meeting.steps)
    assert step is not None
    meeting.undo(step)
    meeting.item("Light")
    assert last_redoable(meeting.steps) is None


def test_what_the_program_did_by_itself_is_passed_over_by_undo() -> None:
    meeting = MeetingMaker()
    meeting.here(JO)
    act = last_undoable(meeting.steps)
    meeting.do((ev.ClocksTakenAway(),), is_automatic=True)
    assert last_undoable(meeting.steps) == act
    assert not meeting.state.has_clocks


def test_an_undo_of_an_undo_that_was_undone_counts_again() -> None:
    meeting = MeetingMaker()
    meeting.item("Seats")
    act = meeting.steps[-1]
    first = meeting.undo(act)
    second = meeting.undo(first)
    meeting.undo(second)
    assert [step.id for step in effective(meeting.steps)][1:] != [act.id]
    assert meeting.state.agenda == ()


def test_replaying_step_by_step_is_the_same_as_replaying_at_once() -> None:
    meeting = MeetingMaker()
    meeting.here(JO, SAM)
    meeting.item("Seats")
    meeting.do(turns.raise_hand(meeting.state, SAM))
    state = replay(MEETING, ())
    for step in meeting.steps:
        state = after_step(state, step)
    assert state == meeting.state


def test_coming_back_keeps_the_first_arrival() -> None:
    meeting = MeetingMaker()
    meeting.do(participation.arrive(meeting.state, JO, at="2026-11-24T10:00:00+00:00"))
    meeting.do(participation.leave(meeting.state, JO, at="2026-11-24T10:30:00+00:00"))
    meeting.do(participation.arrive(meeting.state, JO, at="2026-11-24T11:00:00+00:00"))
    seen = meeting.state.attendance[JO]
    assert (seen.is_here, seen.arrived_at, seen.left_at) == (True, "2026-11-24T10:00:00+00:00", "")


def test_whoever_leaves_no_longer_asks_to_speak() -> None:
    meeting = MeetingMaker()
    meeting.here(JO, SAM)
    meeting.do(turns.raise_hand(meeting.state, JO))
    meeting.do(participation.leave(meeting.state, JO, at=NOON))
    assert meeting.state.hands == ()


@pytest.mark.parametrize(
    "event",
    [
        ev.IdeaReworded(idea_id=IdeaId("nobody knows"), words=Words(text="Seats")),
        ev.DecisionReworded(decision_id=DecisionId("nobody knows"), words=Words(text="Seats")),
        ev.ActionReworded(action_id=ActionId("nobody knows"), words=Words(text="Seats")),
        ev.AgendaItemClosed(item_id=AgendaItemId("nobody knows"), state=ItemState.PARKED),
    ],
    ids=lambda event: event.kind,
)
def test_a_change_of_a_line_that_is_not_there_is_passed_over(event: ev.Event) -> None:
    meeting = MeetingMaker()
    before = meeting.state
    meeting.do((event,))
    assert meeting.state == before


@settings(max_examples=300, deadline=None)
@given(any_events(25))
def test_replay_never_fails_and_undo_then_redo_changes_nothing(events: list[ev.Event]) -> None:
    steps = [
        Step(id=StepId(f"r{number}"), at=datetime(2026, 1, 1, tzinfo=UTC), events=(event,))
        for number, event in enumerate(events)
    ]
    before = replay(MEETING, steps)
    last = last_undoable(steps)
    if last is None:
        return
    undo = Step(id=StepId("u"), at=last.at, events=(StepUndone(step_id=last.id),))
    redo = Step(id=StepId("v"), at=last.at, events=(StepUndone(step_id=undo.id),))
    assert replay(MEETING, [*steps, undo, redo]) == before
