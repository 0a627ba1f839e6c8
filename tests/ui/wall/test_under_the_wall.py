"""The laptop turned round: its keys go on with the meeting that lies under the wall."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.theme import Theme
from tests.ui.in_the_room import InTheRoom
from tests.ui.screen_checks import settle


def test_the_main_key_ends_the_turn_and_does_not_show_the_laptop_to_the_room(theme: Theme, tmp_path: Path) -> None:
    there = InTheRoom(theme, tmp_path)
    keeper = there.window.wall
    assert keeper is not None
    there.window.go(PlaceKey.WALL)
    there.key(Qt.Key.Key_F8)
    assert keeper.is_on
    assert keeper.wall is not None
    QTest.keyClick(keeper.wall, Qt.Key.Key_F8)
    settle()
    assert keeper.is_on
    assert there.state.current_turn is None
    QTest.keyClick(keeper.wall, Qt.Key.Key_Escape)
    settle()
    assert (keeper.is_on, there.window.place) == (False, PlaceKey.TURNS)
    there.close()
