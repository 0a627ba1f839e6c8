"""The settings screen: each choice works at once and is kept; a copy is saved, or the reason is told."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.settings_screen import SettingsScreen
from coprod_desktop.ui.theme import Mode, Theme
from coprod_desktop.ui.widgets.save_place import SavePlace
from tests.services.fixed_clock import FixedClock
from tests.ui.person_at_screen import button, cut, focused_name, press, press_row, seen, settle, written
from tests.ui.screen_checks import show, unnamed_controls

NOON = datetime(2026, 11, 4, 12, tzinfo=UTC)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(tmp_path / "our data", clock=FixedClock(NOON))
    group = opened.groups.create("Bus stops group")
    opened.people.add_walk_in(group.id, "Amina Yusuf")
    yield opened
    opened.close()


@pytest.fixture
def screen(theme: Theme, services: Services) -> SettingsScreen:
    shown = SettingsScreen(theme, services, MeetingBridge(lambda: ()))
    show(shown, width=1144, height=560)
    return shown


class Asked:
    """Stands in for the computer's own window that asks for a place."""

    def __init__(self, answer: Path | None) -> None:
        self.answer = answer
        self.suggested: Path | None = None

    def __call__(self, _parent: QWidget, _words: str, suggested: Path, _kinds: str) -> Path | None:
        self.suggested = suggested
        return self.answer


def test_a_text_size_works_at_once_and_is_kept(screen: SettingsScreen, services: Services, theme: Theme) -> None:
    assert focused_name() == "100 %"
    press(screen, "200 %")
    assert theme.text_percent == 200
    assert services.settings.text_percent == 200
    assert "Ctrl and +" in seen(screen)


def test_a_size_chosen_with_keys_is_shown(screen: SettingsScreen, theme: Theme) -> None:
    theme.bigger_text()
    settle()
    assert button(screen, "110 %").isChecked()
    assert not button(screen, "100 %").isChecked()


@pytest.mark.parametrize(
    ("words", "mode"),
    [("As on my computer", Mode.SYSTEM), ("Dark", Mode.DARK), ("High contrast", Mode.HIGH_CONTRAST)],
)
def test_colours_work_at_once_and_are_kept(
    screen: SettingsScreen, services: Services, theme: Theme, words: str, mode: Mode
) -> None:
    press(screen, words)
    assert theme.mode is mode
    assert services.settings.theme == mode.value


def test_the_place_of_our_data_can_be_read_and_copied(screen: SettingsScreen, services: Services) -> None:
    assert written(screen, "Where is our data?") == str(services.settings.data_folder)
    assert "Nothing leaves it." in seen(screen)


def test_the_folder_is_opened(screen: SettingsScreen, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    press(screen, "Open the folder")
    assert [Path(url.toLocalFile()) for url in opened] == [services.settings.data_folder]
    assert "The folder did not open." in seen(screen)


def test_a_copy_is_saved_and_its_place_is_told(
    screen: SettingsScreen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "stick copy.sqlite"
    asked = Asked(target)
    monkeypatch.setattr(SavePlace, "ask", asked)
    assert screen.press("F8")
    settle()
    assert asked.suggested is not None
    assert asked.suggested.name == "coprod copy 2026-11-04.sqlite"
    copy = sqlite3.connect(target)
    names = copy.execute("SELECT name FROM people").fetchall()
    copy.close()
    assert names == [("Amina Yusuf",)]
    assert "The copy is saved and checked." in seen(screen)
    assert str(target) in seen(screen)


def test_a_copy_that_cannot_be_saved_is_told_in_plain_words(
    screen: SettingsScreen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(SavePlace, "ask", Asked(tmp_path / "no such folder" / "copy.sqlite"))
    press(screen, "Save a copy")
    words = seen(screen)
    assert "The copy was not saved." in words
    assert "The folder cannot be written." in words
    assert "The copy is saved" not in words


def test_no_place_no_copy(screen: SettingsScreen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(SavePlace, "ask", Asked(None))
    before = set(tmp_path.rglob("*"))
    press(screen, "Save a copy")
    assert set(tmp_path.rglob("*")) == before
    assert "copy is saved" not in seen(screen)


def test_the_group_is_one_press_away(screen: SettingsScreen) -> None:
    gone: list[str] = []
    screen.go_requested.connect(gone.append)
    assert "Bus stops group" in seen(screen)
    press(screen, "Change our group")
    assert gone == ["group"]


def test_thanks_name_every_part_and_its_licence(screen: SettingsScreen) -> None:
    press_row(screen, "Thanks and licences")
    words = written(screen, "Thanks and licences")
    for part, licence in (
        ("OpenMoji", "CC-BY-SA-4.0"),
        ("Lucide", "ISC"),
        ("Arimo", "OFL-1.1"),
        ("Atkinson Hyperlegible", "OFL-1.1"),
        ("Qt and PySide6", "LGPL-3.0"),
        ("ReportLab", "BSD"),
    ):
        line = next(line for line in words.splitlines() if part in line)
        assert licence in line
        assert "Version" in line


def test_everything_has_a_name_and_nothing_is_cut(screen: SettingsScreen, theme: Theme) -> None:
    press_row(screen, "Thanks and licences")
    for percent, width, height in ((100, 1144, 560), (200, 1240, 560), (300, 1240, 560), (100, 740, 380)):
        theme.set_text_percent(percent)
        screen.resize(width, height)
        settle()
        assert unnamed_controls(screen) == []
        assert cut(screen) == []
