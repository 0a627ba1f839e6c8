"""Who is next: only people who asked, by the group's rule, in words; one key for another person or another rule."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.room import Counting, NextRule
from coprod_desktop.ui.screens.turns.turns_screen import TurnsScreen
from coprod_desktop.ui.theme import Theme
from tests.ui.screen_checks import Room, begin_to_talk, focused, open_room, press, settle, words_of
from tests.ui.turns_room import agree_need, choose, make_screen, names, raise_hands, speak, turn_now


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Everyone is here, and the group talks about the first of two items."""
    for room in open_room(tmp_path):
        begin_to_talk(room)
        yield room


@pytest.fixture
def screen(theme: Theme, room: Room) -> TurnsScreen:
    """The screen as the window shows it."""
    return make_screen(theme, room)


def test_f3_offers_the_next_one_of_those_who_asked_and_comes_round(room: Room, screen: TurnsScreen) -> None:
    raise_hands(room, "Bob", "Dilys")
    before = room.acts()
    offered = [screen.main.nobody.start.words()]
    for _ in range(2):
        assert screen.press("F3")
        offered.append(screen.main.nobody.start.words())
    assert offered == ["Start Bob's turn", "Start Dilys's turn", "Start Bob's turn"]
    assert room.acts() == before
    assert screen.press("F3")
    assert screen.press("F8")
    assert turn_now(room).person_id == room.people["Dilys"]
    assert room.state.hands == (room.people["Bob"],)


def test_f3_does_nothing_when_one_person_asked(room: Room, screen: TurnsScreen) -> None:
    raise_hands(room, "Bob")
    assert not screen.press("F3")
    assert screen.main.nobody.start.words() == "Start Bob's turn"


def test_shift_f3_takes_the_next_rule_and_its_name_is_in_sight(room: Room, screen: TurnsScreen) -> None:
    speak(room, "Bob")
    raise_hands(room, "Bob", "Dilys")
    assert screen.main.nobody.rule.words() == "Rule: no turn yet comes first"
    assert screen.main.nobody.words().startswith("Dilys")
    for _ in range(3):
        assert screen.press("Shift+F3")
    settle()
    assert room.state.room.next_rule is NextRule.ORDER_OF_HANDS
    assert screen.main.nobody.rule.words() == "Rule: order of hands"
    assert screen.main.nobody.words().startswith("Bob In the order of hands")
    room.running.live.undo()
    assert room.state.room.next_rule is not NextRule.ORDER_OF_HANDS


def test_how_many_turns_somebody_had_is_told_only_if_the_room_cannot_see_it(room: Room, screen: TurnsScreen) -> None:
    speak(room, "Bob", "Bob")
    raise_hands(room, "Bob")
    room.bridge.sight.say(can_see=True)
    assert screen.hands.queue_words() == ["1. Bob. Has had a turn on this. Next"]
    assert not any(digit in screen.main.nobody.words() for digit in "123456789")
    room.bridge.sight.say(can_see=False)
    assert screen.hands.queue_words() == ["1. Bob. Has had 2 turns. Next"]


def test_nothing_is_counted_in_words_if_the_group_chose_that(room: Room, screen: TurnsScreen) -> None:
    room.bridge.sight.say(can_see=False)
    room.running.room.choose_counting(Counting.NOTHING)
    speak(room, "Bob", "Bob")
    raise_hands(room, "Bob")
    assert screen.hands.queue_words() == ["1. Bob. Has had a turn on this. Next"]


def test_who_stepped_out_keeps_a_place_and_is_passed_over_until_they_are_back(room: Room, screen: TurnsScreen) -> None:
    raise_hands(room, "Bob", "Dilys")
    room.running.room.step_out(room.people["Bob"])
    settle()
    queue = screen.hands.queue_words()
    assert queue[0] == "1. Bob. Stepped out. Press when back"
    assert queue[1].startswith("2. Dilys")
    assert screen.main.nobody.start.words() == "Start Dilys's turn"
    choose(screen, "1. Bob")
    assert room.state.people_out == ()
    assert room.state.current_turn is None
    assert screen.main.nobody.start.words() == "Start Bob's turn"


def test_if_everyone_who_asked_is_out_nobody_is_offered_and_it_says_so(room: Room, screen: TurnsScreen) -> None:
    raise_hands(room, "Bob")
    room.running.room.step_out(room.people["Bob"])
    settle()
    assert not screen.press("F8")
    assert "Their place is kept." in words_of(screen)


def test_no_more_than_5_main_choices_and_one_filled_button(room: Room, screen: TurnsScreen) -> None:
    from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind

    raise_hands(room, "Bob", "Dilys")
    kinds = [button.kind() for button in screen.findChildren(BigButton) if button.isVisible()]
    assert kinds.count(ButtonKind.PRIMARY) == 1
    assert len([kind for kind in kinds if kind is not ButtonKind.QUIET]) <= 5


# Everyone has it?


def test_waiting_for_everyone_is_the_one_blue_button_and_the_next_turn_waits(room: Room, screen: TurnsScreen) -> None:
    choose(screen, "More")
    choose(screen, 'Ask "Everyone has it?"')
    assert room.state.room.checks_everyone
    raise_hands(room, "Bob", "Dilys")
    assert screen.press("F8")
    assert screen.press("F8")
    settle()
    assert "Waiting is not counted." in words_of(screen)
    assert focused() is screen.main.everyone.has_it
    assert not screen.main.nobody.start.isVisible()
    press(Qt.Key.Key_Return)
    assert not room.state.room.is_waiting_for_everyone
    assert focused() is screen.main.nobody.start
    assert names(room, room.state.hands) == ["Dilys"]


def test_waiting_is_suggested_once_in_words_that_tell_of_nobody(theme: Theme, room: Room, screen: TurnsScreen) -> None:
    assert not screen.main.suggestion.isVisible()
    agree_need(room, "Chen", "BSL")
    screen.show_state(room.state)
    assert screen.main.suggestion.isVisible()
    said = words_of(screen.main.suggestion)
    assert "Everyone has it?" in said
    assert not any(word in said for word in ("Chen", "sign", "need", "BSL"))
    choose(screen, "Not now")
    assert not screen.main.suggestion.isVisible()
    assert not room.state.room.checks_everyone
    raise_hands(room, "Bob")
    assert not screen.main.suggestion.isVisible()
    again = make_screen(theme, room)
    choose(again, "Yes, ask each time")
    assert room.state.room.checks_everyone
    assert not again.main.suggestion.isVisible()


def test_equal_voice_is_two_presses_away(room: Room, screen: TurnsScreen) -> None:
    asked: list[str] = []
    screen.go_requested.connect(asked.append)
    choose(screen, "More")
    choose(screen, "Equal voice")
    assert asked == ["balance"]
    assert room.state.current_turn is None
