"""The minutes screen as a whole: the true page, the panels beside it, keys, sizes, and a clean end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.lines import Words
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.minutes_service import MinutesOrder
from coprod_desktop.ui.screens.minutes.panel import COPY, FINDINGS, KIT, OVERVIEW, PACK, PHOTOS, PICTURES
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.long_work import LongWork
from tests.ui.minutes_room import PATIENCE_MS, MinutesRoom, open_minutes
from tests.ui.person_at_screen import cut, focused_name, seen
from tests.ui.screen_checks import settle, sideways_scrolls, unnamed_controls

PANELS = (OVERVIEW, FINDINGS, COPY, PACK, PICTURES, PHOTOS, KIT)
LONG = "We will put 3 new seats with strong arms at the stop by the big old town hall on the hill."


@pytest.fixture
def room(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[MinutesRoom]:
    """The screen over a meeting whose decision is one long sentence."""
    yield from open_minutes(theme, tmp_path / "data", qtbot, LONG)


def test_the_page_is_shown_as_it_will_print(room: MinutesRoom) -> None:
    assert room.screen.page_side.page_words().startswith("Easy read. Page 1 of ")
    assert "Easy read" in seen(room.screen.page_side)


def test_pages_are_turned_and_made_bigger(room: MinutesRoom) -> None:
    side = room.screen.page_side
    first = side.page_words()
    side.next_button.click()
    assert side.page_words().startswith("Easy read. Page 2 of ")
    side.back_button.click()
    assert side.page_words() == first
    side.bigger_button.click()
    assert side.bigger_button.words() == "Whole page"


@pytest.mark.parametrize("percent", [100, 200])
def test_every_panel_can_be_used_by_everyone(room: MinutesRoom, theme: Theme, percent: int) -> None:
    theme.set_text_percent(percent)
    if percent == 200:
        room.screen.resize(1200, 540)
    for key in PANELS:
        room.screen.show_panel(key)
        settle()
        assert unnamed_controls(room.screen) == [], key
        assert cut(room.screen) == [], key
        assert sideways_scrolls(room.screen) == [], key
        assert focused_name(), key


def test_esc_goes_back_to_the_overview(room: MinutesRoom) -> None:
    for key in (FINDINGS, COPY, PACK, PICTURES, KIT):
        room.screen.show_panel(key)
        assert not room.overview.isVisible(), key
        assert room.screen.leave(), key
        assert room.overview.isVisible(), key
        assert focused_name().startswith("Print pack"), key
        assert not room.screen.leave(), key


def test_f8_on_the_overview_opens_the_print_pack(room: MinutesRoom) -> None:
    assert room.screen.press("F8")
    assert room.screen.panel(PACK).isVisible()


def test_a_panel_takes_no_more_room_than_it_needs(room: MinutesRoom, theme: Theme) -> None:
    theme.set_text_percent(200)
    room.screen.resize(1200, 540)
    settle()
    room.screen.show_panel(FINDINGS)
    settle()
    high = room.findings.height()
    room.screen.show_panel(COPY)
    settle()
    room.copy.choices("formats").button("plain_text").click()
    settle()
    room.until_read()
    settle()
    assert room.copy.height() < high


def test_a_newer_order_drops_the_older(room: MinutesRoom) -> None:
    made: list[MinutesFormat] = []
    pages = room.screen.pages
    pages.made.connect(lambda: made.append(pages.order.format))
    before = pages.made_count
    for size in (20.0, 24.0, 28.0):
        pages.want_order(MinutesOrder(format=MinutesFormat.LARGE_PRINT, size_pt=size))
    pages.want_order(MinutesOrder(format=MinutesFormat.PLAIN_TEXT))
    room.until_read()
    assert made == [MinutesFormat.PLAIN_TEXT]
    assert pages.made_count == before + 1
    assert "Idea from: Jo" in pages.data.decode()


def test_pages_in_sight_are_not_made_twice_when_nothing_changed(room: MinutesRoom) -> None:
    before = room.screen.pages.made_count
    room.screen.on_shown()
    room.until_read()
    assert room.screen.pages.made_count == before


def test_what_was_found_in_other_minutes_is_not_told_of_these(room: MinutesRoom) -> None:
    assert "Put 1 thing right" in room.overview.ready_words()
    room.screen.pages.want(format=MinutesFormat.LARGE_PRINT)
    assert room.overview.ready_words() == "Reading the pages."
    assert room.screen.pages.report is None


def test_a_change_in_the_meeting_renews_pages_and_findings(room: MinutesRoom) -> None:
    decision = room.state.decisions[room.decision]
    room.bridge.requests.change_decision(decision.id, Words(text="We buy seats."), decision.details)
    room.until_read()
    assert room.overview.ready_words().startswith("Ready to print.")


def test_pages_that_could_not_be_made_are_not_waited_for(room: MinutesRoom) -> None:
    pages = room.screen.pages
    pages.want_order(MinutesOrder(format=MinutesFormat.LARGE_PRINT))
    assert "Making the pages." in seen(room.screen)
    room.until_read()
    assert "Making the pages." not in seen(room.screen)
    pages.order_changed.emit()
    pages.failed.emit(ValueError())
    assert "Making the pages." not in seen(room.screen)


def test_closing_while_pages_are_made_and_read_ends_cleanly(room: MinutesRoom) -> None:
    heard: list[str] = []
    pages = room.screen.pages
    pages.made.connect(lambda: heard.append("made"))
    pages.checked.connect(lambda: heard.append("checked"))
    pages.want_order(MinutesOrder(format=MinutesFormat.LARGE_PRINT))
    heard.clear()
    room.screen.end()
    for _turn in range(20):
        QApplication.processEvents()
    assert heard == []
    assert not pages.is_at_work
    assert pages.count == 0


@pytest.mark.usefixtures("qapp")
def test_long_work_that_was_ended_says_nothing_more() -> None:
    work, heard = LongWork(), []
    work.done.connect(heard.append)
    work.failed.connect(heard.append)
    work.start(lambda _tell, _is_stopped: "late")
    work.end()
    QApplication.processEvents()
    assert heard == []
    assert not work.is_running


def test_newer_long_work_stops_the_older_and_only_it_is_heard(qtbot: QtBot) -> None:
    work, heard = LongWork(), []
    work.done.connect(heard.append)

    def until_stopped(_tell: object, is_stopped: object) -> str:
        while not is_stopped():  # type: ignore[operator]
            QTest.qSleep(1)
        return "first"

    work.start(until_stopped)
    for number in range(5):
        work.start(lambda _tell, _is_stopped, number=number: number)
    qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE_MS)
    work.end()
    assert heard == [4]


def test_the_keyboard_alone_goes_through_the_panels(room: MinutesRoom) -> None:
    assert focused_name().startswith("Print pack")
    room.overview.copy_button.setFocus()
    QTest.keyClick(room.overview.copy_button, Qt.Key.Key_Return)
    settle()
    assert room.copy.isVisible()
    assert focused_name() == "Save the minutes"
