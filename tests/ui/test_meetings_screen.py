"""The meetings of the group: nothing asked twice, nothing deleted."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.screens.meetings_screen import MeetingsScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.press_button import PressButton
from tests.ui.screen_checks import (
    Room,
    at_200_percent,
    cut_widgets,
    focused,
    press,
    settle,
    show,
    sideways_scrolls,
    type_keys,
    unnamed_controls,
    words_of,
)


@pytest.fixture
def screen(room: Room, theme: Theme, qtbot: QtBot) -> MeetingsScreen:
    screen = MeetingsScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    return screen


def _button(screen: MeetingsScreen, words: str) -> PressButton:
    return next(one for one in screen.findChildren(PressButton) if one.words() == words and one.isVisible())


def test_where_a_meeting_stands_is_told_in_words(room: Room, theme: Theme, qtbot: QtBot) -> None:
    proposer = Proposer(people=(room.people["Amina"],))
    for title in ("One", "Two"):
        room.running.requests.propose_item(AgendaItemDetails(title=title, proposer=proposer))
    room.running.requests.open_item(room.state.agenda[1].id)
    screen = MeetingsScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    seen = focused().accessibleName()
    assert seen == "Bus stops. Tuesday 24 November 2026, Library hall Not finished. Item 2 of 2"


def test_two_returns_carry_on(screen: MeetingsScreen, room: Room, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Return)
    assert focused().accessibleName() == "Carry on"
    with qtbot.waitSignal(screen.meeting_requested) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == [room.running.live.id]


def test_a_new_meeting_needs_a_name_only_and_its_people_are_on_the_list(
    screen: MeetingsScreen, room: Room, qtbot: QtBot
) -> None:
    assert screen.press("Ctrl+N")
    settle()
    assert isinstance(focused(), LineField)
    type_keys("Talk about buses")
    with qtbot.waitSignal(screen.meeting_requested) as asked:
        press(Qt.Key.Key_Return)
    state = room.services.meetings.open(MeetingId(asked.args[0])).live.state
    assert state.title == "Talk about buses"
    assert state.details.held_on == date(2026, 11, 24)
    assert set(state.attendance) == set(room.people.values())


def test_a_meeting_without_a_name_is_refused_beside_the_field(screen: MeetingsScreen, room: Room) -> None:
    screen.start_new()
    assert screen.press("F8")
    settle()
    assert "Please give a name that people can see." in words_of(screen)
    assert isinstance(focused(), LineField)
    assert len(room.services.meetings.headers(room.group.id)) == 1


def test_only_a_meeting_of_today_is_started_and_a_later_one_is_made(screen: MeetingsScreen, room: Room) -> None:
    screen.start_new()
    assert _button(screen, "Start")
    screen.findChild(DateField).setFocus()
    press(Qt.Key.Key_Up)
    assert _button(screen, "Make this meeting")
    press(Qt.Key.Key_Down)
    assert _button(screen, "Start")
    screen.findChild(DateField).setFocus()
    press(Qt.Key.Key_Up)
    screen.findChild(LineField).setFocus()
    type_keys("Buses")
    assert screen.press("F8")
    (made,) = (one for one in room.services.meetings.headers(room.group.id) if one.title == "Buses")
    assert made.held_on == date(2026, 11, 25)


def test_a_half_typed_name_survives_another_press_of_new(screen: MeetingsScreen) -> None:
    screen.start_new()
    type_keys("Talk ab")
    screen.on_shown()
    screen.start_new()
    field = focused()
    assert isinstance(field, LineField)
    assert field.text() == "Talk ab"


def test_the_next_meeting_brings_people_and_place_along(screen: MeetingsScreen, room: Room, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Return)
    _button(screen, "Start the next one").click()
    settle()
    assert "People on the list: 4. Place: Library hall." in words_of(screen)
    with qtbot.waitSignal(screen.meeting_requested) as asked:
        screen.press("F8")
    state = room.services.meetings.open(MeetingId(asked.args[0])).live.state
    assert state.follows_id == room.running.live.id
    assert state.details.venue == "Library hall"
    assert set(state.attendance) == set(room.people.values())


def test_esc_closes_the_panel_and_begins_nothing(screen: MeetingsScreen, room: Room) -> None:
    screen.start_new()
    type_keys("No")
    assert screen.leave()
    settle()
    assert focused().accessibleName().startswith("Bus stops")
    assert len(room.services.meetings.headers(room.group.id)) == 1


def test_a_meeting_is_put_away_and_brought_back(screen: MeetingsScreen, room: Room, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(screen.acted) as acted:
        _button(screen, "Put away").click()
    settle()
    assert acted.args == ["meeting_put_away"]
    assert room.services.meetings.headers(room.group.id) == ()
    assert "1 meeting is put away." in words_of(screen)
    assert focused().accessibleName() == "New meeting"
    _button(screen, "Show them").click()
    settle()
    next(
        one for one in screen.findChildren(PressButton) if one.isVisible() and one.words().startswith("Bus stops")
    ).setFocus()
    press(Qt.Key.Key_Return)
    assert focused().accessibleName() == "Bring it back"
    press(Qt.Key.Key_Return)
    assert len(room.services.meetings.headers(room.group.id)) == 1
    assert "put away." not in words_of(screen)


def test_several_unfinished_meetings_stand_changed_last_first(screen: MeetingsScreen, room: Room) -> None:
    for name in ("Second", "Third"):
        room.clock.pass_seconds(60)
        details = room.services.meetings.suggested_details(room.running.live.id)
        room.services.meetings.begin(room.group.id, type(details)(title=name, held_on=date(2026, 12, 1)))
    screen.on_shown()
    settle()
    rows = [
        one.words().split(".")[0]
        for one in screen.findChildren(PressButton)
        if one.isVisible() and "Not finished" in one.words()
    ]
    assert rows == ["Third", "Second", "Bus stops"]


def test_at_200_percent_nothing_is_cut_and_every_control_has_a_name(room: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = at_200_percent(theme, lambda: MeetingsScreen(theme, room.services, room.bridge))
    qtbot.addWidget(screen)
    press(Qt.Key.Key_Return)
    for _ in range(2):
        assert cut_widgets(screen) == []
        assert sideways_scrolls(screen) == []
        assert unnamed_controls(screen) == []
        screen.start_new()
        settle()
