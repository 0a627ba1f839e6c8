"""The help screen: the keys, the places, where data is; all of it can be read with keys alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from coprod_desktop.services.bootstrap import open_services
from coprod_desktop.ui.screens.help_screen import HelpScreen
from coprod_desktop.ui.theme import Theme
from tests.ui.person_at_screen import cut, focused_name, key, seen, settle
from tests.ui.screen_checks import show, unnamed_controls


@pytest.fixture
def screen(theme: Theme) -> HelpScreen:
    shown = HelpScreen(theme)
    show(shown, width=1144, height=560)
    return shown


@pytest.mark.parametrize(
    "told",
    [*(f"F{number}" for number in range(1, 13) if number != 9), "Shift F3", "Shift F6", "Ctrl F12", "Ctrl B", "Ctrl O"]
    + ["Alt 1 to 6", "Ctrl ←", "Ctrl →", "Ctrl Z", "Ctrl Y", "Ctrl +", "Ctrl -", "Ctrl 1 to 5", "Esc", "Tab", "Enter"]
    + ["Ctrl F", "Ctrl W", "Ctrl Space"],
)
def test_every_key_is_told(screen: HelpScreen, told: str) -> None:
    assert told in seen(screen).splitlines()


@pytest.mark.parametrize(
    "place",
    [
        "Home",
        "Meetings",
        "People",
        "Our ideas",
        "Get ready",
        "Welcome",
        "Agenda",
        "Turns",
        "Decisions",
        "Minutes",
        "Settings",
    ],
)
def test_every_place_has_one_short_sentence(screen: HelpScreen, place: str) -> None:
    line = next(line for line in seen(screen).splitlines() if line.startswith(f"{place}: "))
    assert len(line.split()) <= 15


def test_nothing_leaves_this_laptop(screen: HelpScreen) -> None:
    assert "Nothing leaves this laptop." in seen(screen)
    assert "Settings shows where our data is." in seen(screen)


def test_the_data_folder_is_told_where_it_is_known(theme: Theme, tmp_path: Path) -> None:
    services = open_services(tmp_path)
    screen = HelpScreen(theme, services)
    screen.show()
    assert str(tmp_path) in seen(screen)
    services.close()


@pytest.mark.parametrize(("percent", "height"), [(100, 400), (200, 560)])
def test_all_of_it_can_be_read_with_keys(screen: HelpScreen, theme: Theme, percent: int, height: int) -> None:
    theme.set_text_percent(percent)
    screen.resize(1240, height)
    screen.focus_first()
    settle()
    assert focused_name() == "The keys"
    assert _comes_into_sight(screen, "Show this page.", Qt.Key.Key_Down)
    assert _comes_into_sight(screen, "Show nothing on the wall. Press it again to show it.", Qt.Key.Key_PageDown)
    key(Qt.Key.Key_Tab)
    assert focused_name() == "Our data and the places"
    assert _comes_into_sight(screen, "Settings: words, colours, copies, our group.", Qt.Key.Key_PageDown)


def test_everything_has_a_name_and_nothing_is_cut(screen: HelpScreen, theme: Theme) -> None:
    for percent, width, height in ((100, 1144, 560), (200, 1240, 560), (300, 1240, 560), (100, 740, 380)):
        theme.set_text_percent(percent)
        screen.resize(width, height)
        settle()
        assert unnamed_controls(screen) == []
        assert cut(screen) == []


def _comes_into_sight(screen: HelpScreen, words: str, pressed: Qt.Key) -> bool:
    """Whether pressing a key again and again brings a line into sight."""
    for _ in range(40):
        if _can_be_seen(screen, words):
            return True
        key(pressed)
    return False


def _can_be_seen(screen: HelpScreen, words: str) -> bool:
    """Whether a line is within what the scroll areas show now."""
    label = next(one for one in screen.findChildren(QLabel) if one.text() == words)
    areas = [area for area in screen.findChildren(QScrollArea) if area.widget().isAncestorOf(label)]
    corner = label.mapToGlobal(label.rect().center())
    QApplication.processEvents()
    return all(area.viewport().rect().contains(area.viewport().mapFromGlobal(corner)) for area in areas)
