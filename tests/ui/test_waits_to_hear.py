"""Who waits to hear what happened to their idea: on home, on Our ideas and on a person's page, by keyboard (R27)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.after_events import AnswerTold, ToldHow
from coprod_desktop.domain.lines import IdeaDetails, IdeaOutcome, Words
from coprod_desktop.domain.person import NamedAs
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.screens.ideas.ideas_screen import IdeasScreen
from coprod_desktop.ui.screens.people.history_part import HistoryPart
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.widgets.waits_to_hear_card import Waiting
from tests.ui.in_the_room import CTRL, InTheRoom
from tests.ui.screen_checks import settle

SHELTER, BENCH, LAMP = "Roofs over the stops.", "A bench by the river.", "A lamp at the stop."


@pytest.fixture
def room(theme: Theme, tmp_path: Path) -> Iterator[InTheRoom]:
    """The day after a meeting with three ideas that were kept for later, one of them without a name."""
    there = InTheRoom(theme, tmp_path)
    requests, people = there.running.requests, there.people
    for words, proposer in (
        (SHELTER, Proposer(people=(people["Bob"],))),
        (BENCH, Proposer(people=(people["Chen"],))),
        (LAMP, Proposer(source=Source.UNNAMED)),
    ):
        idea = requests.record_idea(Words(text=words), IdeaDetails(proposer=proposer))
        requests.settle_idea(idea, IdeaOutcome.LATER, reason="There was no time.")
    there.clock.pass_seconds(timedelta(days=1).total_seconds())
    yield there
    there.close()


def _ideas(there: InTheRoom) -> IdeasScreen:
    there.window.go(PlaceKey.HOME)
    there.key(Qt.Key.Key_4, CTRL)
    screen = there.window.screen_now
    assert isinstance(screen, IdeasScreen)
    return screen


def _told(there: InTheRoom) -> list[AnswerTold]:
    return list(there.services.meetings.state(there.running.live.id).after.told.values())


def _press(screen: IdeasScreen, key: str, words: str) -> None:
    from coprod_desktop.ui.widgets.big_button import BigButton

    row = screen.waits_to_hear.row(key)
    (button,) = [one for one in row.findChildren(BigButton) if one.words() == words]
    button.setFocus()
    button.click()
    settle()


def test_home_says_how_many_wait_and_one_press_leads_to_them(room: InTheRoom, qtbot: QtBot) -> None:
    room.window.go(PlaceKey.HOME)
    words = "3 people wait to hear what happened to their idea"
    qtbot.waitUntil(lambda: words in room.words())
    (row,) = [one for one in room.window.home.findChildren(CardRow) if words in one.spoken()]
    row.focus_target().setFocus()
    room.key(Qt.Key.Key_Return)
    assert room.window.place is PlaceKey.IDEAS


def test_the_row_on_home_keeps_the_focus_when_something_is_undone(room: InTheRoom, qtbot: QtBot) -> None:
    words = "3 people wait to hear what happened to their idea"
    room.window.go(PlaceKey.HOME)
    qtbot.waitUntil(lambda: words in room.words())
    room.services.people.add_walk_in(room.group.id, "Gwen")
    (row,) = [one for one in room.window.home.findChildren(CardRow) if words in one.spoken()]
    row.focus_target().setFocus()
    room.key(Qt.Key.Key_Z, CTRL)
    settle()
    assert room.window.focusWidget() is row.focus_target()


def test_one_press_notes_that_somebody_was_told_and_undo_takes_it_back(room: InTheRoom) -> None:
    screen = _ideas(room)
    assert "Bob" in room.words()
    screen.waits_to_hear.show_tellers([(room.people["Dilys"], "Dilys")])
    _press(screen, room.people["Bob"], "They heard it")

    (told,) = _told(room)
    assert (told.told_to, told.how) == (room.people["Bob"], ToldHow.IN_WORDS)
    assert "2 people wait to hear" in room.words()
    room.key(Qt.Key.Key_Z, CTRL)
    assert _told(room) == []
    assert "3 people wait to hear" in room.words()


def test_after_a_press_nobody_else_is_noted_by_mistake_and_tab_goes_on_to_the_next_person(room: InTheRoom) -> None:
    screen = _ideas(room)
    _press(screen, room.people["Bob"], "They heard it")
    room.key(Qt.Key.Key_Return)
    assert len(_told(room)) == 1
    room.key(Qt.Key.Key_Tab)
    focused = room.window.focusWidget()
    assert focused is not None
    assert (focused.accessibleName(), focused.accessibleDescription()) == ("They heard it", "Chen")


def test_f8_makes_all_slips_and_one_press_notes_that_all_were_told(
    room: InTheRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = tmp_path / "slips.pdf"
    asked: list[str] = []

    def ask(_parent: object, _words: str, suggested: Path, _kinds: str) -> Path:
        asked.append(suggested.name)
        return place

    monkeypatch.setattr(SavePlace, "ask", ask)
    screen = _ideas(room)
    assert not screen.waits_to_hear.all_told.isVisible()
    room.key(Qt.Key.Key_F8)
    qtbot.waitUntil(screen.waits_to_hear.all_told.isVisible, timeout=20_000)

    assert asked == ["what-happened - 2026-11-25.pdf"]
    document = pypdfium2.PdfDocument(place)
    words = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert all(line in words for line in (SHELTER, BENCH, LAMP, "Ticket number 1"))
    assert _told(room) == []
    screen.waits_to_hear.all_told.click()
    settle()
    assert {one.told_to for one in _told(room)} == {room.people["Bob"], room.people["Chen"], None}
    assert {one.how for one in _told(room)} == {ToldHow.EASY_READ}
    assert "Nobody waits to hear now." in room.words()
    room.key(Qt.Key.Key_Z, CTRL)
    assert _told(room) == []


def test_who_tells_them_is_kept(room: InTheRoom) -> None:
    screen = _ideas(room)
    screen.waits_to_hear.who.header().setFocus()
    room.key(Qt.Key.Key_Return)
    screen.waits_to_hear.choice.button(room.people["Dilys"]).click()
    settle()
    _press(screen, room.people["Chen"], "They heard it")
    assert [one.told_by for one in _told(room)] == [room.people["Dilys"]]


def test_whoever_does_not_want_to_be_named_has_no_name_where_others_may_see_it(room: InTheRoom) -> None:
    chen = room.services.people.get(room.people["Chen"])
    room.services.people.save(replace(chen, named_as=NamedAs.UNNAMED))
    room.desk.bridge.sight.say(can_see=True)
    screen = _ideas(room)
    card = screen.waits_to_hear
    assert card.row(chen.id).spoken().startswith("Somebody who does not want to be named")
    room.desk.bridge.sight.say(can_see=False)
    settle()
    assert card.row(chen.id).spoken().startswith("Chen")
    room.desk.bridge.sight.say(can_see=True)
    settle()
    assert card.row(chen.id).spoken().startswith("Somebody who does not want to be named")


def test_the_page_of_a_person_says_what_they_wait_for_and_notes_that_they_heard_it(
    theme: Theme, room: InTheRoom
) -> None:
    acted: list[str] = []
    part = HistoryPart(theme, room.services, room.desk.bridge, acted.append)
    person = room.services.people.get(room.people["Bob"])
    part.show_person(person)
    assert not part.to_tell.told.isHidden()
    part.to_tell.told.click()
    assert acted == ["answer_told"]
    part.show_person(person)
    assert part.to_tell.told.isHidden()
    assert [one.told_to for one in _told(room)] == [person.id]
    part.deleteLater()


def test_the_acts_for_all_stay_in_sight_however_many_wait(room: InTheRoom) -> None:
    card = _ideas(room).waits_to_hear
    card.show_waiting([Waiting(str(number), f"Person {number}", SHELTER) for number in range(12)])
    settle()
    card.row("2").setFocus()
    for _ in range(12):
        room.key(Qt.Key.Key_Tab)
        for button in (card.slips, card.page):
            assert button.visibleRegion().boundingRect() == button.rect()
