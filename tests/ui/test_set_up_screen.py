"""About this meeting: each field is kept when it is left, and nothing half typed is lost."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.adjustment import GroupState
from coprod_desktop.domain.lines import HowOpen
from coprod_desktop.domain.meeting import Bounds, FixedBound, MeetingKind, NextMeeting
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.domain.room import FixedEnd, PlannedBreak, WallScene
from coprod_desktop.ui.screens.set_up.set_up_screen import SetUpScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import ChoiceButton
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.fold import Fold
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


def test_one_undo_takes_back_a_place_that_was_typed_for_the_first_time(screen: SetUpScreen, room: Room) -> None:
    services = room.services
    _type_and_leave(screen, "Where is it?", "Town hall")
    assert services.venues.named(room.group.id, "Town hall") is not None
    services.history.undo()
    assert room.replayed().details.venue == "Library hall"
    assert services.venues.named(room.group.id, "Town hall") is None
    services.history.redo()
    remembered = services.venues.named(room.group.id, "Town hall")
    assert remembered is not None
    assert room.replayed().details.venue_id == remembered.id


def test_a_place_whose_meeting_is_refused_is_not_remembered(screen: SetUpScreen, room: Room) -> None:
    field = _field(screen, "Where is it?")
    field.setFocus()
    field.setText("Hall " * 5_000)
    press(Qt.Key.Key_Tab)
    assert room.replayed().details.venue == "Library hall"
    assert room.services.venues.venues(room.group.id) == ()
    assert "too long" in words_of(screen)


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


# Notice (R04)


def _signs(room: Room, name: str) -> None:
    person = room.services.people.get(room.people[name])
    need = AccessNeed(code="BSL", detail="planted-77", consent_on=date(2026, 1, 13), consent_words="May we?")
    room.services.people.save(replace(person, needs=(need,)))
    room.bridge.refresh_people()


def test_notice_is_said_while_the_date_is_stepped_and_before_it_is_kept(screen: SetUpScreen, room: Room) -> None:
    _signs(room, "Amina")
    room.running.requests.change_details(replace(room.state.details, held_on=date(2026, 12, 7)))
    settle()
    field = _field(screen, "Date")
    field.setFocus()
    press(Qt.Key.Key_Up)
    said = words_of(screen)
    assert "14 days. Interpreters need 42." in said
    assert "Too short for 1 need" in said
    assert "Interpreters need 42 days" in said
    assert room.replayed().details.held_on == date(2026, 12, 7)
    assert "planted-77" not in said
    assert "Amina" not in said


def test_typing_a_later_month_says_that_it_is_enough(screen: SetUpScreen, room: Room) -> None:
    _signs(room, "Amina")
    room.running.requests.change_details(replace(room.state.details, held_on=date(2026, 12, 8)))
    settle()
    assert "Too short for 1 need" in words_of(screen)
    field = _field(screen, "Date")
    field.setFocus()
    field.setSelectedSection(field.Section.YearSection)
    type_keys("2027")
    assert "379 days. That is enough." in words_of(screen)
    assert "Too short for 1 need" not in words_of(screen)


def test_what_is_arranged_is_not_too_short_any_more(screen: SetUpScreen, room: Room) -> None:
    _signs(room, "Amina")
    room.running.requests.change_details(replace(room.state.details, held_on=date(2026, 12, 10)))
    settle()
    assert "Too short for 1 need" in words_of(screen)
    room.services.ready.mark(room.state.id, "one_interpreter", GroupState.ARRANGED)
    screen.on_shown()
    assert "Too short for 1 need" not in words_of(screen)


def test_the_date_of_the_next_meeting_is_held_against_what_people_need(screen: SetUpScreen, room: Room) -> None:
    _signs(room, "Bob")
    screen.on_shown()
    field = _field(screen, "Date of the next meeting")
    field.setFocus()
    field.set_day(date(2026, 12, 1))
    settle()
    assert "7 days. Interpreters need 42. Our own rule is 14." in words_of(screen)
    assert room.replayed().next_meeting is None


# Honest bounds (R05)


def _choice(screen: SetUpScreen, words: str, place: int = 0) -> ChoiceButton:
    return [one for one in screen.findChildren(ChoiceButton) if one.words() == words][place]


def test_how_open_a_thing_is_is_chosen_by_keys_among_three_of_one_size(screen: SetUpScreen, room: Room) -> None:
    words = ("We decide together", "We give advice", "We are only told")
    _type_and_leave(screen, "What can the group decide or change?", "Where they go")
    assert room.replayed().bounds.open_lines == (("Where they go", None),)
    assert len({_choice(screen, one).size().toTuple() for one in words}) == 1
    assert not any(_choice(screen, one).isChecked() for one in words)
    _choice(screen, words[0]).setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    assert room.replayed().bounds.open_lines == (("Where they go", HowOpen.ADVISE),)
    assert _choice(screen, words[1]).isChecked()
    assert not _choice(screen, words[1], place=1).isChecked(), "the next one is not answered beforehand"


def test_how_open_stays_with_its_line_when_another_is_taken_off(screen: SetUpScreen, room: Room) -> None:
    bounds = Bounds(open=("One", "Two"), how_open=(HowOpen.TOLD, HowOpen.DECIDE))
    room.running.requests.set_bounds(bounds)
    settle()
    _button(screen, "Take off").setFocus()
    press(Qt.Key.Key_Return)
    assert room.replayed().bounds.open_lines == (("Two", HowOpen.DECIDE),)


def test_how_open_can_be_chosen_first(screen: SetUpScreen, room: Room) -> None:
    _choice(screen, "We are only told").setFocus()
    press(Qt.Key.Key_Space)
    assert room.replayed().bounds.is_empty
    room.running.requests.change_details(replace(room.state.details, purpose="Talk"))
    settle()
    assert _choice(screen, "We are only told").isChecked(), "another act does not take the answer away"
    _type_and_leave(screen, "What can the group decide or change?", "The prices")
    assert room.replayed().bounds.open_lines == (("The prices", HowOpen.TOLD),)
    room.running.live.undo()
    settle()
    assert _field(screen, "What can the group decide or change?").text() == ""
    assert not _choice(screen, "We are only told").isChecked()


def _open_fold(screen: SetUpScreen, title: str) -> None:
    fold = next(one for one in screen.findChildren(Fold) if one.header().accessibleName().startswith(title))
    fold.focus_header()
    press(Qt.Key.Key_Return)
    assert fold.is_open


def test_what_people_will_not_give_up_and_the_reasons_are_written_in_folds(screen: SetUpScreen, room: Room) -> None:
    _open_fold(screen, "What people will not give up")
    _type_and_leave(screen, "Add one thing people will not give up", "Seats with arms")
    _open_fold(screen, "Why now")
    _type_and_leave(screen, "Why does the organisation ask now?", "The year ends.")
    _open_fold(screen, "What the organisation hopes for")
    _type_and_leave(screen, "What does it hope to gain or save?", "Money for mending.")
    bounds = room.replayed().bounds
    assert bounds.not_given_up == ("Seats with arms",)
    assert (bounds.why_now, bounds.hoped_gain) == ("The year ends.", "Money for mending.")


def test_what_was_open_last_time_is_offered_and_taken_over_in_one_press(room: Room, theme: Theme, qtbot: QtBot) -> None:
    bounds = Bounds(open=("Where they go",), how_open=(HowOpen.ADVISE,), fixed=(FixedBound(what="The money"),))
    room.running.requests.set_bounds(bounds)
    meetings = room.services.meetings
    following = meetings.begin_next(room.running.live.id, meetings.suggested_details(room.running.live.id))
    room.bridge.open(following)
    screen = SetUpScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    assert following.live.state.bounds.is_empty
    assert "Is this still so? You can change it afterwards." in words_of(screen)
    _button(screen, "Use these again").setFocus()
    press(Qt.Key.Key_Return)
    assert following.live.state.bounds == bounds
    assert "Is this still so? You can change it afterwards." not in words_of(screen)
    assert focused().accessibleName() == "What can the group decide or change?"
    following.live.undo()
    assert following.live.state.bounds.is_empty


def test_f10_puts_what_is_open_on_the_wall_and_takes_it_off(screen: SetUpScreen, room: Room) -> None:
    assert not screen.press("F10"), "there is nothing to show yet"
    room.running.requests.set_bounds(Bounds(open=("Where they go",)))
    settle()
    assert screen.press("F10")
    assert room.state.room.wall.scene is WallScene.BOUNDS
    assert screen.press("F10")
    assert room.state.room.wall.scene is WallScene.FOLLOW


# A good day


def test_food_money_and_own_time_are_kept_and_shown_on_their_rows(screen: SetUpScreen, room: Room) -> None:
    for title, label, words in (
        ("Food", "What is there to eat and drink?", "Soup"),
        ("Money for taking part", "What money is there for taking part?", "We pay fares."),
        ("Members' own time before", "When do members meet by themselves?", "9:30am"),
    ):
        _open_fold(screen, title)
        _type_and_leave(screen, label, words)
    details = room.replayed().details
    assert (details.food, details.taking_part_money, details.own_time_at) == ("Soup", "We pay fares.", "9:30am")
    again = next(one for one in screen.findChildren(Fold) if one.header().accessibleName().startswith("Food"))
    again.set_open(False)
    assert "Soup" in again.header().accessibleName()


def test_the_groups_own_words_about_money_are_taken_over_in_one_press(room: Room, theme: Theme, qtbot: QtBot) -> None:
    room.services.groups.save(replace(room.group, taking_part_money="£5 each time."))
    screen = SetUpScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    _open_fold(screen, "Money for taking part")
    assert "Our group says: £5 each time." in words_of(screen)
    _button(screen, "Use our group's words").setFocus()
    press(Qt.Key.Key_Return)
    assert room.replayed().details.taking_part_money == "£5 each time."
    assert "Our group says: £5 each time." not in words_of(screen)
    assert focused().accessibleName() == "What money is there for taking part?"


def test_a_time_that_cannot_move_is_kept_once_both_words_are_there(screen: SetUpScreen, room: Room) -> None:
    room.running.requests.plan_times((PlannedBreak(at="11am", minutes=10),), ())
    _open_fold(screen, "Times that cannot move")
    _type_and_leave(screen, "What happens then?", "The taxi comes")
    assert room.replayed().room.fixed_ends == ()
    _type_and_leave(screen, "When does it happen?", "12:15pm")
    kept = room.replayed().room
    assert kept.fixed_ends == (FixedEnd(what="The taxi comes", at="12:15pm"),)
    assert kept.planned_breaks == (PlannedBreak(at="11am", minutes=10),)
    _type_and_leave(screen, "When does it happen?", "")
    press(Qt.Key.Key_Delete)
    assert room.replayed().room.fixed_ends == kept.fixed_ends, "a time half deleted takes nothing away"
    _button(screen, "Take off").setFocus()
    press(Qt.Key.Key_Return)
    assert room.replayed().room.fixed_ends == ()


def test_a_meeting_can_ask_for_no_decisions(screen: SetUpScreen, room: Room) -> None:
    _choice(screen, "This meeting asks for no decisions").setFocus()
    press(Qt.Key.Key_Space)
    assert room.replayed().details.is_without_decisions
    press(Qt.Key.Key_Space)
    assert not room.replayed().details.is_without_decisions
