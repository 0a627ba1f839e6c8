"""What a person who hears the screen is told when they look for an idea, read its story, and check the minutes."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.domain.lines import DecisionDetails, IdeaDetails, IdeaOutcome, NeededYes, Outcome, Words
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.ui.screens.ideas.ideas_screen import IdeasScreen
from coprod_desktop.ui.screens.minutes.minutes_screen import MinutesScreen
from coprod_desktop.ui.screens.minutes.panel import AGREE, CHECK, READERS, RETURNED, SHEETS
from coprod_desktop.ui.screens.minutes.returned_panel import ReturnedPanel
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from tests.ui.private_room import NAMES, PrivateRoom
from tests.ui.screen_audit import name_faults
from tests.ui.screen_checks import settle

KEY = Qt.Key
LAMP, SEAT = "Lamps at the library stop.", "A seat with arms."


@pytest.fixture
def room(theme: Theme, tmp_path: Path) -> Iterator[PrivateRoom]:
    """Nobody but us sees the screen; an idea became a decision that waits for a yes, another is kept for later."""
    opened = PrivateRoom(theme, tmp_path)
    opened.desk.bridge.sight.say(can_see=False)
    requests = opened.running.requests
    lamp = requests.record_idea(Words(text=LAMP), IdeaDetails(proposer=opened.proposer("Bob")))
    requests.record_decision(
        Words(text="We want lamps."),
        DecisionDetails(
            proposer=opened.proposer("Bob"),
            outcome=Outcome.AGREED,
            from_idea_id=lamp,
            needs_yes_from=(NeededYes(who="The council", asked_on=opened.clock.now().date()),),
        ),
    )
    seat = requests.record_idea(Words(text=SEAT), IdeaDetails(proposer=Proposer(source=Source.UNNAMED)))
    requests.settle_idea(seat, IdeaOutcome.LATER, reason="There was no time.")
    settle()
    yield opened
    opened.close()


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "the focus is nowhere"
    assert widget.isVisible(), "the focus is on what nobody sees"
    return widget


def _told(widget: QWidget, kind: QAccessible.Text) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(kind)


def _name() -> str:
    return _told(_focused(), QAccessible.Text.Name)


def _press(key: Qt.Key) -> None:
    QTest.keyClick(_focused(), key)
    settle()


def _ideas(room: PrivateRoom) -> IdeasScreen:
    room.go("ideas/search")
    screen = room.window.screen_now
    assert isinstance(screen, IdeasScreen)
    return screen


def test_the_box_says_what_it_finds_how_many_there_are_and_each_row_says_what_became_of_it(
    room: PrivateRoom, heard: list[str]
) -> None:
    screen = _ideas(room)
    assert _focused() is screen.finder.search
    assert "Find an idea" in _name()
    heard.clear()
    QTest.keyClicks(_focused(), "lamps")
    settle()
    screen.finder._quiet.timeout.emit()  # noqa: SLF001 - the pause after the last letter
    assert heard == ["2 lines"], "said once, after the last letter"
    _press(KEY.Key_Down)
    first = _name()
    _press(KEY.Key_Down)
    rows = [first, _name()]
    assert any("We want lamps" in one and "The council must also say yes" in _whole(one) for one in rows)
    assert all("Bob" in _whole(one) for one in rows)


def _whole(name: str) -> str:
    return f"{name} {_told(_focused(), QAccessible.Text.Description)}"


def test_nothing_found_is_said_too(room: PrivateRoom, heard: list[str]) -> None:
    screen = _ideas(room)
    heard.clear()
    QTest.keyClicks(_focused(), "giraffe")
    settle()
    screen.finder._quiet.timeout.emit()  # noqa: SLF001 - the pause after the last letter
    assert heard == ["We found nothing. Try a shorter word, or another one."]
    assert _focused() is screen.finder.search


def test_a_story_is_read_from_the_top_step_by_step_and_esc_leads_back_to_its_row(room: PrivateRoom) -> None:
    screen = _ideas(room)
    QTest.keyClicks(_focused(), "library")
    settle()
    _press(KEY.Key_Down)
    row = _name()
    assert "Lamps" in row
    _press(KEY.Key_Return)
    steps = [_whole(_name())]
    for _ in range(len(screen.page.timeline.keys()) - 1):
        _press(KEY.Key_Down)
        steps.append(_whole(_name()))
    told = "\n".join(steps)
    assert told.index("Lamps at the library stop") < told.index("We want lamps") < told.index("The council")
    assert all("2026" in one for one in steps), "each says its day"
    assert all("Opens the meeting" in one for one in steps)
    _press(KEY.Key_Escape)
    assert _name() == row


def test_who_waits_to_hear_is_told_apart_and_that_they_heard_it_is_spoken(room: PrivateRoom, heard: list[str]) -> None:
    room.clock.pass_seconds(timedelta(days=1).total_seconds())
    screen = _ideas(room)
    buttons = [
        one
        for one in screen.waits_to_hear.findChildren(BigButton)
        if one.isVisible() and one.words() == "They heard it"
    ]
    told = [_told(one, QAccessible.Text.Description) for one in buttons]
    assert len(told) == len(set(told)) == 2
    assert any("Ticket number" in one for one in told)
    buttons[0].setFocus()
    heard.clear()
    _press(KEY.Key_Return)
    assert heard, "what was kept is spoken"
    assert not any(name in words for words in heard for name in NAMES), "the bar stays when others look on"
    _focused()


def test_a_check_sheet_asks_of_each_line_by_its_words(room: PrivateRoom, heard: list[str]) -> None:
    screen = _minutes(room, RETURNED)
    panel = screen.panel(RETURNED)
    assert isinstance(panel, ReturnedPanel)
    panel.open_person(room.people["Bob"])
    settle()
    questions = [_told(card.answers, QAccessible.Text.Name) for card in panel.cards()]
    assert len(questions) == len(set(questions)) >= 3
    assert any(LAMP in one for one in questions)
    panel.cards()[0].answers.button("yes").click()
    heard.clear()
    screen.press("F8")
    settle()
    assert any("answers are kept" in words for words in heard)
    _focused()


def test_covering_a_sheet_puts_the_focus_on_the_question_who_can_see(room: PrivateRoom) -> None:
    screen = _minutes(room, RETURNED)
    panel = screen.panel(RETURNED)
    assert isinstance(panel, ReturnedPanel)
    panel.open_person(room.people["Bob"])
    settle()
    panel.cards()[0].answers.button("yes").setFocus()
    room.desk.bridge.sight.ask_again()
    settle()
    assert panel.isAncestorOf(_focused())


def _minutes(room: PrivateRoom, panel: str) -> MinutesScreen:
    room.go("minutes")
    screen = room.window.screen_now
    assert isinstance(screen, MinutesScreen)
    screen.show_panel(panel)
    settle()
    return screen


@pytest.mark.parametrize("part", ["ideas/search", "ideas/waits", "decisions", "take_out/none"])
def test_esc_goes_back_changes_nothing_and_the_focus_is_never_lost(room: PrivateRoom, part: str) -> None:
    room.go(part)
    before = room.running.live.state
    assert list(name_faults(room.window)) == []
    for _ in range(4):
        _focused()
        _press(KEY.Key_Escape)
    _focused()
    assert room.running.live.state == before


@pytest.mark.parametrize("key", [CHECK, READERS, SHEETS, RETURNED, AGREE])
def test_each_step_of_checking_has_names_and_a_focus(room: PrivateRoom, key: str) -> None:
    screen = _minutes(room, key)
    assert list(name_faults(room.window)) == []
    assert screen.isAncestorOf(_focused())
    _press(KEY.Key_Escape)
    _focused()
