"""A turn that is over is written down as paper or a file tells it."""

import pytest

from coprod_desktop.domain import agenda, participation, turns
from coprod_desktop.domain.events import EndedBy, Event, Step, Through
from coprod_desktop.domain.ids import AgendaItemId, MeetingId, PersonId, StepId, TurnId
from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import after_step
from coprod_desktop.services.clock import SystemClock

JO = PersonId("jo")
SAM = PersonId("sam")
BEANS = AgendaItemId("beans")
FIRST = TurnId("first")


def after(state: MeetingState, events: tuple[Event, ...]) -> MeetingState:
    """The state after these events."""
    return after_step(state, Step(id=StepId("step"), at=SystemClock().now(), events=events))


@pytest.fixture
def state() -> MeetingState:
    new = MeetingState(id=MeetingId("meeting"))
    came = after(new, participation.arrive(new, JO, at="10:00", perspectives=(Perspective.CARER,)))
    gone = after(came, participation.leave(came, JO, at="11:00"))
    details = AgendaItemDetails(title="Beans", proposer=Proposer(source=Source.WHOLE_GROUP))
    return after(gone, agenda.propose_item(gone, item_id=BEANS, details=details))


def written_down(state: MeetingState, *, turn_id: TurnId = FIRST, item_id: AgendaItemId | None = BEANS) -> MeetingState:
    """The state after a turn of somebody who has gone home is written down."""
    events = turns.record_turn(
        state,
        turn_id=turn_id,
        person_id=JO,
        item_id=item_id,
        started_at="10:10",
        ended_at="10:12",
        used_ms=110_000,
        allowed_seconds=120,
        paused_seconds=10,
        ended_by=EndedBy.STOPPED,
        with_people=(SAM,),
        through=Through.DEVICE,
    )
    return after(state, events)


def test_a_turn_of_somebody_who_has_gone_home_is_written_down(state: MeetingState) -> None:
    after_turn = written_down(state)

    (turn,) = after_turn.turns.values()
    assert after_turn.current_turn is None
    assert turn.is_over
    assert (turn.item_id, turn.started_at, turn.ended_at) == (BEANS, "10:10", "10:12")
    assert (turn.used_ms, turn.paused_seconds, turn.allowed_seconds) == (110_000, 10, 120)
    assert (turn.ended_by, turn.with_people, turn.through) == (EndedBy.STOPPED, (SAM,), Through.DEVICE)
    assert turn.perspectives == (Perspective.CARER,)


def test_a_turn_is_written_down_once_and_on_an_item_that_is_there(state: MeetingState) -> None:
    with pytest.raises(NotAllowed, match=Reason.ALREADY_THERE.value):
        written_down(written_down(state))
    with pytest.raises(NotAllowed, match=Reason.NOT_FOUND.value):
        written_down(state, item_id=AgendaItemId("nothing"))


def test_no_turn_is_written_down_while_one_runs(state: MeetingState) -> None:
    back = after(state, participation.arrive(state, JO, at="11:10"))
    events = turns.start_turn(back, turn_id=FIRST, person_id=JO, at="11:11", allowed_seconds=None)

    with pytest.raises(NotAllowed, match=Reason.TURN_RUNNING.value):
        written_down(after(back, events), turn_id=TurnId("second"), item_id=None)
