"""Split, put together and set the order with real keys: every proposer stays, each is one step and one undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.lines import HowOpen, ItemState
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.ui.screens.agenda.agenda_screen import AgendaScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.agenda_list import AgendaList
from coprod_desktop.ui.widgets.line_field import LineField
from tests.ui.agenda_room import act, make_screen, open_row, put_on, titles, use
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

UP, DOWN, ALT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(room: Room, theme: Theme, qtbot: QtBot) -> AgendaScreen:
    return make_screen(room, theme, qtbot)


def test_an_item_becomes_two_and_both_keep_the_proposer(screen: AgendaScreen, room: Room) -> None:
    item = put_on(room, "Seats and lights", who="Chen", minutes=15)
    put_on(room, "Money")
    before = room.state
    open_row(screen, item)
    act(screen, item, "split")
    assert focused().accessibleName() == "Item 1"
    assert "All keep their proposer: Chen. They share the 15 minutes." in words_of(screen)
    type_keys("Seats")
    press(Qt.Key.Key_Return)
    assert focused().accessibleName() == "Item 2"
    type_keys("Lights")
    press(Qt.Key.Key_Return)
    assert titles(room) == ["Seats", "Lights", "Money"]
    parts = room.replayed().agenda[:2]
    assert {part.details.proposer for part in parts} == {Proposer(people=(room.people["Chen"],))}
    assert [part.details.minutes_wanted for part in parts] == [8, 7]
    assert focused() is screen.findChild(AgendaList).row(item).focus_target()
    room.running.live.undo()
    assert room.replayed().agenda == before.agenda


def test_a_split_into_three_takes_one_more_line(screen: AgendaScreen, room: Room) -> None:
    item = put_on(room, "Seats, lights and signs")
    open_row(screen, item)
    act(screen, item, "split")
    type_keys("Seats")
    use(screen, "One more item")
    assert focused().accessibleName() == "Item 3"
    type_keys("Signs")
    press(Qt.Key.Key_Return)
    assert titles(room) == ["Seats", "Signs"]


def test_a_split_without_a_second_item_says_so_beside_the_line(screen: AgendaScreen, room: Room) -> None:
    item = put_on(room, "Seats")
    open_row(screen, item)
    act(screen, item, "split")
    assert screen.press("F8")
    settle()
    assert titles(room) == ["Seats"]
    assert "Please write 2 items or more." in words_of(screen)
    assert focused().accessibleName() == "Item 2"
    assert screen.leave()
    settle()
    assert focused() is screen.findChild(AgendaList).row(item).focus_target()
    assert "Item 2" not in words_of(screen)


def test_items_are_put_together_and_every_person_and_source_is_told_before_and_kept(
    screen: AgendaScreen, room: Room
) -> None:
    first = put_on(room, "Seats", who="Amina", minutes=10)
    put_on(room, "Benches", proposer=Proposer(source=Source.DROP_IN), minutes=5)
    put_on(room, "Lights", who="Dilys")
    before = room.state
    open_row(screen, first)
    act(screen, first, "together")
    assert focused().accessibleName() == "Benches"
    press(Qt.Key.Key_Space)
    assert "We keep who asked: Amina and Told us at a drop-in. 15 minutes in all." in words_of(screen)
    name = next(one for one in screen.findChildren(LineField) if one.isVisible())
    assert name.text() == "Seats and Benches"
    name.setFocus()
    name.selectAll()
    type_keys("Places to sit")
    assert screen.press("F8")
    settle()
    assert titles(room) == ["Places to sit", "Lights"]
    assert room.replayed().agenda[0].details.proposer == Proposer(people=(room.people["Amina"],), source=Source.DROP_IN)
    assert "1. Places to sit. Amina and Told us at a drop-in" in words_of(screen)
    room.running.live.undo()
    assert room.replayed().agenda == before.agenda


def test_a_name_that_was_typed_stays_when_more_is_chosen(screen: AgendaScreen, room: Room) -> None:
    first = put_on(room, "Seats")
    put_on(room, "Benches")
    put_on(room, "Lights")
    open_row(screen, first)
    act(screen, first, "together")
    name = next(one for one in screen.findChildren(LineField) if one.isVisible())
    name.setFocus()
    type_keys("Our ")
    typed = name.text()
    use(screen, "Lights", Qt.Key.Key_Space)
    assert name.text() == typed
    assert screen.is_half_typed()


def test_putting_together_needs_another_item_chosen(screen: AgendaScreen, room: Room) -> None:
    first = put_on(room, "Seats")
    put_on(room, "Benches")
    open_row(screen, first)
    act(screen, first, "together")
    assert screen.press("F8")
    assert titles(room) == ["Seats", "Benches"]
    assert "Please choose at least 1 item." in words_of(screen)


def test_the_only_item_is_not_offered_to_be_put_together(screen: AgendaScreen, room: Room) -> None:
    item = put_on(room, "Seats")
    open_row(screen, item)
    assert not any(one.key == "together" for one in screen.findChild(AgendaList).row(item).acts)


def test_changing_a_merged_item_loses_no_source(screen: AgendaScreen, room: Room) -> None:
    proposer = Proposer(
        people=(room.people["Bob"],), source=Source.DROP_IN, also_sources=(Source.SURVEY, Source.VISIT), note="In May"
    )
    item = put_on(room, "Seats", proposer=proposer)
    open_row(screen, item)
    act(screen, item, "change")
    assert "Also: Told us in a survey. Told us on a visit." in words_of(screen)
    type_keys(" for all")
    press(Qt.Key.Key_Return)
    details = room.replayed().agenda[0].details
    assert details.title == "Seats for all"
    assert details.proposer == proposer


def test_how_open_an_item_is_and_what_is_fixed_stand_in_its_row(screen: AgendaScreen, room: Room) -> None:
    item = put_on(room, "Seats")
    open_row(screen, item)
    act(screen, item, "change")
    use(screen, "We give advice", Qt.Key.Key_Space)
    fixed = next(one for one in screen.findChildren(LineField) if one.accessibleName().startswith("What is fixed"))
    fixed.setFocus()
    type_keys("10 seats, no more")
    assert screen.press("F8")
    settle()
    details = room.replayed().agenda[0].details
    assert (details.how_open, details.fixed) == (HowOpen.ADVISE, "10 seats, no more")
    assert "1. Seats. Amina  \u00b7  We give advice  \u00b7  Fixed: 10 seats, no more" in words_of(screen)


def test_what_may_be_hard_is_marked_on_the_item_and_told_in_its_row(screen: AgendaScreen, room: Room) -> None:
    item = put_on(room, "The accident")
    open_row(screen, item)
    act(screen, item, "change")
    use(screen, "Yes. Tell people first, so that anybody can step out", Qt.Key.Key_Space)
    assert screen.press("F8")
    settle()
    assert room.replayed().agenda[0].details.may_be_hard
    assert "This may be hard" in words_of(screen)


def test_only_words_and_who_are_asked_until_more_is_wanted(screen: AgendaScreen) -> None:
    assert screen.press("F4")
    settle()
    assert "How many minutes?" not in words_of(screen)
    assert "How open is it?" not in words_of(screen)
    use(screen, "More about this")
    assert "How many minutes?" in words_of(screen)
    assert focused().accessibleName() == "How many minutes?"


def test_dots_are_counted_with_the_keyboard_alone(screen: AgendaScreen, room: Room) -> None:
    for title in ("Seats", "Lights", "Money"):
        put_on(room, title)
    before = room.state
    use(screen, "Set the order")
    assert "Draw the dots on paper." in words_of(screen)
    assert focused().accessibleName() == "1. Seats"
    for count in ("2", "5", "5"):
        type_keys(count)
        press(Qt.Key.Key_Return)
    assert titles(room) == ["Lights", "Money", "Seats"]
    assert [item.count for item in room.replayed().agenda] == [5, 5, 2]
    assert "1. Lights. Amina  \u00b7  Dots or hands: 5" in words_of(screen)
    room.running.live.undo()
    assert room.replayed().agenda == before.agenda


def test_arrows_go_between_the_numbers_and_esc_keeps_them(screen: AgendaScreen, room: Room) -> None:
    for title in ("Seats", "Lights"):
        put_on(room, title)
    use(screen, "Set the order")
    type_keys("3")
    press(DOWN)
    assert focused().accessibleName() == "2. Lights"
    press(DOWN)
    assert focused().accessibleName() == "2. Lights"
    press(UP)
    assert focused().accessibleName() == "1. Seats"
    assert screen.leave()
    use(screen, "Set the order")
    assert focused().text() == "3"


def test_numbers_stay_when_another_item_goes_on_meanwhile(screen: AgendaScreen, room: Room) -> None:
    for title in ("Seats", "Lights"):
        put_on(room, title)
    use(screen, "Set the order")
    type_keys("3")
    put_on(room, "Money")
    settle()
    assert focused().accessibleName() == "1. Seats"
    assert focused().text() == "3"
    assert "3. Money" in words_of(screen)


def test_hands_are_read_aloud_and_counted(screen: AgendaScreen, room: Room) -> None:
    for title in ("Seats", "Lights"):
        put_on(room, title)
    use(screen, "Set the order")
    use(screen, "Hands", Qt.Key.Key_Space)
    assert "Read each item aloud." in words_of(screen)
    second = next(one for one in screen.findChildren(LineField) if one.accessibleName() == "2. Lights")
    second.setFocus()
    type_keys("4")
    assert screen.press("F8")
    assert titles(room) == ["Lights", "Seats"]


def test_an_order_without_any_number_says_so_and_changes_nothing(screen: AgendaScreen, room: Room) -> None:
    for title in ("Seats", "Lights"):
        put_on(room, title)
    number = room.acts()
    use(screen, "Set the order")
    assert screen.press("F8")
    assert room.acts() == number
    assert "Please write at least 1 number." in words_of(screen)
    assert focused().accessibleName() == "1. Seats"


def test_alt_and_an_arrow_move_an_item_and_the_focus_goes_with_it(screen: AgendaScreen, room: Room) -> None:
    ids = [put_on(room, title) for title in ("One", "Two", "Three")]
    agenda = screen.findChild(AgendaList)
    agenda.focus_item(ids[2])
    QTest.keyClick(focused(), UP, ALT)
    settle()
    assert titles(room) == ["One", "Three", "Two"]
    assert focused() is agenda.row(ids[2]).focus_target()
    QTest.keyClick(focused(), UP, ALT)
    QTest.keyClick(focused(), UP, ALT)
    settle()
    assert titles(room) == ["Three", "One", "Two"]
    QTest.keyClick(focused(), DOWN, ALT)
    settle()
    assert titles(room) == ["One", "Three", "Two"]
    press(UP)
    assert focused() is agenda.row(ids[0]).focus_target()


def test_an_item_that_goes_while_its_panel_is_open_closes_the_panel(screen: AgendaScreen, room: Room) -> None:
    item = put_on(room, "Seats")
    open_row(screen, item)
    act(screen, item, "split")
    room.running.live.undo()
    settle()
    assert "Item 2" not in words_of(screen)
    assert focused().accessibleName() == "What shall we talk about?"


@pytest.mark.parametrize("percent", [100, 200])
def test_forty_items_with_long_titles_stay_legible_in_every_panel(
    room: Room, theme: Theme, qtbot: QtBot, percent: int
) -> None:
    long = "What shall we ask the council about the buses that do not stop at the hospital after nine at night"
    ids = [put_on(room, f"{long} {number}", minutes=5) for number in range(40)]
    room.running.requests.close_item(ids[-1], ItemState.PARKED)
    theme.set_text_percent(percent)
    screen = AgendaScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen, width=1166 if percent == 100 else 1200, height=540)
    for open_panel in (
        lambda: open_row(screen, ids[20]),
        lambda: act(screen, ids[20], "split"),
        screen.leave,
        lambda: (open_row(screen, ids[20]), open_row(screen, ids[20]), act(screen, ids[20], "together")),
        screen.leave,
        lambda: use(screen, "Set the order"),
    ):
        open_panel()
        settle()
        assert cut_widgets(screen) == []
        assert sideways_scrolls(screen) == []
        assert unnamed_controls(screen) == []
