"""What a person who hears the screen is told in the live room: once, politely, without seconds; the focus stays."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from coprod_desktop.domain.room import WallScene
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.theme import Theme
from tests.ui.in_the_room import CTRL, NONE, InTheRoom
from tests.ui.screen_audit import name_faults
from tests.ui.screen_checks import settle

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def room(theme: Theme, tmp_path: Path) -> Iterator[InTheRoom]:
    """Four people, and Amina has a turn of 2 minutes; the laptop is for those who work it."""
    opened = InTheRoom(theme, tmp_path)
    opened.desk.bridge.sight.say(can_see=False)
    settle()
    yield opened
    opened.close()


def _let_pass(room: InTheRoom, seconds: int) -> None:
    for _ in range(seconds * 2):
        room.clock.pass_seconds(0.5)
        if room.running.turns.tick():
            room.desk.bridge.ticked.emit(room.desk.bridge.used_ms)
    settle()


def test_a_turn_is_heard_as_it_starts_nears_its_end_and_is_up_and_never_in_seconds(
    room: InTheRoom, heard: list[str]
) -> None:
    room.key(KEY.Key_F8)
    heard.clear()
    room.running.turns.start(room.services.people.get(room.people["Bob"]))
    settle()
    assert [words for words in heard if "Bob" in words] == ["Saved. Bob has the turn."]
    heard.clear()
    _let_pass(room, 180)
    assert heard == ["Nearly time", "Time is up"]


@pytest.mark.parametrize("place", [PlaceKey.DECISIONS, PlaceKey.AGENDA])
def test_nearly_time_is_heard_on_every_place_of_the_meeting(room: InTheRoom, heard: list[str], place: PlaceKey) -> None:
    room.window.go(place)
    settle()
    heard.clear()
    focused = QApplication.focusWidget()
    _let_pass(room, 180)
    assert heard == ["Nearly time", "Time is up"]
    assert QApplication.focusWidget() is focused


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ([(KEY.Key_F12, NONE)], "Everything is paused."),
        ([(KEY.Key_F12, NONE), (KEY.Key_F12, NONE)], "The pause is over."),
        ([(KEY.Key_F6, NONE)], "The turn is paused."),
        ([(KEY.Key_F6, SHIFT)], "Time to think. The clock holds."),
        ([(KEY.Key_F7, NONE)], "The turn has 1 more minute."),
        ([(KEY.Key_F11, NONE)], "The wall is blank."),
    ],
)
def test_what_a_key_did_is_heard_once(
    room: InTheRoom, heard: list[str], keys: list[tuple[Qt.Key, Qt.KeyboardModifier]], told: str
) -> None:
    for key, held in keys:
        heard.clear()
        room.key(key, held)
    assert [words for words in heard if told in words] == [f"Saved. {told}"]
    assert QApplication.focusWidget() is not None


def test_a_break_is_heard_as_it_starts_and_ends(room: InTheRoom, heard: list[str]) -> None:
    room.running.room.start_break(10)
    settle()
    assert sum("The break has started." in words for words in heard) == 1
    room.key(KEY.Key_F8)
    assert sum("The break is over." in words for words in heard) == 1


def test_everyone_has_it_is_heard(room: InTheRoom, heard: list[str]) -> None:
    room.running.room.set_everyone_check(is_on=True)
    room.key(KEY.Key_F8)
    heard.clear()
    room.key(KEY.Key_F8)
    assert heard == ["Saved. Everyone has it."]


def test_who_is_asked_next_in_a_go_round_is_heard_and_nobody_hears_who_passed(
    room: InTheRoom, heard: list[str]
) -> None:
    room.key(KEY.Key_F8)
    room.running.room.start_go_round()
    settle()
    waiting = [room.desk.bridge.name(who) for who in room.state.room.go_round.waiting]
    heard.clear()
    room.key(KEY.Key_F3)
    told = " ".join(heard)
    assert waiting[1] in told, "who is asked now"
    assert waiting[0] not in told, "who passed"
    assert sum(waiting[1] in words for words in heard) == 1


def test_f2_says_how_long_is_left_wherever_we_are(room: InTheRoom, heard: list[str]) -> None:
    for place in (PlaceKey.TURNS, PlaceKey.DECISIONS, PlaceKey.WELCOME):
        room.window.go(place)
        settle()
        heard.clear()
        focused = QApplication.focusWidget()
        room.key(KEY.Key_F2)
        assert len(heard) == 1
        assert heard[0].endswith("left.")
        assert QApplication.focusWidget() is focused


_ACTS: dict[str, Callable[[InTheRoom], object]] = {
    "the time that goes by": lambda room: _let_pass(room, 130),
    "a hand": lambda room: room.running.turns.raise_hand(room.people["Chen"]),
    "a card": lambda room: room.running.room.show_card("red"),
    "stepping out": lambda room: room.running.room.step_out(room.people["Bob"]),
    "the end of a turn": lambda room: room.running.turns.end(),
    "the wall": lambda room: room.running.room.choose_scene(WallScene.AGENDA),
    "a blank wall": lambda room: room.running.room.blank_wall(),
    "an answer about the screen": lambda room: room.desk.bridge.sight.ask_again(),
    "somebody leaves": lambda room: room.running.requests.leave(room.people["Dilys"]),
}


@pytest.mark.parametrize("place", [PlaceKey.DECISIONS, PlaceKey.AGENDA])
def test_the_focus_stays_where_somebody_types(room: InTheRoom, place: PlaceKey) -> None:
    room.window.go(place)
    settle()
    room.key(KEY.Key_F4)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    for name, act in _ACTS.items():
        act(room)
        settle()
        assert QApplication.focusWidget() is field, name
        QTest.keyClicks(field, "a")
    words = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    assert words == "a" * len(_ACTS)


_PLACES = (
    *(PlaceKey.WELCOME, PlaceKey.AGENDA, PlaceKey.TURNS, PlaceKey.BALANCE),
    *(PlaceKey.DECISIONS, PlaceKey.CLOSE, PlaceKey.WALL),
)


@pytest.mark.parametrize("place", _PLACES)
def test_after_each_act_the_focus_is_on_something_that_can_be_used(room: InTheRoom, place: PlaceKey) -> None:
    room.window.go(place)
    settle()
    for name, act in _ACTS.items():
        act(room)
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None, f"after {name} the focus is nowhere"
        assert focused is not room.window, f"after {name} the focus is on the window alone"
        assert focused.isVisible()
        assert focused.isEnabled()


@pytest.mark.parametrize("place", _PLACES)
def test_pressing_each_button_leaves_the_focus_on_something(room: InTheRoom, place: PlaceKey) -> None:
    room.window.go(place)
    settle()
    names = [one.accessibleName() for one in _buttons(room.window.screen_now)]
    assert names
    for name in names:
        room.window.go(place)
        settle()
        pressed = next((one for one in _buttons(room.window.screen_now) if one.accessibleName() == name), None)
        if pressed is None:
            continue
        pressed.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(pressed, KEY.Key_Space)
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None, f"after {name!r} the focus is nowhere"
        assert focused.isVisible(), name
        assert not list(name_faults(room.window)), name
        _put_away(room)


def test_controls_of_the_room_tell_what_they_are_and_how_they_are(room: InTheRoom) -> None:
    for place in _PLACES:
        room.window.go(place)
        settle()
        for button in _buttons(room.window):
            interface = QAccessible.queryAccessibleInterface(button)
            assert interface is not None
            assert interface.text(QAccessible.Text.Name).strip(), (place, button)
            assert interface.role() in _PRESSED, (place, button.accessibleName(), interface.role())
            assert interface.state().checked == button.isChecked()


_PRESSED = (
    *(QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton),
    *(QAccessible.Role.ListItem, QAccessible.Role.PageTab, QAccessible.Role.Link),
)


def _buttons(screen: QWidget) -> list[QAbstractButton]:
    return [
        one
        for one in screen.findChildren(QAbstractButton)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def _put_away(room: InTheRoom) -> None:
    """Back to where it was: what the press did is taken back, and what it opened is closed."""
    for _ in range(4):
        room.key(KEY.Key_Escape)
    if room.state.room.is_paused or room.state.room.break_now is not None:
        room.key(KEY.Key_Z, CTRL)
