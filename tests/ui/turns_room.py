"""What the tests of the turns screen share: time goes by, people speak, and hands go up."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import Turn
from coprod_desktop.ui.screens.turns.turns_screen import TurnsScreen
from coprod_desktop.ui.theme import Theme
from tests.ui.screen_checks import Room, settle, show

MINUTE = 60


def make_screen(theme: Theme, room: Room) -> TurnsScreen:
    """The screen as the window shows it."""
    screen = TurnsScreen(theme, room.services, room.bridge)
    show(screen)
    return screen


def let_pass(room: Room, seconds: float) -> None:
    """Time goes by, and the bridge ticks as it does while a turn runs."""
    while seconds > 0:
        step = min(4.0, seconds)
        room.clock.pass_seconds(step)
        seconds -= step
        if room.running.turns.tick():
            room.bridge.ticked.emit(room.running.turns.used_ms)
    settle()


def start(room: Room, name: str = "Amina") -> None:
    """A person begins to speak."""
    person = room.bridge.person(room.people[name])
    assert person is not None
    room.running.turns.start(person)
    settle()


def speak(room: Room, *names: str) -> None:
    """These people have a turn, one after the other."""
    for name in names:
        start(room, name)
        room.running.turns.end()
    settle()


def turn_now(room: Room) -> Turn:
    """The turn that runs."""
    turn = room.state.current_turn
    assert turn is not None, "nobody has a turn"
    return turn


def give_own_length(room: Room, name: str, seconds: int) -> None:
    """A person's page says how long their turns are."""
    person = room.services.people.get(room.people[name])
    room.services.people.save(replace(person, turn_seconds=seconds))
    room.bridge.refresh_people()


def agree_need(room: Room, name: str, code: str) -> None:
    """Something helps a person, and they said yes to acting on it."""
    person = room.services.people.get(room.people[name])
    need = AccessNeed(code=code, consent_on=date(2026, 11, 2))
    room.services.people.save(replace(person, needs=(need,)))
    room.bridge.refresh_people()


def raise_hands(room: Room, *names: str) -> None:
    """People ask to speak, in this order."""
    for name in names:
        room.running.turns.raise_hand(room.people[name])
    settle()


def names(room: Room, people: tuple[PersonId, ...]) -> list[str]:
    """People by their first names."""
    by_id = {person_id: name for name, person_id in room.people.items()}
    return [by_id[person_id] for person_id in people]


def choose(screen: QWidget, words: str) -> None:
    """Go to what begins with these words, and press Return on it."""
    for button in screen.findChildren(QAbstractButton):
        if button.isVisible() and button.accessibleName().startswith(words):
            button.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(button, Qt.Key.Key_Return)
            settle()
            return
    raise AssertionError(f"There is nothing to press that begins with {words!r}.")
