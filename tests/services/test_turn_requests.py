"""Time spoken comes from real clocks; no person loses time to a sleeping laptop, a crash or an undo."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.events import EndedBy, PauseReason
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import Turn
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_service import RunningMeeting
from tests.services.fixed_clock import FixedClock


@pytest.fixture
def jo(services: Services, group: Group) -> Person:
    """A person of the group."""
    return services.people.add_walk_in(group.id, "Jo Adams")


@pytest.fixture
def running(services: Services, group: Group, jo: Person) -> RunningMeeting:
    """A meeting with a person in the room and turns of 2 minutes."""
    opened = services.meetings.begin(group.id, MeetingDetails(title="Seats", held_on=date(2026, 11, 24)), [jo.id])
    opened.requests.arrive(jo.id)
    opened.turns.set_length(120)
    return opened


def _turn(running: RunningMeeting) -> Turn:
    turn = running.live.state.current_turn
    assert turn is not None
    return turn


def _let_run(running: RunningMeeting, clock: FixedClock, seconds: int) -> None:
    for _ in range(seconds):
        clock.pass_seconds(1)
        assert running.turns.tick()


def test_time_is_counted_from_the_clock_and_not_from_ticks(
    running: RunningMeeting, clock: FixedClock, jo: Person
) -> None:
    running.turns.start(jo)
    clock.pass_seconds(4.5)
    assert running.turns.used_ms == 4500


def test_a_paused_turn_keeps_its_remaining_time(running: RunningMeeting, clock: FixedClock, jo: Person) -> None:
    running.turns.start(jo)
    _let_run(running, clock, 30)
    running.turns.pause()
    clock.pass_seconds(600)
    assert running.turns.used_ms == 30_000
    running.turns.resume()
    _let_run(running, clock, 10)
    assert running.turns.used_ms == 40_000


def test_at_zero_the_turn_holds_and_nothing_ends_by_itself(
    running: RunningMeeting, clock: FixedClock, jo: Person
) -> None:
    running.turns.start(jo)
    number = running.live.record_number
    _let_run(running, clock, 300)
    assert not _turn(running).is_over
    assert running.live.record_number == number


def test_what_was_spoken_and_what_did_not_count_are_kept_apart(
    running: RunningMeeting, clock: FixedClock, jo: Person
) -> None:
    running.turns.start(jo)
    _let_run(running, clock, 20)
    running.turns.pause()
    clock.pass_seconds(45)
    running.turns.resume()
    _let_run(running, clock, 10)
    running.turns.end()
    turn = next(iter(running.live.state.turns.values()))
    assert (turn.used_ms, turn.paused_seconds, turn.ended_by) == (30_000, 45, EndedBy.FINISHED)


@pytest.mark.parametrize("way", ["stall", "sleep"])
def test_a_sleeping_or_busy_computer_holds_the_turn_at_the_last_good_moment(
    running: RunningMeeting, clock: FixedClock, jo: Person, way: str
) -> None:
    running.turns.start(jo)
    _let_run(running, clock, 10)
    clock.pass_seconds(240) if way == "stall" else clock.sleep(240)
    assert not running.turns.tick()
    held = running.turns.held
    assert held is not None
    assert (held.reason, held.away_seconds) == (PauseReason.STALLED, 240)
    assert (_turn(running).is_paused, running.turns.used_ms) == (True, 10_000)


def test_people_may_say_that_the_time_away_counts(running: RunningMeeting, clock: FixedClock, jo: Person) -> None:
    running.turns.start(jo)
    _let_run(running, clock, 10)
    clock.pass_seconds(60)
    running.turns.tick()
    running.turns.resume(counts_time_away=True)
    assert running.turns.used_ms == 70_000
    assert running.turns.held is None


def test_a_clock_that_is_put_back_takes_no_time_from_anybody(
    running: RunningMeeting, clock: FixedClock, jo: Person
) -> None:
    running.turns.start(jo)
    _let_run(running, clock, 10)
    clock.sleep(-3600)
    assert not running.turns.tick()
    assert running.turns.used_ms == 10_000


def test_after_a_crash_the_turn_is_held_where_it_was_last_kept(
    services: Services, running: RunningMeeting, clock: FixedClock, jo: Person
) -> None:
    running.turns.start(jo)
    _let_run(running, clock, 13)
    again = open_services(services.folder, clock=clock)
    reopened = again.meetings.open(running.live.id)
    held = reopened.turns.held
    assert held is not None
    assert held.reason is PauseReason.PROGRAM_STOPPED
    assert _turn(reopened).is_paused
    assert 13_000 - 5_000 <= reopened.turns.used_ms <= 13_000
    reopened.turns.resume()
    assert reopened.turns.held is None
    again.close()


def test_holding_a_turn_is_not_an_act_that_undo_takes_back(
    running: RunningMeeting, clock: FixedClock, jo: Person
) -> None:
    running.turns.start(jo)
    _let_run(running, clock, 10)
    clock.pass_seconds(60)
    running.turns.tick()
    running.live.undo()
    assert running.live.state.current_turn is None


def test_undoing_the_end_of_a_turn_gives_it_back_with_its_time(
    services: Services, running: RunningMeeting, clock: FixedClock, jo: Person
) -> None:
    running.turns.start(jo)
    _let_run(running, clock, 50)
    running.turns.end()
    clock.pass_seconds(20)
    services.history.undo()
    assert (_turn(running).is_paused, running.turns.used_ms) == (True, 50_000)
    running.turns.resume()
    _let_run(running, clock, 5)
    assert running.turns.used_ms == 55_000


def test_undoing_a_pause_goes_on_from_where_it_held(running: RunningMeeting, clock: FixedClock, jo: Person) -> None:
    running.turns.start(jo)
    _let_run(running, clock, 30)
    running.turns.pause()
    clock.pass_seconds(100)
    running.live.undo()
    assert running.turns.used_ms == 30_000
    _let_run(running, clock, 5)
    assert running.turns.used_ms == 35_000


def test_a_persons_own_length_is_used_without_a_word(services: Services, running: RunningMeeting, jo: Person) -> None:
    running.turns.start(services.people.save(replace(jo, turn_seconds=240)))
    assert _turn(running).allowed_seconds == 240


def test_hands_go_up_and_down(running: RunningMeeting, jo: Person) -> None:
    running.turns.raise_hand(jo.id)
    assert running.live.state.hands == (jo.id,)
    running.turns.lower_hand(jo.id)
    assert running.live.state.hands == ()


def test_a_turn_has_one_more_minute_or_is_passed(running: RunningMeeting, jo: Person) -> None:
    running.turns.start(jo)
    running.turns.extend()
    assert _turn(running).allowed_seconds == 180
    running.turns.pass_turn()
    (turn,) = running.live.state.turns.values()
    assert turn.ended_by is EndedBy.PASSED


def test_clocks_go_and_come_back(running: RunningMeeting) -> None:
    running.turns.take_clocks_away()
    assert not running.live.state.has_clocks
    running.turns.bring_clocks_back()
    assert running.live.state.has_clocks


def test_no_turn_can_be_ended_when_nobody_has_one(running: RunningMeeting) -> None:
    with pytest.raises(NotAllowed) as caught:
        running.turns.end()
    assert caught.value.reason is Reason.NO_TURN
    assert not running.turns.tick()
    assert running.turns.held is None


def test_a_paused_turn_is_still_paused_when_the_program_opens_again(
    services: Services, running: RunningMeeting, clock: FixedClock, jo: Person
) -> None:
    running.turns.start(jo)
    _let_run(running, clock, 12)
    running.turns.pause()
    number = running.live.record_number
    again = open_services(services.folder, clock=clock)
    reopened = again.meetings.open(running.live.id)
    assert (_turn(reopened).is_paused, reopened.turns.used_ms) == (True, 12_000)
    assert reopened.live.record_number == number
    again.close()


@pytest.mark.parametrize("press", ["end", "pause", "interrupt"])
def test_a_key_pressed_right_after_the_computer_slept_counts_no_time_of_its_sleep(
    running: RunningMeeting, clock: FixedClock, jo: Person, press: str
) -> None:
    running.turns.start(jo)
    _let_run(running, clock, 10)
    clock.pass_seconds(240)
    getattr(running.turns, press)()
    (turn,) = running.live.state.turns.values()
    assert turn.used_ms == 10_000
