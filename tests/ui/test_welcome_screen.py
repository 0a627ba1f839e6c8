"""Who is here: two keys a person, and no perspective beside a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.room import Counting
from coprod_desktop.ui.screens.welcome.welcome_screen import WelcomeScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.answer_choice import AnswerButton
from coprod_desktop.ui.widgets.choice_buttons import ChoiceButton
from coprod_desktop.ui.widgets.guest_count import GuestCount
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.press_button import PressButton
from coprod_desktop.ui.widgets.tab_order import tab_stops
from coprod_desktop.ui.widgets.welcome_list import WelcomeList
from coprod_desktop.ui.widgets.welcome_row import Beside
from coprod_desktop.ui.widgets.work_area import WorkArea
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


def test_with_large_text_the_answer_that_was_given_last_is_in_sight_and_return_says_that_it_is_right(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    room.services.people.remember_perspectives(room.people["Amina"], (P.CARER,))
    room.bridge.refresh_people()
    screen = at_200_percent(theme, lambda: WelcomeScreen(theme, room.services, room.bridge))
    qtbot.addWidget(screen)
    press(Qt.Key.Key_Return)
    chosen = focused()
    assert isinstance(chosen, ChoiceButton)
    assert chosen.isChecked()
    assert not chosen.visibleRegion().isEmpty()
    press(Qt.Key.Key_Return)
    assert room.replayed().attendance[room.people["Amina"]].perspectives == (P.CARER,)


def test_with_everything_answered_the_main_act_is_in_sight_on_a_low_screen(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    room.running.room.choose_counting(Counting.BY_PERSPECTIVE)
    room.running.room.read_access_check()
    room.running.room.ask_declarations()
    room.running.room.begin_meeting()
    room.bridge.sight.say(can_see=False)
    screen = WelcomeScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen, width=1144, height=540)
    area = screen.findChild(WorkArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() == 0
    begin = _button(screen, "Make the agenda")
    assert begin.visibleRegion().boundingRect() == begin.rect()


def test_three_people_are_in_sight_while_the_question_about_the_screen_stands(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    group = room.group.id
    extra = [room.services.people.add_walk_in(group, f"Person{at}").id for at in range(8)]
    for who in extra:
        room.running.requests.arrive(who)
    room.bridge.refresh_people()
    screen = WelcomeScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen, width=1144, height=540)
    rows = screen.findChild(WelcomeList)
    assert rows is not None
    seen = [who for who in rows.people() if rows.row(who).visibleRegion().boundingRect().height() > theme.px(50)]
    assert len(seen) >= 3


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
    assert "I speak from my own life" not in seen


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
    rows.row(bob).beside_button(Beside.WENT_HOME).setFocus()
    press(Qt.Key.Key_Return)
    assert room.replayed().attendance[bob].left_at.startswith("2026-11-24T11:30")
    assert rows.row(bob).spoken() == "Bob. Came at 10am. Went home at 11:30am"
    assert focused() is rows.row(bob).focus_target()
    rows.row(chen).beside_button(Beside.CANNOT_COME).setFocus()
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


# The question about this screen


def _fresh(room: Room, theme: Theme, qtbot: QtBot) -> WelcomeScreen:
    screen = WelcomeScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    return screen


def test_the_question_about_the_screen_stands_first_and_a_stray_enter_hides(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    room.bridge.sight.ask_again()
    screen = _fresh(room, theme, qtbot)
    assert "Can the room see this screen?" in words_of(screen)
    assert focused().accessibleName() == "Yes, the room can see it"
    press(Qt.Key.Key_Return)
    assert room.bridge.sight.is_asked
    assert not room.bridge.sight.is_only_us
    assert "Can the room see this screen?" not in words_of(screen)
    assert focused().accessibleName() == "Amina. Not here yet"


@pytest.mark.parametrize("can_see", [None, True])
def test_the_last_answer_is_not_shown_while_the_room_may_see(
    room: Room, theme: Theme, qtbot: QtBot, can_see: bool | None
) -> None:
    room.services.people.remember_perspectives(room.people["Amina"], (P.CARER,))
    room.bridge.refresh_people()
    room.bridge.sight.ask_again()
    if can_see is not None:
        room.bridge.sight.say(can_see=can_see)
    screen = _fresh(room, theme, qtbot)
    screen.findChild(WelcomeList).focus_person(room.people["Amina"])
    press(Qt.Key.Key_Return)
    assert isinstance(focused(), ChoiceButton)
    assert not any(one.isChecked() for one in screen.findChildren(ChoiceButton))
    assert screen.press("F8")
    assert room.replayed().attendance[room.people["Amina"]].perspectives == ()
    assert room.services.people.get(room.people["Amina"]).perspectives == (P.CARER,)  # not asked is not taken back


def test_no_count_by_perspective_is_drawn_while_the_room_may_see(room: Room, theme: Theme, qtbot: QtBot) -> None:
    room.running.requests.arrive(room.people["Amina"], perspectives=(P.LIVED_EXPERIENCE,))
    room.bridge.sight.ask_again()
    screen = _fresh(room, theme, qtbot)
    assert "Lived experience" not in words_of(screen)
    room.bridge.sight.say(can_see=False)
    settle()
    assert "Lived experience: 1" in words_of(screen)
    _button(screen, "Only we can see this: change").click()
    settle()
    assert "Lived experience" not in words_of(screen)
    assert focused().accessibleName() == "Yes, the room can see it"


def test_an_open_question_is_covered_as_soon_as_the_screens_change(room: Room, theme: Theme, qtbot: QtBot) -> None:
    room.running.requests.arrive(room.people["Amina"], perspectives=(P.CARER,))
    screen = _fresh(room, theme, qtbot)
    screen.findChild(WelcomeList).focus_person(room.people["Amina"])
    press(Qt.Key.Key_Return)
    assert _choice(screen, "I look after a relative or friend, unpaid").isChecked()
    room.bridge.sight.ask_again()
    assert not any(one.isChecked() for one in screen.findChildren(ChoiceButton))
    assert screen.press("F8")
    assert room.replayed().attendance[room.people["Amina"]].perspectives == (P.CARER,)


# Numbers and letters


def test_a_number_toggles_an_answer_and_enter_goes_on(screen: WelcomeScreen, room: Room) -> None:
    press(Qt.Key.Key_Return)
    type_keys("2")
    type_keys("4")
    type_keys("2")
    assert _choice(screen, "I am here as part of my job").isChecked()
    press(Qt.Key.Key_Return)
    assert room.replayed().attendance[room.people["Amina"]].perspectives == (P.PROFESSIONAL,)
    assert focused().accessibleName().startswith("Bob. Not here yet")


def test_enter_chooses_an_answer_as_everywhere_and_then_goes_on(screen: WelcomeScreen, room: Room) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert _choice(screen, "I look after a relative or friend, unpaid").isChecked()
    assert room.replayed().attendance[room.people["Amina"]].perspectives == ()
    press(Qt.Key.Key_Return)
    assert room.replayed().attendance[room.people["Amina"]].perspectives == (P.CARER,)


def test_seven_is_not_saying_and_all_answers_are_equally_large(screen: WelcomeScreen, room: Room) -> None:
    press(Qt.Key.Key_Return)
    answers = screen.findChildren(AnswerButton)
    shown = [one for one in answers if one.isVisible()]
    assert len(shown) == 7
    assert len({(one.width(), one.height()) for one in shown}) == 1
    type_keys("1")
    type_keys("7")
    press(Qt.Key.Key_Return)
    assert room.replayed().attendance[room.people["Amina"]].perspectives == (P.NOT_SAID,)


def test_among_sixty_people_two_figures_and_enter_are_enough(room: Room, theme: Theme, qtbot: QtBot) -> None:
    more = [room.services.people.add_walk_in(room.group.id, f"Person {number:02}").id for number in range(56)]
    room.bridge.refresh_people()
    room.running.requests.expect(more)
    screen = _fresh(room, theme, qtbot)
    rows = screen.findChild(WelcomeList)
    type_keys("4")
    type_keys("7")
    assert focused() is rows.row(rows.people()[46]).focus_target()
    assert focused().accessibleDescription() == "Number 47"
    assert not focused().visibleRegion().isEmpty()
    type_keys("ch")
    assert focused().accessibleName().startswith("Chen")
    assert room.state.people_here == ()
    type_keys("3")
    press(Qt.Key.Key_Return)
    assert room.replayed().people_here == (rows.people()[2],)


def test_figures_do_nothing_outside_the_list(screen: WelcomeScreen, room: Room) -> None:
    _button(screen, "Change").setFocus()
    type_keys("2")
    assert focused().accessibleName() == "Change"
    screen.press("F4")
    type_keys("2")
    field = focused()
    assert isinstance(field, LineField)
    assert field.text() == "2"
    assert room.state.people_here == ()


# Coming and going


def test_stepping_out_and_coming_back_stand_beside_going_home(screen: WelcomeScreen, room: Room) -> None:
    bob = room.people["Bob"]
    room.running.requests.arrive(bob)
    settle()
    row = screen.findChild(WelcomeList).row(bob)
    row.beside_button(Beside.STEPPED_OUT).setFocus()
    press(Qt.Key.Key_Return)
    assert room.replayed().attendance[bob].is_out
    assert row.spoken() == "Bob. Stepped out. Here since 10am"
    assert focused() is row.focus_target()
    row.beside_button(Beside.CAME_BACK).setFocus()
    press(Qt.Key.Key_Return)
    assert not room.replayed().attendance[bob].is_out
    assert row.spoken() == "Bob. Here since 10am"


def test_guests_are_counted_with_a_key_and_undone(screen: WelcomeScreen, room: Room) -> None:
    field = screen.findChild(GuestCount).field()
    field.setFocus()
    for _ in range(3):
        press(Qt.Key.Key_Up)
    assert room.replayed().room.guests == 3
    room.running.live.undo()
    settle()
    assert field.value() == 2
    assert room.replayed().room.guests == 2


def test_a_long_name_and_an_arabic_name_fit_at_200_percent(room: Room, theme: Theme, qtbot: QtBot) -> None:
    long_name = "Bartholomew-Maximilian-Featherstonehaugh-Cholmondeley-of-Lower-Upper-Netherwallops"[:80]
    for name in (long_name, "عبد الرحمن بن محمد"):
        person_id = room.services.people.add_walk_in(room.group.id, name).id
        room.running.requests.expect([person_id])
        room.running.requests.arrive(person_id)
    room.bridge.refresh_people()
    screen = at_200_percent(theme, lambda: WelcomeScreen(theme, room.services, room.bridge))
    qtbot.addWidget(screen)
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []
    screen.findChild(WelcomeList).focus_person(person_id)
    press(Qt.Key.Key_Return)
    assert "Welcome, \u0639\u0628\u062f" in words_of(screen)
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []


def test_we_begin_notes_the_time_and_goes_to_the_agenda(screen: WelcomeScreen, room: Room, qtbot: QtBot) -> None:
    assert _button(screen, "We begin").isVisible()
    with qtbot.waitSignal(screen.go_requested) as gone:
        assert screen.press("F8")
    assert gone.args == ["agenda"]
    assert room.replayed().room.began_at.startswith("2026-11-24T10:00")
    settle()
    acts = room.acts()
    with qtbot.waitSignal(screen.go_requested) as again:
        _button(screen, "Make the agenda").click()
    assert again.args == ["agenda"]
    assert room.acts() == acts


def _tabs_from_the_list(screen: WelcomeScreen, room: Room) -> list[str]:
    """What Tab visits after the list of people, before it comes round."""
    room.running.requests.arrive(room.people["Bob"])
    settle()
    rows = screen.findChild(WelcomeList)
    rows.focus_person(room.people["Bob"])
    stops = tab_stops(screen)
    return [stop.accessibleName() for stop in stops if rows.isAncestorOf(stop)]


def test_the_people_are_one_stop_for_tab_where_the_focus_was_last(screen: WelcomeScreen, room: Room) -> None:
    assert _tabs_from_the_list(screen, room) == [focused().accessibleName()]
    assert focused().accessibleName().startswith("Bob")


def test_arrows_go_to_the_buttons_beside_a_name_and_to_the_next_name(screen: WelcomeScreen, room: Room) -> None:
    _tabs_from_the_list(screen, room)
    names = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(key)
        names.append(focused().accessibleName())
    assert names[:4] == ["Bob: Stepped out", "Bob: Went home", "Bob: Went home", "Bob: Stepped out"]
    assert [name.split(".")[0] for name in names[4:]] == ["Chen", "Bob"]


def test_figures_typed_and_left_are_forgotten(room: Room, theme: Theme, qtbot: QtBot) -> None:
    for at in range(8):
        who = room.services.people.add_walk_in(room.group.id, f"Person{at}").id
        room.running.requests.arrive(who)
    room.bridge.refresh_people()
    screen = WelcomeScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    rows = screen.findChild(WelcomeList)
    type_keys("1")
    QTest.qWait(1700)
    type_keys("1")
    assert rows.row(rows.people()[0]).focus_target().hasFocus(), "after a pause 1 and 1 are not 11"
    type_keys("1")
    assert rows.row(rows.people()[10]).focus_target().hasFocus(), "without a pause they are"
    rows.focus_person(rows.people()[0])
    type_keys("1")
    press(Qt.Key.Key_Tab)
    rows.focus_person(rows.people()[0])
    type_keys("1")
    assert rows.row(rows.people()[0]).focus_target().hasFocus(), "the focus was elsewhere in between"
