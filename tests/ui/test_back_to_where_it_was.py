"""After an act the focus is on what was acted on and in sight, and what stood beside the work stands there again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.ids import IdeaId
from coprod_desktop.domain.lines import ActionDetails, DecisionDetails, IdeaDetails, Outcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.screens.agenda.agenda_screen import AgendaScreen
from coprod_desktop.ui.screens.decisions.decisions_screen import DecisionsScreen
from coprod_desktop.ui.screens.welcome.welcome_screen import WelcomeScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.lines_panel import JOIN, MORE, SETTLE, TAKE_BACK
from tests.ui.in_the_room import InTheRoom
from tests.ui.person_at_screen import press as press_words
from tests.ui.person_at_screen import press_row, seen
from tests.ui.screen_checks import Room, begin_to_talk, focused, open_room, press, settle, show, type_keys

PROMISES = "What we promised"


@pytest.fixture
def talking(tmp_path: Path) -> Iterator[Room]:
    """The group talks about the first of two items."""
    for made in open_room(tmp_path / "talking"):
        begin_to_talk(made)
        yield made


@pytest.fixture
def ideas(talking: Room) -> list[IdeaId]:
    """More ideas than there is room for."""
    requests, dilys = talking.running.requests, Proposer(people=(talking.people["Dilys"],))
    said = IdeaDetails(proposer=dilys, item_id=talking.state.agenda[0].id)
    return [requests.record_idea(Words(text=f"Idea number {at}"), said) for at in range(14)]


@pytest.fixture
def decisions(theme: Theme, talking: Room, ideas: list[IdeaId]) -> Iterator[DecisionsScreen]:
    """The screen with all of them, as on a small laptop."""
    del ideas
    screen = DecisionsScreen(theme, talking.services, talking.bridge)
    show(screen)
    screen.resize(1180, 540)
    settle()
    yield screen
    screen.end()


def promise(room: Room) -> None:
    """A meeting before this one left a job."""
    before = room.services.meetings.begin(room.group.id, MeetingDetails(title="Before", held_on=date(2026, 3, 10)))
    before.requests.agree_action(Words(text="Ask the council."), ActionDetails())


def act(screen: DecisionsScreen, idea_id: IdeaId, *acts: str) -> None:
    assert screen.list.lines.focus_row(idea_id)
    press(Qt.Key.Key_Return)
    for key in acts:
        screen.list.lines.act(key).setFocus()
        press(Qt.Key.Key_Return)
    settle()


def is_on_row(start: str) -> bool:
    """Whether the focus is on the row that begins so, and a person can see it."""
    now = focused()
    return now.accessibleName().startswith(start) and _is_in_sight(now)


def _is_in_sight(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            top = widget.mapTo(above.viewport(), QPoint(0, 0)).y()
            if top < 0 or top + widget.height() > above.viewport().height():
                return False
        above = above.parentWidget()
    return True


def test_an_idea_far_down_that_was_taken_back_is_still_in_sight(
    decisions: DecisionsScreen, ideas: list[IdeaId]
) -> None:
    act(decisions, ideas[3], MORE, TAKE_BACK)
    assert is_on_row("Idea number 3. ")


def test_an_idea_that_got_an_outcome_has_the_focus_again(decisions: DecisionsScreen, ideas: list[IdeaId]) -> None:
    act(decisions, ideas[4], SETTLE)
    assert decisions.press("F8")
    settle()
    assert is_on_row("Idea number 4. ")


def test_an_idea_that_took_in_another_has_the_focus_again(decisions: DecisionsScreen, ideas: list[IdeaId]) -> None:
    act(decisions, ideas[2], JOIN)
    decisions.join.others.button(ideas[1]).setFocus()
    press(Qt.Key.Key_Space)
    assert decisions.press("F8")
    settle()
    assert is_on_row("Idea number 2. ")


def test_esc_from_what_becomes_of_it_leads_back_to_the_idea(decisions: DecisionsScreen, ideas: list[IdeaId]) -> None:
    act(decisions, ideas[2], SETTLE)
    assert decisions.leave()
    settle()
    assert is_on_row("Idea number 2. ")


def test_a_new_idea_leads_back_to_writing_the_next_one(decisions: DecisionsScreen, ideas: list[IdeaId]) -> None:
    act(decisions, ideas[2])
    assert decisions.press("F4")
    type_keys("One more")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    settle()
    assert decisions.list.add_idea.hasFocus() or not decisions.list.isVisible()


def test_what_we_promised_is_back_on_the_agenda_after_an_item_was_put_on(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    promise(room)
    screen = AgendaScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    assert PROMISES in seen(screen)
    assert screen.press("F4")
    assert PROMISES not in seen(screen)
    assert screen.leave()
    assert PROMISES in seen(screen)


def test_what_we_promised_has_no_frame_around_its_frame(room: Room, theme: Theme, qtbot: QtBot) -> None:
    promise(room)
    screen = AgendaScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    press_row(screen, PROMISES)
    settle()
    above, around = screen.promises.panel.parentWidget(), []
    while above is not None and above is not screen:
        around.append(above)
        above = above.parentWidget()
    assert screen.promises.panel.isVisible()
    assert not [one for one in around if isinstance(one, Card)]
    assert screen.leave()
    assert not screen.promises.panel.isVisible()
    assert "What shall we talk about?" in seen(screen)


def test_both_questions_above_the_list_are_one_line_high(room: Room, theme: Theme, qtbot: QtBot) -> None:
    before = room.services.meetings.begin(room.group.id, MeetingDetails(title="Before", held_on=date(2026, 3, 10)))
    before.requests.agree_action(Words(text="Ask the council."), ActionDetails())
    before.requests.finish()
    details = room.bridge.state.details
    assert details is not None
    room.bridge.requests.change_details(replace(details, held_on=date(2026, 11, 24)))
    room.bridge.sight.say(can_see=False)
    screen = WelcomeScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    screen.resize(1144, 550)
    show(screen)
    screen.resize(1144, 550)
    settle()
    rows = (screen.last_minutes.row, screen.promises.row)
    assert all(row.isVisible() for row in rows)
    assert max(row.height() for row in rows) <= theme.px(76)


def test_the_next_idea_is_at_hand_after_one_got_another_answer(theme: Theme, tmp_path: Path) -> None:
    there = InTheRoom(theme, tmp_path)
    there.running.turns.end()
    said = IdeaDetails(proposer=Proposer(people=(there.people["Amina"],)))
    for words in ("Paint the seats.", "Wash the seats.", "Count the seats."):
        there.running.requests.record_idea(Words(text=words), said)
    there.running.requests.close_item(there.state.agenda[0].id)
    there.window.go("close")
    settle()
    press_words(there.window.screen_now, "Another answer")
    there.key(Qt.Key.Key_F8)
    settle()
    assert focused().accessibleName() == "For later"
    there.close()


def test_the_list_says_that_a_decision_is_for_now_and_counts_only_what_stands(
    decisions: DecisionsScreen, talking: Room
) -> None:
    requests, amina = talking.running.requests, Proposer(people=(talking.people["Amina"],))
    agreed = DecisionDetails(proposer=amina, outcome=Outcome.AGREED, item_id=talking.state.agenda[0].id)
    requests.record_decision(Words(text="Two benches."), replace(agreed, is_until_asked=True))
    gone = requests.record_decision(Words(text="A red door."), agreed)
    requests.take_back_decision(gone)
    settle()
    assert "We agreed for now" in " ".join(decisions.list.lines.words())
    assert "1 decision\n" in seen(decisions.room)
