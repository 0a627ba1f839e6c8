"""About this meeting: each field is kept when it is left, and nothing half typed is lost."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.meeting import FixedBound, MeetingKind, NextMeeting
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.ui.screens.set_up.set_up_screen import SetUpScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import ChoiceButton
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.press_button import PressButton
from coprod_desktop.ui.widgets.text_field import TextField
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
def screen(room: Room, theme: Theme, qtbot: QtBot) -> SetUpScreen:
    screen = SetUpScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    return screen


def _field(screen: SetUpScreen, name: str, place: int = 0) -> QWidget:
    kinds = (LineField, TextField, DateField)
    named = [one for kind in kinds for one in screen.findChildren(kind) if one.accessibleName() == name]
    return named[place]


def _type_and_leave(screen: SetUpScreen, name: str, words: str, place: int = 0) -> None:
    field = _field(screen, name, place)
    field.setFocus()
    field.selectAll()
    type_keys(words)
    press(Qt.Key.Key_Tab)


def _button(screen: SetUpScreen, words: str) -> PressButton:
    return next(one for one in screen.findChildren(PressButton) if one.words() == words and not one.isHidden())


def test_leaving_a_field_keeps_it(screen: SetUpScreen, room: Room) -> None:
    _type_and_leave(screen, "What is the meeting called?", "Shelters")
    _type_and_leave(screen, "What is it for?", "We choose the places.")
    _type_and_leave(screen, "Starts at", "10am")
    _type_and_leave(screen, "Where is it?", "Town hall")
    details = room.replayed().details
    assert details.title == "Shelters"
    assert details.purpose == "We choose the places."
    assert details.starts_at == "10am"
    assert details.venue == "Town hall"


def test_an_empty_name_is_refused_in_words_and_the_focus_may_go_on(screen: SetUpScreen, room: Room) -> None:
    field = _field(screen, "What is the meeting called?")
    field.setFocus()
    field.selectAll()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Tab)
    assert room.replayed().details.title == "Bus stops"
    assert "Please give a name that people can see." in words_of(screen)
    assert focused() is not field  # UI-01: no trap
    assert field.text() == ""


def test_half_typed_words_survive_a_change_elsewhere(screen: SetUpScreen, room: Room) -> None:
    field = _field(screen, "Where is it?")
    field.setFocus()
    field.selectAll()
    type_keys("Town ha")
    room.running.requests.change_details(replace(room.state.details, venue="School", purpose="Talk"))
    settle()
    assert field.text() == "Town ha"
    assert _field(screen, "What is it for?").toPlainText() == "Talk"


def test_undo_is_shown_in_the_field(screen: SetUpScreen, room: Room) -> None:
    _type_and_leave(screen, "Where is it?", "Town hall")
    room.running.live.undo()
    assert _field(screen, "Where is it?").text() == "Library hall"


def test_the_kind_is_one_press(screen: SetUpScreen, room: Room) -> None:
    next(one for one in screen.findChildren(ChoiceButton) if one.words() == "Drop-in").click()
    assert room.replayed().details.kind is MeetingKind.DROP_IN


def test_the_date_shows_its_weekday_and_notice_is_told_in_days(screen: SetUpScreen, room: Room) -> None:
    assert "We count from today, until the invitations go out." in words_of(screen)
    assert "0" in words_of(screen).split("\n")
    room.running.requests.change_details(replace(room.state.details, invitations_sent_on=date(2026, 11, 10)))
    settle()
    assert "14" in words_of(screen).split("\n")
    field = _field(screen, "Date")
    field.setFocus()
    press(Qt.Key.Key_Up)
    assert room.replayed().details.held_on == date(2026, 11, 24)  # not before the field is left
    press(Qt.Key.Key_Tab)
    assert room.replayed().details.held_on == date(2026, 11, 25)
    assert field.weekday_words() == "Wednesday"
    assert "15" in words_of(screen).split("\n")


def test_what_is_open_is_lines_one_after_another(screen: SetUpScreen, room: Room) -> None:
    _type_and_leave(screen, "What can the group decide or change?", "Where they go")
    _type_and_leave(screen, "What can the group decide or change?", "How they look", place=1)
    assert room.replayed().bounds.open == ("Where they go", "How they look")


def test_what_is_fixed_says_who_and_why_and_another_place_waits(screen: SetUpScreen, room: Room) -> None:
    _type_and_leave(screen, "What is fixed?", "The money")
    _type_and_leave(screen, "Who fixed it?", "The council")
    _type_and_leave(screen, "Why?", "It is all there is")
    _type_and_leave(screen, "What is fixed?", "3 shelters", place=1)
    first = FixedBound(what="The money", by_whom="The council", why="It is all there is")
    assert room.replayed().bounds.fixed == (first, FixedBound(what="3 shelters"))
    _button(screen, "Take off").click()
    settle()
    assert room.replayed().bounds.fixed == (FixedBound(what="3 shelters"),)


def test_who_fixed_it_can_be_typed_first(screen: SetUpScreen, room: Room) -> None:
    _type_and_leave(screen, "Who fixed it?", "The council")
    assert room.replayed().bounds.fixed == ()
    assert _field(screen, "Who fixed it?").text() == "The council"
    _type_and_leave(screen, "What is fixed?", "The money")
    assert room.replayed().bounds.fixed == (FixedBound(what="The money", by_whom="The council"),)


def test_the_next_meeting_is_kept_and_can_lose_its_date(screen: SetUpScreen, room: Room) -> None:
    _type_and_leave(screen, "Where will it be?", "School")
    assert room.replayed().next_meeting == NextMeeting(venue="School")
    field = _field(screen, "Date of the next meeting")
    field.setFocus()
    field.set_day(date(2026, 12, 8))
    press(Qt.Key.Key_Return)
    assert room.replayed().next_meeting == NextMeeting(venue="School", held_on=date(2026, 12, 8))
    _button(screen, "No date yet").click()
    settle()
    assert room.replayed().next_meeting == NextMeeting(venue="School")


def test_the_meeting_is_closed_in_one_way_only(screen: SetUpScreen, room: Room, qtbot: QtBot) -> None:
    """Reading back and "How was it for us?" come before the end, from here too (R18)."""
    _button(screen, "Close the meeting").setFocus()
    with qtbot.waitSignal(screen.go_requested) as gone:
        press(Qt.Key.Key_Return)
    assert gone.args == ["close"]
    assert room.replayed().phase is Phase.OPEN


def test_open_again_and_put_away(screen: SetUpScreen, room: Room, qtbot: QtBot) -> None:
    _button(screen, "Close the meeting").setFocus()
    room.running.requests.finish()
    settle()
    assert focused().accessibleName() == "Open it again"
    press(Qt.Key.Key_Return)
    assert room.replayed().phase is Phase.OPEN
    with qtbot.waitSignal(screen.go_requested) as gone:
        _button(screen, "Put it away").click()
    assert gone.args == ["home"]
    assert room.replayed().is_put_away


def test_the_main_key_and_esc_go_to_who_is_here(screen: SetUpScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.go_requested) as gone:
        assert screen.press("F8")
    assert gone.args == ["welcome"]
    with qtbot.waitSignal(screen.go_requested) as left:
        assert screen.leave()
    assert left.args == ["welcome"]


def test_tab_goes_through_every_field_and_comes_out(screen: SetUpScreen) -> None:
    _field(screen, "What is the meeting called?").setFocus()
    passed = []
    for _ in range(60):
        passed.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert passed[0] in passed[1:], "Tab never came round"


def test_at_200_percent_nothing_is_cut_and_every_control_has_a_name(room: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = at_200_percent(theme, lambda: SetUpScreen(theme, room.services, room.bridge))
    qtbot.addWidget(screen)
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []
    assert unnamed_controls(screen) == []
