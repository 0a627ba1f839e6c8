"""The rarer acts of a turn: adding, sharing, thinking, an interpreter, interrupted, running the meeting, and advice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.events import EndedBy, PauseReason, Through
from coprod_desktop.domain.meeting import Job
from coprod_desktop.ui.main_window.desk import act_words_of
from coprod_desktop.ui.screens.turns.turns_screen import TurnsScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import ChoiceButton
from tests.ui.screen_checks import Room, begin_to_talk, focused, open_room, press, settle, type_keys, words_of
from tests.ui.turns_room import (
    MINUTE,
    agree_need,
    choose,
    let_pass,
    make_screen,
    names,
    raise_hands,
    start,
    turn_now,
)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Everyone is here, the group talks about the first of two items, and turns are 4 minutes long."""
    for room in open_room(tmp_path):
        begin_to_talk(room)
        room.running.turns.set_length(4 * MINUTE)
        yield room


@pytest.fixture
def screen(theme: Theme, room: Room) -> TurnsScreen:
    """Amina speaks."""
    screen = make_screen(theme, room)
    start(room, "Amina")
    return screen


# Wants to add to this


def test_f5_and_a_name_put_somebody_beside_the_speaker_and_a_press_lets_them_in(
    room: Room, screen: TurnsScreen
) -> None:
    let_pass(room, 20)
    assert screen.press("F5")
    settle()
    type_keys("d")
    press(Qt.Key.Key_Return)
    assert names(room, room.state.room.adders) == ["Dilys"]
    assert screen.press("F4")
    assert screen.main.speaker.adder.isVisible()
    choose(screen, "Dilys. Wants to add to this")
    assert turn_now(room).person_id == room.people["Dilys"]
    assert "Adds to this. Then Amina goes on." in words_of(screen)
    let_pass(room, 40)
    assert screen.press("F8")
    settle()
    assert turn_now(room).person_id == room.people["Amina"]
    assert not turn_now(room).is_paused
    assert room.bridge.used_ms == 20_000
    assert "Amina's turn" in words_of(screen)


def test_others_who_want_to_add_stand_in_the_side_card_and_keep_a_hand_up_at_the_end(
    room: Room, screen: TurnsScreen
) -> None:
    for name in ("Dilys", "Bob"):
        room.running.room.want_to_add(room.people[name])
    settle()
    assert "Wants to add to this, and 1 more" in words_of(screen)
    assert screen.hands.queue_words() == ["Bob. Wants to add to this"]
    choose(screen, "Bob")
    assert turn_now(room).person_id == room.people["Bob"]
    assert screen.press("F8")
    assert screen.press("F8")
    settle()
    assert names(room, room.state.hands) == ["Dilys"]


def test_the_speaker_cannot_add_to_themself_and_who_adds_is_not_added_to(room: Room, screen: TurnsScreen) -> None:
    screen.press("F5")
    assert room.people["Amina"] not in screen.hands.adders.people()
    screen.leave()
    room.running.room.want_to_add(room.people["Bob"])
    settle()
    choose(screen, "Bob")
    assert not screen.press("F5")


def test_pressing_the_name_again_takes_the_wish_back(room: Room, screen: TurnsScreen) -> None:
    screen.press("F5")
    settle()
    type_keys("d")
    press(Qt.Key.Key_Return)
    assert names(room, room.state.room.adders) == ["Dilys"]
    press(Qt.Key.Key_Return)
    assert room.state.room.adders == ()
    assert not screen.main.speaker.adder.isVisible()


# Time to think, and an interpreter


def test_thinking_time_holds_the_clock_and_is_not_shown_as_a_pause(room: Room, screen: TurnsScreen) -> None:
    let_pass(room, 200)
    assert screen.main.speaker.signal.isVisible()
    assert screen.press("Shift+F6")
    settle()
    assert turn_now(room).pause_reason is PauseReason.THINKING
    assert screen.main.speaker.clock.words() == "Time to think. 0:40 left of 4 minutes."
    assert not screen.main.speaker.signal.isVisible()
    step = room.running.live.last_step
    assert step is not None
    assert act_words_of(step.events[0], room.bridge.name) == "Time to think. The clock holds."
    let_pass(room, 600)
    assert room.bridge.used_ms == 200_000
    assert screen.press("Shift+F6")
    settle()
    assert not turn_now(room).is_paused
    assert room.bridge.used_ms == 200_000


