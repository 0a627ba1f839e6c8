"""Turns: one at a time, kept through a pause, never ended by a machine, and timed only if everyone can be."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain import agenda, participation, turns
from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.events import EndedBy
from coprod_desktop.domain.ids import GroupId, PersonId, TurnId
from coprod_desktop.domain.person import UNTIMED, Person, Perspective
from coprod_desktop.domain.reasons import NotAllowed, Reason
from tests.domain.meeting_maker import ANN, JO, NOON, SAM, MeetingMaker


def _meeting() -> MeetingMaker:
    meeting = MeetingMaker()
    meeting.here(JO, SAM)
    return meeting


def _start(meeting: MeetingMaker, who: PersonId = JO, *, allowed: int | None = 120, turn: str = "t1") -> None:
    meeting.do(turns.start_turn(meeting.state, turn_id=TurnId(turn), person_id=who, at=NOON, allowed_seconds=allowed))


def _person(person_id: PersonId, turn_seconds: int | None = None) -> Person:
    return Person(id=person_id, group_id=GroupId("g1"), name=str(person_id), turn_seconds=turn_seconds)


def test_hands_keep_the_order_in_which_they_went_up() -> None:
    meeting = _meeting()
    meeting.do(turns.raise_hand(meeting.state, SAM))
    meeting.do(turns.raise_hand(meeting.state, JO))
    assert meeting.state.hands == (SAM, JO)
    with pytest.raises(NotAllowed):
        turns.raise_hand(meeting.state, SAM)
    meeting.do(turns.lower_hand(meeting.state, SAM))
    assert meeting.state.hands == (JO,)


def test_only_people_in_the_room_are_offered() -> None:
    meeting = _meeting()
    with pytest.raises(NotAllowed) as caught:
        turns.raise_hand(meeting.state, ANN)
    assert caught.value.reason is Reason.NOT_HERE
    with pytest.raises(NotAllowed):
        _start(meeting, ANN)


def test_a_hand_that_is_not_up_is_not_taken_down() -> None:
    with pytest.raises(NotAllowed) as caught:
        turns.lower_hand(_meeting().state, JO)
    assert caught.value.reason is Reason.NOT_FOUND


def test_a_turn_takes_the_hand_down_and_nobody_else_can_start() -> None:
    meeting = _meeting()
    meeting.do(turns.raise_hand(meeting.state, JO))
    _start(meeting)
    assert meeting.state.hands == ()
    with pytest.raises(NotAllowed) as caught:
        _start(meeting, SAM, turn="t2")
    assert caught.value.reason is Reason.TURN_RUNNING


def test_a_pause_keeps_the_turn_and_its_time() -> None:
    meeting = _meeting()
    _start(meeting)
    meeting.do(turns.pause_turn(meeting.state, used_ms=30_000, at=NOON))
    turn = meeting.state.current_turn
    assert turn is not None
    assert (turn.is_paused, turn.used_ms, turn.person_id) == (True, 30_000, JO)
    meeting.do(turns.resume_turn(meeting.state, at=NOON, counted_ms=5_000))
    turn = meeting.state.current_turn
    assert turn is not None
    assert (turn.is_paused, turn.used_ms) == (False, 35_000)


def test_a_turn_is_not_paused_twice_and_does_not_go_on_twice() -> None:
    meeting = _meeting()
    _start(meeting)
    with pytest.raises(NotAllowed) as caught:
        turns.resume_turn(meeting.state, at=NOON)
    assert caught.value.reason is Reason.ALREADY_THERE
    meeting.do(turns.pause_turn(meeting.state, used_ms=1000, at=NOON))
    with pytest.raises(NotAllowed) as caught:
        turns.pause_turn(meeting.state, used_ms=1000, at=NOON)
    assert caught.value.reason is Reason.ALREADY_THERE


def test_one_more_minute_can_be_given_any_number_of_times() -> None:
    meeting = _meeting()
    _start(meeting)
    for _ in range(3):
        meeting.do(turns.extend_turn(meeting.state))
    turn = meeting.state.current_turn
    assert turn is not None
    assert turn.allowed_seconds == 300


def test_a_turn_without_a_timer_needs_no_more_time() -> None:
    meeting = _meeting()
    _start(meeting, allowed=None)
    assert turns.extend_turn(meeting.state) == ()


def test_where_a_person_speaks_from_is_fixed_on_the_turn() -> None:
    meeting = _meeting()
    meeting.do(participation.say_perspective(meeting.state, JO, (Perspective.CARER,)))
    _start(meeting)
    meeting.do(turns.end_turn(meeting.state, at=NOON, used_ms=1000))
    meeting.do(participation.say_perspective(meeting.state, JO, (Perspective.LIVED_EXPERIENCE,)))
    assert meeting.state.turns[TurnId("t1")].perspectives == (Perspective.CARER,)


def test_a_passed_turn_counts_as_none() -> None:
    meeting = _meeting()
    item = meeting.item("Seats")
    meeting.do(agenda.open_item(meeting.state, item))
    _start(meeting)
    meeting.do(turns.end_turn(meeting.state, at=NOON, used_ms=0, ended_by=EndedBy.PASSED))
    assert turns.turns_on_item(meeting.state, item) == {}
    _start(meeting, turn="t2")
    meeting.do(turns.end_turn(meeting.state, at=NOON, used_ms=9000))
    assert turns.turns_on_item(meeting.state, item) == {JO: 1}


def test_timers_are_off_until_the_group_sets_a_length() -> None:
    meeting = _meeting()
    assert turns.allowed_seconds(meeting.state, _person(JO)) is None
    meeting.do(turns.set_turn_length(meeting.state, 120))
    assert turns.allowed_seconds(meeting.state, _person(JO)) == 120
    assert turns.allowed_seconds(meeting.state, _person(JO, 240)) == 240
    assert turns.allowed_seconds(meeting.state, _person(JO, UNTIMED)) is None


def test_if_anyone_in_the_room_is_untimed_there_is_no_ring_for_anyone() -> None:
    meeting = _meeting()
    meeting.do(turns.set_turn_length(meeting.state, 120))
    assert turns.shows_rings(meeting.state, [_person(JO), _person(SAM)])
    assert not turns.shows_rings(meeting.state, [_person(JO), _person(SAM, UNTIMED)])
    assert turns.shows_rings(meeting.state, [_person(JO), _person(ANN, UNTIMED)])


def test_time_to_think_hides_timers_with_a_yes_unless_the_person_chose_a_length() -> None:
    meeting = _meeting()
    meeting.do(turns.set_turn_length(meeting.state, 120))
    thinker = replace(_person(SAM), needs=(AccessNeed(code="TIME", consent_on=date(2026, 1, 9)),))
    assert turns.allowed_seconds(meeting.state, thinker) is None
    assert not turns.shows_rings(meeting.state, [_person(JO), thinker])
    waiting = replace(thinker, needs=(AccessNeed(code="TIME"),))
    assert turns.allowed_seconds(meeting.state, waiting) == 120
    assert turns.shows_rings(meeting.state, [_person(JO), waiting])
    assert turns.allowed_seconds(meeting.state, replace(thinker, turn_seconds=240)) == 240


def test_who_talks_with_a_device_has_twice_the_time_and_no_clock_tells_of_it() -> None:
    meeting = _meeting()
    meeting.do(turns.set_turn_length(meeting.state, 120))
    talker = replace(_person(SAM), needs=(AccessNeed(code="AAC", consent_on=date(2026, 1, 9)),))
    assert turns.allowed_seconds(meeting.state, talker) == 240
    assert turns.allowed_seconds(meeting.state, replace(talker, turn_seconds=180)) == 180
    assert turns.allowed_seconds(meeting.state, replace(talker, needs=(AccessNeed(code="AAC"),))) == 120
    assert turns.shows_rings(meeting.state, [_person(JO), talker])
    assert not turns.shows_lengths(meeting.state, [_person(JO), talker])


@pytest.mark.parametrize("own", [UNTIMED, 60, 240])
def test_if_anyone_in_the_room_has_their_own_length_no_clock_tells_how_long_a_turn_is(own: int) -> None:
    meeting = _meeting()
    assert turns.shows_lengths(meeting.state, [_person(JO), _person(SAM)])
    assert not turns.shows_lengths(meeting.state, [_person(JO), _person(SAM, own)])
    assert turns.shows_lengths(meeting.state, [_person(JO), _person(ANN, own)])


def test_no_clocks_here_takes_rings_away_and_keeps_the_order() -> None:
    meeting = _meeting()
    meeting.do(turns.set_turn_length(meeting.state, 120))
    meeting.do(turns.raise_hand(meeting.state, SAM))
    meeting.do(turns.take_clocks_away(meeting.state))
    assert not turns.shows_rings(meeting.state, [_person(JO)])
    assert meeting.state.hands == (SAM,)
    assert turns.take_clocks_away(meeting.state) == ()
    meeting.do(turns.bring_clocks_back(meeting.state))
    assert meeting.state.has_clocks


@pytest.mark.parametrize("seconds", [0, -5, 3601])
def test_turn_lengths_out_of_reason_are_turned_down(seconds: int) -> None:
    with pytest.raises(NotAllowed) as caught:
        turns.set_turn_length(_meeting().state, seconds)
    assert caught.value.reason is Reason.NUMBER_OUT_OF_RANGE


def test_nothing_is_done_to_a_turn_that_is_not_there() -> None:
    state = _meeting().state
    for request in (
        lambda: turns.pause_turn(state, used_ms=0, at=NOON),
        lambda: turns.resume_turn(state, at=NOON),
        lambda: turns.extend_turn(state),
        lambda: turns.end_turn(state, at=NOON, used_ms=0),
    ):
        with pytest.raises(NotAllowed) as caught:
            request()
        assert caught.value.reason is Reason.NO_TURN


def test_whoever_has_the_turn_ends_it_before_going_home() -> None:
    meeting = _meeting()
    _start(meeting)
    with pytest.raises(NotAllowed):
        participation.leave(meeting.state, JO, at=NOON)
    meeting.do(participation.leave(meeting.state, SAM, at=NOON))


def test_a_state_is_never_changed_by_a_later_act() -> None:
    meeting = _meeting()
    before = meeting.state
    copy = replace(before)
    _start(meeting)
    assert before == copy
    assert before.current_turn is None
