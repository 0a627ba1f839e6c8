"""Who is here: two keys a person, and no perspective beside a name."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.person import Perspective
from coprod_desktop.ui.screens.welcome_screen import WelcomeScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import ChoiceButton
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.press_button import PressButton
from coprod_desktop.ui.widgets.welcome_list import WelcomeList
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

P = Perspective


@pytest.fixture
def screen(room: Room, theme: Theme, qtbot: QtBot) -> WelcomeScreen:
    screen = WelcomeScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    return screen


def _choice(screen: WelcomeScreen, words: str) -> ChoiceButton:
    return next(one for one in screen.findChildren(ChoiceButton) if one.words() == words)


def _button(screen: WelcomeScreen, words: str) -> PressButton:
    return next(one for one in screen.findChildren(PressButton) if one.words() == words and one.isVisible())


def test_two_keys_welcome_a_person_whose_last_answer_still_holds(room: Room, theme: Theme, qtbot: QtBot) -> None:
    room.services.people.remember_perspectives(room.people["Amina"], (P.CARER,))
    room.bridge.refresh_people()
    screen = WelcomeScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    assert focused().accessibleName() == "Amina. Not here yet"
    press(Qt.Key.Key_Return)
    seen = room.replayed().attendance[room.people["Amina"]]
    assert seen.is_here
    assert seen.perspectives == ()  # offered is not said
    assert focused().accessibleName() == "That is right"
    press(Qt.Key.Key_Return)
    assert room.replayed().attendance[room.people["Amina"]].perspectives == (P.CARER,)
    assert focused().accessibleName().startswith("Bob. Not here yet")


def test_a_new_answer_is_kept_for_the_next_meeting(screen: WelcomeScreen, room: Room) -> None:
    press(Qt.Key.Key_Return)
    assert isinstance(focused(), ChoiceButton)
    _choice(screen, "I speak from my own life").click()
    _choice(screen, "I help somebody take part").click()
    assert screen.press("F8")
    said = (P.LIVED_EXPERIENCE, P.SUPPORTER)
    assert room.replayed().attendance[room.people["Amina"]].perspectives == said
    assert room.services.people.get(room.people["Amina"]).perspectives == said


def test_not_saying_stands_alone_and_is_as_large_as_the_rest(screen: WelcomeScreen) -> None:
    press(Qt.Key.Key_Return)
    own, rather_not = _choice(screen, "I speak from my own life"), _choice(screen, "I would rather not say")
    assert rather_not.height() == own.height()
    own.click()
    rather_not.click()
    assert not own.isChecked()
    own.click()
    assert not rather_not.isChecked()


def test_perspectives_are_counts_and_never_stand_by_a_name(screen: WelcomeScreen, room: Room) -> None:
    press(Qt.Key.Key_Return)
    _choice(screen, "I speak from my own life").click()
    screen.press("F8")
    settle()
    seen = words_of(screen)
    assert "Lived experience: 1" in seen
    row = screen.findChild(WelcomeList).row(room.people["Amina"]).spoken()
    assert row == "Amina. Here since 10am"
    assert "own life" not in seen


def test_esc_leaves_the_question_and_writes_nothing_down(screen: WelcomeScreen, room: Room) -> None:
    press(Qt.Key.Key_Return)
    _choice(screen, "I speak from my own life").click()
    assert screen.leave()
    settle()
    seen = room.replayed().attendance[room.people["Amina"]]
    assert seen.is_here
    assert seen.perspectives == ()
    assert focused().accessibleName() == "Amina. Here since 10am"


def test_jobs_of_today_are_noted(screen: WelcomeScreen, room: Room) -> None:
    press(Qt.Key.Key_Return)
    _choice(screen, "Chair").click()
    screen.press("F8")
    assert room.replayed().attendance[room.people["Amina"]].jobs == (Job.CHAIR,)
    assert "Chair" in screen.findChild(WelcomeList).row(room.people["Amina"]).spoken()


def test_went_home_and_cannot_come_are_one_press_with_their_times(screen: WelcomeScreen, room: Room) -> None:
    rows = screen.findChild(WelcomeList)
    bob, chen = room.people["Bob"], room.people["Chen"]
    room.running.requests.arrive(bob)
    room.clock.pass_seconds(90 * 60)
    rows.row(bob).beside_button().setFocus()
    press(Qt.Key.Key_Return)
    assert room.replayed().attendance[bob].left_at.startswith("2026-11-24T11:30")
    assert rows.row(bob).spoken() == "Bob. Went home at 11:30am"
    assert focused() is rows.row(bob).focus_target()
    rows.row(chen).beside_button().setFocus()
    press(Qt.Key.Key_Return)
    assert room.replayed().attendance[chen].is_sorry
    press(Qt.Key.Key_Return)
    assert room.replayed().attendance[chen].is_here


def test_a_walk_in_is_welcomed_by_first_name_in_one_act(screen: WelcomeScreen, room: Room) -> None:
    assert screen.press("F4")
    type_keys("Ewa")
    press(Qt.Key.Key_Return)
    ewa = next(person for person in room.services.people.people(room.group.id) if person.name == "Ewa")
    assert room.replayed().attendance[ewa.id].is_here
    assert "Welcome, Ewa" in words_of(screen)


def test_somebody_the_group_knows_is_offered_and_not_added_twice(screen: WelcomeScreen, room: Room) -> None:
    room.running.requests.take_off(room.people["Dilys"])
    screen.press("F4")
    type_keys("dil")
    settle()
    _button(screen, "Dilys").click()
    settle()
    assert room.replayed().attendance[room.people["Dilys"]].is_here
    assert len(room.services.people.people(room.group.id)) == 4


def test_a_nameless_walk_in_is_refused_beside_the_field(screen: WelcomeScreen, room: Room) -> None:
    screen.press("F4")
    press(Qt.Key.Key_Return)
    assert "Please give a name that people can see." in words_of(screen)
    assert isinstance(focused(), LineField)
    assert len(room.services.people.people(room.group.id)) == 4


def test_a_half_typed_name_survives_an_arrival_elsewhere(screen: WelcomeScreen, room: Room) -> None:
    screen.press("F4")
    type_keys("Fer")
    room.running.requests.arrive(room.people["Chen"])
    settle()
    field = focused()
    assert isinstance(field, LineField)
    assert field.text() == "Fer"


@pytest.mark.usefixtures("screen")
def test_a_letter_and_arrows_move_through_the_names() -> None:
    type_keys("d")
    assert focused().accessibleName().startswith("Dilys")
    press(Qt.Key.Key_Up)
    assert focused().accessibleName().startswith("Chen")


def test_a_mistaken_arrival_can_be_taken_off_the_list(screen: WelcomeScreen, room: Room) -> None:
    press(Qt.Key.Key_Return)
    _button(screen, "Take off the list").click()
    settle()
    assert room.people["Amina"] not in room.replayed().attendance
    assert focused().accessibleName().startswith("Bob")


def test_the_next_step_is_the_agenda_and_change_goes_to_set_up(screen: WelcomeScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.go_requested) as gone:
        screen.press("F8")
    assert gone.args == ["agenda"]
    with qtbot.waitSignal(screen.go_requested) as changed:
        _button(screen, "Change").click()
    assert changed.args == ["setup"]


def test_forty_people_fit_at_200_percent(room: Room, theme: Theme, qtbot: QtBot) -> None:
    more = [room.services.people.add_walk_in(room.group.id, f"Person number {number}").id for number in range(36)]
    room.bridge.refresh_people()
    room.running.requests.expect(more)
    screen = at_200_percent(theme, lambda: WelcomeScreen(theme, room.services, room.bridge))
    qtbot.addWidget(screen)
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []
    assert unnamed_controls(screen) == []
    press(Qt.Key.Key_Return)
    assert cut_widgets(screen) == []
    assert unnamed_controls(screen) == []
