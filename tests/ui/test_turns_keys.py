"""Turns by real keys in the whole window: each act is one key or two, and F2 tells the time that is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coprod_desktop.app import App
from coprod_desktop.domain.events import PauseReason
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState, Turn
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.services.clock import today
from coprod_desktop.ui.main_window.window import MainWindow
from tests.journeys.keyboard import choose, here, press, seen, type_words, until

_NAMES = ("Amina", "Bob", "Chen", "Dilys")


class Meeting:
    """A window with 4 people who talk about one thing."""

    def __init__(self, app: App) -> None:
        self.window: MainWindow = app.window
        desk = self.window.desk
        assert desk is not None
        group = desk.services.groups.create("Bus stops group")
        self.people: dict[str, PersonId] = {
            name: desk.services.people.add_walk_in(group.id, f"{name} Jones").id for name in _NAMES
        }
        details = MeetingDetails(title="Bus stops", held_on=today(desk.services.clock))
        running = desk.services.meetings.begin(group.id, details, tuple(self.people.values()))
        for who in self.people.values():
            running.requests.arrive(who)
        proposer = Proposer(people=(self.people["Amina"],))
        item = running.requests.propose_item(AgendaItemDetails(title="Where do the shelters go?", proposer=proposer))
        running.requests.open_item(item)
        running.turns.set_length(120)
        self.running = running
        self.window.open_meeting(running.live.id)
        press("Ctrl+3")

    @property
    def state(self) -> MeetingState:
        """What the record says now."""
        return self.running.live.state

    @property
    def turn(self) -> Turn:
        """The turn that runs."""
        assert self.state.current_turn is not None
        return self.state.current_turn

    def speaks(self) -> str:
        """Who has the turn."""
        return next(name for name, who in self.people.items() if who == self.turn.person_id)


@pytest.fixture
def meeting(qapp: QApplication, tmp_path: Path) -> Iterator[Meeting]:
    """The program with a small meeting, at Turns."""
    app = App(qapp, tmp_path, with_sample=False)
    app.window.resize(1366, 698)
    app.window.show()
    app.window.activateWindow()
    until(lambda: app.window.desk is not None)
    until(app.window.isActiveWindow)
    yield Meeting(app)
    app.close()


def test_hands_up_by_keys(meeting: Meeting) -> None:
    type_words("b")
    press("Return", "F4")
    type_words("d")
    press("Return", "F4", "Esc")
    assert here() == "Add a hand"
    press("F3")
    assert "Start Dilys's turn" in seen(meeting.window)
    press("F3", "F8")
    assert meeting.speaks() == "Bob"
    press("F7")
    assert meeting.turn.allowed_seconds == 180
    press("Shift+F6")
    assert meeting.turn.pause_reason is PauseReason.THINKING
    press("Shift+F6", "F6")
    assert meeting.turn.pause_reason is PauseReason.ASKED
    press("F6", "F5")
    type_words("c")
    press("Return", "Esc")
    choose("Chen. Wants to add to this")
    assert meeting.speaks() == "Chen"
    press("F8")
    assert meeting.speaks() == "Bob"
    assert not meeting.turn.is_paused
    press("F8")
    assert here() == "Start Dilys's turn"
    press("Shift+F3")
    assert "Rule: fewest turns first" in seen(meeting.window)


def test_a_go_round_by_keys_where_nobody_sees_a_pass(meeting: Meeting) -> None:
    choose("Start a go-round")
    press("F3")
    assert "Amina" not in seen(meeting.window)
    assert "pass" not in seen(meeting.window).replace("Pass", "").replace("or pass, or say", "")
    press("Shift+F3", "F8")
    assert meeting.speaks() == "Chen"
    press("F8", "F3", "F8")
    assert meeting.speaks() == "Bob"
    press("F8")
    assert "Everybody was asked" in seen(meeting.window)
    press("F8")
    assert meeting.state.room.go_round is None


def test_2_people_talk_by_2_keys(meeting: Meeting) -> None:
    choose("More", "2 people talk", "Amina", "Dilys")
    press("Ctrl+Right")
    assert meeting.speaks() == "Dilys"
    press("Ctrl+Left")
    assert meeting.speaks() == "Amina"
    press("F8")
    assert meeting.state.room.conversation is None


def test_f2_tells_how_much_is_left_on_every_place_of_the_meeting(meeting: Meeting) -> None:
    press("F2")
    assert "Nobody has a turn now." in seen(meeting.window)
    type_words("b")
    press("Return", "F8", "F2")
    assert "left." in seen(meeting.window)
    press("Ctrl+2", "F2")
    assert "left." in seen(meeting.window)
    meeting.running.turns.take_clocks_away()
    press("F2")
    assert "This turn has no timer." in seen(meeting.window)


def test_at_200_percent_f2_is_answered_too(meeting: Meeting) -> None:
    meeting.window.resize(1280, 720)
    for _ in range(10):
        press("Ctrl++")
    press("F2")
    assert "Nobody has a turn now." in seen(meeting.window)


def test_the_end_of_an_item_by_keys(meeting: Meeting) -> None:
    choose("Finish this item")
    assert here() == "We asked everyone"
    press("Esc")
    assert meeting.state.current_item is not None
    choose("Finish this item")
    press("F8")
    assert meeting.state.current_item is None
    press("Ctrl+Z")
    assert meeting.state.current_item is not None
