"""On the page who is here: are the minutes of the meeting before right? One press opens it, one says yes."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.ui.screens.welcome.welcome_screen import WelcomeScreen
from coprod_desktop.ui.theme import Theme
from tests.ui.person_at_screen import press as press_words
from tests.ui.person_at_screen import press_row, seen
from tests.ui.screen_checks import Room, focused, press, show

QUESTION = "Are the last minutes right?"


@pytest.fixture
def last(room: Room) -> MeetingId:
    """A meeting before this one, finished."""
    group_id = room.bridge.state.group_id
    assert group_id is not None
    running = room.services.meetings.begin(group_id, MeetingDetails(title="Before", held_on=date(2026, 3, 10)))
    running.requests.finish()
    details = room.bridge.state.details
    assert details is not None
    room.bridge.requests.change_details(replace(details, held_on=date(2026, 11, 24)))
    return running.live.id


@pytest.fixture
def screen(room: Room, last: MeetingId, theme: Theme, qtbot: QtBot) -> WelcomeScreen:
    """The page, which only the people at the laptop can see."""
    del last
    room.bridge.sight.say(can_see=False)
    made = WelcomeScreen(theme, room.services, room.bridge)
    qtbot.addWidget(made)
    show(made)
    return made


def test_two_presses_agree_the_minutes_of_the_meeting_before(
    room: Room, screen: WelcomeScreen, last: MeetingId
) -> None:
    press_row(screen, QUESTION)
    assert "Undo takes back the yes. It cannot bring back these times." in seen(screen)
    assert focused().accessibleName().startswith("Yes, we agree")
    press(Qt.Key.Key_Return)
    after = room.services.meetings.state(last).after
    assert after.agreed[1].in_meeting == room.bridge.meeting_id
    assert QUESTION not in seen(screen)
    assert "Who is here?" in seen(screen)
    room.services.history.undo()
    screen.show_state(room.bridge.state)
    assert QUESTION in seen(screen)


def test_esc_leads_back_and_nothing_is_said(room: Room, screen: WelcomeScreen, last: MeetingId) -> None:
    press_row(screen, QUESTION)
    assert screen.leave()
    assert "Who is here?" in seen(screen)
    assert room.services.meetings.state(last).after.agreed == {}
    assert focused().accessibleName().startswith(QUESTION)


def test_looking_at_them_opens_that_meeting(screen: WelcomeScreen, last: MeetingId, qtbot: QtBot) -> None:
    press_row(screen, QUESTION)
    with qtbot.waitSignal(screen.meeting_requested) as asked:
        press_words(screen, "Look at them")
    assert asked.args == [last]


def test_the_first_meeting_of_a_group_is_asked_nothing(room: Room, theme: Theme, qtbot: QtBot) -> None:
    room.bridge.sight.say(can_see=False)
    made = WelcomeScreen(theme, room.services, room.bridge)
    qtbot.addWidget(made)
    show(made)
    assert "Are the minutes" not in seen(made)
