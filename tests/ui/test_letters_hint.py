"""Names with letters that no font can print are told about where they are typed, and kept all the same (PDF-14)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.group.group_screen import GroupScreen
from coprod_desktop.ui.screens.meetings_screen import MeetingsScreen
from coprod_desktop.ui.screens.people.people_screen import PeopleScreen
from coprod_desktop.ui.screens.set_up.set_up_screen import SetUpScreen
from coprod_desktop.ui.screens.welcome.welcome_screen import WelcomeScreen
from coprod_desktop.ui.theme import Theme
from tests.ui.person_at_screen import cut, field, focused_name, key, press, press_row, seen, written
from tests.ui.screen_checks import Room, at_200_percent, settle, show

DEVANAGARI = "राम"
ARABIC = "محمد"
HINT = "These letters cannot be printed: Devanagari ra, aa, ma. Write the name in other letters too."
START = "These letters cannot be printed"
DOOR = "Add by first name"
TITLE = "What is the meeting called?"
GROUP = "What is our group called?"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """A laptop without a group."""
    opened = open_services(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def people(room: Room, theme: Theme, qtbot: QtBot) -> PeopleScreen:
    screen = PeopleScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    return screen


def type_name(screen: QWidget, name: str, words: str, *, then: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Write over what is in a field with the keys of any keyboard, and press a last key."""
    box = field(screen, name)
    box.setFocus()
    box.selectAll()
    key(Qt.Key.Key_Delete)
    for letter in words:
        pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(box, pressed)
    assert HINT not in seen(screen)  # nobody is told while they type
    key(then)


def names(room: Room) -> list[str]:
    return [person.name for person in room.services.people.people(room.group.id)]


def test_a_new_name_is_told_about_when_its_field_is_left_and_added_all_the_same(
    people: PeopleScreen, room: Room
) -> None:
    type_name(people, DOOR, DEVANAGARI)
    assert focused_name() == "Add them"
    assert HINT in seen(people)
    assert HINT in field(people, DOOR).accessibleDescription()
    key(Qt.Key.Key_Return)
    assert DEVANAGARI in names(room)
    assert HINT in seen(people)  # the field is empty for the next; it was about the last


def test_return_at_once_adds_the_person_and_tells(people: PeopleScreen, room: Room) -> None:
    type_name(people, DOOR, DEVANAGARI, then=Qt.Key.Key_Return)
    assert DEVANAGARI in names(room)
    assert (written(people, DOOR), HINT in seen(people)) == ("", True)
    type_the_next = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "A")
    QApplication.sendEvent(field(people, DOOR), type_the_next)
    settle()
    assert START not in seen(people)


@pytest.mark.parametrize("name", ["Amina", "Tŷ Dŵr", ARABIC, "דוד"])
@pytest.mark.parametrize("then", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_name_that_can_be_printed_gets_no_hint(people: PeopleScreen, name: str, then: Qt.Key) -> None:
    type_name(people, DOOR, name, then=then)
    assert START not in seen(people)
    assert field(people, DOOR).accessibleDescription() == "Then press Enter."


def test_the_hint_goes_as_soon_as_the_letters_do(people: PeopleScreen) -> None:
    type_name(people, DOOR, f"A{DEVANAGARI}")
    box = field(people, DOOR)
    box.setFocus()
    for _letter in DEVANAGARI:
        assert START in seen(people)
        key(Qt.Key.Key_Backspace)
    assert START not in seen(people)
    assert written(people, DOOR) == "A"


def test_a_name_and_a_chosen_name_are_told_about_on_their_own_page(people: PeopleScreen, room: Room) -> None:
    press_row(people, "Amina")
    press_row(people, "Name")
    press(people, "A name they choose")
    type_name(people, "The name they choose", DEVANAGARI)
    assert seen(people).count(HINT) == 1
    assert room.services.people.get(room.people["Amina"]).chosen_name == DEVANAGARI
    type_name(people, "The name they choose", "Ram")
    assert START not in seen(people)
    type_name(people, "Name", f"Amina {DEVANAGARI}")
    assert HINT in seen(people)
    assert room.services.people.get(room.people["Amina"]).name == f"Amina {DEVANAGARI}"


def test_a_new_person_is_added_and_their_page_goes_on_telling(people: PeopleScreen, room: Room) -> None:
    assert people.press("F4")
    settle()
    type_name(people, "Name", DEVANAGARI, then=Qt.Key.Key_Return)
    assert DEVANAGARI in names(room)
    assert HINT in seen(people)
    press(people, "All people")
    press_row(people, DEVANAGARI)
    assert "Name. In minutes: First name. Some letters cannot be printed. Open" in seen(people)
    press_row(people, "Name")
    assert HINT in seen(people)


def test_a_walk_in_at_a_meeting_is_welcomed_and_the_list_tells_afterwards(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    screen = WelcomeScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    press_row(screen, "Somebody else is here")
    type_name(screen, "What is their first name?", DEVANAGARI, then=Qt.Key.Key_Return)
    assert DEVANAGARI in names(room)
    assert f"Welcome, {DEVANAGARI}" in seen(screen)
    assert screen.leave()
    settle()
    assert HINT in seen(screen)
    press_row(screen, "Somebody else is here")
    assert START not in seen(screen)
    type_name(screen, "What is their first name?", "Wyn", then=Qt.Key.Key_Return)
    assert screen.leave()
    settle()
    assert START not in seen(screen)


def test_a_meetings_name_is_told_about_in_both_places(room: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = SetUpScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    type_name(screen, TITLE, DEVANAGARI)
    assert HINT in seen(screen)
    details = room.replayed().details
    assert details is not None
    assert details.title == DEVANAGARI
    type_name(screen, TITLE, "Bus stops")
    assert START not in seen(screen)
    meetings = MeetingsScreen(theme, room.services, room.bridge)
    qtbot.addWidget(meetings)
    show(meetings)
    assert meetings.press("Ctrl+N")
    settle()
    type_name(meetings, TITLE, DEVANAGARI)
    assert HINT in seen(meetings)
    type_name(meetings, TITLE, ARABIC)
    assert START not in seen(meetings)


def test_a_meeting_that_was_named_elsewhere_is_told_about_when_it_is_shown(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    started = room.services.meetings.begin(room.group.id, MeetingDetails(title=DEVANAGARI, held_on=date(2026, 11, 24)))
    room.bridge.open(started)
    screen = SetUpScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    assert HINT in seen(screen)


def test_a_groups_name_is_told_about_in_both_places(services: Services, theme: Theme, qtbot: QtBot) -> None:
    screen = GroupScreen(theme, services, MeetingBridge(lambda: ()))
    qtbot.addWidget(screen)
    show(screen)
    type_name(screen, GROUP, DEVANAGARI)
    assert HINT in seen(screen)
    assert screen.press("F8")
    settle()
    group = services.groups.current()
    assert group is not None
    assert group.name == DEVANAGARI
    assert HINT in seen(screen)
    type_name(screen, GROUP, "Ram")
    assert START not in seen(screen)


def test_nothing_is_cut_beside_the_hint_at_200_percent(room: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = at_200_percent(theme, lambda: PeopleScreen(theme, room.services, room.bridge))
    qtbot.addWidget(screen)
    type_name(screen, DOOR, DEVANAGARI)
    assert HINT in seen(screen)
    assert cut(screen) == []
