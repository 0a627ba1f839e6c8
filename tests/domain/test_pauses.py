"""Pauses, breaks and stepping out: clocks hold, places stay, nothing goes on by itself."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from coprod_desktop.domain import pauses, turns
from coprod_desktop.domain.events import Event, PauseReason
from coprod_desktop.domain.ids import TurnId
from coprod_desktop.domain.meeting_state import MeetingState, Turn
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.room import FixedEnd, PlannedBreak
from coprod_desktop.domain.room_events import BreakExtended
from tests.domain.meeting_maker import ANN, JO, NOON, SAM, MeetingMaker


def _meeting(*, is_speaking: bool = True) -> MeetingMaker:
    meeting = MeetingMaker()
    meeting.here(JO, SAM)
    if is_speaking:
        meeting.do(turns.start_turn(meeting.state, turn_id=TurnId("t"), person_id=JO, at=NOON, allowed_seconds=60))
    return meeting


def _turn(meeting: MeetingMaker) -> Turn:
    turn = meeting.state.current_turn
    assert turn is not None
    return turn


def test_a_pause_of_everything_holds_the_turn_and_the_turn_waits_when_it_is_over() -> None:
    meeting = _meeting()
    meeting.do(pauses.pause_everything(meeting.state, at=NOON, used_ms=12_000))
    assert (_turn(meeting).is_paused, _turn(meeting).used_ms) == (True, 12_000)
    assert _turn(meeting).pause_reason is PauseReason.EVERYTHING
    assert meeting.state.room.paused_turn_id == "t"
    meeting.do(pauses.resume_everything(meeting.state, at=NOON))
    assert not meeting.state.room.is_paused
    assert _turn(meeting).is_paused


def test_a_turn_that_was_held_already_is_left_as_it_is() -> None:
    meeting = _meeting()
    meeting.do(turns.pause_turn(meeting.state, used_ms=5000, at=NOON, reason=PauseReason.THINKING))
    meeting.do(pauses.pause_everything(meeting.state, at=NOON, used_ms=99_000))
    assert (_turn(meeting).used_ms, _turn(meeting).pause_reason) == (5000, PauseReason.THINKING)
    assert meeting.state.room.paused_turn_id is None


def test_nobody_begins_a_turn_in_a_pause_or_a_break() -> None:
    for held in (
        lambda state: pauses.pause_everything(state, at=NOON, used_ms=0),
        lambda state: pauses.start_break(state, at=NOON, minutes=None, used_ms=0),
    ):
        meeting = _meeting(is_speaking=False)
        meeting.do(held(meeting.state))
        with pytest.raises(NotAllowed) as caught:
            turns.start_turn(meeting.state, turn_id=TurnId("n"), person_id=SAM, at=NOON, allowed_seconds=None)
        assert caught.value.reason is Reason.ALL_PAUSED


@pytest.mark.parametrize(
    "held",
    [
        lambda state: pauses.pause_everything(state, at=NOON, used_ms=0),
        lambda state: pauses.start_break(state, at=NOON, minutes=None, used_ms=0),
    ],
)
def test_no_turn_goes_on_in_a_pause_or_a_break(held: Callable[[MeetingState], tuple[Event, ...]]) -> None:
    meeting = _meeting()
    added = turns.add_to_turn(
        meeting.state, turn_id=TurnId("a"), person_id=SAM, at=NOON, used_ms=1000, allowed_seconds=None
    )
    meeting.do(added)
    meeting.do(held(meeting.state))
    with pytest.raises(NotAllowed) as caught:
        turns.resume_turn(meeting.state, at=NOON)
    assert caught.value.reason is Reason.ALL_PAUSED
    meeting.do(turns.end_added_turn(meeting.state, at=NOON, used_ms=500))
    assert (_turn(meeting).person_id, _turn(meeting).is_paused) == (JO, True)


def test_a_pause_is_begun_and_ended_once() -> None:
    meeting = _meeting()
    with pytest.raises(NotAllowed):
        pauses.resume_everything(meeting.state, at=NOON)
    meeting.do(pauses.pause_everything(meeting.state, at=NOON, used_ms=0))
    with pytest.raises(NotAllowed):
        pauses.pause_everything(meeting.state, at=NOON, used_ms=0)


def test_a_break_can_be_longer_and_ends_when_somebody_says_so() -> None:
    meeting = _meeting()
    meeting.do(pauses.start_break(meeting.state, at=NOON, minutes=10, used_ms=8000))
    meeting.do(pauses.extend_break(meeting.state))
    now = meeting.state.room.break_now
    assert now is not None
    assert (now.minutes, now.started_at, _turn(meeting).used_ms) == (15, NOON, 8000)
    meeting.do(pauses.end_break(meeting.state, at="2026-11-24T12:20:00+00:00"))
    room = meeting.state.room
    assert (room.break_now, room.breaks_taken, room.last_break_ended_at) == (None, 1, "2026-11-24T12:20:00+00:00")


def test_a_break_without_an_end_needs_no_more_minutes() -> None:
    meeting = _meeting(is_speaking=False)
    meeting.do(pauses.start_break(meeting.state, at=NOON, minutes=None, used_ms=0))
    assert pauses.extend_break(meeting.state) == ()


@pytest.mark.parametrize("minutes", [0, -5, 181])
def test_a_break_has_a_sensible_length(minutes: int) -> None:
    with pytest.raises(NotAllowed) as caught:
        pauses.start_break(_meeting().state, at=NOON, minutes=minutes, used_ms=0)
    assert caught.value.reason is Reason.NUMBER_OUT_OF_RANGE
    with pytest.raises(NotAllowed):
        pauses.plan_breaks(_meeting().state, (PlannedBreak(at="11:00", minutes=minutes),))


def test_breaks_have_their_rules() -> None:
    meeting = _meeting()
    for refused in (lambda state: pauses.end_break(state, at=NOON), pauses.extend_break):
        with pytest.raises(NotAllowed):
            refused(meeting.state)
    meeting.do(pauses.start_break(meeting.state, at=NOON, minutes=10, used_ms=0))
    with pytest.raises(NotAllowed):
        pauses.start_break(meeting.state, at=NOON, minutes=10, used_ms=0)


def test_planned_breaks_and_fixed_ends_are_kept_as_said() -> None:
    meeting = _meeting()
    plan, ends = (PlannedBreak(at=" 11am ", minutes=10),), (FixedEnd(what="The hall closes ", at="12:15"),)
    meeting.do(pauses.plan_breaks(meeting.state, plan))
    meeting.do(pauses.set_fixed_ends(meeting.state, ends))
    room = meeting.state.room
    assert room.planned_breaks == (PlannedBreak(at="11am", minutes=10),)
    assert room.fixed_ends == (FixedEnd(what="The hall closes", at="12:15"),)
    assert pauses.next_planned_break(meeting.state) == room.planned_breaks[0]
    assert pauses.plan_breaks(meeting.state, room.planned_breaks) == ()
    assert pauses.set_fixed_ends(meeting.state, room.fixed_ends) == ()
    with pytest.raises(NotAllowed):
        pauses.set_fixed_ends(meeting.state, (FixedEnd(what=" ", at="12:15"),))


def test_stepping_out_keeps_hand_and_place_and_coming_back_is_noted() -> None:
    meeting = _meeting(is_speaking=False)
    meeting.do(turns.raise_hand(meeting.state, SAM))
    meeting.do(pauses.step_out(meeting.state, SAM, at=NOON))
    assert (meeting.state.people_out, meeting.state.hands) == ((SAM,), (SAM,))
    assert SAM in meeting.state.people_here
    meeting.do(pauses.step_back(meeting.state, SAM, at=NOON))
    assert meeting.state.people_out == ()


def test_only_who_is_here_steps_out_and_only_who_is_out_comes_back() -> None:
    meeting = _meeting()
    with pytest.raises(NotAllowed):
        pauses.step_out(meeting.state, ANN, at=NOON)
    with pytest.raises(NotAllowed):
        pauses.step_back(meeting.state, JO, at=NOON)
    meeting.do(pauses.step_out(meeting.state, SAM, at=NOON))
    with pytest.raises(NotAllowed):
        pauses.step_out(meeting.state, SAM, at=NOON)


def test_a_break_that_is_over_is_made_longer_from_now() -> None:
    meeting = MeetingMaker()
    meeting.do(pauses.start_break(meeting.state, at=NOON, minutes=10, used_ms=0))
    (longer,) = pauses.extend_break(meeting.state, at="2026-11-24T12:04:00+00:00")
    assert longer == BreakExtended(by_minutes=5)
    (longer,) = pauses.extend_break(meeting.state, at="2026-11-24T12:30:30+00:00")
    assert longer == BreakExtended(by_minutes=26)


@pytest.mark.parametrize(
    ("began", "ended", "minutes"),
    [("", "", None), ("12:00", "", 50), ("12:00", "12:30", 20), ("", "12:45", 5), ("12:50", "", 0)],
)
def test_the_time_without_a_break_counts_from_the_last_break_or_the_start(
    began: str, ended: str, minutes: int | None
) -> None:
    def at(words: str) -> str:
        return f"2026-11-24T{words}:00+00:00" if words else ""

    state = MeetingMaker().state
    state = replace(state, room=replace(state.room, began_at=at(began), last_break_ended_at=at(ended)))
    assert pauses.minutes_without_break(state, at("12:50")) == minutes
    assert pauses.minutes_without_break(replace(state, room=replace(state.room, is_paused=True)), at("12:50")) is None
