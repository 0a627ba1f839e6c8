"""The minutes screen: the true pages, every format and size, saved whole, opened by the computer's own viewer."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.lines import AgendaItemDetails, DecisionDetails, Outcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.copy_panel import CopyPanel
from coprod_desktop.ui.screens.minutes.minutes_screen import MinutesScreen
from coprod_desktop.ui.screens.minutes.overview_panel import OverviewPanel
from coprod_desktop.ui.screens.minutes.panel import COPY, OVERVIEW
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.save_place import SavePlace
from tests.services.fixed_clock import FixedClock


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """Services over a new folder."""
    opened = open_services(tmp_path / "data", clock=FixedClock())
    yield opened
    opened.close()


@pytest.fixture
def screen(theme: Theme, services: Services, qtbot: QtBot) -> Iterator[MinutesScreen]:
    """The screen over a meeting with a decision, its pages made."""
    group = services.groups.create("Bus stops working group")
    jo = services.people.add_walk_in(group.id, "Jo Adams")
    details = MeetingDetails(title="Seats", held_on=FixedClock().now().date())
    running = services.meetings.begin(group.id, details, [jo.id])
    running.requests.arrive(jo.id)
    item_id = running.requests.propose_item(AgendaItemDetails(title="Seats", proposer=Proposer(people=(jo.id,))))
    running.requests.record_decision(
        Words(text="We buy seats with arms."),
        DecisionDetails(proposer=Proposer(people=(jo.id,)), outcome=Outcome.AGREED, item_id=item_id),
    )
    bridge = MeetingBridge(lambda: services.people.everyone(group.id))
    bridge.open(running)
    made = MinutesScreen(theme, services, bridge)
    qtbot.addWidget(made)
    made.resize(1150, 600)
    made.show()
    made.on_shown()
    qtbot.waitUntil(lambda: made.page_side.page_words() != "", timeout=20_000)
    made.show_panel(COPY)
    yield made
    made.end()


def _text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def _copy(screen: MinutesScreen) -> CopyPanel:
    panel = screen.panel(COPY)
    assert isinstance(panel, CopyPanel)
    return panel


def _overview(screen: MinutesScreen) -> OverviewPanel:
    panel = screen.panel(OVERVIEW)
    assert isinstance(panel, OverviewPanel)
    return panel


def _choose(screen: MinutesScreen, qtbot: QtBot, group: str, key: str) -> None:
    before = screen.pages.made_count
    _copy(screen).choices(group).button(key).click()
    qtbot.waitUntil(lambda: screen.pages.made_count > before, timeout=20_000)


def _save_to(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[Path]:
    asked: list[Path] = []

    def answer(_parent: QWidget, _words: str, suggested: Path, _kinds: str) -> Path | None:
        asked.append(suggested)
        return path

    monkeypatch.setattr(SavePlace, "ask", answer)
    return asked


def test_the_page_is_shown_as_it_will_print(screen: MinutesScreen) -> None:
    assert screen.page_side.page_words().startswith("Easy read. Page 1 of ")


def test_f8_saves_what_is_shown_and_says_where(
    screen: MinutesScreen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "ours.pdf"
    asked = _save_to(monkeypatch, path)
    assert screen.press("F8")
    assert "We buy seats with arms." in _text(path)
    assert "Jo" in _text(path)
    assert asked[0].name == "Minutes Tuesday 24 November 2026 Easy read 16.pdf"
    assert str(path) in _copy(screen).message_words()


def test_every_format_and_size_can_be_saved(
    screen: MinutesScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _choose(screen, qtbot, "formats", "large_print")
    _choose(screen, qtbot, "sizes", "24")
    assert screen.page_side.page_words().startswith("Large print. Page 1 of ")
    path = tmp_path / "large.pdf"
    asked = _save_to(monkeypatch, path)
    screen.press("F8")
    assert "Large print 24" in asked[0].name
    assert "We buy seats with arms." in _text(path)
    _choose(screen, qtbot, "formats", "plain_text")
    path = tmp_path / "words.txt"
    _save_to(monkeypatch, path)
    screen.press("F8")
    assert "Idea from" in path.read_text(encoding="utf-8")


def test_words_only_changes_the_pages(screen: MinutesScreen, qtbot: QtBot) -> None:
    with_pictures = screen.page_side.page_words()
    _choose(screen, qtbot, "pictures", "without")
    assert screen.page_side.page_words() != with_pictures


def test_saying_no_to_a_place_saves_nothing(
    screen: MinutesScreen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _save_to(monkeypatch, None)
    screen.press("F8")
    assert _copy(screen).message_words() == ""
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_lost(
    screen: MinutesScreen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    warned: list[str] = []
    screen.warned.connect(warned.append)
    _save_to(monkeypatch, tmp_path / "no such folder" / "a.pdf")
    screen.press("F8")
    assert warned == ["The file could not be written there. Please choose another place."]


def test_open_to_print_hands_the_file_to_the_computers_viewer(
    screen: MinutesScreen, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    _copy(screen).open_button.click()
    path = Path(opened[0].toLocalFile())
    assert path.parent == services.folder / "minutes"
    assert "We buy seats with arms." in _text(path)


def test_a_computer_without_a_viewer_is_told_where_the_file_is(
    screen: MinutesScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    _copy(screen).open_button.click()
    assert "This computer has no program to open it." in _copy(screen).message_words()


def test_pages_are_turned_and_made_bigger(screen: MinutesScreen) -> None:
    first = screen.page_side.page_words()
    screen.page_side.next_button.click()
    assert screen.page_side.page_words().startswith("Easy read. Page 2 of ")
    screen.page_side.back_button.click()
    assert screen.page_side.page_words() == first
    screen.page_side.bigger_button.click()
    assert screen.page_side.bigger_button.words() == "Whole page"


def test_what_people_asked_for_is_counted_and_names_nobody(screen: MinutesScreen) -> None:
    assert _overview(screen).asked_words() == "Easy read, not asked yet: 1"


@pytest.mark.parametrize("has_documents", [True, False])
def test_the_box_opens_in_documents_or_else_at_home(
    screen: MinutesScreen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, has_documents: bool
) -> None:
    documents = tmp_path / "Documents"
    if has_documents:
        documents.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(documents))
    asked = _save_to(monkeypatch, None)
    screen.press("F8")
    assert asked[0].parent == (documents if has_documents else Path.home())
