"""Every live act needs at most two presses, none of them a bare letter, and its key stands in the help."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from coprod_desktop.domain.events import PauseReason
from coprod_desktop.domain.lines import IdeaDetails, Words
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.room import WallScene
from coprod_desktop.ui.main_window.places import MEETING_PLACES
from coprod_desktop.ui.main_window.window import SCREEN_KEYS
from coprod_desktop.ui.screens.help_screen import HelpScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.key_cap import KeyCap
from tests.ui.in_the_room import InTheRoom
from tests.ui.person_at_screen import seen
from tests.ui.screen_checks import settle

Given = Callable[[InTheRoom], object]
MOST_PRESSES = 2


@dataclass(frozen=True)
class Act:
    """A live act: what is pressed, what the record then says, and what was so before. "> Bob" presses a name."""

    presses: tuple[str, ...]
    told: tuple[str, ...]
    given: tuple[Given, ...] = ()
    place: str = "turns"


@pytest.fixture
def room(theme: Theme, tmp_path: Path) -> Iterator[InTheRoom]:
    """The window with a meeting in which Amina has a turn."""
    there = InTheRoom(theme, tmp_path)
    there.desk.bridge.sight.say(can_see=False)
    yield there
    there.close()


def _nobody(r: InTheRoom) -> None:
    r.running.turns.end()


def _hands(r: InTheRoom) -> None:
    for name in ("Bob", "Chen"):
        r.running.turns.raise_hand(r.people[name])


def _adder(r: InTheRoom) -> None:
    r.running.room.want_to_add(r.people["Bob"])


def _round(r: InTheRoom) -> None:
    r.running.room.start_go_round()


def _talk(r: InTheRoom) -> None:
    r.running.room.start_conversation((r.people["Bob"], r.people["Chen"]))


def _wait_for_everyone(r: InTheRoom) -> None:
    r.running.room.set_everyone_check(is_on=True)
    r.running.turns.end()


def _on_the_way(r: InTheRoom) -> None:
    r.running.requests.expect([r.services.people.add_walk_in(r.group.id, "Efua").id])
    r.desk.bridge.refresh_people()


def _all_done(r: InTheRoom) -> None:
    r.running.turns.end()
    r.running.requests.close_item(r.state.agenda[0].id)


def test_a_finger_that_rests_on_a_key_acts_once(room: InTheRoom) -> None:
    shortcuts = [one for one in room.window.findChildren(QShortcut) if one.autoRepeat()]
    assert shortcuts == []


ACTS: dict[str, Act] = {
    "a turn starts": Act(("F8",), ("turn_started",), (_nobody, _hands)),
    "somebody else of those who asked starts": Act(("F3", "F8"), ("turn_started",), (_nobody, _hands)),
    "another rule for who is next": Act(("Shift+F3",), ("next_rule_set",), (_nobody, _hands)),
    "a turn ends": Act(("F8",), ("turn_ended",)),
    "somebody asks to speak": Act(("F4", "> Bob"), ("hand_raised",)),
    "somebody asks to speak while nobody does": Act(("> Bob",), ("hand_raised",), (_nobody,)),
    "somebody wants to add to this": Act(("F5", "> Bob"), ("wanted_to_add",)),
    "who wants to add is let in": Act(("> Bob",), ("turn_paused", "turn_started"), (_adder,)),
    "the turn is paused": Act(("F6",), ("turn_paused",)),
    "the turn goes on": Act(("F6",), ("turn_resumed",), (lambda r: r.running.turns.pause(),)),
    "time to think": Act(("Shift+F6",), ("turn_paused",)),
    "the interpreter comes after": Act(("> More", "> Wait for the interpreter"), ("turn_paused",)),
    "1 more minute": Act(("F7",), ("turn_extended",)),
    "the speaker was interrupted": Act(("> More", "> Was interrupted"), ("turn_ended", "hand_raised")),
    "the person passes": Act(("> More", "> Pass"), ("turn_ended",)),
    "through an interpreter": Act(("> More", "> An interpreter"), ("turn_facts_changed",)),
    "two people share a turn": Act(("> More", "> Bob"), ("turn_facts_changed",)),
    "a go-round begins": Act(("Ctrl+G",), ("go_round_started",), (_nobody,)),
    "a go-round ends": Act(("Ctrl+G",), ("go_round_ended",), (_nobody, _round)),
    "the next of the go-round speaks": Act(("F8",), ("turn_started",), (_nobody, _round)),
    "somebody passes in the go-round": Act(("F3",), ("go_round_passed",), (_nobody, _round)),
    "come back to me": Act(("Shift+F3",), ("go_round_comes_back",), (_nobody, _round)),
    "two people begin to talk": Act(("Ctrl+T", "> Chen"), ("conversation_started",), (_nobody, _hands)),
    "the left one of two speaks": Act(("Ctrl+Left",), ("turn_started",), (_nobody, _talk)),
    "the right one of two speaks": Act(("Ctrl+Right",), ("turn_started",), (_nobody, _talk)),
    "two people have talked": Act(("F8",), ("conversation_ended",), (_nobody, _talk)),
    "everyone has it": Act(("F8",), ("everyone_has_it",), (_wait_for_everyone,)),
    "everyone is asked and the item is finished": Act(
        ("Ctrl+E", "F8"), ("agenda_item_closed", "everyone_asked"), (_nobody,)
    ),
    "no clocks here": Act(("> Clocks", "> No clocks here"), ("clocks_taken_away",)),
    "a card": Act(("Alt+1",), ("card_shown",)),
    "a card on another place": Act(("Alt+2",), ("card_shown",), place="decisions"),
    "everything is paused": Act(("F12",), ("turn_paused", "meeting_paused")),
    "everything is paused on another place": Act(("F12",), ("turn_paused", "meeting_paused"), place="agenda"),
    "we go on": Act(("F12",), ("meeting_resumed",), (lambda r: r.running.room.pause_everything(),)),
    "a break begins": Act(("Ctrl+B", "Return"), ("turn_paused", "break_started")),
    "the break is longer": Act(("F7",), ("break_extended",), (lambda r: r.running.room.start_break(10),)),
    "the break is over": Act(("F8",), ("break_ended",), (lambda r: r.running.room.start_break(10),)),
    "somebody steps out": Act(("Ctrl+O", "> Bob"), ("person_stepped_out",)),
    "somebody is back": Act(
        ("Ctrl+O", "> Bob"), ("person_stepped_back",), (lambda r: r.running.room.step_out(r.people["Bob"]),)
    ),
    "the wall is blank at once": Act(("F11",), ("wall_blanked",)),
    "the wall shows again": Act(("F11",), ("wall_shown_again",), (lambda r: r.running.room.blank_wall(),)),
    "the wall shows this": Act(("F10",), ("wall_chosen",), (lambda r: r.running.room.choose_scene(WallScene.AGENDA),)),
    "somebody comes": Act(("> Efua. Not here yet", "F8"), ("person_arrived",), (_on_the_way,), place="welcome"),
    "somebody goes home": Act(("> Bob: Went home",), ("person_left",), place="welcome"),
    "the meeting closes": Act(("F8", "F8"), ("closing_began",), (_all_done,), place="agenda"),
    "it is taken back": Act(("Ctrl+Z",), ("step_undone",)),
    "it is brought back": Act(("Ctrl+Y",), ("step_undone",), (lambda r: r.window.undo(),)),
}


@pytest.mark.parametrize("name", ACTS)
def test_a_live_act_needs_at_most_two_presses(room: InTheRoom, name: str) -> None:
    act = ACTS[name]
    for given in act.given:
        given(room)
    room.window.go(act.place)
    settle()
    before = len(room.events())
    for pressed in act.presses:
        _press(room, pressed)
    told = room.events()[before:]
    assert tuple(told[: len(act.told)]) == act.told
    assert len(act.presses) <= MOST_PRESSES


def test_time_to_think_and_the_interpreters_time_are_held_for_what_they_are(room: InTheRoom) -> None:
    _press(room, "Shift+F6")
    assert room.turn.pause_reason is PauseReason.THINKING
    _press(room, "F6")
    _press(room, "> More")
    _press(room, "> Wait for the interpreter")
    assert room.turn.pause_reason is PauseReason.INTERPRETING


def test_a_paused_turn_becomes_time_to_think_by_the_same_key_and_it_is_told_so(room: InTheRoom) -> None:
    _press(room, "F6")
    _press(room, "Shift+F6")
    assert room.turn.pause_reason is PauseReason.THINKING
    told = room.desk.last_act_words()
    room.running.turns.resume()
    _press(room, "Shift+F6")
    assert room.desk.last_act_words() == told


def test_several_ideas_at_once_are_told_as_several(room: InTheRoom) -> None:
    details = IdeaDetails(proposer=Proposer(source=Source.SURVEY))
    room.running.requests.record_ideas([(Words(text="A bench"), details)])
    assert room.desk.last_act_words() == "The idea is in the record."
    room.running.requests.record_ideas([(Words(text="A roof"), details), (Words(text="A lamp"), details)])
    assert room.desk.last_act_words() == "The ideas are in the record."


@pytest.mark.parametrize("place", ["turns", "agenda", "decisions"])
def test_one_key_tells_how_long_is_left(room: InTheRoom, place: str) -> None:
    room.window.go(place)
    settle()
    _press(room, "F2")
    assert "2 minutes left." in seen(room.window)


def test_one_key_shows_what_to_do_when_something_serious_was_said(room: InTheRoom) -> None:
    _press(room, "Ctrl+F12")
    assert room.is_covered()
    assert "We take care of this together" in room.words()


def test_every_key_of_a_live_act_is_in_the_help(theme: Theme) -> None:
    screen = HelpScreen(theme)
    told = {cap.text() for cap in screen.findChildren(KeyCap)}
    keys = {pressed for act in ACTS.values() for pressed in act.presses if not pressed.startswith("> ")}
    keys |= {"F1", "F2", "Ctrl+F12", *SCREEN_KEYS}
    assert {_in_help(pressed) for pressed in keys} <= told


def test_no_key_of_the_program_is_a_bare_letter(room: InTheRoom) -> None:
    for place in sorted(MEETING_PLACES):
        room.window.go(place)
        settle()
    room.window.go("pause")
    settle()
    sequences = [shortcut.key() for shortcut in room.window.findChildren(QShortcut)]
    sequences += [button.shortcut() for button in room.window.findChildren(QAbstractButton)]
    sequences += [QKeySequence(key) for key in SCREEN_KEYS]
    pressed = [sequence[place] for sequence in sequences for place in range(sequence.count())]
    assert len(pressed) > len(SCREEN_KEYS)
    assert [QKeySequence(one).toString() for one in pressed if _is_bare(one.key(), one.keyboardModifiers())] == []


def test_every_key_that_a_button_shows_is_a_key_of_the_window(room: InTheRoom) -> None:
    there = {shortcut.key().toString() for shortcut in room.window.findChildren(QShortcut)}
    shown: set[str] = set()
    for place in sorted(MEETING_PLACES):
        room.window.go(place)
        settle()
        buttons = (button for button in room.window.findChildren(BigButton) if button.isVisible())
        shown |= {key for button in buttons if (key := button.accessibleDescription().partition("Key: ")[2])}
    assert {"F8", "Ctrl P", "F4"} <= shown
    assert {
        key for key in shown if key.replace(" ", "+").replace("←", "Left").replace("→", "Right") not in there
    } == set()


def _is_bare(key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    """Whether a slip of a finger on a letter, a number or a sign would press it (WCAG 2.1.4)."""
    is_sign = key < Qt.Key.Key_Escape
    return is_sign and not held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)


def _in_help(pressed: str) -> str:
    """How a key stands in the help."""
    several = {"Alt+": "Alt 1 to 6"}
    words = next((told for start, told in several.items() if pressed.startswith(start)), pressed.replace("+", " "))
    return words.replace("Left", "←").replace("Right", "→").replace("Return", "Enter")


def _press(room: InTheRoom, pressed: str) -> None:
    if pressed.startswith("> "):
        _press_name(room, pressed.removeprefix("> "))
    else:
        combination = QKeySequence(pressed)[0]
        target = QApplication.focusWidget() or room.window
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
    settle()


def _press_name(room: InTheRoom, name: str) -> None:
    """Press what begins with this name, of several the last one: pages open beside what was there."""
    found = [
        button
        for button in room.window.screen_now.findChildren(QAbstractButton)
        if button.isVisible() and button.accessibleName().startswith(name)
    ]
    assert found, f"There is nothing to press that begins with {name!r}."
    QTest.mouseClick(found[-1], Qt.MouseButton.LeftButton)
