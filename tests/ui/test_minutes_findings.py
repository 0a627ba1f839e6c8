"""What could be easier to read, beside its page: mended, explained, settled by readers, undone, and never lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.app import App
from coprod_desktop.domain.lines import IdeaDetails, Words
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.services.check_service import CheckedFinding, CheckReport, Finding
from coprod_desktop.ui.screens.minutes.mending import mendable
from coprod_desktop.ui.screens.minutes.panel import COPY, FINDINGS, PICTURES
from coprod_desktop.ui.theme import Theme
from tests.journeys.keyboard import choose, here, press, seen, type_words, until
from tests.ui.minutes_room import MinutesRoom, open_minutes
from tests.ui.person_at_screen import focused_name, key, write
from tests.ui.person_at_screen import press as press_button
from tests.ui.screen_checks import settle

LONG = "We will put 3 new seats with strong arms at the stop by the big old town hall on the hill."


@pytest.fixture
def room(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[MinutesRoom]:
    """The findings over a meeting whose decision is one long sentence."""
    for room in open_minutes(theme, tmp_path / "data", qtbot, LONG):
        room.screen.show_panel(FINDINGS)
        yield room


def _rules(room: MinutesRoom) -> list[str]:
    report = room.screen.pages.report
    assert report is not None
    return [finding.rule for finding in report.open_findings]


def test_what_takes_away_ready_to_print_comes_first_and_its_page_is_shown(room: MinutesRoom) -> None:
    findings = room.findings
    assert findings.list.first.rows.keys()
    assert findings.list.chosen_key() == findings.list.first.rows.keys()[0]
    assert focused_name().startswith("This sentence has 21 words")
    page = room.screen.pages.page_of_ref(room.decision)
    assert page
    assert room.screen.page_side.page() == page


def test_f8_mends_the_words_and_what_was_said_stays(room: MinutesRoom) -> None:
    assert "ER-08" in _rules(room)
    assert room.screen.press("F8")
    write(room.screen, "The words on paper", "We buy 3 seats.", then=None)
    assert room.screen.press("F8")
    words = room.state.decisions[room.decision].words
    assert (words.text, words.easy_text) == (LONG, "We buy 3 seats.")
    room.until_read()
    assert "ER-08" not in _rules(room)
    content = room.screen.pages.content
    assert content is not None
    assert QApplication.focusWidget() is not None


def test_mending_is_undone_and_the_finding_comes_back(room: MinutesRoom) -> None:
    room.screen.press("F8")
    write(room.screen, "The words on paper", "We buy 3 seats.", then=None)
    room.screen.press("F8")
    room.until_read()
    room.services.history.undo()
    room.screen.on_shown()
    room.until_read()
    assert room.state.decisions[room.decision].words.easy_text == ""
    assert "ER-08" in _rules(room)


def test_words_that_are_not_easier_are_not_saved_and_empty_ones_are_asked_for(room: MinutesRoom) -> None:
    before = len(room.state.decisions)
    room.screen.press("F8")
    room.screen.press("F8")
    assert room.findings.form.isVisible()
    assert "Please make them easier." in room.findings.form.words.accessibleDescription()
    write(room.screen, "The words on paper", " ", then=None)
    room.screen.press("F8")
    assert "Please write the words." in room.findings.form.words.accessibleDescription()
    assert room.state.decisions[room.decision].words.easy_text == ""
    assert len(room.state.decisions) == before


def test_esc_keeps_half_typed_words_until_they_are_saved(room: MinutesRoom) -> None:
    room.screen.press("F8")
    assert not room.screen.is_half_typed()
    write(room.screen, "The words on paper", "We buy", then=None)
    assert room.screen.is_half_typed()
    assert room.screen.leave()
    assert not room.findings.form.isVisible()
    assert room.screen.is_half_typed()
    chosen = room.findings.list.chosen_key()
    assert "Your words are not saved yet" in room.findings.list.row(chosen).spoken()
    room.screen.press("F8")
    assert room.findings.form.words.toPlainText() == "We buy"
    room.screen.press("F8")
    assert not room.screen.is_half_typed()
    assert room.state.decisions[room.decision].words.easy_text == "We buy"


def test_readers_settle_a_finding_and_take_it_back(room: MinutesRoom) -> None:
    first = room.findings.list.chosen_key()
    press_button(room.screen, "Our readers say this is fine")
    report = room.screen.pages.report
    assert report is not None
    assert report.is_ready
    assert first not in room.findings.list.keys()  # noqa: SIM118
    assert focused_name() != ""
    assert room.overview.ready_words().startswith("Ready to print.")
    room.findings.list.settled.set_open(is_open=True)
    settle()
    press_button(room.screen, "Show it again")
    assert first in room.findings.list.keys()  # noqa: SIM118
    assert room.overview.ready_words() == "Put 1 thing right, or ask your readers."


def test_what_readers_settled_stays_settled_and_undo_takes_it_back(room: MinutesRoom) -> None:
    first = room.findings.list.chosen_key()
    press_button(room.screen, "Our readers say this is fine")
    room.screen.on_shown()
    room.until_read()
    assert first not in room.findings.list.keys()  # noqa: SIM118
    act = room.services.history.undo()
    assert act is not None
    assert act.kind == "readers_said_fine"
    room.screen.on_shown()
    room.until_read()
    assert first in room.findings.list.keys()  # noqa: SIM118
    room.services.history.redo()
    room.screen.on_shown()
    room.until_read()
    assert first not in room.findings.list.keys()  # noqa: SIM118


def test_a_hard_word_is_explained_in_the_list_of_the_group_and_that_is_undone(
    theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    for room in open_minutes(theme, tmp_path / "data", qtbot, "We ask for a quorum of drivers."):
        room.screen.show_panel(FINDINGS)
        hard = next(key for key in room.findings.list.keys() if key.startswith("ER-15"))  # noqa: SIM118
        room.findings.list.choose(hard)
        room.screen.press("F8")
        write(room.screen, "What it means, in easy words", "Enough people to decide.", then=None)
        room.screen.press("F8")
        group = room.services.groups.current()
        assert group is not None
        assert [(word.term, word.means) for word in group.words] == [("quorum", "Enough people to decide.")]
        room.until_read()
        assert hard not in room.findings.list.keys()  # noqa: SIM118
        content = room.screen.pages.content
        assert content is not None
        assert "quorum" in content.bold_terms
        room.services.history.undo()
        room.screen.on_shown()
        room.until_read()
        assert hard in room.findings.list.keys()  # noqa: SIM118
        assert room.state.decisions[room.decision].words.easy_text == ""


def test_a_hundred_findings_stay_usable(room: MinutesRoom) -> None:
    for number in range(100):
        words = Words(text=f"We want {number} warm seats at the stop and a light and a bin, because it is dark there.")
        room.bridge.requests.record_idea(words, IdeaDetails(proposer=Proposer(people=(room.jo,))))
    room.until_read()
    things = [one for one in room.findings.list.keys() if one]  # noqa: SIM118
    assert len(things) <= 40
    part = room.findings.list.hints
    assert part.more_button.isVisible()
    shown = part.rows.keys()
    part.more_button.setFocus()
    QTest.keyClick(part.more_button, Qt.Key.Key_Return)
    settle()
    assert part.rows.keys()[: len(shown)] == shown
    assert part.rows.focused_key() == part.rows.keys()[len(shown)]
    key(Qt.Key.Key_Down)
    assert part.rows.focused_key() == part.rows.keys()[len(shown) + 1]
    key(Qt.Key.Key_Return)
    assert room.findings.list.chosen_key() == part.rows.keys()[len(shown) + 1]


def test_what_cannot_be_mended_here_leads_to_where_it_can(room: MinutesRoom) -> None:
    wanted: list[str] = []
    room.screen.go_requested.connect(wanted.append)
    report = CheckReport(
        findings=tuple(
            CheckedFinding(
                finding=Finding(rule=rule, place="", message=rule, mend="", is_blocking=True, text="x", ref=ref)
            )
            for rule, ref in (("ER-25", ""), ("ER-30", ""), ("ER-21", room.decision), ("ER-29", ""))
        )
    )
    room.screen.pages.report = report
    room.screen.pages.checked.emit()
    pictures, parts, decision, nowhere = room.findings.list.keys()
    for row, panel in ((pictures, PICTURES), (parts, COPY)):
        room.screen.show_panel(FINDINGS)
        room.findings.list.choose(row)
        room.screen.press("F8")
        assert room.screen.panel(panel).isVisible()
    room.screen.show_panel(FINDINGS)
    room.findings.list.choose(decision)
    room.screen.press("F8")
    assert wanted == ["decisions"]
    room.findings.list.choose(nowhere)
    assert room.findings.likeliest() is None
    settle()
    assert "Our readers say this is fine" in seen(room.screen)


def test_only_words_that_hold_what_was_found_are_offered_to_mend(room: MinutesRoom) -> None:
    def found(text: str, ref: str = "") -> Finding:
        return Finding(rule="ER-08", place="", message="", mend="", is_blocking=True, text=text, ref=ref)

    said = mendable(room.state, found("Strong arms at the  stop.", room.decision))
    assert said is not None
    assert said.ref == room.decision
    assert mendable(room.state, found("in a survey", room.decision)) is None
    main_point = mendable(room.state, found(LONG))
    assert main_point is not None
    assert main_point.ref == room.decision
    item = mendable(room.state, found("Seats", room.state.agenda[0].id))
    assert item is not None
    assert item.printed == "Seats"


def test_a_person_mends_settles_and_undoes_by_keys_alone(qapp: QApplication, tmp_path: Path) -> None:
    app = App(qapp, tmp_path, with_sample=True)
    window = app.window
    window.resize(1366, 698)
    window.show()
    window.activateWindow()
    until(lambda: window.desk is not None and "Riverside" in window.frame.group_name())
    until(window.isActiveWindow)
    press("Ctrl+2", "Esc", "Return")
    choose("Open")
    press("Ctrl+5")
    until(lambda: "See all " in seen(window) and "Put 1 thing right" in seen(window))
    choose("See all 1")
    assert "This sentence has 20 words" in here()
    press("F8")
    press("Ctrl+A")
    type_words("Spend money on travel. Buy tools that weak hands can hold.")
    press("F8")
    until(lambda: "Ready to print. These could still be easier." in seen(window))
    press("Ctrl+Z")
    until(lambda: "Some things take away" in seen(window))
    choose("This sentence has 20 words")
    choose("Our readers say this is fine")
    until(lambda: "Ready to print. These could still be easier." in seen(window))
    press("Ctrl+Z")
    until(lambda: "Some things take away" in seen(window))
    press("Esc")
    assert here().startswith("Print pack")
    window.close()
    app.close()
