"""A stray second press takes no time from anybody, the names stay one key away, and an item leads to the next."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.events import PauseReason
from coprod_desktop.ui.screens.turns import steady_hand
from coprod_desktop.ui.screens.turns.turns_screen import TurnsScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from tests.ui.screen_checks import Room, begin_to_talk, focused, open_room, press, settle, type_keys, words_of
from tests.ui.turns_room import let_pass, make_screen, names, raise_hands, start, turn_now


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """Everyone is here and the group talks about the first of two items; hands are as quick as they are."""
    monkeypatch.setattr(steady_hand, "STRAY_SECONDS", 0.7)
    for room in open_room(tmp_path):
        begin_to_talk(room)
        yield room


@pytest.fixture
def screen(theme: Theme, room: Room) -> TurnsScreen:
    """The screen as the window shows it."""
    return make_screen(theme, room)


# A stray second press


def test_f8_twice_starts_a_turn_and_does_not_end_it_but_a_later_one_does(room: Room, screen: TurnsScreen) -> None:
    raise_hands(room, "Bob", "Dilys")
    assert screen.press("F8")
    assert screen.press("F8")
    assert turn_now(room).person_id == room.people["Bob"]
    let_pass(room, 0.6)
    screen.press("F8")
    assert turn_now(room).person_id == room.people["Bob"]
    let_pass(room, 0.2)
    screen.press("F8")
    assert room.state.current_turn is None


def test_a_second_press_at_the_end_of_a_turn_starts_nobody(room: Room, screen: TurnsScreen) -> None:
    raise_hands(room, "Bob", "Dilys")
    start(room, "Amina")
    let_pass(room, 20)
    screen.press("F8")
    settle()
    press(Qt.Key.Key_Return)
    assert room.state.current_turn is None
    let_pass(room, 1)
    press(Qt.Key.Key_Return)
    assert turn_now(room).person_id == room.people["Bob"]


def test_enter_on_the_end_button_is_swallowed_too(room: Room, screen: TurnsScreen) -> None:
    start(room, "Amina")
    screen.main.speaker.end.setFocus()
    press(Qt.Key.Key_Return)
    assert turn_now(room).person_id == room.people["Amina"]
    let_pass(room, 1)
    press(Qt.Key.Key_Return)
    assert room.state.current_turn is None


def test_a_turn_that_goes_on_is_not_ended_by_the_second_press(room: Room, screen: TurnsScreen) -> None:
    start(room, "Amina")
    let_pass(room, 20)
    room.running.turns.pause()
    room.running.turns.resume()
    screen.press("F8")
    assert turn_now(room).person_id == room.people["Amina"]
    let_pass(room, 1)
    screen.press("F8")
    assert room.state.current_turn is None


def test_after_a_break_the_second_press_does_not_end_the_turn_that_was_kept(room: Room, screen: TurnsScreen) -> None:
    start(room, "Amina")
    let_pass(room, 20)
    screen.hide()
    room.running.room.start_break(10)
    room.clock.pass_seconds(60)
    room.running.room.end_break()
    screen.show()
    screen.on_shown()
    screen.press("F8")
    assert turn_now(room).person_id == room.people["Amina"]
    room.clock.pass_seconds(1)
    assert screen.press("F8")


def test_a_turn_that_was_paused_a_moment_ago_can_be_ended_at_once(room: Room, screen: TurnsScreen) -> None:
    start(room, "Amina")
    let_pass(room, 20)
    screen.press("F6")
    screen.press("F8")
    assert room.state.current_turn is None


# F4 goes to the names


def test_f4_goes_to_the_names_each_time_and_letters_find_the_next_person(room: Room, screen: TurnsScreen) -> None:
    start(room, "Amina")
    screen.press("F4")
    for letter in "dc":
        type_keys(letter)
        press(Qt.Key.Key_Return)
        screen.main.speaker.more.setFocus()
        assert screen.press("F4")
    assert screen.hands.is_open(screen.hands.people)
    assert names(room, room.state.hands) == ["Dilys", "Chen"]
    assert screen.hands.people.isAncestorOf(focused())


def test_f8_closes_the_names_and_does_the_main_act(room: Room, screen: TurnsScreen) -> None:
    start(room, "Amina")
    let_pass(room, 20)
    raise_hands(room, "Bob")
    screen.press("F4")
    assert screen.press("F8")
    settle()
    assert not screen.hands.is_choosing()
    assert room.state.current_turn is None
    assert focused() is screen.main.nobody.start


# After an item


def _finish(room: Room, screen: TurnsScreen) -> None:
    let_pass(room, 1)
    assert screen.press("Ctrl+E")
    assert screen.press("F8")
    settle()
    room.clock.pass_seconds(1)


def test_after_an_item_f8_starts_the_next_one_and_after_the_last_it_closes(room: Room, screen: TurnsScreen) -> None:
    asked: list[str] = []
    screen.go_requested.connect(asked.append)
    _finish(room, screen)
    assert "Start item 2" in words_of(screen)
    assert focused() is screen.main.nobody.next_item
    assert _blue(screen) == [screen.main.nobody.next_item]
    screen.press("F8")
    settle()
    assert room.state.current_item == room.state.agenda[1]
    assert not screen.main.nobody.next_item.isVisible()
    _finish(room, screen)
    assert "Close the meeting" in words_of(screen)
    assert asked == []
    screen.press("F8")
    assert asked == ["close"]


def test_the_press_that_finishes_an_item_does_not_start_the_next_one(room: Room, screen: TurnsScreen) -> None:
    screen.press("Ctrl+E")
    screen.press("F8")
    screen.press("F8")
    settle()
    assert room.state.current_item is None


def _blue(screen: TurnsScreen) -> list[BigButton]:
    buttons = [button for button in screen.findChildren(BigButton) if button.isVisible()]
    return [button for button in buttons if button.kind() is ButtonKind.PRIMARY]


# The go-round by a key, and time to think in a turn that is held


def test_ctrl_g_starts_the_go_round_and_ends_it(room: Room, screen: TurnsScreen) -> None:
    assert screen.press("Ctrl+G")
    settle()
    assert room.state.room.go_round is not None
    assert screen.press("Ctrl+G")
    settle()
    assert room.state.room.go_round is None


def test_shift_f6_makes_a_paused_turn_time_to_think_in_one_step(room: Room, screen: TurnsScreen) -> None:
    start(room, "Amina")
    let_pass(room, 20)
    screen.press("F6")
    used, before = turn_now(room).used_ms, room.acts()
    assert screen.press("Shift+F6")
    settle()
    turn = turn_now(room)
    assert (turn.is_paused, turn.pause_reason, turn.used_ms) == (True, PauseReason.THINKING, used)
    assert room.acts() == before + 1
    assert room.replayed().current_turn == turn
    screen.press("Shift+F6")
    assert not turn_now(room).is_paused


def test_all_that_can_be_begun_stands_in_one_line_with_its_keys(screen: TurnsScreen) -> None:
    foot = screen.main.foot
    screen.resize(1144, 600)
    settle()
    row = [button for button in foot.findChildren(BigButton) if button.isVisible()]
    assert row == [foot.go_round, foot.more, foot.idea, foot.finish]
    assert len({button.geometry().center().y() for button in row}) == 1
