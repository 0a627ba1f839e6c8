"""What once went wrong in the window: keys that did nothing, questions that outlived their meeting, faults in Redo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coprod_desktop.app import App
from coprod_desktop.services.faults import FaultReason, StorageFault
from coprod_desktop.ui.main_window.window import MainWindow
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.wording import fault_words
from tests.journeys.keyboard import choose, here, press, seen, settle, type_words, until, write


@pytest.fixture
def app(qapp: QApplication, tmp_path: Path) -> Iterator[App]:
    """The program with a new group of two."""
    app = App(qapp, tmp_path, with_sample=False)
    app.window.resize(1366, 698)
    app.window.show()
    app.window.activateWindow()
    until(lambda: app.window.desk is not None and app.window.isActiveWindow())
    press("F8")
    type_words("Riverbank Voices")
    press("Return", "Ctrl+3")
    for name in ("Marlon", "Zofia"):
        write("Add by first name", name)
        press("Return")
    yield app
    app.close()


@pytest.fixture
def window(app: App) -> MainWindow:
    """Its window."""
    return app.window


def _begin(title: str) -> None:
    press("Ctrl+N")
    type_words(title)
    press("F8")
    if here() == "Yes, the room can see it":  # asked once, first of all
        choose("No, only we can")


@pytest.mark.parametrize("place", ["Ctrl+1", "Ctrl+3", "F1"])
def test_a_new_meeting_is_begun_from_every_place(window: MainWindow, place: str) -> None:
    press(place)
    press("Ctrl+N")
    assert here() == "What is the meeting called?"
    assert window.windowTitle() == "Our meetings - Riverbank Voices"


def test_the_title_follows_when_a_person_is_named_and_left(window: MainWindow) -> None:
    press("F4")
    type_words("Gwen")
    press("Return")
    assert window.windowTitle() == "Gwen - Riverbank Voices"
    press("Esc")
    assert window.windowTitle() == "People - Riverbank Voices"


def test_undo_right_after_a_walk_in_takes_back_the_person_and_not_the_typing(window: MainWindow) -> None:
    write("Add by first name", "Gwen")
    press("Return")
    assert "Gwen. Ask what they bring" in seen(window)
    press("Ctrl+Z")
    assert "Gwen" not in seen(window)


def test_everything_can_be_undone_to_the_start_and_done_again(window: MainWindow) -> None:
    _begin("Bus stops")
    press("Return")
    choose("I live or volunteer here")
    press("F8", "Ctrl+5")
    for _act in range(20):
        press("Ctrl+Z")
    assert "Bus stops" not in seen(window)
    for _act in range(20):
        press("Ctrl+Y")
    choose("Carry on")
    press("Ctrl+1")
    assert "Marlon. Here since" in seen(window)
    assert "Went home" in seen(window)


def test_a_question_to_a_person_is_forgotten_when_another_meeting_is_opened(window: MainWindow) -> None:
    _begin("Bus stops")
    press("Return")
    assert "Welcome, Marlon" in seen(window)
    choose("Home")
    _begin("Bins")
    assert "Welcome, Marlon" not in seen(window)
    assert here() == "Marlon. Not here yet"


def test_coming_back_to_a_question_the_focus_is_in_it(window: MainWindow) -> None:
    _begin("Bus stops")
    press("Return", "Ctrl+2", "Ctrl+1")
    assert "Welcome, Marlon" in seen(window)
    assert here() == "I speak from my own life"


def test_coming_back_to_an_open_panel_the_focus_is_in_it(window: MainWindow) -> None:
    _begin("Bus stops")
    press("Ctrl+2", "F4")
    type_words("A ben")
    press("Ctrl+1", "Ctrl+2")
    assert here() == "What shall we talk about?"
    type_words("ch")
    assert "A bench" in seen(window)


def test_a_full_disk_is_told_in_words_and_stops_nothing(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = app.window
    _begin("Bus stops")
    press("Ctrl+5")
    choose("One copy", "Plain text")
    assert window.desk is not None
    database = window.desk.services.database

    def fail() -> None:
        raise StorageFault(FaultReason.DISK_FULL)

    monkeypatch.setattr(database, "write", fail)
    monkeypatch.setattr(SavePlace, "ask", lambda *_asked: tmp_path / "minutes.txt")
    told = fault_words(FaultReason.DISK_FULL)
    others = (("Ctrl++",), ("Ctrl+Z",), ("Ctrl+2", "F4", "B", "Return", "Return", "F8"))
    for act in (("F8",), *(("Esc", *other) for other in others)):
        press(*act)
        until(lambda: window.frame.message_words() != "")
        assert window.frame.message_words() == told, act
    assert app.theme.text_percent == 110


def test_a_folder_that_refuses_minutes_is_told_in_words(window: MainWindow, tmp_path: Path) -> None:
    _begin("Bus stops")
    press("Ctrl+5")
    (tmp_path / "minutes").write_text("in the way", encoding="utf-8")
    choose("One copy", "Plain text", "Open to print")
    assert "could not be written" in window.frame.message_words()


def test_a_title_is_there_before_anything_is_loaded(qapp: QApplication, tmp_path: Path) -> None:
    early = App(qapp, tmp_path / "new", with_sample=False)
    assert early.window.windowTitle() == "Home - Co-production meetings"
    early.close()
    settle()


def test_closing_with_half_typed_words_asks_once_and_then_closes(window: MainWindow) -> None:
    _begin("Seats")
    press("Ctrl+4", "F4")
    type_words("Half a thought")
    assert not window.close()
    assert "not saved yet" in window.frame.message_words()
    assert window.isVisible()
    assert window.close()


def test_undo_never_changes_another_group_out_of_sight(app: App, window: MainWindow) -> None:
    _begin("Seats")
    desk = app.window.desk
    assert desk is not None
    meeting_id = desk.bridge.meeting_id
    before = desk.services.meetings.open(meeting_id).live.state
    desk.services.groups.create("Another group")
    window.screen_now.renamed.emit()
    window.undo()
    assert desk.services.meetings.open(meeting_id).live.state == before
