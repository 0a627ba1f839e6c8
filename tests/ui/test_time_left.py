"""F2 tells how much time is left, in words, and never gives away that somebody's turn is longer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod_desktop.domain.person import UNTIMED
from coprod_desktop.ui.time_left import time_left_words
from tests.ui.screen_checks import Room, begin_to_talk, open_room
from tests.ui.turns_room import MINUTE, give_own_length, let_pass, start


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Everyone is here, and turns are 4 minutes long."""
    for room in open_room(tmp_path):
        begin_to_talk(room)
        room.running.turns.set_length(4 * MINUTE)
        yield room


def test_it_says_minutes_and_seconds(room: Room) -> None:
    assert time_left_words(room.bridge) == "Nobody has a turn now."
    start(room)
    said = []
    for seconds in (0, 59, 61, 60, 59, 1):
        let_pass(room, seconds)
        said.append(time_left_words(room.bridge))
    assert said == [
        "4 minutes left.",
        "3 minutes and 1 second left.",
        "2 minutes left.",
        "1 minute left.",
        "1 second left.",
        "Time is up. Nothing ends by itself.",
    ]


def test_it_says_only_a_share_if_anyone_has_a_length_of_their_own(room: Room) -> None:
    give_own_length(room, "Dilys", 10 * MINUTE)
    start(room, "Dilys")
    said = []
    for seconds in (0, 6 * MINUTE, 3 * MINUTE):
        let_pass(room, seconds)
        said.append(time_left_words(room.bridge))
    assert said == ["More than half is left.", "Less than half is left.", "A little is left."]


@pytest.mark.parametrize("why", ["no clocks", "somebody untimed", "no timers"])
def test_without_a_ring_there_is_no_time_to_tell(room: Room, why: str) -> None:
    if why == "no clocks":
        room.running.turns.take_clocks_away()
    elif why == "no timers":
        room.running.turns.set_length(None)
    else:
        give_own_length(room, "Dilys", UNTIMED)
    start(room, "Amina")
    assert time_left_words(room.bridge) == "This turn has no timer."
