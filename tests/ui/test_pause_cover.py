"""Pausing, breaks, stepping out and something serious: one key each, in the whole window, and nobody is asked why."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from coprod_desktop.domain.events import PauseReason
from coprod_desktop.domain.room import PlannedBreak, WallScene
from coprod_desktop.domain.wall import scene_of
from coprod_desktop.ui.main_window.places import IN_MEETING, PlaceKey
from coprod_desktop.ui.theme import Theme
from tests.ui import screen_audit as audit
from tests.ui.in_the_room import ALT, CTRL, InTheRoom
from tests.ui.person_at_screen import press, seen
from tests.ui.screen_checks import cut_widgets, focused, settle, sideways_scrolls


@pytest.fixture
def room(theme: Theme, tmp_path: Path) -> Iterator[InTheRoom]:
    there = InTheRoom(theme, tmp_path)
    yield there
    there.close()


def test_one_key_holds_everything_and_asks_nobody_why(room: InTheRoom) -> None:
    for _ in range(30):
        room.clock.pass_seconds(1)
        room.running.turns.tick()
    room.key(Qt.Key.Key_F12)
    assert "We are having a pause." in room.words()
    assert "Nobody has to say why." in room.words()
    assert room.state.room.is_paused
    assert room.turn.pause_reason is PauseReason.EVERYTHING
    assert scene_of(room.state) is WallScene.PAUSE
    assert not room.window.screen_now.findChildren(QLineEdit)
    room.clock.pass_seconds(600)
    assert room.running.turns.used_ms == 30_000


def test_after_the_pause_a_held_turn_waits_until_somebody_carries_on(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F12)
    room.key(Qt.Key.Key_F8)
    assert not room.is_covered()
    assert room.window.place is PlaceKey.TURNS
    assert not room.state.room.is_paused
    assert room.turn.is_paused
    assert focused().isVisible()
    room.key(Qt.Key.Key_F6)
    assert not room.turn.is_paused


def test_the_same_key_goes_on(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F12)
    room.key(Qt.Key.Key_F12)
    assert not room.state.room.is_paused
    assert not room.is_covered()


def test_escape_does_not_end_a_pause(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F12)
    room.key(Qt.Key.Key_Escape)
    assert room.state.room.is_paused
    assert room.is_covered()


@pytest.mark.parametrize("place", IN_MEETING, ids=str)
def test_the_button_is_in_the_same_place_on_every_place_of_a_meeting(room: InTheRoom, place: PlaceKey) -> None:
    room.window.go(place)
    settle()
    button = room.window.frame.pause
    corner = button.mapTo(room.window, button.rect().topRight())
    room.window.go(PlaceKey.TURNS)
    settle()
    assert button.isVisible()
    assert corner == button.mapTo(room.window, button.rect().topRight())
    room.key(Qt.Key.Key_F12)
    assert room.state.room.is_paused


def test_outside_a_meeting_there_is_no_button_and_no_key(room: InTheRoom) -> None:
    room.window.go(PlaceKey.HOME)
    settle()
    assert not room.window.frame.pause.isVisible()
    room.key(Qt.Key.Key_F12)
    room.key(Qt.Key.Key_B, CTRL)
    room.key(Qt.Key.Key_1, ALT)
    assert not room.state.room.is_paused
    assert not room.state.room.cards


def test_a_pause_stays_over_the_meeting_when_people_come_back_to_it(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F12)
    room.window.go(PlaceKey.HOME)
    settle()
    assert not room.is_covered()
    room.window.go(PlaceKey.AGENDA)
    settle()
    assert room.is_covered()


def test_undo_takes_a_pause_back(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F12)
    room.key(Qt.Key.Key_Z, CTRL)
    assert not room.state.room.is_paused
    assert not room.is_covered()
    room.key(Qt.Key.Key_Y, CTRL)
    assert room.is_covered()


def test_at_300_percent_the_button_is_in_the_menu(room: InTheRoom, theme: Theme) -> None:
    theme.set_text_percent(300)
    settle()
    assert not room.window.frame.pause.isVisible()
    press(room.window, "Menu")
    press(room.window, "Pause all")
    settle()
    assert "Pause everything" in room.words()
    assert not room.window.frame.rail.isVisible()
    theme.set_text_percent(100)
    settle()
    assert room.window.frame.pause.isVisible()
    entries = room.window.frame.rail.keys()
    assert "pause" not in entries


def test_the_button_opens_five_choices_and_escape_leaves_them(room: InTheRoom) -> None:
    press(room.window, "Pause all")
    for words in ("Pause everything", "Have a break", "Somebody steps out", "Something serious", "Close the meeting"):
        assert words in room.words()
    before = len(room.events())
    room.key(Qt.Key.Key_Escape)
    assert not room.is_covered()
    assert len(room.events()) == before


def test_the_rail_leaves_the_choices(room: InTheRoom) -> None:
    press(room.window, "Pause all")
    room.key(Qt.Key.Key_2, CTRL)
    assert room.window.place is PlaceKey.AGENDA
    assert not room.is_covered()


# Breaks


def test_a_break_is_two_keys_and_tells_when_we_begin_again(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_B, CTRL)
    room.key(Qt.Key.Key_Return)
    assert room.break_now.minutes == 10
    assert "We begin again at 10:10am." in room.words()
    assert scene_of(room.state) is WallScene.BREAK
    room.key(Qt.Key.Key_F7)
    assert "We begin again at 10:15am." in room.words()
    room.key(Qt.Key.Key_F8)
    assert room.state.room.break_now is None
    assert not room.is_covered()


def test_a_break_never_ends_by_itself(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_B, CTRL)
    room.key(Qt.Key.Key_Return)
    room.clock.pass_seconds(3600)
    room.window.screen_now.on_shown()
    assert "We begin again when you are ready." in room.words()
    assert room.state.room.break_now is not None
    room.key(Qt.Key.Key_F7)
    assert "We begin again at 11:05am." in room.words()


def test_the_planned_break_and_what_people_need_choose_the_filled_length(room: InTheRoom) -> None:
    room.running.requests.plan_times((PlannedBreak(at="11:00", minutes=20),), ())
    room.key(Qt.Key.Key_B, CTRL)
    assert "We planned a break at 11am, for 20 minutes." in room.words()
    room.key(Qt.Key.Key_Return)
    assert room.break_now.minutes == 20


def test_without_clocks_a_break_has_no_end_and_no_ring(room: InTheRoom) -> None:
    room.running.turns.take_clocks_away()
    room.key(Qt.Key.Key_B, CTRL)
    assert "minutes" not in room.words()
    room.key(Qt.Key.Key_Return)
    assert room.break_now.minutes is None
    assert "We begin again when you are ready." in room.words()
    assert "5 more minutes" not in room.words()


def test_during_a_break_the_meeting_can_be_looked_at(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_B, CTRL)
    room.key(Qt.Key.Key_Return)
    room.key(Qt.Key.Key_Escape)
    assert not room.is_covered()
    assert room.state.room.break_now is not None
    press(room.window, "Break")
    assert room.is_covered()


def test_a_quiet_line_says_how_long_there_was_no_break(room: InTheRoom) -> None:
    room.running.room.begin_meeting()
    assert "talked" not in room.desk.place_words(PlaceKey.TURNS)
    room.clock.pass_seconds(51 * 60)
    assert room.desk.place_words(PlaceKey.TURNS).endswith("We have talked for 50 minutes.")
    room.running.room.start_break(5)
    room.running.room.end_break()
    assert "minutes" not in room.desk.place_words(PlaceKey.TURNS)
    room.clock.pass_seconds(55 * 60)
    assert "It is 50 minutes since the last break." in room.desk.place_words(PlaceKey.AGENDA)
    room.running.turns.take_clocks_away()
    assert "minutes" not in room.desk.place_words(PlaceKey.AGENDA)


# Stepping out


def test_stepping_out_and_coming_back_is_one_press_on_a_name(room: InTheRoom) -> None:
    room.running.turns.raise_hand(room.people["Bob"])
    room.key(Qt.Key.Key_O, CTRL)
    press(room.window, "Bob")
    settle()
    assert room.state.people_out == (room.people["Bob"],)
    assert room.state.hands == (room.people["Bob"],)
    assert not room.is_covered()
    assert "1 person has stepped out" in room.words()
    press(room.window, "1 person has stepped out")
    settle()
    press(room.window, "Bob")
    settle()
    assert room.state.people_out == ()


# Something serious


def test_something_serious_shows_the_groups_steps_only_when_the_room_cannot_see(room: InTheRoom) -> None:

    room.services.groups.save(replace(room.group, serious_steps=("Ask Dilys to come.", "Make some tea.")))
    room.key(Qt.Key.Key_F12, CTRL)
    assert "Make some tea" not in _rows(room)
    assert "Can the room see this screen?" in room.words()
    assert scene_of(room.state) is WallScene.BLANK
    room.key(Qt.Key.Key_Return)
    assert "Make some tea" in _rows(room)
    for kind in (QLineEdit, QPlainTextEdit):
        assert not room.window.screen_now.findChildren(kind)
    room.key(Qt.Key.Key_Escape)
    assert scene_of(room.state) is WallScene.TURN
    assert [kind for kind in room.events() if "serious" in kind] == []


def test_without_steps_there_are_a_few_calm_words_and_where_to_write_steps(room: InTheRoom) -> None:
    room.desk.bridge.sight.say(can_see=False)
    room.key(Qt.Key.Key_F12, CTRL)
    assert "Thank the person for telling you" in _rows(room)
    assert "Your group can write its own steps." in room.words()


def test_from_something_serious_everything_can_be_paused(room: InTheRoom) -> None:
    room.desk.bridge.sight.say(can_see=False)
    room.key(Qt.Key.Key_F12, CTRL)
    room.key(Qt.Key.Key_F12)
    assert scene_of(room.state) is WallScene.PAUSE
    assert "Thank the person for telling you" in _rows(room)
    room.key(Qt.Key.Key_Escape)
    assert "We are having a pause." in room.words()


def _rows(room: InTheRoom) -> str:
    from coprod_desktop.ui.widgets.card_row import CardRow

    return "\n".join(row.spoken() for row in room.window.screen_now.findChildren(CardRow) if row.isVisible())


# For everybody


@pytest.mark.parametrize("look", [(1366, 688, 100), (1280, 720, 200)], ids=("100%", "200%"))
@pytest.mark.parametrize("page", ["choices", "break", "step-out", "serious", "paused", "on-break"])
def test_every_page_can_be_used_by_everyone(
    room: InTheRoom, theme: Theme, look: tuple[int, int, int], page: str
) -> None:
    width, height, percent = look
    theme.set_text_percent(percent)
    room.window.resize(width, height)
    settle()
    room.desk.bridge.sight.say(can_see=False)
    if page == "paused":
        room.key(Qt.Key.Key_F12)
    elif page == "on-break":
        room.running.room.start_break(10)
    else:
        room.window.go(f"pause/{page}")
    audit.settle(30)
    assert room.is_covered()
    assert not focused().visibleRegion().isEmpty()
    window = room.window
    faults = [
        *audit.name_faults(window),
        *audit.trap_faults(window),
        *audit.heading_faults(window),
        *audit.order_faults(window),
        *audit.target_faults(window, theme),
        *audit.choice_faults(window),
        *audit.key_faults(window),
        *audit.hidden_focus_faults(window),
        *(f"cut: {cut}" for cut in cut_widgets(window)),
        *(f"scrolls sideways: {area}" for area in sideways_scrolls(window.screen_now)),
        *(f"a window of its own: {other}" for other in audit.other_windows(window)),
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("keys", [(Qt.Key.Key_F12, Qt.Key.Key_F12), (Qt.Key.Key_F12, Qt.Key.Key_F8)])
def test_words_that_were_being_typed_go_on_where_they_were_after_a_pause(
    room: InTheRoom, keys: tuple[Qt.Key, ...]
) -> None:
    room.desk.bridge.sight.say(can_see=False)
    room.window.go("welcome")
    room.key(Qt.Key.Key_F4)
    field = focused()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Efu")
    for key in keys:
        room.key(key)
    assert focused() is field
    QTest.keyClicks(focused(), "a")
    assert field.text() == "Efua"


def test_what_is_looked_up_in_a_meeting_keeps_pause_and_says_which_meeting_it_is(room: InTheRoom) -> None:
    before = room.desk.place_words(PlaceKey.MINUTES)
    room.key(Qt.Key.Key_F, CTRL)
    assert room.window.place is PlaceKey.IDEAS
    assert room.window.frame.pause.isVisible()
    assert before in seen(room.window)
    room.key(Qt.Key.Key_F12)
    assert room.state.room.is_paused
    assert room.is_covered()
    room.key(Qt.Key.Key_F12)
    assert room.window.place is PlaceKey.IDEAS
    assert not room.is_covered()


def test_outside_a_meeting_our_ideas_has_no_pause(room: InTheRoom) -> None:
    room.window.go(PlaceKey.HOME)
    room.key(Qt.Key.Key_F, CTRL)
    assert room.window.place is PlaceKey.IDEAS
    assert not room.window.frame.pause.isVisible()
