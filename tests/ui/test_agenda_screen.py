"""The agenda: a blank start, anybody's words, order by hand, nothing lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.lines import AgendaItemDetails, ItemState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.ui.screens.agenda.agenda_screen import AgendaScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.agenda_list import AgendaList
from coprod_desktop.ui.widgets.choice_buttons import ChoiceButton
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.picture_tile import PictureTile
from coprod_desktop.ui.widgets.press_button import PressButton
from tests.ui.agenda_room import act, make_screen, open_row, put_on, titles
from tests.ui.screen_checks import (
    Room,
    at_200_percent,
    cut_widgets,
    focused,
    press,
    settle,
    sideways_scrolls,
    type_keys,
    unnamed_controls,
    words_of,
)


@pytest.fixture
def screen(room: Room, theme: Theme, qtbot: QtBot) -> AgendaScreen:
    return make_screen(room, theme, qtbot)


@pytest.mark.usefixtures("screen")
def test_a_blank_agenda_invites_with_the_focus_on_the_empty_row() -> None:
    assert isinstance(focused(), PressButton)
    assert focused().accessibleName() == "What shall we talk about?"


def test_once_the_group_has_talked_the_agenda_begins_with_the_next_item_and_then_with_the_end(
    screen: AgendaScreen, room: Room
) -> None:
    first, second = put_on(room, "Seats"), put_on(room, "Lights")
    screen.focus_first()
    assert focused().accessibleName() == "What else shall we talk about?"
    room.running.requests.open_item(first)
    room.running.requests.close_item(first, ItemState.DISCUSSED)
    screen.focus_first()
    assert focused().accessibleName() == "Start item 2"
    room.running.requests.open_item(second)
    room.running.requests.close_item(second, ItemState.DISCUSSED)
    screen.focus_first()
    assert focused().accessibleName() == "Close the meeting"


def test_words_a_letter_and_one_key_put_an_item_on(screen: AgendaScreen, room: Room) -> None:
    assert screen.press("F4")
    type_keys("Seats at the stop")
    press(Qt.Key.Key_Return)  # nobody is chosen yet, so it goes to "who"
    type_keys("d")
    assert focused().accessibleName() == "Dilys"
    press(Qt.Key.Key_Space)
    assert screen.press("F8")
    item = room.replayed().agenda[0]
    assert item.details == AgendaItemDetails(
        title="Seats at the stop", proposer=Proposer(people=(room.people["Dilys"],))
    )
    assert "1. Seats at the stop. Dilys" in words_of(screen)
    assert focused().accessibleName() == "What else shall we talk about?"


def test_return_puts_it_on_when_somebody_is_chosen_already(screen: AgendaScreen, room: Room) -> None:
    screen.press("F4")
    field = focused()
    next(one for one in screen.findChildren(ChoiceButton) if one.words() == "Bob").click()
    field.setFocus()
    type_keys("A new timetable")
    press(Qt.Key.Key_Return)
    assert titles(room) == ["A new timetable"]


def test_without_a_proposer_the_words_stay_and_the_question_is_beside_the_people(
    screen: AgendaScreen, room: Room
) -> None:
    screen.press("F4")
    type_keys("Lights after dark")
    screen.press("F8")
    settle()
    assert room.replayed().agenda == ()
    assert "Please say whose idea this is." in words_of(screen)
    assert any(field.text() == "Lights after dark" for field in screen.findChildren(LineField))
    assert isinstance(focused(), ChoiceButton)


def test_words_typed_half_way_survive_what_others_do_and_esc(screen: AgendaScreen, room: Room) -> None:
    screen.press("F4")
    type_keys("Half a tho")
    put_on(room, "Another thing")
    settle()
    assert isinstance(focused(), LineField)
    assert screen.leave()
    settle()
    assert focused().accessibleName() == "What else shall we talk about?"
    screen.press("F4")
    settle()
    field = focused()
    assert isinstance(field, LineField)
    assert field.text() == "Half a tho"


def test_something_we_were_told_another_way_needs_no_person(screen: AgendaScreen, room: Room) -> None:
    screen.press("F4")
    type_keys("Waiting alone")
    for words in ("Told us another way", "Drop-in"):
        next(
            one for one in screen.findChildren(ChoiceButton) if one.isVisible() and words.lower() in one.words().lower()
        ).click()
    screen.press("F8")
    assert room.replayed().agenda[0].details.proposer == Proposer(source=Source.DROP_IN)


def test_whole_group_and_people_do_not_stand_together(screen: AgendaScreen, room: Room) -> None:
    screen.press("F4")
    buttons = {one.words(): one for one in screen.findChildren(ChoiceButton)}
    buttons["Amina"].click()
    buttons["The whole group"].click()
    assert not buttons["Amina"].isChecked()
    buttons["Bob"].click()
    assert not buttons["The whole group"].isChecked()
    type_keys("Who is asked")
    next(one for one in screen.findChildren(LineField) if one.isVisible()).setText("Who is asked")
    screen.press("F8")
    assert room.replayed().agenda[0].details.proposer == Proposer(people=(room.people["Bob"],))


def test_a_picture_is_found_by_its_word(screen: AgendaScreen, room: Room) -> None:
    screen.press("F4")
    type_keys("The bus at night")
    _press(screen, "More about this")
    next(one for one in screen.findChildren(PressButton) if one.words() == "Choose a picture").click()
    settle()
    offered = [tile.words() for tile in screen.findChildren(PictureTile) if tile.isVisible()]
    assert offered[:2] == ["bus", "night"]
    type_keys("umbr")
    settle()
    assert [tile.words() for tile in screen.findChildren(PictureTile) if tile.isVisible()] == ["umbrella"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    next(one for one in screen.findChildren(ChoiceButton) if one.words() == "Amina").click()
    screen.press("F8")
    assert room.replayed().agenda[0].details.picture == "umbrella"


def test_esc_closes_the_pictures_first(screen: AgendaScreen) -> None:
    screen.press("F4")
    _press(screen, "More about this")
    next(one for one in screen.findChildren(PressButton) if one.words() == "Choose a picture").click()
    assert screen.leave()
    settle()
    assert not any(tile.isVisible() for tile in screen.findChildren(PictureTile))
    assert focused().accessibleName() == "Choose a picture"


def test_moving_up_keeps_the_focus_on_the_same_act_of_the_same_item(screen: AgendaScreen, room: Room) -> None:
    for title in ("One", "Two", "Three"):
        put_on(room, title)
    third = room.state.agenda[2].id
    open_row(screen, third)
    act(screen, third, "up")
    assert titles(room) == ["One", "Three", "Two"]
    assert focused() is screen.findChild(AgendaList).row(third).act_button("up")
    press(Qt.Key.Key_Return)
    assert titles(room) == ["Three", "One", "Two"]
    assert focused().accessibleName() == "Move down"


def test_a_chosen_row_shows_at_most_five_acts(screen: AgendaScreen, room: Room) -> None:
    ids = [put_on(room, title) for title in ("One", "Two", "Three")]
    open_row(screen, ids[1])
    row = screen.findChild(AgendaList).row(ids[1])
    shown = [one.words() for one in row.findChildren(PressButton) if one.isVisible()][1:]
    assert shown == ["Start this item", "Move up", "Move down", "Keep for later", "More"]


def test_kept_for_later_stays_in_view_and_comes_back(screen: AgendaScreen, room: Room) -> None:
    first = put_on(room, "One")
    put_on(room, "Two")
    open_row(screen, first)
    act(screen, first, "keep")
    assert room.replayed().item(first).state is ItemState.PARKED
    assert "Kept for later: 1" in words_of(screen)
    assert focused().accessibleName() == "Start item 1"
    open_row(screen, first)
    act(screen, first, "back")
    assert room.replayed().item(first).state is ItemState.WAITING
    assert "Kept for later" not in words_of(screen).replace("Keep for later", "")


def test_changing_an_item_keeps_its_proposer(screen: AgendaScreen, room: Room) -> None:
    item_id = put_on(room, "Seats", who="Chen", minutes=10)
    open_row(screen, item_id)
    act(screen, item_id, "change")
    field = focused()
    assert isinstance(field, LineField)
    field.selectAll()
    type_keys("Seats with arms")
    press(Qt.Key.Key_Return)
    details = room.replayed().item(item_id).details
    assert details.title == "Seats with arms"
    assert details.proposer.people == (room.people["Chen"],)
    assert details.minutes_wanted == 10


def test_the_acts_of_the_last_row_are_in_sight_when_it_is_opened(screen: AgendaScreen, room: Room) -> None:
    items = [put_on(room, f"Item {number}") for number in range(8)]
    settle()
    open_row(screen, items[-1])
    settle()
    for act_of_row in ("open", "keep", "up"):
        button_of_row = screen.findChild(AgendaList).row(items[-1]).act_button(act_of_row)
        assert button_of_row.visibleRegion().boundingRect().height() == button_of_row.height(), act_of_row


def test_starting_the_next_item_goes_to_turns(screen: AgendaScreen, room: Room, qtbot: QtBot) -> None:
    put_on(room, "One")
    with qtbot.waitSignal(screen.go_requested) as gone:
        assert screen.press("F8")
    assert gone.args == ["turns"]
    assert room.replayed().current_item.details.title == "One"
    assert "Go on with item 1" in words_of(screen)


def test_finishing_an_item_offers_the_next_one(screen: AgendaScreen, room: Room) -> None:
    first = put_on(room, "One")
    put_on(room, "Two")
    room.running.requests.open_item(first)
    open_row(screen, first)
    act(screen, first, "finish")
    assert room.replayed().item(first).state is ItemState.DISCUSSED
    assert focused().accessibleName() == "Start item 2"


def test_an_item_goes_to_next_time_from_more(screen: AgendaScreen, room: Room) -> None:
    ids = [put_on(room, title) for title in ("One", "Two", "Three")]
    open_row(screen, ids[1])
    act(screen, ids[1], "next_time")
    assert room.replayed().item(ids[1]).state is ItemState.CARRIED_OVER
    assert "Two. Amina  \u00b7  For next time" in words_of(screen)


def test_the_time_is_told_and_nothing_shrinks(screen: AgendaScreen, room: Room) -> None:
    details = room.state.details
    room.running.requests.change_details(replace(details, starts_at="10am", ends_at="11:00"))
    put_on(room, "One", minutes=40)
    assert "20 minutes are free." in words_of(screen)
    put_on(room, "Two", minutes=30)
    settle()
    assert "10 minutes too long." in words_of(screen)
    assert "Keep one for later?" in words_of(screen)
    assert [item.details.minutes_wanted for item in room.replayed().agenda] == [40, 30]


def test_counts_by_perspective_wait_for_three_items_and_never_name_a_person(screen: AgendaScreen, room: Room) -> None:
    requests = room.running.requests
    requests.say_perspective(room.people["Amina"], (Perspective.LIVED_EXPERIENCE,))
    requests.say_perspective(room.people["Bob"], (Perspective.CARER,))
    put_on(room, "One")
    put_on(room, "Two")
    assert "Lived experience" not in words_of(screen)
    put_on(room, "Three")
    settle()
    seen = words_of(screen)
    assert "Lived experience: 3 of 3" in seen
    assert "No item yet from: Unpaid carers. You could ask what they want to add." in seen


def test_at_200_percent_nothing_is_cut_and_every_control_has_a_name(room: Room, theme: Theme, qtbot: QtBot) -> None:
    ids = [put_on(room, "Where should the new bus shelters of the whole town go?", minutes=20) for _ in range(3)]
    screen = at_200_percent(theme, lambda: AgendaScreen(theme, room.services, room.bridge))
    qtbot.addWidget(screen)
    open_row(screen, ids[1])
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []
    assert unnamed_controls(screen) == []
    screen.press("F4")
    settle()
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []
    assert unnamed_controls(screen) == []


@pytest.mark.parametrize("who", [(), ("Amina",)])
def test_told_another_way_asks_how_and_the_words_that_say_so_are_in_sight(
    screen: AgendaScreen, room: Room, who: tuple[str, ...]
) -> None:
    assert screen.press("F4")
    type_keys("Seats at the stop")
    for name in (*who, "Told us another way"):
        _choice(screen, name).setFocus()
        press(Qt.Key.Key_Space)
    assert screen.press("F8")
    settle()

    assert not room.replayed().agenda
    assert focused().accessibleName() == "Told us one to one"
    said = next(label for label in screen.findChildren(QLabel) if label.text() == "Please say whose idea this is.")
    assert not said.visibleRegion().isEmpty()
    press(Qt.Key.Key_Space)
    assert screen.press("F8")
    people = tuple(room.people[name] for name in who)
    assert room.replayed().agenda[0].details.proposer == Proposer(people=people, source=Source.ONE_TO_ONE)


def _press(screen: AgendaScreen, words: str) -> None:
    button = next(one for one in screen.findChildren(PressButton) if one.words() == words and one.isVisible())
    button.setFocus()
    press(Qt.Key.Key_Return)


def _choice(screen: AgendaScreen, name: str) -> ChoiceButton:
    return next(one for one in screen.findChildren(ChoiceButton) if one.accessibleName() == name)
