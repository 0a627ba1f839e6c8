"""The paper kit on the screen: chosen, saved, opened to print, and offered where people get ready."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.app import App
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.paper_kit_service import KitPart
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.kit_panel import KitPanel
from coprod_desktop.ui.screens.minutes.minutes_screen import MinutesScreen
from coprod_desktop.ui.screens.minutes.panel import KIT
from coprod_desktop.ui.theme import Mode, Theme
from coprod_desktop.ui.widgets.save_place import SavePlace
from tests.pdf_words import words_of_pages
from tests.services.fixed_clock import FixedClock
from tests.services.pack_meeting import PackMeeting
from tests.ui.screen_checks import cut_widgets, focused, press, settle, show, sideways_scrolls, unnamed_controls

_LONG = 60_000


class AtTheKit:
    """The minutes screen at the paper kit."""

    def __init__(self, services: Services, meeting: PackMeeting, screen: MinutesScreen, qtbot: QtBot) -> None:
        self.services, self.meeting, self.screen, self.qtbot = services, meeting, screen, qtbot

    @property
    def panel(self) -> KitPanel:
        panel = self.screen.panel(KIT)
        assert isinstance(panel, KitPanel)
        return panel

    def made(self) -> None:
        self.qtbot.waitUntil(lambda: not self.panel.is_working, timeout=_LONG)
        settle()

    def only(self, *parts: KitPart) -> None:
        """Choose these papers with the keys of a person: Space takes a paper away."""
        for part in KitPart:
            button = self.panel.choices("parts").button(part.value)
            if button.isChecked() is not (part in parts):
                button.setFocus()
                press(Qt.Key.Key_Space)


@pytest.fixture
def at(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[AtTheKit]:
    """A meeting of three, of whom one came, with nothing on the agenda."""
    services = open_services(tmp_path / "data", clock=FixedClock(datetime(2026, 11, 24, 10, 0).astimezone(UTC)))
    meeting = PackMeeting(services, services.groups.create("Bus stops working group").id)
    meeting.add("Chen Li")
    meeting.add("Amina Yusuf", seen="expected")
    meeting.add("Bob Marsh", seen="expected")
    bridge = MeetingBridge(lambda: services.people.everyone(meeting.group_id))
    bridge.open(meeting.running)
    screen = MinutesScreen(theme, services, bridge)
    qtbot.addWidget(screen)
    show(screen)
    screen.show_part(KIT)
    settle()
    yield AtTheKit(services, meeting, screen, qtbot)
    screen.end()
    services.close()


def _save_to(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[Path]:
    asked: list[Path] = []

    def answer(_parent: QWidget, _words: str, suggested: Path, _kinds: str) -> Path | None:
        asked.append(suggested)
        return path

    monkeypatch.setattr(SavePlace, "ask", answer)
    return asked


def _pages(path: Path) -> list[str]:
    return words_of_pages(path)


def test_f8_saves_the_whole_kit_of_a_meeting_with_no_agenda(
    at: AtTheKit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "kit"
    asked = _save_to(monkeypatch, path)
    assert at.screen.press("F8")
    at.made()
    assert asked[0].name == "Paper kit.pdf"
    whole = " ".join(_pages(path.with_suffix(".pdf")))
    assert "Seats and shelters" in whole
    assert "Idea from" in whole
    assert at.panel.message_words().startswith("The paper kit is saved.")
    assert str(path.with_suffix(".pdf")) in at.panel.message_words()
    assert focused() is at.panel.likeliest()


def test_the_order_of_names_and_who_starts_are_chosen(
    at: AtTheKit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "kit.pdf"
    _save_to(monkeypatch, path)
    at.only(KitPart.TURN_ORDER)
    assert at.screen.press("F8")
    at.made()
    assert _names_in(path) == ["Amina", "Bob", "Chen"]
    at.panel.choices("starts").button(at.meeting.people["Bob Marsh"]).click()
    assert at.screen.press("F8")
    at.made()
    assert _names_in(path) == ["Bob", "Chen", "Amina"]
    at.panel.choices("order").button("as_they_came").click()
    at.panel.choices("starts").button("first").click()
    assert at.screen.press("F8")
    at.made()
    assert _names_in(path)[0] == "Chen"


def _names_in(path: Path) -> list[str]:
    words = " ".join(_pages(path))
    return sorted(("Amina", "Bob", "Chen"), key=words.index)


def test_larger_letters_take_more_pages(at: AtTheKit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "kit.pdf"
    _save_to(monkeypatch, path)
    at.only(KitPart.AGENDA)
    counts = []
    for size in ("16", "28"):
        at.panel.choices("sizes").button(size).click()
        assert at.screen.press("F8")
        at.made()
        counts.append(len(_pages(path)))
    assert counts[1] > counts[0]


def test_without_papers_there_is_nothing_to_press(at: AtTheKit) -> None:
    at.only()
    assert not at.panel.likeliest().isEnabled()
    assert not at.panel.open_button.isEnabled()
    at.only(KitPart.CARDS)
    assert at.panel.likeliest().isEnabled()


def test_a_place_that_cannot_be_written_is_told(at: AtTheKit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _save_to(monkeypatch, tmp_path / "no such folder" / "kit.pdf")
    assert at.screen.press("F8")
    at.made()
    assert at.panel.message_words().startswith("The kit could not be saved there.")


def test_open_to_print_hands_the_kit_to_the_computers_viewer(at: AtTheKit, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    at.panel.open_button.setFocus()
    press(Qt.Key.Key_Return)
    at.made()
    assert Path(opened[0].toLocalFile()).parent == at.services.folder / "minutes"
    press(Qt.Key.Key_Return)
    at.made()
    assert at.panel.message_words().startswith("This computer has no program to open it.")


def test_who_was_chosen_to_start_stays_when_somebody_comes(at: AtTheKit) -> None:
    bob = at.meeting.people["Bob Marsh"]
    at.panel.choices("starts").button(bob).setFocus()
    press(Qt.Key.Key_Space)
    at.meeting.running.requests.arrive(bob)
    settle()
    assert at.panel.choices("starts").chosen() == [bob]
    assert focused() is at.panel.choices("starts").button(bob)


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_and_everything_has_a_name(at: AtTheKit, theme: Theme, percent: int) -> None:
    theme.set_text_percent(percent)
    at.screen.resize(1166, 600 if percent == 100 else 540)
    settle()
    assert cut_widgets(at.screen) == []
    assert sideways_scrolls(at.panel) == []
    assert unnamed_controls(at.screen) == []


def test_the_kit_is_offered_where_people_get_ready(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    app = App(qapp, tmp_path, with_sample=True)
    app.theme.set_mode(Mode.LIGHT)
    qtbot.addWidget(app.window)
    app.window.resize(1366, 698)
    app.window.show()
    qtbot.waitUntil(lambda: app.window.desk is not None, timeout=_LONG)
    desk = app.window.desk
    assert desk is not None
    group = desk.services.groups.current()
    assert group is not None
    meeting = PackMeeting(desk.services, group.id)
    app.window.open_meeting(meeting.id)
    app.window.go(PlaceKey.WELCOME)
    app.window.activateWindow()
    settle()
    app.window.screen_now.kit.setFocus()  # type: ignore[attr-defined]
    press(Qt.Key.Key_Return)
    assert app.window.place is PlaceKey.MINUTES
    assert isinstance(app.window.screen_now, MinutesScreen)
    assert app.window.screen_now.panel(KIT).isVisible()
    assert focused() is app.window.screen_now.panel(KIT).likeliest()
    app.close()
