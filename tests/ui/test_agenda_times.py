"""The time card with real keys: breaks, times that cannot move, and what to do after a late start."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.room import FixedEnd, PlannedBreak
from coprod_desktop.ui.screens.agenda.agenda_screen import AgendaScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.time_blocks import TimeBlocks
from tests.ui.agenda_room import make_screen, put_on, use
from tests.ui.screen_checks import (
    Room,
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


def _plan(room: Room, start: str, end: str) -> None:
    room.running.requests.change_details(replace(room.state.details, starts_at=start, ends_at=end))


def _minutes(room: Room) -> list[int | None]:
    return [item.details.minutes_wanted for item in room.replayed().agenda]


@pytest.fixture
def screen(room: Room, theme: Theme, qtbot: QtBot) -> AgendaScreen:
    _plan(room, "11am", "12:30pm")  # it is 10 now
    return make_screen(room, theme, qtbot)


@pytest.fixture
def late(room: Room, theme: Theme, qtbot: QtBot) -> AgendaScreen:
    """It is 10, the meeting should have begun at 9:45, and 3 items of 20 minutes have 45 minutes left."""
    _plan(room, "9:45am", "10:45am")
    for title in ("Seats", "Lights", "Money"):
        put_on(room, title, minutes=20)
    return make_screen(room, theme, qtbot)


def test_minutes_breaks_and_the_end_are_told_in_words(screen: AgendaScreen, room: Room) -> None:
    put_on(room, "Seats", minutes=50)
    room.running.requests.plan_times((PlannedBreak(at="11:30", minutes=15),), ())
    settle()
    seen = words_of(screen)
    assert "50\nof 75 minutes" in seen
    assert "25 minutes are free. The 11:30am break is kept." in seen
    assert "Finish by 12:30pm" in seen
    assert screen.findChild(TimeBlocks).text() == "50 of 75 minutes used. 15 minutes of breaks."


@pytest.mark.parametrize(
    ("end", "line"),
    [
        (FixedEnd(what="The caretaker locks up.", at="12:15"), "The caretaker locks up at 12:15pm"),
        (FixedEnd(what="The taxi comes", at="by 12 or so"), "The taxi comes: by 12 or so"),
    ],
)
def test_a_time_that_cannot_move_is_a_line_in_words(screen: AgendaScreen, room: Room, end: FixedEnd, line: str) -> None:
    room.running.requests.plan_times((), (end,))
    settle()
    assert line in words_of(screen)
    assert "Finish by" not in words_of(screen)


def test_breaks_and_fixed_times_are_written_with_the_keyboard_in_one_step(screen: AgendaScreen, room: Room) -> None:
    number = room.acts()
    use(screen, "Breaks and fixed times")
    assert focused().accessibleName() == "When?"
    type_keys("11:30am")
    fields = [one for one in screen.findChildren(type(focused())) if one.isVisible()]
    fields[1].setFocus()
    assert focused().accessibleName() == "What happens then?"
    type_keys("The caretaker locks up")
    fields[2].setFocus()
    type_keys("12:15pm")
    assert screen.press("F8")
    settle()
    assert room.acts() == number + 1
    assert room.replayed().room.planned_breaks == (PlannedBreak(at="11:30am", minutes=10),)
    assert room.replayed().room.fixed_ends == (FixedEnd(what="The caretaker locks up", at="12:15pm"),)
    room.running.live.undo()
    assert room.replayed().room.planned_breaks == ()
    assert room.replayed().room.fixed_ends == ()


def test_keeping_times_as_they_are_leaves_no_trace(screen: AgendaScreen, room: Room) -> None:
    fixed = FixedEnd(what="The taxi comes", at="2026-11-24T12:15:00+00:00")
    room.running.requests.plan_times((PlannedBreak(at="11:30", minutes=15),), (fixed,))
    number = room.acts()
    use(screen, "Breaks and fixed times")
    assert screen.press("F8")
    assert room.acts() == number


def test_a_break_is_taken_off(screen: AgendaScreen, room: Room) -> None:
    room.running.requests.plan_times((PlannedBreak(at="11:30", minutes=15),), ())
    use(screen, "Breaks and fixed times")
    use(screen, "Take it off")
    assert screen.press("F8")
    assert room.replayed().room.planned_breaks == ()


def test_half_a_fixed_time_says_what_is_missing(screen: AgendaScreen, room: Room) -> None:
    use(screen, "Breaks and fixed times")
    fields = [one for one in screen.findChildren(type(focused())) if one.isVisible()]
    fields[1].setFocus()
    type_keys("The taxi comes")
    assert screen.press("F8")
    assert focused() is fields[2]
    assert "Please write a few words first." in words_of(screen)
    assert room.replayed().room.fixed_ends == ()


def test_a_good_plan_for_breaks_gives_no_reason_and_is_put_in_by_one_press(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    person = room.services.people.get(room.people["Chen"])
    need = AccessNeed(code="BREAK", detail="every 30 minutes", consent_on=room.state.details.held_on)
    room.services.people.save(replace(person, needs=(need,)))
    room.bridge.refresh_people()
    _plan(room, "11am", "12:30pm")
    screen = make_screen(room, theme, qtbot)
    use(screen, "Breaks and fixed times")
    said = next(line for line in words_of(screen).splitlines() if line.startswith("A good plan for breaks"))
    assert "10 minutes at 11:" in said
    for private in ("Chen", "need", "every 30", "BREAK"):
        assert private not in words_of(screen)
    use(screen, "Put it in")
    assert screen.press("F8")
    assert len(room.replayed().room.planned_breaks) >= 1


def test_without_a_start_and_an_end_the_way_to_set_them_is_shown(room: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = make_screen(room, theme, qtbot)
    put_on(room, "Seats", minutes=20)
    settle()
    assert "20\nminutes wanted" in words_of(screen)
    with qtbot.waitSignal(screen.go_requested) as gone:
        use(screen, "Set the start and end")
    assert gone.args == ["setup"]


def test_in_time_nobody_is_asked_about_a_late_start(screen: AgendaScreen, room: Room) -> None:
    put_on(room, "Seats", minutes=200)
    settle()
    assert "We started late" not in words_of(screen)


def test_a_late_start_changes_nothing_by_itself(late: AgendaScreen, room: Room) -> None:
    seen = words_of(late)
    assert "60\nof 45 minutes left" in seen
    assert "15 minutes too long." in seen
    use(late, "We started late")
    assert "We started 15 minutes late. The items are 15 minutes too long." in words_of(late)
    assert focused().accessibleName() == "Less time for items"
    assert late.leave()
    assert _minutes(room) == [20, 20, 20]


def test_shorter_minutes_are_shown_before_they_are_taken(late: AgendaScreen, room: Room) -> None:
    use(late, "We started late")
    assert not late.press("F8")
    press(Qt.Key.Key_Space)
    assert "1. Seats  \u00b7  15 minutes, not 20" in words_of(late)
    assert _minutes(room) == [20, 20, 20]
    assert late.press("F8")
    settle()
    assert _minutes(room) == [15, 15, 15]
    assert "We started late" not in words_of(late)
    assert "All the time is used." in words_of(late)
    room.running.live.undo()
    assert _minutes(room) == [20, 20, 20]


def test_fewer_items_go_where_the_group_says(late: AgendaScreen, room: Room) -> None:
    use(late, "We started late")
    use(late, "Fewer items", Qt.Key.Key_Space)
    use(late, "2. Lights  \u00b7  20 minutes", Qt.Key.Key_Space)
    assert "Now it fits." in words_of(late)
    use(late, "For next time", Qt.Key.Key_Space)
    assert late.press("F8")
    states = [item.state for item in room.replayed().agenda]
    assert states == [ItemState.WAITING, ItemState.CARRIED_OVER, ItemState.WAITING]
    room.running.live.undo()
    assert room.replayed().agenda[1].state is ItemState.WAITING


def test_the_end_moves_only_if_nothing_is_fixed_before_it(late: AgendaScreen, room: Room) -> None:
    use(late, "We started late")
    use(late, "End later", Qt.Key.Key_Space)
    assert "We would finish at 11am." in words_of(late)
    assert late.press("F8")
    settle()
    assert room.replayed().details.ends_at == "11:00"
    room.running.live.undo()
    room.running.requests.plan_times((), (FixedEnd(what="The caretaker locks up", at="10:50"),))
    use(late, "We started late")
    use(late, "End later", Qt.Key.Key_Space)
    assert "A fixed time comes before." in words_of(late)
    assert not late.press("F8")
    assert room.replayed().details.ends_at == "10:45am"


def test_no_clocks_means_no_question_about_the_clock(late: AgendaScreen, room: Room) -> None:
    room.running.turns.take_clocks_away()
    settle()
    assert "We started late" not in words_of(late)
    assert "of 60 minutes" in words_of(late)


def test_at_200_percent_every_panel_of_times_fits(room: Room, theme: Theme, qtbot: QtBot) -> None:
    _plan(room, "9:45am", "10:45am")
    for title in ("Seats", "Lights", "Money"):
        put_on(room, title, minutes=20)
    room.running.requests.plan_times((), (FixedEnd(what="The caretaker of the whole hall locks up", at="10:30"),))
    theme.set_text_percent(200)
    screen = AgendaScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen, width=1200, height=540)
    for words in ("Breaks and fixed times", "We started late"):
        use(screen, words)
        assert cut_widgets(screen) == []
        assert sideways_scrolls(screen) == []
        assert unnamed_controls(screen) == []
        assert screen.leave()
