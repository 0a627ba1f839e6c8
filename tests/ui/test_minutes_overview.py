"""The overview beside the page: is it ready, what could be easier, who asked for what, and the way to each."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.lines import Words
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat
from coprod_desktop.ui.screens.minutes.panel import FINDINGS, PACK
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.row_list import RowList
from tests.ui.minutes_room import MinutesRoom, open_minutes
from tests.ui.person_at_screen import press, seen
from tests.ui.screen_checks import settle

LONG = "We will put 3 new seats with strong arms at the stop by the big old town hall on the hill."


@pytest.fixture
def room(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[MinutesRoom]:
    """The screen over a meeting whose decision is one long sentence."""
    yield from open_minutes(theme, tmp_path / "data", qtbot, LONG)


def _write_shorter(room: MinutesRoom) -> None:
    decision = room.state.decisions[room.decision]
    words = Words(text=decision.words.text, easy_text="We buy seats.")
    room.bridge.requests.change_decision(decision.id, words, decision.details)
    room.until_read()


def test_ready_to_print_is_said_only_when_nothing_stands_in_its_way(room: MinutesRoom) -> None:
    assert room.overview.ready_words() == "Put 1 thing right, or ask your readers."
    assert "Ready to print" not in seen(room.screen)
    _write_shorter(room)
    report = room.screen.pages.report
    assert report is not None
    assert report.is_ready
    assert room.overview.ready_words().startswith("Ready to print.")
    assert "Ready to print." in seen(room.screen)


def test_every_act_stays_possible_while_things_are_found(room: MinutesRoom) -> None:
    overview = room.overview
    for button in (overview.likeliest(), overview.copy_button, overview.pictures_button, overview.kit_button):
        assert button.isVisible()
        assert button.isEnabled()
    room.screen.show_panel(FINDINGS)
    settle()
    assert room.findings.work_copy.words() == "Print a copy for us to work on"
    assert room.findings.work_copy.isEnabled()
    assert "Our readers say this is fine" in seen(room.screen)


def test_the_first_findings_tell_their_page_and_lead_to_their_words(room: MinutesRoom) -> None:
    rows = room.overview.finding_rows()
    (first, *_) = rows.keys()
    words = rows.row(first).spoken()
    assert words.startswith("Page ")
    assert "This sentence has 21 words" in words
    press(room.screen, "Mend it")
    assert room.findings.form.isVisible()
    assert room.findings.form.words.toPlainText() == LONG


def test_what_each_person_asked_for_is_told_with_its_paper(room: MinutesRoom) -> None:
    people = room.services.people
    wish = MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=20.0, paper="cream")
    people.save(replace(people.get(room.jo), minutes=wish))
    room.bridge.refresh_people()
    room.screen.on_shown()
    told = {words.name: words for words in room.overview.asked()}
    assert told["Jo"].copy == "Large print 20"
    assert told["Jo"].paper == "Cream paper"
    assert told["Jo"].paper_colour == "#FFF8E1"
    assert told["Sam"].paper == "White paper, not asked yet"
    assert room.overview.likeliest().words() == "Print pack: 2 on paper"


def test_see_all_leads_to_the_findings_and_to_the_pack(room: MinutesRoom) -> None:
    room.overview.see_findings.click()
    assert room.findings.isVisible()
    assert room.screen.leave()
    room.overview.see_people.click()
    assert room.screen.panel(PACK).isVisible()


def test_there_are_five_main_choices_at_most_and_one_that_is_filled(room: MinutesRoom) -> None:
    shown = [one for one in room.screen.findChildren(BigButton) if one.isVisible() and not _is_in_list(one)]
    assert sum(one.kind() is ButtonKind.PRIMARY for one in shown) == 1
    assert sum(one.kind() is not ButtonKind.QUIET for one in shown) <= 5


def _is_in_list(button: BigButton) -> bool:
    above = button.parentWidget()
    while above is not None and not isinstance(above, RowList):
        above = above.parentWidget()
    return above is not None
