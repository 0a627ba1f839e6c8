"""Before the meeting: the agreement, the access check, anything to declare, what is counted, and the jobs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.room import Counting
from coprod_desktop.ui.screens.welcome.welcome_screen import WelcomeScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.before_we_begin import BeforeWeBegin, Opening
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from tests.ui.person_at_screen import press as press_words
from tests.ui.person_at_screen import write
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

AGREED = ("One person speaks at a time.", "Anybody can take a break.")


@pytest.fixture
def screen(room: Room, theme: Theme, qtbot: QtBot) -> WelcomeScreen:
    for name in ("Amina", "Bob"):
        room.running.requests.arrive(room.people[name])
    screen = WelcomeScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    return screen


def _open(screen: WelcomeScreen, key: Opening) -> None:
    screen.findChild(BeforeWeBegin).row(key).focus_target().setFocus()
    press(Qt.Key.Key_Return)


def _told(screen: WelcomeScreen, key: Opening) -> str:
    return screen.findChild(BeforeWeBegin).row(key).spoken()


def _filled(screen: WelcomeScreen) -> list[str]:
    buttons = screen.findChildren(BigButton)
    return [one.words() for one in buttons if one.isVisible() and one.kind() is ButtonKind.PRIMARY]


def _agreement(room: Room) -> tuple[str, ...]:
    group = room.services.groups.current()
    assert group is not None
    return group.agreement


@pytest.mark.parametrize("key", list(Opening))
def test_each_opens_in_the_main_card_and_esc_goes_back_to_its_row(screen: WelcomeScreen, key: Opening) -> None:
    _open(screen, key)
    assert "Who is here?" not in words_of(screen)
    assert len(_filled(screen)) == 1
    assert unnamed_controls(screen) == []
    assert cut_widgets(screen) == []
    while "Who is here?" not in words_of(screen):
        assert screen.leave()
        settle()
    row = screen.findChild(BeforeWeBegin).row(key)
    assert focused() is row.focus_target()
    assert not row.is_chosen()
    assert _filled(screen) == ["We begin"]


@pytest.mark.parametrize("key", list(Opening))
def test_nothing_is_cut_at_200_percent(screen: WelcomeScreen, theme: Theme, room: Room, key: Opening) -> None:
    group = room.services.groups.current()
    assert group is not None
    theme.set_text_percent(200)
    screen.resize(1200, 540)
    _open(screen, key)
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []


def test_the_agreement_is_written_read_amended_and_undone(screen: WelcomeScreen, room: Room, qtbot: QtBot) -> None:
    _open(screen, Opening.AGREEMENT)
    for line in AGREED:
        with qtbot.waitSignal(screen.acted) as acted:
            write(screen, "Add a line", line)
        assert acted.args == ["group_changed"]
    assert _agreement(room) == AGREED
    assert screen.press("F8")
    settle()
    assert "1. One person speaks at a time." in words_of(screen)
    assert not [one for one in screen.findChildren(QLineEdit) if one.isVisible()]
    press_words(screen, "Change the agreement")
    write(screen, "Line 1", "We listen to each other.")
    assert _agreement(room)[0] == "We listen to each other."
    room.services.history.undo()
    screen.on_shown()
    assert _agreement(room) == AGREED
    assert _told(screen, Opening.AGREEMENT) == "Our agreement. 2 lines to read aloud"


def test_the_access_check_is_read_and_says_so(screen: WelcomeScreen, room: Room) -> None:
    _open(screen, Opening.ACCESS)
    assert "Can everybody hear?" in words_of(screen)
    assert screen.press("F8")
    settle()
    assert room.replayed().room.has_read_access_check
    assert _told(screen, Opening.ACCESS).endswith("We have read this")
    assert focused() is screen.findChild(BeforeWeBegin).row(Opening.DECLARE).focus_target()


def test_what_somebody_tells_is_written_down_with_their_name(screen: WelcomeScreen, room: Room) -> None:
    _open(screen, Opening.DECLARE)
    assert focused().accessibleName() == "Nothing to say"
    press_words(screen, "Write it down")
    assert "Please choose who tells us." in words_of(screen)
    type_keys("b")
    press(Qt.Key.Key_Space)
    write(screen, "What do they tell us?", "", then=None)
    press_words(screen, "Write it down")
    assert "Please write a few words first." in words_of(screen)
    write(screen, "What do they tell us?", "My sister works for the bus company.", then=None)
    assert screen.is_half_typed()
    press_words(screen, "Write it down")
    (told,) = room.replayed().room.declarations
    assert (told.person_id, told.words) == (room.people["Bob"], "My sister works for the bus company.")
    assert not screen.is_half_typed()
    assert "Bob. My sister works for the bus company" in words_of(screen)
    assert focused().accessibleName() == "Nothing more"
    press(Qt.Key.Key_Return)
    assert _told(screen, Opening.DECLARE).endswith("1 person told us something")


def test_nobody_has_to_say_anything(screen: WelcomeScreen, room: Room) -> None:
    _open(screen, Opening.DECLARE)
    press(Qt.Key.Key_Return)
    assert room.replayed().room.has_asked_declarations
    assert room.replayed().room.declarations == ()
    assert _told(screen, Opening.DECLARE).endswith("Nobody had anything to say")


def test_the_group_chooses_what_is_counted_and_can_change_it(screen: WelcomeScreen, room: Room) -> None:
    assert _told(screen, Opening.COUNTING).endswith("Not chosen yet. Nothing is counted")
    _open(screen, Opening.COUNTING)
    type_keys("2")
    settle()
    assert room.replayed().room.counting is Counting.BY_PERSPECTIVE
    _open(screen, Opening.COUNTING)
    press(Qt.Key.Key_Up)
    assert room.replayed().room.counting is Counting.BY_PERSPECTIVE  # an arrow only moves
    press(Qt.Key.Key_Return)
    assert room.replayed().room.counting is Counting.NOTHING
    assert _told(screen, Opening.COUNTING).endswith("Nothing is counted today")


def test_a_job_is_given_to_somebody_who_has_not_had_a_go(screen: WelcomeScreen, room: Room) -> None:
    _open(screen, Opening.JOBS)
    assert focused().accessibleName().startswith("Chair. Today: nobody yet")
    press(Qt.Key.Key_Return)
    assert focused().accessibleName() == "Amina"
    press(Qt.Key.Key_Space)
    assert room.replayed().attendance[room.people["Amina"]].jobs == (Job.CHAIR,)
    assert focused().accessibleName() == "Amina"
    assert screen.leave()
    settle()
    assert focused().accessibleName().startswith("Chair. Today: Amina")
    press(Qt.Key.Key_Return)
    assert focused().accessibleName() == "Bob"  # those who have not had a go come first
    press_words(screen, "Amina")
    assert room.replayed().attendance[room.people["Amina"]].jobs == ()


def test_one_person_with_pen_and_laptop_is_said_and_sharing_is_offered(screen: WelcomeScreen, room: Room) -> None:
    room.running.requests.take_jobs(room.people["Bob"], (Job.NOTE_TAKER, Job.LAPTOP))
    _open(screen, Opening.JOBS)
    assert "Bob has the pen and the laptop. Shall somebody share?" in words_of(screen)


def test_the_question_to_a_person_says_which_jobs_they_have_not_had_a_go_at(screen: WelcomeScreen, room: Room) -> None:
    room.running.requests.take_jobs(room.people["Bob"], (Job.CHAIR,))
    screen.focus_first()
    assert focused().accessibleName().startswith("Chen")
    press(Qt.Key.Key_Return)
    assert "Not had a go yet: Chair." in words_of(screen)


def test_pressing_a_person_after_a_page_was_left_asks_that_person(screen: WelcomeScreen, room: Room) -> None:
    screen.focus_first()
    press(Qt.Key.Key_Return)
    assert "Welcome, Chen" in words_of(screen)
    _open(screen, Opening.JOBS)
    assert "Welcome, Chen" not in words_of(screen)
    assert screen.leave()
    settle()
    assert "Who is here?" in words_of(screen)
    assert room.state.people_here[-1] == room.people["Chen"]
