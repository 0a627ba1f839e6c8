"""What the group promised comes first: one press each, by keys alone; and a job is asked for (R28)."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.ids import ActionId
from coprod_desktop.domain.lines import ActionDetails, ActionState, Helped, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import Perspective
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.ui.screens.agenda.agenda_screen import AgendaScreen
from coprod_desktop.ui.screens.decisions.decisions_screen import DecisionsScreen
from coprod_desktop.ui.screens.welcome.welcome_screen import WelcomeScreen
from coprod_desktop.ui.theme import Theme
from tests.ui.person_at_screen import press as press_words
from tests.ui.person_at_screen import press_row, seen
from tests.ui.screen_checks import Room, focused, press, settle, show

ROW, TAB, RETURN = "What we promised", Qt.Key.Key_Tab, Qt.Key.Key_Return
STAFF, LIVED = (Perspective.PROFESSIONAL,), (Perspective.LIVED_EXPERIENCE,)


@pytest.fixture
def before(room: Room) -> RunningMeeting:
    """A meeting in March: one job was to be done by the end of it, one was done."""
    running = room.services.meetings.begin(room.group.id, MeetingDetails(title="Before", held_on=date(2026, 3, 10)))
    who = (room.people["Amina"],)
    running.requests.agree_action(Words(text="Ask the council."), ActionDetails(owners=who, due_on=date(2026, 3, 31)))
    done = ActionDetails(owners=who, state=ActionState.DONE, ask_on=date(2026, 6, 1))
    running.requests.agree_action(Words(text="Put up a bench."), done)
    return running


def _actions(room: Room, before: RunningMeeting) -> list[ActionDetails]:
    return [one.details for one in room.services.meetings.state(before.live.id).actions.values()]


def _welcome(room: Room, theme: Theme, qtbot: QtBot) -> WelcomeScreen:
    made = WelcomeScreen(theme, room.services, room.bridge)
    qtbot.addWidget(made)
    show(made)
    return made


def test_by_keys_alone_a_job_is_done_and_another_helped(
    room: Room, before: RunningMeeting, theme: Theme, qtbot: QtBot
) -> None:
    screen = _welcome(room, theme, qtbot)
    assert "1 thing is still to do. 1 thing is done. Did it help?" in seen(screen)
    press_row(screen, ROW)
    assert "Amina. It was for 31 March 2026. We said so on 10 March 2026" in seen(screen)
    press(RETURN)  # a stray one: the focus rests on the row, so that nothing is promised or done by it
    assert _actions(room, before)[0].state is ActionState.OPEN
    press(TAB)
    assert focused().accessibleName() == "Done"
    press(RETURN)
    assert _actions(room, before)[0].state is ActionState.DONE
    assert _actions(room, before)[0].ask_on == date(2027, 2, 24)
    press(RETURN)
    assert not _actions(room, before)[1].helped
    press(TAB)
    assert focused().accessibleName() == "Yes"
    press(TAB)
    press(RETURN)
    assert [one.answer for one in _actions(room, before)[1].helped] == [Helped.A_BIT]
    assert _actions(room, before)[1].helped[0].by is None
    assert "Said today: A bit 1" in seen(screen)
    assert screen.leave()
    assert ROW not in seen(screen)
    room.services.history.undo()
    room.services.history.undo()
    screen.show_state(room.bridge.state)
    assert "1 thing is still to do. 1 thing is done. Did it help?" in seen(screen)


def test_not_yet_changes_nothing_and_offers_a_new_day(
    room: Room, before: RunningMeeting, theme: Theme, qtbot: QtBot
) -> None:
    screen = _welcome(room, theme, qtbot)
    press_row(screen, ROW)
    known = _actions(room, before)
    assert "A new day, if you want" not in seen(screen)
    press_words(screen, "Not yet")
    assert _actions(room, before) == known
    rows = screen.promises.panel.to_do
    rows.row(rows.keys()[0]).day.set_day(date(2026, 12, 31))  # type: ignore[attr-defined]
    press_words(screen, "Keep this day")
    assert _actions(room, before)[0] == replace(known[0], due_on=date(2026, 12, 31))
    assert "It is for 31 December 2026." in seen(screen)


def test_who_says_so_is_named_only_if_they_want(room: Room, before: RunningMeeting, theme: Theme, qtbot: QtBot) -> None:
    room.bridge.requests.arrive(room.people["Bob"])
    screen = _welcome(room, theme, qtbot)
    press_row(screen, ROW)
    press_row(screen, "Say who, or say more")
    assert "Nobody is named" in seen(screen)
    press_words(screen, "Bob")
    press_words(screen, "No")
    (said,) = _actions(room, before)[1].helped
    assert (said.answer, said.by) == (Helped.NO, room.people["Bob"])


def test_too_soon_offers_another_day(room: Room, before: RunningMeeting, theme: Theme, qtbot: QtBot) -> None:
    screen = _welcome(room, theme, qtbot)
    press_row(screen, ROW)
    press_words(screen, "Too soon")
    assert "When do we ask again?" in seen(screen)
    assert _actions(room, before)[1].ask_on == date(2027, 2, 24)


def test_a_job_that_was_stopped_is_gone_and_nobody_is_called_late(
    room: Room, before: RunningMeeting, theme: Theme, qtbot: QtBot
) -> None:
    screen = _welcome(room, theme, qtbot)
    press_row(screen, ROW)
    assert not any(word in seen(screen).casefold() for word in ("late", "overdue", "missed"))
    press_words(screen, "Stop this")
    assert _actions(room, before)[0].state is ActionState.DROPPED
    assert "Ask the council." not in seen(screen)


def test_the_agenda_has_them_beside_the_items_and_comes_back_to_where_it_was(
    room: Room, before: RunningMeeting, theme: Theme, qtbot: QtBot
) -> None:
    screen = AgendaScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    press_row(screen, ROW)
    assert "Ask the council." in seen(screen)
    press(TAB)
    assert focused().accessibleName() == "Done"
    press(RETURN)
    assert _actions(room, before)[0].state is ActionState.DONE
    assert screen.leave()
    assert "Ask the council." not in seen(screen)
    assert focused().accessibleName().startswith(ROW)
    assert not screen.leave()


def test_a_group_that_promised_nothing_is_not_asked(room: Room, theme: Theme, qtbot: QtBot) -> None:
    assert ROW not in seen(_welcome(room, theme, qtbot))


# A job is asked for


@pytest.fixture
def screen(room: Room, theme: Theme, qtbot: QtBot) -> DecisionsScreen:
    """Amina speaks from her own life, Bob is staff, nothing is known of Chen."""
    room.bridge.requests.arrive(room.people["Amina"], perspectives=LIVED)
    room.bridge.requests.arrive(room.people["Bob"], perspectives=STAFF)
    room.bridge.requests.arrive(room.people["Chen"])
    made = DecisionsScreen(theme, room.services, room.bridge)
    qtbot.addWidget(made)
    show(made)
    return made


@pytest.mark.parametrize(
    ("names", "is_asked"),
    [(("Bob",), False), (("Amina",), True), (("Chen",), True), (("Bob", "Amina"), True), ((), False)],
)
def test_a_job_for_an_unpaid_person_asks_what_goes_with_it(
    screen: DecisionsScreen, names: tuple[str, ...], is_asked: bool
) -> None:
    screen.list.add_job.click()
    for name in names:
        press_words(screen.job.fields.owners, name)
    assert ("What time goes with it?" in seen(screen)) is is_asked


def test_what_goes_with_a_job_is_kept_and_never_needed(room: Room, screen: DecisionsScreen) -> None:
    for words in ("", "2 hours"):
        screen.list.add_job.click()
        screen.job.fields.words.set_words("Ask the council")
        press_words(screen.job.fields.owners, "Amina")
        screen.job.fields.goes_with.fields["time_wanted"].setText(words)
        screen.job.save.click()
    assert [one.details.time_wanted for one in room.state.actions.values()] == ["", "2 hours"]


def test_yes_and_no_are_the_same_size_and_look(screen: DecisionsScreen) -> None:
    screen.list.add_job.click()
    press_words(screen.job.fields.owners, "Amina")
    settle()
    (row,) = screen.job.fields.answers.rows.values()
    assert row.yes.size() == row.no.size()
    assert (row.yes.kind(), row.yes.has_icon()) == (row.no.kind(), row.no.has_icon())


def test_one_press_takes_a_job_off_a_person_and_nobody_asks_why(room: Room, screen: DecisionsScreen) -> None:
    amina, bob = room.people["Amina"], room.people["Bob"]
    action_id = room.bridge.requests.agree_action(Words(text="Ask"), ActionDetails(owners=(amina, bob)))
    screen.show_state(room.bridge.state)
    screen.show_part(f"line {action_id}")
    steps = room.acts()
    answers = screen.job.fields.answers
    answers.rows[amina].no.setFocus()
    press(RETURN)
    assert room.acts() == steps + 1
    assert room.state.actions[ActionId(action_id)].details == ActionDetails(owners=(bob,))
    assert list(answers.rows) == [bob]
    assert answers.rows[bob].isAncestorOf(_focus())
    screen.job.save.click()
    assert room.state.actions[ActionId(action_id)].details.owners == (bob,)


def test_a_job_that_is_done_offers_a_day_to_ask_if_it_helped(room: Room, screen: DecisionsScreen) -> None:
    action_id = room.bridge.requests.agree_action(Words(text="Ask"), ActionDetails())
    screen.show_state(room.bridge.state)
    screen.show_part(f"line {action_id}")
    assert "When do we ask if it helped?" not in seen(screen)
    press_words(screen.job.state, "Done")
    assert screen.job.ask_on.day() == date(2027, 2, 24)
    screen.job.save.click()
    assert room.state.actions[ActionId(action_id)].details.ask_on == date(2027, 2, 24)


def _focus() -> QWidget:
    return focused()
