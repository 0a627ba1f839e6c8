"""An hour on a busy computer: however late and bunched the looks at the clock come, the time spoken is right."""

import random
from collections.abc import Iterator
from datetime import date

import pytest

from coprod_desktop.domain.events import PauseReason
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.meeting_service import RunningMeeting
from tests.services.fixed_clock import FixedClock

HOUR_MS = 3_600_000
MOST_WRONG_MS = 200
SHORTEST_MS, LONGEST_MS = 100, 4_900
SEEDS = range(5)


@pytest.fixture
def running(services: Services, group: Group) -> RunningMeeting:
    """A meeting in which somebody speaks for an hour."""
    jo = services.people.add_walk_in(group.id, "Jo Adams")
    opened = services.meetings.begin(group.id, MeetingDetails(title="Seats", held_on=date(2026, 11, 24)), [jo.id])
    opened.requests.arrive(jo.id)
    opened.turns.set_length(3600)
    opened.turns.start(jo)
    return opened


def _gaps(chance: random.Random) -> Iterator[int]:
    """Milliseconds between looks at the clock that come to an hour; after a long wait some come all at once."""
    left = HOUR_MS
    while left:
        gap = min(left, chance.randint(SHORTEST_MS, LONGEST_MS))
        left -= gap
        yield gap
        if gap > LONGEST_MS // 2:
            yield from [0] * chance.randint(0, 4)


def _wait(clock: FixedClock, milliseconds: int) -> None:
    clock.pass_seconds(milliseconds / 1000)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_hour_of_late_and_bunched_looks_is_right_all_the_way(
    running: RunningMeeting, clock: FixedClock, seed: int
) -> None:
    passed, furthest = 0, 0
    for gap in _gaps(random.Random(seed)):
        _wait(clock, gap)
        assert running.turns.tick()
        passed += gap
        furthest = max(furthest, abs(running.turns.used_ms - passed))
    assert passed == HOUR_MS
    assert furthest <= MOST_WRONG_MS
    running.turns.end()
    (turn,) = running.live.state.turns.values()
    assert (abs(turn.used_ms - HOUR_MS) <= MOST_WRONG_MS, turn.paused_seconds) == (True, 0)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_hour_with_hundreds_of_pauses_counts_what_was_spoken(
    running: RunningMeeting, clock: FixedClock, seed: int
) -> None:
    chance, pauses = random.Random(seed), 0
    for gap in _gaps(chance):
        _wait(clock, gap)
        assert running.turns.tick()
        if chance.random() < 0.2:
            pauses += 1
            running.turns.pause(chance.choice((PauseReason.ASKED, PauseReason.THINKING, PauseReason.INTERPRETING)))
            _wait(clock, chance.randint(1, 600_000))
            assert not running.turns.tick()
            running.turns.resume()
    assert pauses > 100
    assert abs(running.turns.used_ms - HOUR_MS) <= MOST_WRONG_MS


@pytest.mark.parametrize("seed", SEEDS)
def test_each_stall_and_each_changed_clock_holds_the_turn_at_the_last_good_look(
    running: RunningMeeting, clock: FixedClock, seed: int
) -> None:
    chance, good, stalls = random.Random(seed), 0, 0
    for gap in _gaps(chance):
        _wait(clock, gap)
        assert running.turns.tick()
        good += gap
        if chance.random() < 0.1:
            stalls += 1
            _something_goes_wrong(clock, chance)
            assert not running.turns.tick()
            held = running.turns.held
            assert held is not None
            assert held.reason is PauseReason.STALLED
            assert abs(running.turns.used_ms - good) <= MOST_WRONG_MS
            running.turns.resume()
    assert stalls > 50
    assert abs(running.turns.used_ms - HOUR_MS) <= MOST_WRONG_MS


def _something_goes_wrong(clock: FixedClock, chance: random.Random) -> None:
    """The computer is busy for longer than anybody can trust, or sleeps, or its clock is put on or back."""
    match chance.randrange(3):
        case 0:
            _wait(clock, chance.randint(6_000, 900_000))
        case 1:
            clock.sleep(chance.uniform(2.5, 3600))
        case _:
            _wait(clock, chance.randint(SHORTEST_MS, LONGEST_MS))
            clock.sleep(-chance.uniform(2.5, 3600))


def test_a_clock_that_is_put_right_little_by_little_stops_nobody(running: RunningMeeting, clock: FixedClock) -> None:
    for gap in _gaps(random.Random(0)):
        _wait(clock, gap)
        clock.sleep(gap / 1000 * 0.0005)
        assert running.turns.tick()
    assert abs(running.turns.used_ms - HOUR_MS) <= MOST_WRONG_MS
