"""The people screen: find, add, change, remove; private things stay shut; needs are kept only with a yes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from screen_checks import cut, field, focused_name, press, seen, settle, unnamed, write

from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.person import UNTIMED, MinutesChoice, MinutesFormat, NamedAs, Person, Perspective
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.need_words import load_need_words
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.people_screen import PeopleScreen
from coprod_desktop.ui.theme import Theme

PARTS = ("name", "brings", "perspectives", "contact", "minutes", "turn", "needs")


class Noon:
    """A clock that stands still on Wednesday 4 November 2026."""

    def now(self) -> datetime:
        return datetime(2026, 11, 4, 12, tzinfo=UTC)

    def monotonic(self) -> float:
        return 0.0


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(tmp_path, clock=Noon())
    opened.groups.create("Bus stops group")
    yield opened
    opened.close()


@pytest.fixture
def screen(theme: Theme, services: Services) -> PeopleScreen:
    group = services.groups.current()
    assert group is not None
    shown = PeopleScreen(theme, services, MeetingBridge(lambda: services.people.everyone(group.id)))
    shown.resize(1144, 560)
    shown.show()
    shown.activateWindow()
    shown.on_shown()
    shown.focus_first()
    settle()
    return shown


def _add(services: Services, screen: PeopleScreen, name: str, **fields: object) -> Person:
    group = services.groups.current()
    assert group is not None
    person = replace(services.people.add_walk_in(group.id, name), **fields)
    kept = services.people.save(person)
    screen.on_shown()
    settle()
    return kept


def _people(services: Services) -> list[Person]:
    group = services.groups.current()
    assert group is not None
    return list(services.people.people(group.id))


def _only(services: Services) -> Person:
    (person,) = _people(services)
    return person


def _open(screen: PeopleScreen, person: Person, part: str = "") -> None:
    screen.findChild(QApplication)  # nothing: keeps the call order plain
    for row in screen.findChildren(type(screen._list.row(person.id))):
        if row is screen._list.row(person.id):
            row.focus_target().setFocus()
    _key(Qt.Key.Key_Return)
    if part:
        press_part(screen, part)


def _key(key: Qt.Key) -> None:
    from PySide6.QtTest import QTest

    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    settle()
