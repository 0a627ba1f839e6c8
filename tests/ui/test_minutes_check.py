"""Check and agree beside the page: who reads it, what came back, what is put right, and the yes of the group."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.person import MinutesChoice, MinutesFormat
from coprod_desktop.ui.screens.minutes.agree_panel import AgreePanel
from coprod_desktop.ui.screens.minutes.check_panel import CheckPanel
from coprod_desktop.ui.screens.minutes.panel import AGREE, CHECK, READERS, RETURNED, SHEETS, MinutesPanel
from coprod_desktop.ui.screens.minutes.readers_panel import ReadersPanel
from coprod_desktop.ui.screens.minutes.returned_panel import ReturnedPanel
from coprod_desktop.ui.screens.minutes.sheets_panel import SheetsPanel
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.folder_place import FolderPlace
from tests.ui.minutes_room import PATIENCE_MS, MinutesRoom, open_minutes, save_to, text_of
from tests.ui.person_at_screen import press, seen
from tests.ui.screen_checks import focused, settle

P = TypeVar("P", bound=MinutesPanel)


@pytest.fixture
def room(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[MinutesRoom]:
    """The screen over a meeting of Jo, who chose easy read, and Sam."""
    for made in open_minutes(theme, tmp_path / "data", qtbot):
        people = made.services.people
        people.save(replace(people.get(made.jo), minutes=MinutesChoice(format=MinutesFormat.EASY_READ)))
        made.services.groups.save(replace(made.group, readers_needed=1))
        yield made


def _panel(room: MinutesRoom, key: str, kind: type[P]) -> P:
    room.screen.show_panel(key)
    settle()
    panel = room.screen.panel(key)
    assert isinstance(panel, kind)
    return panel


def test_the_way_from_the_overview_to_checking(room: MinutesRoom) -> None:
    assert "Not finished. Please check it." in seen(room.screen)
    press(room.screen, "Check and agree")
    settle()
    words = seen(_panel(room, CHECK, CheckPanel))
    assert "0 of 1 readers said yes to these words" in words
    assert "Nobody has given a sheet back yet" in words


def test_esc_leads_from_a_step_to_check_and_agree_and_then_to_the_overview(room: MinutesRoom) -> None:
    for key in (READERS, SHEETS, RETURNED, AGREE):
        room.screen.show_panel(key)
        assert room.screen.leave()
        assert room.screen.panel(CHECK).isVisible()
    assert room.screen.leave()
    assert room.overview.isVisible()


def test_only_readers_are_asked_and_one_press_keeps_their_answer(room: MinutesRoom) -> None:
    panel = _panel(room, READERS, ReadersPanel)
    assert "Sam" not in seen(panel)
    panel.question(room.jo).button("easy").click()
    assert room.services.editions.standing(room.state.id).is_easy
    assert "1 of 1 readers said yes" in seen(panel)
    room.until_read()
    assert "Our readers found it easy." in seen(_panel(room, "overview", MinutesPanel))
    room.services.history.undo()
    _panel(room, READERS, ReadersPanel)
    assert panel.question(room.jo).chosen_key() in ("", None)


def test_who_reads_easy_read_is_not_drawn_while_the_room_can_see_it(room: MinutesRoom) -> None:
    room.bridge.sight.say(can_see=True)
    assert "Yes, it is easy" not in seen(_panel(room, READERS, ReadersPanel))


def test_what_came_back_is_typed_in_and_put_right_with_who_asked(room: MinutesRoom) -> None:
    room.bridge.sight.say(can_see=False)
    room.services.editions.make_edition(room.state.id)
    panel = _panel(room, RETURNED, ReturnedPanel)
    panel.open_person(room.jo)
    card = next(one for one in panel.cards() if one.line_id == room.decision)
    assert not card.mend.isVisible()
    card.answers.button("no").click()
    card.words.setText("I said benches.")
    assert panel.is_half_typed()
    card.mend.click()
    assert room.state.after.checks[room.decision, room.jo].words == "I said benches."
    assert "Jo asked for this." in seen(panel)
    panel.form.words.set_words("We buy benches with arms.")
    room.screen.press("F8")
    assert room.state.decisions[room.decision].words.text == "We buy benches with arms."
    assert room.state.after.corrections[-1].asked_by == room.jo
    check = _panel(room, CHECK, CheckPanel)
    assert "The words were changed since then." in check.edition_words()
    check.make.click()
    assert [one.asked_by for one in room.state.after.editions[-1].changes] == [room.jo]
    assert not check.make.isEnabled()


def test_an_empty_correction_is_refused_beside_its_field(room: MinutesRoom) -> None:
    room.bridge.sight.say(can_see=False)
    panel = _panel(room, RETURNED, ReturnedPanel)
    panel.open_person(room.jo)
    card = next(one for one in panel.cards() if one.line_id == room.decision)
    card.answers.button("talk").click()
    card.mend.click()
    panel.form.words.set_words(" ")
    panel.form.save.click()
    assert panel.form.error_words()
    assert room.state.after.corrections == ()


def test_what_somebody_answered_is_not_drawn_while_the_room_can_see_it_and_comes_back(room: MinutesRoom) -> None:
    room.bridge.sight.say(can_see=False)
    panel = _panel(room, RETURNED, ReturnedPanel)
    panel.open_person(room.jo)
    card = next(one for one in panel.cards() if one.line_id == room.decision)
    card.answers.button("no").click()
    card.words.setText("I said benches.")
    room.bridge.sight.say(can_see=True)
    settle()
    assert not panel.cards()
    assert "A decision with their name" not in seen(panel)
    assert panel.name.text() == ""
    assert not panel.save.isEnabled()
    assert panel.is_half_typed()
    room.bridge.sight.say(can_see=False)
    settle()
    card = next(one for one in panel.cards() if one.line_id == room.decision)
    assert (card.answers.chosen_key(), card.words.text()) == ("no", "I said benches.")
    room.screen.press("F8")
    assert room.state.after.checks[room.decision, room.jo].words == "I said benches."


def test_a_number_finds_its_sheet(room: MinutesRoom) -> None:
    room.bridge.sight.say(can_see=False)
    panel = _panel(room, RETURNED, ReturnedPanel)
    panel.number.setText("12")
    panel.number.returnPressed.emit()
    assert "No sheet of this meeting has this number." in seen(panel)
    panel.number.setText(str(room.services.check_sheets.numbers(room.state.id)[room.sam]))
    panel.number.returnPressed.emit()
    assert panel.name.text() == "Sam"


@pytest.mark.parametrize("marks", ["names", "numbers"])
def test_one_press_makes_a_check_sheet_for_everybody(
    room: MinutesRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, marks: str
) -> None:
    def ask(_parent: QWidget, _words: str) -> Path:
        return tmp_path

    monkeypatch.setattr(FolderPlace, "ask", ask)
    panel = _panel(room, SHEETS, SheetsPanel)
    panel.marks.button(marks).click()
    room.screen.press("F8")
    room.qtbot.waitUntil(lambda: bool(panel.message_words()), timeout=PATIENCE_MS)
    assert "2 check sheets are made." in panel.message_words()
    files = list(tmp_path.glob("check-sheet*.pdf"))
    assert len(files) == 2
    names = " ".join(file.name for file in files) + "".join(text_of(file) for file in files)
    assert ("Sam" in names) is (marks == "names")


def test_what_cannot_be_undone_is_said_before_the_group_agrees(room: MinutesRoom) -> None:
    panel = _panel(room, AGREE, AgreePanel)
    assert "Undo takes back the yes. It cannot bring back these times." in seen(panel)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    assert not room.services.editions.standing(room.state.id).is_agreed, "a stray Enter agrees nothing"
    room.screen.press("F8")
    assert room.services.editions.standing(room.state.id).is_agreed
    check = _panel(room, CHECK, CheckPanel)
    assert "We agreed these minutes on" in check.edition_words()
    room.qtbot.waitUntil(lambda: len(room.services.editions.pages.files(room.state.id)) == 3, timeout=PATIENCE_MS)


def test_the_agreed_edition_is_saved_as_it_was_kept(
    room: MinutesRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.services.editions.agree(room.state.id)
    kept = room.services.editions.pages.file(room.state.id, 1, MinutesFormat.LARGE_PRINT).data
    save_to(monkeypatch, tmp_path / "edition.pdf")
    check = _panel(room, CHECK, CheckPanel)
    check.form.button("large_print").click()
    check.save.click()
    room.qtbot.waitUntil((tmp_path / "edition.pdf").exists, timeout=PATIENCE_MS)
    assert (tmp_path / "edition.pdf").read_bytes() == kept


def test_the_first_edition_is_not_said_to_list_changes(room: MinutesRoom, qtbot: QtBot) -> None:
    panel = _panel(room, CHECK, CheckPanel)
    with qtbot.waitSignal(panel.told) as told:
        press(room.screen, "Make an edition")
    assert told.args == ["This is edition 1."]


def test_a_sheet_opened_while_the_room_can_see_it_has_the_focus_where_it_can_be_seen(room: MinutesRoom) -> None:
    room.bridge.sight.say(can_see=True)
    panel = _panel(room, RETURNED, ReturnedPanel)
    panel.open_person(room.jo)
    settle()
    assert focused().isVisible()
    assert panel.isAncestorOf(focused())


def test_saving_while_pages_are_being_made_says_so_and_is_not_silent(room: MinutesRoom, qtbot: QtBot) -> None:
    room.services.editions.make_edition(room.state.id)
    panel = _panel(room, CHECK, CheckPanel)
    may_end = Event()
    panel._work.start(lambda _tell, _is_stopped: may_end.wait())  # noqa: SLF001 (pages that take as long as the test)
    with qtbot.waitSignal(panel.told) as told:
        press(room.screen, "Save this edition")
    may_end.set()
    panel.end()
    assert "still being made" in told.args[0]
