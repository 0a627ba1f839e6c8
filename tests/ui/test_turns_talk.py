"""Two people talk: a press or a key says who speaks now, and nothing is timed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.turns import turns_on_item
from coprod_desktop.ui.screens.turns.turns_screen import TurnsScreen
from coprod_desktop.ui.theme import Theme
from tests.ui.screen_checks import (
    Room,
    at_200_percent,
    begin_to_talk,
    cut_widgets,
    focused,
    open_room,
    press,
    settle,
    sideways_scrolls,
    type_keys,
    words_of,
)
from tests.ui.turns_room import MINUTE, choose, let_pass, make_screen, names, turn_now


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Everyone is here, the group talks about the first of two items, and turns are 1 minute long."""
    for room in open_room(tmp_path):
        begin_to_talk(room)
        room.running.turns.set_length(MINUTE)
        yield room


@pytest.fixture
def screen(theme: Theme, room: Room) -> TurnsScreen:
    """Bob and Dilys were chosen by the first letters of their names."""
    screen = make_screen(theme, room)
    choose(screen, "More")
    choose(screen, "2 people talk")
    for letter in "bd":
        type_keys(letter)
        press(Qt.Key.Key_Return)
    return screen


def test_it_begins_when_the_second_name_is_pressed_and_nobody_speaks_yet(room: Room, screen: TurnsScreen) -> None:
    assert room.state.room.conversation is not None
    assert names(room, room.state.room.conversation.people) == ["Bob", "Dilys"]
    assert room.state.current_turn is None
    assert focused() is screen.main.talk.left
    assert words_of(screen).count("Press to speak") == 2


def test_one_key_asks_who_talks_with_the_next_one(theme: Theme, room: Room) -> None:
    screen = make_screen(theme, room)
    room.running.turns.raise_hand(room.people["Bob"])
    settle()
    assert screen.press("Ctrl+T")
    type_keys("d")
    press(Qt.Key.Key_Return)
    assert room.state.room.conversation is not None
    assert names(room, room.state.room.conversation.people) == ["Bob", "Dilys"]


def test_nobody_is_asked_who_talks_while_somebody_has_a_turn(theme: Theme, room: Room) -> None:
    screen = make_screen(theme, room)
    bob = room.bridge.person(room.people["Bob"])
    assert bob is not None
    room.running.turns.start(bob)
    settle()
    assert not screen.press("Ctrl+T")


def test_two_keys_say_who_speaks_and_words_mark_it(room: Room, screen: TurnsScreen) -> None:
    for key, name in (("Ctrl+Right", "Dilys"), ("Ctrl+Left", "Bob"), ("Ctrl+Right", "Dilys")):
        assert screen.press(key)
        settle()
        assert names(room, (turn_now(room).person_id,)) == [name]
    assert screen.main.talk.right.accessibleName() == "Dilys. Speaks now"
    assert screen.main.talk.left.accessibleName() == "Bob. Press to speak"


def test_there_is_no_ring_no_sign_and_no_figure(room: Room, screen: TurnsScreen) -> None:
    screen.press("Ctrl+Left")
    let_pass(room, 300)
    assert not screen.main.speaker.clock.isVisible()
    assert not screen.main.speaker.signal.isVisible()
    assert turn_now(room).allowed_seconds is None


def test_f8_ends_it_and_each_of_them_has_had_one_turn(room: Room, screen: TurnsScreen) -> None:
    for key in ("Ctrl+Left", "Ctrl+Right", "Ctrl+Left", "Ctrl+Right"):
        screen.press(key)
    item = room.state.current_item
    assert screen.press("F8")
    settle()
    assert room.state.room.conversation is None
    assert room.state.current_turn is None
    had = turns_on_item(room.state, item.id if item else None)
    assert {name: had[room.people[name]] for name in room.people} == {"Amina": 0, "Bob": 1, "Chen": 0, "Dilys": 1}
    assert "Who wants to speak?" in words_of(screen)


def test_a_tap_goes_on_after_everything_was_paused(room: Room, screen: TurnsScreen) -> None:
    screen.press("Ctrl+Left")
    room.running.room.pause_everything()
    room.running.room.resume_everything()
    settle()
    assert "This is paused. Press the name of whoever speaks now." in words_of(screen)
    assert screen.press("Ctrl+Left")
    assert not turn_now(room).is_paused


def test_2_people_cannot_talk_while_somebody_has_a_turn(theme: Theme, room: Room) -> None:
    screen = make_screen(theme, room)
    person = room.bridge.person(room.people["Amina"])
    assert person is not None
    room.running.turns.start(person)
    settle()
    choose(screen, "Clocks")
    assert "2 people talk" not in words_of(screen)


@pytest.mark.parametrize("percent", [100, 200])
def test_a_name_of_80_letters_fits(theme: Theme, room: Room, percent: int) -> None:
    long = room.services.people.add_walk_in(room.group.id, "Wilhelmina" * 8).id
    room.bridge.refresh_people()
    room.running.requests.arrive(long)
    room.running.room.start_conversation((long, room.people["Bob"]))
    if percent == 200:
        screen = at_200_percent(theme, lambda: TurnsScreen(theme, room.services, room.bridge))
    else:
        screen = make_screen(theme, room)
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []
