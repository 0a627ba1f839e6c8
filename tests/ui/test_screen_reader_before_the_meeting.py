"""What a person who hears the screen is told while a meeting is got ready: states, whose answer it is, what is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.screens.get_ready.get_ready_screen import GetReadyScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.row_face import RowWords
from tests.ui.private_room import NAMES, PrivateRoom
from tests.ui.screen_audit import name_faults
from tests.ui.screen_checks import settle

KEY = Qt.Key


@pytest.fixture
def room(theme: Theme, tmp_path: Path) -> Iterator[PrivateRoom]:
    """Twelve people; nobody but us sees the screen."""
    opened = PrivateRoom(theme, tmp_path)
    opened.desk.bridge.sight.say(can_see=False)
    settle()
    yield opened
    opened.close()


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "the focus is nowhere"
    assert widget.isVisible(), "the focus is on what nobody sees"
    return widget


def _told(widget: QWidget, kind: QAccessible.Text) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(kind)


def _group_name() -> str:
    """The name of the group in which the focus is, which is said as the focus comes into it."""
    interface = QAccessible.queryAccessibleInterface(_focused())
    assert interface is not None
    parent = interface.parent()
    return parent.text(QAccessible.Text.Name) if parent is not None else ""


def _press(key: Qt.Key) -> None:
    QTest.keyClick(_focused(), key)
    settle()


def test_a_row_and_its_button_tell_how_far_the_thing_is(room: PrivateRoom, heard: list[str]) -> None:
    room.go(PlaceKey.READY)
    screen = room.window.screen_now
    assert isinstance(screen, GetReadyScreen)
    assert screen.needs.content is not None
    rows = screen.needs.content.rows
    step = rows.ready_row("two_interpreters").step
    step.setFocus()
    wanted = "2 sign language interpreters. Not asked. 0 of 4 steps done"
    assert _told(step, QAccessible.Text.Description) == wanted
    heard.clear()
    _press(KEY.Key_Return)
    assert [words for words in heard if "marked as asked" in words], "what was kept is spoken"
    assert _focused() is step, "the focus stays"
    rows.focus_row("two_interpreters")
    row = _focused()
    assert _told(row, QAccessible.Text.Description) == "Asked. 1 of 4 steps done"
    _press(KEY.Key_Return)
    assert _told(row, QAccessible.Text.Description) == "Asked. 1 of 4 steps done. Chosen. They take turns. Book both."


def test_as_the_next_person_comes_their_name_is_heard_and_nothing_of_it_stays_in_the_bar(
    room: PrivateRoom, heard: list[str]
) -> None:
    room.go("ready/ask")
    assert _group_name().startswith("Amina. I use British Sign Language.")
    heard.clear()
    _press(KEY.Key_1)
    assert any("written down" in words or "noted" in words for words in heard)
    assert not any(name in words for words in heard for name in NAMES), "the bar stays when others look on"
    room.window.screen_now.press("F8")
    settle()
    assert _group_name().startswith("Bob. ")
    field = room.window.screen_now.findChild(LineField)
    assert _told(field, QAccessible.Text.Description)


def test_two_questions_about_one_person_are_told_apart(room: PrivateRoom) -> None:
    room.go("invite/newcomers")
    buttons = [
        one
        for one in room.window.screen_now.findChildren(QWidget)
        if one.isVisible() and _told(one, QAccessible.Text.Name) == "Yes"
    ]
    told = [_told(one, QAccessible.Text.Description) for one in buttons]
    assert len(told) >= 2
    assert len(set(told)) == len(told)


def test_a_question_as_a_title_is_read_without_a_full_stop_after_it(theme: Theme) -> None:
    row = CardRow(theme, RowWords(title="Did it work for you?", note="Each person gets their own."))
    assert row.spoken() == "Did it work for you? Each person gets their own"


def test_a_place_without_a_name_is_asked_for_one_beside_its_field_and_aloud(
    room: PrivateRoom, heard: list[str]
) -> None:
    room.go(PlaceKey.VENUES)
    room.window.screen_now.press("F4")
    settle()
    heard.clear()
    _press(KEY.Key_Return)
    assert heard, "the fault is spoken"
    assert heard[-1] in _told(_focused(), QAccessible.Text.Description), "and stands with the field"


@pytest.mark.parametrize(
    "part",
    ["ready", "ready/ask", "ready/lists", "invite", "invite/newcomers", "invite/message", "venues", "people_file"],
)
def test_esc_goes_back_changes_nothing_and_the_focus_is_never_lost(room: PrivateRoom, part: str) -> None:
    room.go(part)
    before = room.running.live.state
    assert list(name_faults(room.window)) == []
    for _ in range(4):
        _focused()
        _press(KEY.Key_Escape)
    _focused()
    assert room.running.live.state == before
