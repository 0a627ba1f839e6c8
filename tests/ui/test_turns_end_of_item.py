"""The end of an item: everyone is asked for more first, and who had no turn is a count before it is names."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.room import Counting
from coprod_desktop.ui.screens.turns.turns_screen import TurnsScreen
from coprod_desktop.ui.theme import Theme
from tests.ui.screen_checks import Room, begin_to_talk, focused, open_room, press, settle, type_keys, words_of
from tests.ui.turns_room import choose, make_screen, names, speak


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Everyone is here, the group talks about the first of two items, and Bob has had a turn."""
    for room in open_room(tmp_path):
        begin_to_talk(room)
        speak(room, "Bob")
        yield room


@pytest.fixture
def screen(theme: Theme, room: Room) -> TurnsScreen:
    """Somebody pressed "Finish this item"."""
    screen = make_screen(theme, room)
    choose(screen, "Finish this item")
    return screen


def test_everyone_is_asked_before_the_item_is_finished(room: Room, screen: TurnsScreen) -> None:
    assert room.state.current_item is not None
    assert "Say the main points again in short words. Is it clear?" in words_of(screen)
    assert "Anything to add, now or later, by voice, card or note?" in words_of(screen)
    assert focused() is screen.main.ending.asked
    before = room.acts()
    press(Qt.Key.Key_Return)
    item = room.state.agenda[0]
    assert item.state is ItemState.DISCUSSED
    assert room.state.room.asked_everyone == (item.id,)
    assert room.acts() == before + 1
    room.running.live.undo()
    assert room.state.current_item is not None
    assert room.state.room.asked_everyone == ()


def test_somebody_who_wants_to_add_puts_a_hand_up_and_the_item_goes_on(room: Room, screen: TurnsScreen) -> None:
    choose(screen, "Somebody wants to add")
    type_keys("c")
    press(Qt.Key.Key_Return)
    assert names(room, room.state.hands) == ["Chen"]
    assert room.state.current_item is not None
    assert "Ask everyone:" not in words_of(screen)


def test_escape_goes_on_talking_and_changes_nothing(room: Room, screen: TurnsScreen) -> None:
    before = room.acts()
    assert screen.leave()
    settle()
    assert "Who wants to speak?" in words_of(screen)
    assert room.acts() == before


def test_the_count_is_in_sight_and_names_only_after_a_press(room: Room, screen: TurnsScreen) -> None:
    said = words_of(screen.main.ending)
    assert "3 people have had no turn." in said
    assert not any(name in said for name in room.people)
    choose(screen, "Show the names")
    assert "Only you see this: Amina, Chen, Dilys." in words_of(screen.main.ending)


def test_no_names_can_be_shown_where_the_room_can_see(room: Room, screen: TurnsScreen) -> None:
    choose(screen, "Show the names")
    room.bridge.sight.say(can_see=True)
    settle()
    said = words_of(screen.main.ending)
    assert "3 people have had no turn." in said
    assert "Show the names" not in said
    assert not any(name in said for name in room.people)


def test_nothing_is_counted_if_the_group_chose_that(room: Room, screen: TurnsScreen) -> None:
    room.running.room.choose_counting(Counting.NOTHING)
    settle()
    assert "no turn" not in words_of(screen.main.ending)


def test_names_are_shut_again_the_next_time(room: Room, screen: TurnsScreen) -> None:
    choose(screen, "Show the names")
    choose(screen, "Go on talking")
    choose(screen, "Finish this item")
    assert "Amina" not in words_of(screen.main.ending)
    assert room.state.current_item is not None
