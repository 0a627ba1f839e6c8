"""Nothing private is drawn before somebody has said that the room cannot see this screen (R08, UI-24)."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.person import MinutesChoice, MinutesFormat
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.room_sight import RoomSight
from coprod_desktop.ui.screens.minutes.minutes_screen import MinutesScreen
from coprod_desktop.ui.screens.minutes.overview_panel import OverviewPanel
from coprod_desktop.ui.screens.minutes.pack_panel import PackPanel
from coprod_desktop.ui.screens.minutes.panel import OVERVIEW, PACK
from coprod_desktop.ui.screens.people.people_screen import PeopleScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.private_cover import PrivateCover
from coprod_desktop.ui.widgets.sight_question import SightQuestion
from tests.ui.in_the_room import InTheRoom
from tests.ui.person_at_screen import button, press_row, seen
from tests.ui.screen_checks import Room, settle, show, words_of
from tests.ui.wall.wall_room import PLANTED, prepare

_PRIVATE_ROWS = ("What helps me take part", "Length of their turn", "How to reach them", "The minutes they want")


def _shown(widget: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(widget)
    widget.resize(900, 500)
    widget.show()
    widget.activateWindow()
    QTest.qWaitForWindowActive(widget)
    settle()


def test_the_question_folds_to_one_quiet_line_and_can_be_changed_by_keys_alone(theme: Theme, qtbot: QtBot) -> None:
    sight = RoomSight()
    question = SightQuestion(theme, sight)
    _shown(question, qtbot)
    high = question.sizeHint().height()
    question.no_button.setFocus()
    QTest.keyClick(question.no_button, Qt.Key.Key_Return)
    settle()
    assert sight.is_only_us
    assert question.no_button.isHidden() or not question.no_button.isVisible()
    assert question.change_button.hasFocus(), "the focus is not lost"
    assert question.sizeHint().height() < high / 2
    QTest.keyClick(question.change_button, Qt.Key.Key_Space)
    settle()
    assert not sight.is_asked
    assert question.no_button.hasFocus()
    question.yes_button.click()
    assert (sight.is_asked, sight.is_only_us) == (True, False)


def test_covered_things_are_not_even_made_before_the_answer_and_go_at_once_after_it_is_forgotten(
    theme: Theme, qtbot: QtBot
) -> None:
    made: list[QLabel] = []

    def make() -> QWidget:
        made.append(QLabel("Private words"))
        return made[-1]

    sight = RoomSight()
    cover = PrivateCover(theme, sight, make)
    _shown(cover, qtbot)
    sight.say(can_see=True)
    assert made == []
    assert cover.content is None
    sight.say(can_see=False)
    assert "Private words" in words_of(cover)
    sight.ask_again()
    assert cover.content is None
    assert "Private words" not in words_of(cover), "at once, before the next turn of the event loop"
    assert "Can the room see this screen?" in words_of(cover)
    sight.say(can_see=False)
    assert len(made) == 2


def test_after_no_the_focus_is_on_what_was_covered(theme: Theme, tmp_path: Path) -> None:
    there = InTheRoom(theme, tmp_path)
    there.desk.bridge.sight.ask_again()
    there.window.go(PlaceKey.PEOPLE)
    press_row(there.window, "Amina")
    press_row(there.window, "What helps me take part")
    no_button = button(there.window, "No, only we can")
    no_button.setFocus()
    there.key(Qt.Key.Key_Return)
    assert there.window.focusWidget().accessibleName() == "Add what helps"
    there.close()


@pytest.mark.parametrize("answer", [None, True])
def test_a_persons_page_keeps_its_private_parts_behind_the_question(
    theme: Theme, room: Room, qtbot: QtBot, answer: bool | None
) -> None:
    prepare(room)
    room.bridge.sight.ask_again()
    if answer is not None:
        room.bridge.sight.say(can_see=answer)
    screen = PeopleScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen, width=1144, height=560)
    press_row(screen, "Amina Yusuf")
    for row in _PRIVATE_ROWS:
        press_row(screen, row)
        assert PLANTED not in seen(screen)
        assert not any(PLANTED in label.text() for label in screen.findChildren(QLabel)), "not even hidden"
    press_row(screen, "What helps me take part")
    if answer is None:
        button(screen, "No, only we can").click()
    else:
        room.bridge.sight.say(can_see=False)
    settle()
    assert PLANTED in seen(screen) + words_of(screen)
    room.bridge.sight.ask_again()
    assert PLANTED not in seen(screen) + words_of(screen)


def test_who_gets_which_format_is_drawn_only_if_the_room_cannot_see_it(theme: Theme, room: Room, qtbot: QtBot) -> None:
    prepare(room)
    people = room.services.people
    wants = MinutesChoice(format=MinutesFormat.LARGE_PRINT)
    people.save(replace(people.get(room.people["Amina"]), minutes=wants))
    room.bridge.refresh_people()
    room.bridge.sight.ask_again()
    screen = MinutesScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen, width=1166, height=600)
    overview = screen.panel(OVERVIEW)
    assert isinstance(overview, OverviewPanel)
    assert list(overview.asked()) == []
    assert "arge print" not in words_of(overview)
    screen.show_panel(PACK)
    pack = screen.panel(PACK)
    assert isinstance(pack, PackPanel)
    settle()
    assert "Amina" not in words_of(pack)
    assert pack.question.no_button.hasFocus()
    pack.question.no_button.click()
    settle()
    assert pack.list.isVisible()
    screen.show_panel(OVERVIEW)
    settle()
    assert "arge print" in words_of(overview)
    room.bridge.sight.ask_again()
    assert list(overview.asked()) == []
    screen.end()
