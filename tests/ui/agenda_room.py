"""What tests of the agenda share: a screen with people in the room, items on it, and presses with keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.screens.agenda.agenda_screen import AgendaScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.agenda_list import AgendaList
from tests.ui.screen_checks import Room, press, settle, show


def make_screen(room: Room, theme: Theme, qtbot: QtBot) -> AgendaScreen:
    """The agenda, with everyone of the group in the room."""
    for person_id in room.people.values():
        room.running.requests.arrive(person_id)
    screen = AgendaScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    return screen


def put_on(
    room: Room, title: str, who: str = "Amina", minutes: int | None = None, proposer: Proposer | None = None
) -> AgendaItemId:
    """Put an item on the agenda."""
    proposer = proposer or Proposer(people=(room.people[who],))
    details = AgendaItemDetails(title=title, proposer=proposer, minutes_wanted=minutes)
    return room.running.requests.propose_item(details)


def titles(room: Room) -> list[str]:
    """The agenda as the record says it."""
    return [item.details.title for item in room.replayed().agenda]


def open_row(screen: AgendaScreen, item_id: AgendaItemId) -> None:
    """Open the acts of an item with Return."""
    screen.findChild(AgendaList).focus_item(item_id)
    press(Qt.Key.Key_Return)


def act(screen: AgendaScreen, item_id: AgendaItemId, key: str) -> None:
    """Use an act of the open row, if need be from under More."""
    row = screen.findChild(AgendaList).row(item_id)
    if not row.act_button(key).isVisible():
        assert row.focus_act("more")
        press(Qt.Key.Key_Return)
    assert row.focus_act(key)
    press(Qt.Key.Key_Return)


def button(screen: AgendaScreen, words: str) -> QAbstractButton:
    """The button in sight with this name."""
    found = [one for one in screen.findChildren(QAbstractButton) if one.isVisible() and one.accessibleName() == words]
    assert found, f"there is no button {words!r}"
    return found[0]


def use(screen: AgendaScreen, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Go to a button in sight and press a key on it."""
    settle()
    button(screen, words).setFocus()
    press(key)
