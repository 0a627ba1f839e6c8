"""Home tells of the next meeting, counts what is not arranged after the first picture, and leads there in one press."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.ui.main_window.desk import Desk
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.main_window.window import MainWindow
from coprod_desktop.ui.theme import Theme
from tests.services.fixed_clock import FixedClock
from tests.ui.person_at_screen import button, seen
from tests.ui.screen_checks import settle

TODAY, LATER = date(2026, 11, 10), date(2026, 11, 24)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(tmp_path, clock=FixedClock(datetime(2026, 11, 10, 10, 0).astimezone(UTC)))
    yield opened
    opened.close()


def _begin(services: Services, held_on: date, *codes: str) -> RunningMeeting:
    group = services.groups.current() or services.groups.create("Bus stops group")
    person = services.people.add_walk_in(group.id, "Amina Yusuf")
    asked = date(2026, 9, 1)
    needs = tuple(AccessNeed(code=code, consent_on=asked, noted_on=asked) for code in codes)
    PeopleStore(services.database).save(replace(person, needs=needs))
    return services.meetings.begin(group.id, MeetingDetails(title=f"On {held_on:%d %m}", held_on=held_on), [person.id])


def _window(services: Services, theme: Theme, qtbot: QtBot) -> MainWindow:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.resize(1366, 698)
    window.show()
    window.attach(Desk(theme, services, window))
    window.activateWindow()
    settle()
    window.screen_now.focus_first()
    settle()
    return window


def test_the_next_meeting_is_told_with_what_is_not_arranged_and_f8_leads_there(
    services: Services, theme: Theme, qtbot: QtBot
) -> None:
    _begin(services, LATER, "TRAVEL")  # a taxi and the fares
    window = _window(services, theme, qtbot)
    words = seen(window.home)
    assert "Next meeting" in words
    assert "In 14 days." in words
    assert "We have not arranged 2 things." in words
    QTest.keyClick(window, Qt.Key.Key_F8)
    settle()
    assert window.place is PlaceKey.READY
    assert "Get ready" in window.windowTitle()
    window.end()


def test_what_was_arranged_is_not_counted_when_home_is_seen_again(
    services: Services, theme: Theme, qtbot: QtBot
) -> None:
    running = _begin(services, LATER, "TRAVEL")
    window = _window(services, theme, qtbot)
    line = services.ready.undone(running.live.id)[0]
    assert line.next_state is not None
    services.ready.say_why_not(running.live.id, line.key, "There is no need today")
    window.go(PlaceKey.PEOPLE)
    window.go(PlaceKey.HOME)
    settle()
    assert "We have not arranged 1 thing." in seen(window.home)
    window.end()


def test_beside_a_meeting_that_is_not_finished_the_next_one_has_a_card_of_its_own(
    services: Services, theme: Theme, qtbot: QtBot
) -> None:
    _begin(services, LATER, "TRAVEL")
    running = _begin(services, TODAY)
    item = running.requests.propose_item(
        AgendaItemDetails(title="Seats", proposer=Proposer(people=tuple(running.live.state.attendance)))
    )
    running.requests.open_item(item)
    window = _window(services, theme, qtbot)
    words = seen(window.home)
    assert "Carry on" in words
    assert "On 24 11" in words
    assert "We have not arranged 2 things." in words
    button(window.home, "Get ready").click()
    settle()
    assert window.place is PlaceKey.READY
    window.end()


def test_a_meeting_of_today_is_carried_on_and_nothing_is_counted(
    services: Services, theme: Theme, qtbot: QtBot
) -> None:
    _begin(services, TODAY, "TRAVEL")
    window = _window(services, theme, qtbot)
    words = seen(window.home)
    assert "Carry on" in words
    assert "not arranged" not in words
    QTest.keyClick(window, Qt.Key.Key_F8)
    settle()
    assert window.place is PlaceKey.WELCOME
    window.end()


def test_get_ready_becomes_welcome_on_the_day_and_each_is_one_press_from_the_other(
    services: Services, theme: Theme, qtbot: QtBot
) -> None:
    running = _begin(services, LATER, "TRAVEL")
    window = _window(services, theme, qtbot)
    window.open_meeting(running.live.id)
    window.desk.bridge.sight.say(can_see=False)
    settle()
    assert window.frame.places()[0] == PlaceKey.READY
    button(window.screen_now, "Welcome").click()
    settle()
    assert window.place is PlaceKey.WELCOME
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.place is PlaceKey.READY
    details = running.live.state.details
    running.requests.change_details(replace(details, held_on=TODAY))
    window.go(PlaceKey.WELCOME)
    settle()
    assert window.frame.places()[0] == PlaceKey.WELCOME
    button(window.screen_now, "Get ready").click()
    settle()
    assert window.place is PlaceKey.READY
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.place is PlaceKey.WELCOME
    window.end()


def test_esc_on_about_this_meeting_leads_back_to_getting_ready(services: Services, theme: Theme, qtbot: QtBot) -> None:
    running = _begin(services, LATER)
    window = _window(services, theme, qtbot)
    window.open_meeting(running.live.id)
    button(window.screen_now, "Change").click()
    settle()
    assert window.place is PlaceKey.SET_UP
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert window.place is PlaceKey.READY
    window.end()


def test_the_check_out_leads_in_one_press_to_asking_each_person(services: Services, theme: Theme, qtbot: QtBot) -> None:
    running = _begin(services, TODAY, "TRAVEL")
    window = _window(services, theme, qtbot)
    window.open_meeting(running.live.id)
    window.desk.bridge.sight.say(can_see=False)
    running.room.begin_closing()
    window.go(PlaceKey.CLOSE)
    settle()
    button(window.screen_now, "Did it work for you?").click()
    settle()
    assert window.place is PlaceKey.READY
    assert "I need help to get there." in seen(window.screen_now)
    window.end()
