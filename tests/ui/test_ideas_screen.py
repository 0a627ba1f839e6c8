"""Our ideas: found as somebody types, opened as a story, saved for whoever had the idea; all of it by keyboard."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.ids import IdeaId
from coprod_desktop.domain.lines import (
    DecisionDetails,
    HowDecided,
    IdeaDetails,
    IdeaOutcome,
    NeededYes,
    Outcome,
    Words,
)
from coprod_desktop.domain.person import NamedAs, Perspective
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.screens.ideas.ideas_screen import IdeasScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.save_place import SavePlace
from tests.ui.in_the_room import CTRL, InTheRoom
from tests.ui.screen_checks import focused, settle, type_keys

LAMP, SHELTER, BENCH = "Put a lamp at the library stop.", "Roofs over the stops.", "A bench by the river."
WANTED = "We want a lamp at the library stop."


@pytest.fixture
def room(theme: Theme, tmp_path: Path) -> Iterator[InTheRoom]:
    """A meeting with an idea that waits, one kept for later, and one that became a decision that waits for a yes."""
    there = InTheRoom(theme, tmp_path)
    requests, people = there.running.requests, there.people
    lamp = requests.record_idea(Words(text=LAMP), IdeaDetails(proposer=Proposer(people=(people["Bob"],))))
    requests.record_idea(Words(text=SHELTER), IdeaDetails(proposer=Proposer(people=(people["Chen"],))))
    later = IdeaDetails(proposer=Proposer(people=(people["Dilys"],)), outcome=IdeaOutcome.LATER)
    requests.record_idea(Words(text=BENCH), later)
    _decide(there, lamp)
    yield there
    there.close()


def _decide(there: InTheRoom, lamp: IdeaId) -> None:
    proposer = Proposer(people=(there.people["Bob"],))
    details = DecisionDetails(
        proposer=proposer,
        outcome=Outcome.AGREED,
        from_idea_id=lamp,
        how_decided=HowDecided.CONSENSUS,
        needs_yes_from=(NeededYes(who="The council", asked_on=date(2026, 11, 4)),),
    )
    requests = there.running.requests
    requests.change_idea(lamp, Words(text=LAMP), IdeaDetails(proposer=proposer, outcome=IdeaOutcome.DECIDED))
    requests.record_decision(Words(text=WANTED), details)


def _open(there: InTheRoom) -> IdeasScreen:
    there.key(Qt.Key.Key_F, CTRL)
    screen = there.window.screen_now
    assert isinstance(screen, IdeasScreen)
    return screen


def test_the_box_is_one_key_away_in_a_meeting_and_esc_leads_back_step_by_step(room: InTheRoom) -> None:
    room.window.go(PlaceKey.AGENDA)
    screen = _open(room)
    assert focused() is screen.finder.search
    assert room.window.frame.is_in_meeting

    type_keys("lamp")
    room.key(Qt.Key.Key_Down)
    assert LAMP in focused().accessibleName() or WANTED in focused().accessibleName()
    room.key(Qt.Key.Key_Return)
    assert screen.title() == "What happened to this idea"
    room.key(Qt.Key.Key_Escape)
    assert screen.finder.isVisible()
    assert "lamp" in focused().accessibleName()
    room.key(Qt.Key.Key_Escape)
    assert screen.finder.search.text() == ""
    room.key(Qt.Key.Key_Escape)
    assert room.window.place is PlaceKey.AGENDA


def test_how_many_lines_there_are_is_told_once_for_what_was_typed(
    room: InTheRoom, heard: list[str], qtbot: QtBot
) -> None:
    screen = _open(room)
    type_keys("lamp")
    qtbot.waitUntil(lambda: "2 lines" in heard)
    screen.on_shown()  # as after each act, whose own words are not to be written over
    assert not any(timer.isActive() for timer in screen.finder.findChildren(QTimer))


def test_outside_a_meeting_it_is_the_fourth_place(room: InTheRoom) -> None:
    room.window.go(PlaceKey.HOME)
    room.key(Qt.Key.Key_4, CTRL)
    assert room.window.place is PlaceKey.IDEAS
    assert not room.window.frame.is_in_meeting
    assert room.window.frame.rail.button(PlaceKey.IDEAS).accessibleDescription() == "You are here"


def test_an_empty_box_shows_what_waits(room: InTheRoom) -> None:
    _open(room)
    words = room.words()
    for heading, line in (
        ("Ideas that wait", SHELTER),
        ("Others must still say yes", WANTED),
        ("Ideas that we kept for later", BENCH),
    ):
        assert heading in words
        assert line in words
    assert LAMP not in words, "what became of it is told, it waits for nothing"
    assert "We have waited 20 days." in words


def test_with_nothing_that_waits_it_says_so(theme: Theme, tmp_path: Path) -> None:
    there = InTheRoom(theme, tmp_path)
    _open(there)
    assert "No idea waits for an answer." in there.words()
    there.close()


def test_rows_follow_each_letter(room: InTheRoom) -> None:
    screen = _open(room)
    type_keys("ro")
    assert SHELTER in room.words()
    assert LAMP not in room.words()
    type_keys("ofx")
    assert "We found nothing." in room.words()
    screen.finder.search.setText("")
    type_keys("bob")
    assert LAMP in room.words()
    assert SHELTER not in room.words()


@pytest.mark.parametrize("typed", ['"', '"lamp', "lamp AND", "NEAR(", "*", "-lamp", "lamp'", "(", "words:lamp"])
def test_signs_in_the_box_do_no_harm(room: InTheRoom, typed: str) -> None:
    screen = _open(room)
    type_keys(typed)
    assert screen.finder.isVisible()
    assert room.window.frame.message_words() == ""


def test_somebody_who_is_not_named_is_not_found_by_name_and_not_shown(room: InTheRoom) -> None:
    people = room.services.people
    chen = people.get(room.people["Chen"])
    people.save(type(chen)(**{**_fields(chen), "named_as": NamedAs.UNNAMED}))
    _open(room)
    assert "Chen" not in room.words()
    type_keys("chen")
    assert SHELTER not in room.words()


def _fields(person: object) -> dict[str, object]:
    return {name: getattr(person, name) for name in person.__dataclass_fields__}  # type: ignore[attr-defined]


def test_filters_are_told_in_words_and_taken_off_in_one_press(room: InTheRoom) -> None:
    screen = _open(room)
    screen.finder.filters.header().click()
    screen.filters.kind.button("idea").click()
    screen.filters.whose.button(room.people["Dilys"]).click()
    settle()
    assert "You see only: Ideas \u00b7 Dilys." in room.words()
    assert BENCH in room.words()
    assert SHELTER not in room.words()
    screen.finder.filters.set_open(False)
    assert "You see only: Ideas \u00b7 Dilys." in room.words(), "a shut fold hides no filter"
    screen.finder.show_all.click()
    settle()
    assert "You see only" not in room.words()
    assert SHELTER in room.words()


def test_days_and_what_became_of_it_narrow_it(room: InTheRoom) -> None:
    screen = _open(room)
    screen.finder.filters.header().click()
    screen.filters.became.button("waits").click()
    settle()
    assert SHELTER in room.words()
    assert LAMP not in room.words()
    screen.filters.when.button("days").click()
    screen.filters.until.set_day(date(2026, 11, 1))
    settle()
    assert "Up to 1 November 2026" in room.words()
    assert SHELTER not in room.words()


def test_where_people_speak_from_is_asked_only_when_nobody_else_sees_the_screen(room: InTheRoom) -> None:
    requests = room.running.requests
    requests.say_perspective(room.people["Amina"], (Perspective.CARER,))
    requests.record_idea(Words(text="Longer visits."), IdeaDetails(proposer=Proposer(people=(room.people["Amina"],))))
    sight = room.desk.bridge.sight
    sight.say(can_see=True)
    screen = _open(room)
    screen.finder.filters.header().click()
    settle()
    assert screen.filters.cover.content is None
    assert "unpaid" not in room.words()

    sight.say(can_see=False)
    settle()
    screen.filters.cover.content.field.button("carer").click()  # type: ignore[union-attr]
    settle()
    assert "Longer visits." in room.words()
    assert SHELTER not in room.words()

    sight.say(can_see=True)
    settle()
    assert "You see only" not in room.words(), "the room must not see who speaks from where"
    assert SHELTER in room.words()


def test_the_story_tells_day_what_and_whose_words_in_order(room: InTheRoom) -> None:
    screen = _open(room)
    type_keys("lamp")
    room.key(Qt.Key.Key_Return)
    room.key(Qt.Key.Key_Return)
    steps = [screen.page.timeline.row(key).spoken() for key in screen.page.timeline.keys()]  # noqa: SIM118
    told = [next((at for at, said in enumerate(steps) if words in said), -1) for words in (LAMP, WANTED)]
    assert -1 < told[0] < told[1]
    assert steps[0].startswith("Tuesday 24 November 2026 \u00b7 Idea from Bob")
    assert any("The council must also say yes." in said for said in steps)
    assert any("We have waited 20 days for an answer." in said for said in steps)


def test_a_step_opens_its_meeting(room: InTheRoom) -> None:
    screen = _open(room)
    type_keys("lamp")
    room.key(Qt.Key.Key_Return)
    room.key(Qt.Key.Key_Return)
    asked: list[str] = []
    screen.meeting_requested.connect(asked.append)
    room.key(Qt.Key.Key_Return)
    assert asked == [room.running.live.id]


@pytest.mark.parametrize("button", ["easy_read", "large_print"])
def test_the_story_is_saved_as_a_paper(
    room: InTheRoom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, button: str
) -> None:
    target, offered = tmp_path / "story.pdf", []

    def ask(_window: object, _title: str, place: Path, _kinds: str) -> Path:
        offered.append(place.name)
        return target

    monkeypatch.setattr(SavePlace, "ask", ask)
    screen = _open(room)
    type_keys("lamp")
    room.key(Qt.Key.Key_Return)
    room.key(Qt.Key.Key_Return)
    if button == "easy_read":
        room.key(Qt.Key.Key_F8)
    else:
        screen.page.large_print.click()
    qtbot.waitUntil(target.exists, timeout=30_000)
    qtbot.waitUntil(lambda: "It is saved" in room.window.frame.message_words() or screen.page.easy_read.isEnabled())

    assert offered == ["what-happened - Bus stops group - 2026-11-24.pdf"]
    pdf = pypdfium2.PdfDocument(target)
    text = " ".join("".join(page.get_textpage().get_text_bounded().split()) for page in pdf)
    pdf.close()
    for words in (LAMP, WANTED, "Idea from Bob", "Tuesday 24 November 2026", "days for an answer."):
        assert "".join(words.split()) in text.replace(" ", "")


def test_the_letter_to_whoever_must_say_yes_is_made_from_the_story(
    room: InTheRoom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "letter.pdf"
    monkeypatch.setattr(SavePlace, "ask", lambda *_asked: target)
    screen = _open(room)
    type_keys("lamp")
    room.key(Qt.Key.Key_Return)
    room.key(Qt.Key.Key_Return)
    assert screen.page.letter.isVisible()
    screen.page.letter.click()
    qtbot.waitUntil(target.exists, timeout=30_000)
    qtbot.waitUntil(lambda: screen.page.letter.isEnabled())


def test_a_path_that_is_undone_meanwhile_leads_back_to_the_rows(room: InTheRoom) -> None:
    screen = _open(room)
    type_keys("roofs")
    room.key(Qt.Key.Key_Return)
    room.key(Qt.Key.Key_Return)
    assert screen.page.isVisible()
    while any(idea.words.text == SHELTER for idea in room.state.ideas.values()):
        room.window.undo()
    settle()
    assert screen.finder.isVisible()
    assert QApplication.focusWidget() is not None
