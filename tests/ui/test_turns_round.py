"""The go-round: who is asked now and next, a pass that leaves no trace in sight, and an end by a person only."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.meeting import Job
from coprod_desktop.ui.main_window.desk import act_words_of
from coprod_desktop.ui.screens.turns.turns_screen import TurnsScreen
from coprod_desktop.ui.theme import Theme
from tests.ui.screen_checks import (
    Room,
    begin_to_talk,
    focused,
    open_room,
    press,
    settle,
    sideways_scrolls,
    type_keys,
    words_of,
)
from tests.ui.turns_room import choose, make_screen, names, turn_now


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Everyone is here, and the group talks about the first of two items."""
    for room in open_room(tmp_path):
        begin_to_talk(room)
        yield room


@pytest.fixture
def screen(theme: Theme, room: Room) -> TurnsScreen:
    """The go-round has just begun by one press."""
    screen = make_screen(theme, room)
    choose(screen, "Start a go-round")
    return screen


def waiting(room: Room) -> list[str]:
    """Who is still to come."""
    assert room.state.room.go_round is not None
    return names(room, room.state.room.go_round.waiting)


def test_it_begins_by_one_press_and_asks_the_first_person(room: Room, screen: TurnsScreen) -> None:
    assert waiting(room) == ["Amina", "Bob", "Chen", "Dilys"]
    assert screen.main.round.words().startswith("Amina")
    assert "After that: Bob." in words_of(screen)
    assert focused() is screen.main.round.start
    assert screen.hands.queue_words()[0] == "1. Amina. Now"


def test_f8_starts_and_ends_and_then_the_next_person_is_asked(room: Room, screen: TurnsScreen) -> None:
    assert screen.press("F8")
    assert turn_now(room).person_id == room.people["Amina"]
    settle()
    assert "Amina's turn" in words_of(screen)
    assert screen.hands.queue_words() == ["1. Bob", "2. Chen", "3. Dilys"]
    assert screen.press("F8")
    settle()
    assert screen.main.round.words().startswith("Bob")
    assert waiting(room) == ["Bob", "Chen", "Dilys"]


def test_a_pass_is_one_key_and_nothing_in_sight_tells_of_it(room: Room, screen: TurnsScreen) -> None:
    assert screen.press("F3")
    settle()
    assert screen.main.round.words().startswith("Bob")
    assert room.state.turns == {}
    step = room.running.live.last_step
    assert step is not None
    told = act_words_of(step.events[0], room.bridge.name)
    for words in (words_of(screen), told, *screen.hands.queue_words()):
        assert "Amina" not in words
        assert "passes" not in words


def test_come_back_to_me_asks_again_at_the_end(room: Room, screen: TurnsScreen) -> None:
    assert screen.press("Shift+F3")
    assert waiting(room) == ["Bob", "Chen", "Dilys", "Amina"]
    for _ in range(3):
        assert screen.press("F3")
    settle()
    assert screen.main.round.words().startswith("Amina We come back to you.")


def test_when_all_were_asked_it_says_so_and_waits_for_a_person(room: Room, screen: TurnsScreen) -> None:
    for _ in range(4):
        assert screen.press("F3")
    settle()
    assert "Everybody was asked" in words_of(screen)
    assert room.state.room.go_round is not None
    assert focused() is screen.main.round.end
    assert not screen.press("F3")
    press(Qt.Key.Key_Return)
    assert room.state.room.go_round is None
    assert "Who wants to speak?" in words_of(screen)


def test_somebody_who_passed_or_came_later_can_join(room: Room, screen: TurnsScreen) -> None:
    assert screen.press("F3")
    later = room.services.people.add_walk_in(room.group.id, "Zoe Zimmer").id
    room.bridge.refresh_people()
    room.running.requests.arrive(later)
    settle()
    assert screen.press("F4")
    assert set(screen.hands.people.people()) == {room.people["Amina"], later}
    type_keys("z")
    press(Qt.Key.Key_Return)
    assert room.state.room.go_round is not None
    assert room.state.room.go_round.waiting[-1] == later
    assert room.state.hands == ()


def test_who_stepped_out_is_waited_for_and_shown_so(room: Room, screen: TurnsScreen) -> None:
    room.running.room.step_out(room.people["Amina"])
    settle()
    assert screen.hands.queue_words()[0] == "1. Amina. Stepped out"
    assert screen.main.round.words().startswith("Bob")
    for _ in range(3):
        assert screen.press("F3")
    settle()
    assert screen.main.round.words() == "We wait 1 person has stepped out. Wait, or end the go-round."
    room.running.room.step_back(room.people["Amina"])
    settle()
    assert screen.main.round.words().startswith("Amina")


def test_the_go_round_can_be_ended_in_the_middle(room: Room, screen: TurnsScreen) -> None:
    choose(screen, "End the go-round")
    assert room.state.room.go_round is None


def test_whoever_runs_the_meeting_comes_neither_first_nor_last(theme: Theme, room: Room) -> None:
    room.running.requests.take_jobs(room.people["Amina"], (Job.FACILITATOR,))
    choose(make_screen(theme, room), "Start a go-round")
    assert "Amina" in waiting(room)[1:-1]


def test_undo_brings_a_pass_back(room: Room, screen: TurnsScreen) -> None:
    assert screen.press("F3")
    room.running.live.undo()
    settle()
    assert screen.main.round.words().startswith("Amina")
    assert sideways_scrolls(screen) == []
