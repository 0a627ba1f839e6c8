"""Closing a meeting: reading back, how it was for us, thank you; nothing is forced and nothing ends by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox

from coprod_desktop.domain.closing import check_out_counts
from coprod_desktop.domain.lines import (
    ActionDetails,
    AgendaItemDetails,
    DecisionDetails,
    IdeaDetails,
    IdeaOutcome,
    ItemState,
    Outcome,
    Words,
)
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.room import CheckOutCount, CheckOutQuestion, WallScene
from coprod_desktop.domain.wall import scene_of
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.screens.close.close_screen import CloseScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.check_out_answers import CheckOutAnswers
from tests.ui import screen_audit as audit
from tests.ui.in_the_room import CTRL, InTheRoom
from tests.ui.person_at_screen import press
from tests.ui.screen_checks import cut_widgets, focused, settle, sideways_scrolls, words_of


@pytest.fixture
def room(theme: Theme, tmp_path: Path) -> Iterator[InTheRoom]:
    """One item was talked about, one waits; there is a decision with a job, and an idea without an answer."""
    there = InTheRoom(theme, tmp_path)
    there.running.turns.end()
    requests, amina, bob = there.running.requests, there.people["Amina"], there.people["Bob"]
    seats = there.state.agenda[0].id
    requests.propose_item(AgendaItemDetails(title="Timetables", proposer=Proposer(people=(bob,))))
    decided = DecisionDetails(proposer=Proposer(people=(bob,)), outcome=Outcome.AGREED, item_id=seats)
    job = (Words(text="Write to the council."), ActionDetails(owners=(amina,)))
    requests.record_decision(Words(text="We ask for more seats."), decided, actions=[job])
    requests.record_idea(Words(text="Paint the seats."), IdeaDetails(proposer=Proposer(people=(amina,))))
    requests.close_item(seats)
    there.window.go("close")
    settle()
    yield there
    there.close()


def rows(room: InTheRoom) -> str:
    """What the rows in sight say."""
    return "\n".join(row.spoken() for row in room.window.screen_now.findChildren(CardRow) if row.isVisible())


def answer(room: InTheRoom, *choices: str) -> None:
    """One person answers the statements from the top, and the next person comes."""
    shown = [row for row in room.window.screen_now.findChildren(CheckOutAnswers) if row.isVisible()]
    for row, choice in zip(shown, choices, strict=False):
        row.button(choice).setFocus()
        room.key(Qt.Key.Key_Space)
    room.key(Qt.Key.Key_F8)


def test_two_presses_lead_to_the_end(room: InTheRoom) -> None:
    room.window.go(PlaceKey.TURNS)
    settle()
    before = len(room.events())
    press(room.window, "Pause all")
    press(room.window, "Close the meeting")
    settle()
    assert room.window.place is PlaceKey.CLOSE
    assert isinstance(room.window.screen_now, CloseScreen)
    assert len(room.events()) == before


def test_decisions_jobs_and_what_waits_are_read_back_with_whose_idea_it_was(room: InTheRoom) -> None:
    said = rows(room)
    assert "We ask for more seats. We agreed · Idea from Bob" in said
    assert "Write to the council. Amina" in said
    assert "Timetables. Not started · Asked by Bob" in said
    assert "Paint the seats. Idea from Amina" in said
    assert said.index("more seats") < said.index("Write to") < said.index("Timetables") < said.index("Paint")


def test_what_waits_gets_a_fate_in_one_press_and_nothing_has_to(room: InTheRoom) -> None:
    press(room.window, "For next time")
    settle()
    assert room.state.agenda[1].state is ItemState.CARRIED_OVER
    assert focused().isVisible()
    press(room.window, "For later")
    settle()
    assert room.state.agenda[1].state is ItemState.PARKED
    room.key(Qt.Key.Key_F8)
    assert "How was it for us?" in room.words()


def test_an_idea_can_be_kept_for_later(room: InTheRoom) -> None:
    ideas = [one for one in room.window.screen_now.findChildren(CardRow) if one.spoken().startswith("Paint")]
    press(ideas[0], "For later")
    settle()
    (idea,) = room.state.ideas.values()
    assert idea.details.outcome is IdeaOutcome.LATER
    assert "Paint the seats" not in rows(room)
    assert idea.details.proposer == Proposer(people=(room.people["Amina"],))


def test_the_wall_asks_how_it_was_and_the_meeting_can_go_on_after_all(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F8)
    assert scene_of(room.state) is WallScene.CHECK_OUT
    room.key(Qt.Key.Key_F4)
    press(room.window, "The meeting goes on")
    settle()
    assert room.window.place is PlaceKey.AGENDA
    assert scene_of(room.state) is not WallScene.CHECK_OUT


def test_the_check_out_waits_until_the_turn_is_over(room: InTheRoom) -> None:
    room.running.turns.start(room.services.people.get(room.people["Bob"]))
    room.key(Qt.Key.Key_F8)
    assert not room.state.room.is_closing
    assert room.window.frame.message_words().startswith("Somebody has a turn.")


def test_undo_leads_back_to_reading(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F8)
    room.key(Qt.Key.Key_Z, CTRL)
    assert not room.state.room.is_closing
    assert "What we decided" in room.words()


def test_below_five_answers_only_how_many_answered_is_shown(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F8)
    for _person in range(4):
        answer(room, "yes", "no")
    assert "4 people have answered." in room.words()
    room.key(Qt.Key.Key_F4)
    assert room.words().count("4 people have answered.") == 2
    assert "Yes: " not in room.words()
    assert "No: " not in room.words()


def test_once_five_answered_every_no_counts(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F8)
    for _person in range(4):
        answer(room, "yes", "partly")
    answer(room, "no")
    assert "Yes: " not in room.words(), "while people answer nobody can work out what one person said"
    room.key(Qt.Key.Key_F4)
    assert "Yes: 4\nA bit: 0\nNo: 1" in room.words()
    assert room.words().count("4 people have answered.") == 1


def test_the_next_person_finds_nothing_of_the_last(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F8)
    fields = room.window.screen_now.findChildren(QLineEdit)
    (word,) = [field for field in fields if type(field).__name__ == "LineField" and field.isVisible()]
    word.setText("Calm")
    answer(room, "yes", "partly", "no")
    assert word.text() == ""
    assert all(row.answer() is None for row in room.window.screen_now.findChildren(CheckOutAnswers))
    assert "Calm" not in room.words()
    assert room.state.room.check_out.words == ("Calm",)
    assert room.state.room.check_out.people_on_screen == 1
    assert focused().isVisible()


def test_without_an_answer_the_form_says_what_is_missing(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F8)
    before = len(room.events())
    room.key(Qt.Key.Key_F8)
    assert "Please choose an answer first." in room.words()
    assert len(room.events()) == before


def test_answers_from_paper_are_counted_with_those_on_the_laptop(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F8)
    answer(room, "yes", "yes", "yes")
    press(room.window, "On paper, and we count")
    numbers = [field for field in room.window.screen_now.findChildren(QSpinBox) if field.isVisible()]
    assert [field.accessibleName() for field in numbers[:3]] == [
        f"{words}. I learned or used a skill." for words in ("Yes", "A bit", "No")
    ]
    numbers[0].setFocus()
    for _ in range(3):
        room.key(Qt.Key.Key_Up)
    numbers[2].setFocus()
    room.key(Qt.Key.Key_Up)
    room.key(Qt.Key.Key_F8)
    assert check_out_counts(room.state)[CheckOutQuestion.SKILL] == CheckOutCount(yes=4, no=1)
    room.key(Qt.Key.Key_F4)
    assert "Yes: 4\nA bit: 0\nNo: 1" in room.words()


def test_numbers_from_paper_are_one_step_and_one_undo_takes_them_all_back(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F8)
    press(room.window, "On paper, and we count")
    numbers = [field for field in room.window.screen_now.findChildren(QSpinBox) if field.isVisible()]
    for number in numbers:
        number.setValue(2)
    room.key(Qt.Key.Key_F8)
    assert room.state.room.check_out.paper == dict.fromkeys(CheckOutQuestion, CheckOutCount(yes=2, partly=2, no=2))
    room.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert room.state.room.check_out.paper == {}


def test_whoever_answered_last_is_counted_when_that_is_everyone(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F8)
    row = room.window.screen_now.findChildren(CheckOutAnswers)[0]
    row.button("no").setFocus()
    room.key(Qt.Key.Key_Space)
    room.key(Qt.Key.Key_F4)
    assert check_out_counts(room.state)[CheckOutQuestion.SKILL] == CheckOutCount(no=1)


def test_finishing_thanks_everyone_and_leads_to_the_minutes(room: InTheRoom) -> None:
    for key in (Qt.Key.Key_F8, Qt.Key.Key_F4, Qt.Key.Key_F8):
        room.key(key)
    assert room.state.phase is Phase.FINISHED
    assert scene_of(room.state) is WallScene.THANK_YOU
    assert "The meeting is finished." in room.words()
    assert not room.window.frame.pause.isVisible()
    assert focused().accessibleName() == "Go to the minutes"
    press(room.window, "Open it again")
    settle()
    assert room.state.phase is Phase.OPEN
    assert focused().isVisible()


def test_a_finished_meeting_shows_its_end_when_it_is_looked_at_again(room: InTheRoom) -> None:
    room.running.requests.finish()
    room.window.go(PlaceKey.AGENDA)
    room.window.go("close")
    settle()
    assert "Thank you" in room.words()


def test_cards_are_shown_by_item_in_the_order_of_the_agenda(room: InTheRoom) -> None:
    requests = room.running.requests
    second, first = room.state.agenda[1].id, room.state.agenda[0].id
    requests.bring_item_back(first)
    for item in (second, first):
        requests.open_item(item)
        room.running.room.show_card("yellow")
        requests.close_item(item)
    room.running.room.show_card("red")
    settle()
    words = room.words()
    assert words.index("Seats\nSlow down: 1 time") < words.index("Timetables\nSlow down: 1 time")
    assert "Between items\nStop. I have a question: 1 time" in words


@pytest.mark.parametrize("look", [(1366, 688, 100), (1280, 720, 200)], ids=("100%", "200%"))
@pytest.mark.parametrize("keys", ["", "F8", "F8 paper", "F8 F4", "F8 F4 F8"])
def test_every_step_can_be_used_by_everyone(
    room: InTheRoom, theme: Theme, look: tuple[int, int, int], keys: str
) -> None:
    width, height, percent = look
    theme.set_text_percent(percent)
    room.window.resize(width, height)
    settle()
    for key in keys.split():
        if key == "paper":
            press(room.window, "On paper, and we count")
        else:
            room.key(Qt.Key(getattr(Qt.Key, f"Key_{key}")))
    audit.settle(30)
    assert not focused().visibleRegion().isEmpty()
    window = room.window
    faults = [
        *audit.name_faults(window),
        *audit.trap_faults(window),
        *audit.heading_faults(window),
        *audit.order_faults(window),
        *audit.target_faults(window, theme),
        *audit.choice_faults(window),
        *audit.key_faults(window),
        *audit.hidden_focus_faults(window),
        *(f"cut: {cut}" for cut in cut_widgets(window)),
        *(f"scrolls sideways: {area}" for area in sideways_scrolls(window.screen_now)),
        *(f"a window of its own: {other}" for other in audit.other_windows(window)),
    ]
    assert not faults, "\n".join(faults)


def test_an_idea_is_turned_down_with_a_reason_as_the_meeting_closes(room: InTheRoom) -> None:
    screen = room.window.screen_now
    assert isinstance(screen, CloseScreen)
    press(screen, "Another answer")
    assert "Paint the seats." in words_of(screen)
    screen.settle.outcome.button(IdeaOutcome.NOT_TAKEN_UP).click()
    room.key(Qt.Key.Key_F8)
    assert screen.settle.error_words(), "a reason is asked for"
    screen.settle.reason.set_words("The council paints them.")
    room.key(Qt.Key.Key_F8)
    (idea,) = room.state.ideas.values()
    assert (idea.details.outcome, idea.details.reason) == (IdeaOutcome.NOT_TAKEN_UP, "The council paints them.")
    assert "Paint the seats." not in rows(room)


def test_escape_leaves_an_idea_as_it_is_and_closing_goes_on(room: InTheRoom) -> None:
    screen = room.window.screen_now
    press(screen, "Another answer")
    room.key(Qt.Key.Key_Escape)
    assert "Paint the seats." in rows(room)
    room.key(Qt.Key.Key_F8)
    assert room.state.room.is_closing
