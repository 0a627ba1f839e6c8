"""The window: keys that mean the same everywhere, undo from anywhere, messages in words, and home from a glance."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.app import App
from coprod_desktop.cli import main
from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.paths import resources_folder
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.main_window.window import MainWindow
from tests.ui.screen_checks import words_of

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[App]:
    """The program with its window open over a new folder, everything loaded."""
    opened = App(qapp, tmp_path, with_sample=True)
    qtbot.addWidget(opened.window)
    opened.window.resize(1366, 698)
    opened.window.show()
    qtbot.waitUntil(lambda: opened.window.desk is not None and "Riverside" in opened.window.frame.group_name())
    opened.window.activateWindow()
    yield opened
    opened.close()


def _press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    target: QObject = window.focusWidget() or window
    qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_the_sample_group_opens_and_each_place_is_reached_by_ctrl_and_a_number(app: App, qtbot: QtBot) -> None:
    window = app.window
    for number, place in (
        (Qt.Key.Key_2, PlaceKey.MEETINGS),
        (Qt.Key.Key_4, PlaceKey.IDEAS),
        (Qt.Key.Key_3, PlaceKey.PEOPLE),
    ):
        _press(qtbot, window, number, CTRL)
        assert window.place is place
    _press(qtbot, window, Qt.Key.Key_F1)
    assert window.place is PlaceKey.HELP
    _press(qtbot, window, Qt.Key.Key_Escape)
    assert window.place is PlaceKey.PEOPLE


def test_help_is_left_for_where_the_meeting_was(app: App, qtbot: QtBot) -> None:
    window = app.window
    assert window.desk is not None
    window.open_meeting(window.desk.home_view().finished[0].id)
    window.go(PlaceKey.TURNS)
    _press(qtbot, window, Qt.Key.Key_F1)
    _press(qtbot, window, Qt.Key.Key_F1)
    _press(qtbot, window, Qt.Key.Key_Escape)
    assert window.place is PlaceKey.TURNS


def test_the_header_says_that_a_meeting_is_finished_until_it_is_opened_again(app: App) -> None:
    desk = app.window.desk
    assert desk is not None
    app.window.open_meeting(desk.home_view().finished[0].id)
    assert desk.place_words(PlaceKey.MINUTES).endswith("Finished")
    desk.bridge.requests.reopen()
    assert "Finished" not in desk.place_words(PlaceKey.MINUTES)


def test_another_meeting_is_opened_from_inside_a_meeting_and_from_what_was_found_there(app: App) -> None:
    window = app.window
    assert window.desk is not None
    services = window.desk.services
    group = services.groups.current()
    assert group is not None
    earlier = window.desk.home_view().finished[0]
    newer = services.meetings.begin(group.id, MeetingDetails(title="Gates", held_on=date(2026, 11, 24)), [])
    for place in (PlaceKey.AGENDA, PlaceKey.IDEAS):
        window.open_meeting(earlier.id)
        window.go(PlaceKey.AGENDA)
        window.go(place)
        window.open_meeting(newer.live.id)
        assert "Gates" in words_of(window)
        assert window.screen_now.isVisible()


def test_the_five_places_of_a_meeting_are_reached_by_ctrl_and_a_number(app: App, qtbot: QtBot) -> None:
    window = app.window
    assert app.window.desk is not None
    meeting = app.window.desk.home_view().finished[0]
    window.open_meeting(meeting.id)
    assert window.place is PlaceKey.MINUTES
    places = (PlaceKey.WELCOME, PlaceKey.AGENDA, PlaceKey.TURNS, PlaceKey.DECISIONS, PlaceKey.MINUTES)
    for number, place in enumerate(places):
        _press(qtbot, window, Qt.Key(int(Qt.Key.Key_1) + number), CTRL)
        assert window.place is place
        assert window.windowTitle().endswith("Riverside Team-Up")


def test_titles_say_where_we_are_and_are_never_the_same_twice(app: App) -> None:
    window, titles = app.window, set()
    assert window.desk is not None
    window.open_meeting(window.desk.home_view().finished[0].id)
    for place in PlaceKey:
        window.go(place)
        titles.add(window.windowTitle())
    assert len(titles) == len(PlaceKey)


def test_text_grows_and_shrinks_by_ctrl_and_is_kept(app: App, qtbot: QtBot) -> None:
    _press(qtbot, app.window, Qt.Key.Key_Plus, CTRL)
    assert app.theme.text_percent == 110
    assert app.window.desk is not None
    assert app.window.desk.services.settings.text_percent == 110
    _press(qtbot, app.window, Qt.Key.Key_Minus, CTRL)
    assert app.theme.text_percent == 100


def test_undo_takes_back_the_last_act_wherever_it_was_done(app: App, qtbot: QtBot) -> None:
    window = app.window
    desk = window.desk
    assert desk is not None
    group = desk.services.groups.current()
    assert group is not None
    people = len(desk.services.people.people(group.id))
    desk.services.people.add_walk_in(group.id, "Wyn")
    window.go(PlaceKey.HOME)
    _press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert len(desk.services.people.people(group.id)) == people
    _press(qtbot, window, Qt.Key.Key_Y, CTRL)
    assert len(desk.services.people.people(group.id)) == people + 1


def test_a_refusal_is_told_in_words_and_taken_away_by_escape(app: App, qtbot: QtBot) -> None:
    window = app.window
    desk = window.desk
    assert desk is not None
    window.open_meeting(desk.home_view().finished[0].id)
    unseen = AgendaItemDetails(title=" ", proposer=Proposer(source=Source.UNNAMED))
    outcome = desk.bridge.ask(lambda: desk.bridge.requests.propose_item(unseen))
    assert not outcome.is_done
    assert window.frame.message_words() == "Please write a few words first."
    _press(qtbot, window, Qt.Key.Key_Escape)
    assert window.frame.message_words() == ""


def test_a_fault_of_the_program_is_told_without_anybodys_words(app: App, tmp_path: Path) -> None:
    try:
        raise ValueError("Marlon needs a loop")
    except ValueError as fault:
        app.note_fault(type(fault), fault, fault.__traceback__)
    logged = (tmp_path / "errors.log").read_text(encoding="utf-8")
    assert "ValueError at test_window.py" in logged
    assert "Marlon" not in logged
    assert "Something went wrong" in app.window.frame.message_words()


@pytest.mark.usefixtures("app")
def test_home_paints_from_a_glance_before_anything_heavy_is_loaded(qapp: QApplication, tmp_path: Path) -> None:
    early = App(qapp, tmp_path, with_sample=False)
    assert early.window.desk is None
    assert early.window.frame.group_name() == "Riverside Team-Up"
    early.window.go(PlaceKey.PEOPLE)
    early.load()
    assert early.window.place is PlaceKey.PEOPLE
    early.close()


@pytest.mark.parametrize("content", [b"", b"not a file of ours" * 400])
def test_a_file_that_cannot_be_opened_is_told_and_offers_nothing_that_needs_it(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "coprod.sqlite").write_bytes(content)
    app = App(qapp, tmp_path, with_sample=False)
    qtbot.addWidget(app.window)
    app.window.resize(1366, 698)
    app.window.show()
    app.load()
    qtbot.waitUntil(lambda: "cannot be opened" in words_of(app.window))
    assert "This file was not made by this program." in words_of(app.window)
    assert str(tmp_path) in words_of(app.window)
    for dead in ("Set up our group", "Try the sample group", "Meetings", "Undo"):
        assert dead not in words_of(app.window).splitlines()
    assert (tmp_path / "coprod.sqlite").read_bytes() == content
    assert "StorageFault" in (tmp_path / "errors.log").read_text(encoding="utf-8")
    assert app.window.screen_now.press("F8")
    assert not app.window.isVisible()
    app.close()


def test_the_first_picture_shows_the_same_group_as_the_loaded_home(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    samples = resources_folder() / "sample"
    for name in ("first-meeting.json", "riverside-team-up.json"):
        assert main(["import", "--data", str(tmp_path), str(samples / name)]) == 0
    app = App(qapp, tmp_path, with_sample=False)
    qtbot.addWidget(app.window)
    first = app.window.frame.group_name()
    app.load()
    assert app.window.frame.group_name() == first
    app.close()