def test_the_key_for_pause_goes_on_after_thinking(room: Room, screen: TurnsScreen) -> None:
    screen.main.speaker.thinking.setFocus()
    press(Qt.Key.Key_Return)
    assert focused().isVisible()
    assert screen.press("F6")
    assert not turn_now(room).is_paused


def test_waiting_for_an_interpreter_takes_two_presses_and_is_not_counted(room: Room, screen: TurnsScreen) -> None:
    choose(screen, "More")
    choose(screen, "Wait for the interpreter")
    assert turn_now(room).pause_reason is PauseReason.INTERPRETING
    let_pass(room, 90)
    assert screen.press("F6")
    assert room.bridge.used_ms == 0


def test_without_clocks_time_to_think_is_told_in_words(room: Room, screen: TurnsScreen) -> None:
    room.running.turns.take_clocks_away()
    screen.press("Shift+F6")
    settle()
    assert "Time to think. There is no hurry." in words_of(screen)


# More


def test_who_was_interrupted_is_offered_before_all_others(room: Room, screen: TurnsScreen) -> None:
    raise_hands(room, "Bob", "Dilys")
    choose(screen, "More")
    choose(screen, "Was interrupted")
    assert [turn.ended_by for turn in room.state.turns.values()] == [EndedBy.STOPPED]
    assert screen.main.nobody.words().startswith("Amina Was interrupted, so comes first")
    assert focused() is screen.main.nobody.start


def test_two_people_share_a_turn_and_both_have_had_it(room: Room, screen: TurnsScreen) -> None:
    choose(screen, "More")
    choose(screen, "Bob")
    assert names(room, turn_now(room).with_people) == ["Bob"]
    assert "Together with Bob." in words_of(screen)
    assert screen.press("F4")
    assert screen.press("F8")
    raise_hands(room, "Bob", "Dilys")
    assert screen.main.nobody.words().startswith("Dilys")


def test_a_turn_goes_through_a_device_and_only_this_page_tells_of_it(room: Room, screen: TurnsScreen) -> None:
    choose(screen, "More")
    choose(screen, "A device")
    assert turn_now(room).through is Through.DEVICE
    screen.leave()
    settle()
    assert "device" not in words_of(screen).casefold()


def ways(screen: TurnsScreen) -> list[str]:
    """The ways to speak, in the order in which they are offered."""
    said = ("Speaks directly", "An interpreter", "A helper", "A device")
    return [one.words() for one in screen.hands.turn_acts.findChildren(ChoiceButton) if one.words() in said]


def test_what_a_person_may_speak_through_comes_first_only_if_the_room_cannot_see(
    room: Room, screen: TurnsScreen
) -> None:
    agree_need(room, "Amina", "AAC")
    room.bridge.sight.say(can_see=True)
    choose(screen, "More")
    assert ways(screen)[0] == "Speaks directly"
    room.bridge.sight.say(can_see=False)
    assert ways(screen)[0] == "A device"
    assert turn_now(room).through is None


def test_running_the_meeting_is_offered_to_whoever_runs_it(room: Room, screen: TurnsScreen) -> None:
    choose(screen, "More")
    assert "This is about running the meeting" not in words_of(screen)
    room.running.requests.take_jobs(room.people["Amina"], (Job.FACILITATOR,))
    settle()
    choose(screen, "This is about running the meeting")
    assert turn_now(room).runs_meeting
    assert screen.press("F8")
    raise_hands(room, "Amina")
    assert screen.hands.queue_words() == ["1. Amina. No turn yet on this. Next"]


def test_the_page_closes_when_the_turn_ends(room: Room, screen: TurnsScreen) -> None:
    choose(screen, "More")
    assert screen.press("F8")
    settle()
    assert room.state.current_turn is None
    assert not screen.hands.is_choosing()


# Only you see this


def test_advice_says_what_to_do_and_never_what_anybody_has(room: Room, screen: TurnsScreen) -> None:
    agree_need(room, "Amina", "AAC")
    room.bridge.sight.say(can_see=True)
    screen.show_state(room.state)
    assert not screen.main.advice.isVisible()
    room.bridge.sight.say(can_see=False)
    assert screen.main.advice.words().startswith("Only you see this: ")
    assert not any(word in screen.main.advice.words() for word in ("AAC", "device", "need", "Amina"))
    choose(screen, "Hide")
    assert not screen.main.advice.isVisible()
    screen.show_state(room.state)
    assert not screen.main.advice.isVisible()
    room.bridge.sight.ask_again()
    assert screen.main.advice.words() == ""
