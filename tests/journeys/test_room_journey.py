"""A meeting of 12 people and 5 items from the welcome to the thank you, run by one person with keys alone."""

import pytest

from coprod_desktop.domain.events import EndedBy, PauseReason, Through
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.meeting_state import MeetingState, Phase, Turn
from coprod_desktop.domain.replay import replay
from coprod_desktop.domain.room import CheckOutCount, CheckOutQuestion, Counting, NextRule, ReadBackStep, WallScene
from coprod_desktop.domain.wall import scene_of
from coprod_desktop.ui.main_window.window import MainWindow
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from tests.journeys.conftest import Start
from tests.journeys.keyboard import choose, go_to, here, press, seen, type_words, until, write

NAMES = ("Amina", "Bryn", "Chen", "Dilys", "Efua", "Farid", "Gwen", "Huw", "Iris", "Jonas", "Kofi")
LATE = "Lena"
ITEMS = ("How are we", "Bus stops", "Benches", "Letters", "Next steps")


@pytest.mark.journey
def test_twelve_people_talk_about_five_things_and_the_record_tells_it_again(start: Start) -> None:
    window = start()
    _set_up_the_group()
    _welcome(window)
    _make_the_agenda(window)
    _go_round(window)
    _hands_up(window)
    _pause_of_everything(window)
    _decide_on_the_wall(window)
    _first_break(window)
    _two_people_talk(window)
    _shared_turn_and_interpreter(window)
    _second_break_and_somebody_steps_out(window)
    _last_item(window)
    _close(window)
    _comes_back_the_same(window, start)


def _bridge(window: MainWindow) -> MeetingBridge:
    assert window.desk is not None
    return window.desk.bridge


def _state(window: MainWindow) -> MeetingState:
    return _bridge(window).state


def _who(window: MainWindow, name: str) -> PersonId:
    return next(person.id for person in _bridge(window).people if person.name == name)


def _turn(window: MainWindow) -> Turn:
    turn = _state(window).current_turn
    assert turn is not None, "nobody has a turn"
    return turn


def _last_turn(window: MainWindow) -> Turn:
    return list(_state(window).turns.values())[-1]


def _set_up_the_group() -> None:
    press("F8")
    type_words("Riverbank Voices")
    press("Return", "Ctrl+3")
    for name in NAMES:
        write("Add by first name", name)
        press("Return")
    press("Ctrl+N")
    type_words("Spring meeting")
    press("F8")


def _welcome(window: MainWindow) -> None:
    choose("No, only we can")
    for name in NAMES:
        assert here().startswith(f"{name}. Not here yet")
        press("Return", "1" if name in ("Amina", "Bryn", "Chen") else "3", "Return")
    choose("Does the room work")
    press("F8")
    choose("Anything to tell us", "Nothing to say")
    choose("What do we count", "Turns and time")
    choose("Jobs today")
    press("Esc")
    room = _state(window).room
    assert (room.has_read_access_check, room.has_asked_declarations) == (True, True)
    assert room.counting is Counting.BY_PERSPECTIVE
    assert scene_of(_state(window)) is WallScene.WELCOME
    press("F4")
    type_words(LATE)
    press("Return", "2", "Return")
    assert len(_state(window).people_here) == 12
    press("F8")
    assert _state(window).room.began_at


def _make_the_agenda(window: MainWindow) -> None:
    for title in ITEMS:
        press("F4")
        type_words(title)
        choose("The whole group")
        press("F8")
    assert [item.details.title for item in _state(window).agenda] == list(ITEMS)
    assert scene_of(_state(window)) is WallScene.AGENDA
    press("F8")
    assert scene_of(_state(window)) is WallScene.ITEM


def _finish_item(window: MainWindow) -> None:
    """The one question to everyone, and on to the agenda."""
    item = _state(window).current_item
    assert item is not None
    choose("Finish this item")
    press("F8")
    state = _state(window)
    assert item.id in state.room.asked_everyone
    finished = state.item(item.id)
    assert finished is not None
    assert finished.state is ItemState.DISCUSSED


def _next_item(window: MainWindow) -> None:
    press("Ctrl+2", "F8")
    assert _state(window).current_item is not None


def _go_round(window: MainWindow) -> None:
    choose("Start a go-round")
    go_round = _state(window).room.go_round
    assert go_round is not None
    assert len(go_round.order) == 12
    asked = list(go_round.order)
    press("F8")
    assert _turn(window).person_id == asked[0]
    press("F8")
    press("F3")
    press("Shift+F3")
    for _ in asked[3:]:
        press("F8", "F8")
    press("F8")
    assert _turn(window).person_id == asked[2]
    press("F8")
    state = _state(window)
    assert [turn.person_id for turn in state.turns.values()] == [asked[0], *asked[3:], asked[2]]
    if state.room.go_round is not None:
        press("F8")
    assert _state(window).room.go_round is None
    _finish_item(window)


def _hands_up(window: MainWindow) -> None:
    _next_item(window)
    choose("More", "2 minutes", "Done")
    assert _state(window).turn_seconds == 120
    press("F4")
    for letter in "BCD":
        press(letter, "Space")
    press("Esc")
    assert _state(window).hands == tuple(_who(window, name) for name in ("Bryn", "Chen", "Dilys"))
    press("F3")
    press("F8")
    assert _turn(window).person_id == _who(window, "Chen")
    assert scene_of(_state(window)) is WallScene.TURN
    press("F7")
    assert _turn(window).allowed_seconds == 180
    press("Shift+F6")
    assert _turn(window).pause_reason is PauseReason.THINKING
    press("F6")
    press("F5", "E", "Space", "Esc")
    assert _state(window).room.adders == (_who(window, "Efua"),)
    choose("Efua")
    assert _turn(window).adds_to is not None
    press("F8")
    assert (_turn(window).person_id, _turn(window).is_paused) == (_who(window, "Chen"), False)
    press("Alt+1", "Alt+1", "Alt+2")
    item = _state(window).current_item
    assert item is not None
    assert _state(window).room.cards[item.id] == {"red": 2, "yellow": 1}
    press("F8")
    press("Shift+F3")
    assert _state(window).room.next_rule is NextRule.FEWEST_TURNS
    press("F8")
    assert _turn(window).person_id == _who(window, "Bryn")


def _pause_of_everything(window: MainWindow) -> None:
    until(lambda: _bridge(window).used_ms > 300)
    press("F12")
    assert scene_of(_state(window)) is WallScene.PAUSE
    assert _turn(window).pause_reason is PauseReason.EVERYTHING
    used_ms = _bridge(window).used_ms
    press("F12")
    assert _turn(window).is_paused
    assert _bridge(window).used_ms == used_ms
    press("F6", "F8")
    press("F8", "F8")
    assert _last_turn(window).ended_by is EndedBy.FINISHED
    assert _state(window).hands == ()
    press("F11")
    assert scene_of(_state(window)) is WallScene.BLANK
    press("F11")


def _decide_on_the_wall(window: MainWindow) -> None:
    press("Ctrl+4", "F8")
    type_words("We ask for a new bus stop")
    choose("Bryn")
    press("F10")
    wall = _state(window).room.wall
    assert (wall.scene, wall.read_back and wall.read_back.step) == (WallScene.DECISION, ReadBackStep.WORDS)
    press("F8")
    press("F10")
    wall = _state(window).room.wall
    assert wall.read_back is not None
    assert (wall.read_back.words, wall.read_back.step) == ("We ask for a new bus stop", ReadBackStep.AGREE)
    press("F8")
    assert len(_state(window).decisions) == 1
    press("Esc", "Ctrl+3")


def _first_break(window: MainWindow) -> None:
    _finish_item(window)
    press("Ctrl+B", "Return")
    assert scene_of(_state(window)) is WallScene.BREAK
    press("F7")
    press("F8")
    assert _state(window).room.breaks_taken == 1


def _two_people_talk(window: MainWindow) -> None:
    _next_item(window)
    choose("More", "2 people talk")
    press("F", "Space", "G", "Space")
    press("Ctrl+Left")
    left = _turn(window).person_id
    press("Ctrl+Right")
    assert {left, _turn(window).person_id} == {_who(window, "Farid"), _who(window, "Gwen")}
    press("Ctrl+Left", "Ctrl+Right")
    press("F8")
    assert _state(window).room.conversation is None
    assert _state(window).current_turn is None
    press("Alt+3")
    _finish_item(window)


def _shared_turn_and_interpreter(window: MainWindow) -> None:
    _next_item(window)
    choose("Huw")
    press("F8")
    choose("More", "Iris")
    assert _turn(window).with_people == (_who(window, "Iris"),)
    press("Esc", "F8")
    choose("Jonas")
    press("F8")
    choose("More", "An interpreter")
    assert _turn(window).through is Through.INTERPRETER
    choose("Wait for the interpreter")
    assert _turn(window).pause_reason is PauseReason.INTERPRETING
    press("F6", "F8")
    assert _last_turn(window).through is Through.INTERPRETER


def _second_break_and_somebody_steps_out(window: MainWindow) -> None:
    press("F4", "K", "Space", "Esc")
    press("Ctrl+O")
    choose("Kofi")
    press("Esc")
    assert _state(window).people_out == (_who(window, "Kofi"),)
    assert _state(window).hands == (_who(window, "Kofi"),)
    press("Ctrl+B", "Return", "F8")
    assert _state(window).room.breaks_taken == 2
    press("Ctrl+O")
    choose("Kofi")
    press("Esc", "F8")
    assert _turn(window).person_id == _who(window, "Kofi")
    press("Ctrl+Z", "Ctrl+Y")
    assert (_turn(window).person_id, _turn(window).is_paused) == (_who(window, "Kofi"), True)
    press("F8")
    assert not _turn(window).is_paused
    press("F8")
    _finish_item(window)


def _last_item(window: MainWindow) -> None:
    _next_item(window)
    choose("Write an idea")
    press("F4")
    type_words("Meet in the new library")
    press("Return")
    choose("Lena")
    press("F8", "Ctrl+3")
    _finish_item(window)


def _close(window: MainWindow) -> None:
    press("Ctrl+2")
    assert "Close the meeting" in seen(window)
    press("F8")
    words = seen(window)
    assert "We ask for a new bus stop" in words
    assert "Meet in the new library" in words
    press("F8")
    assert scene_of(_state(window)) is WallScene.CHECK_OUT
    go_to("Yes")
    for _person in range(5):
        press("Space", "Tab", "Space", "Tab", "Space", "F8")
    assert here() == "Yes"
    press("Right", "Space", "F8", "F4")
    check_out = _state(window).room.check_out
    assert check_out.people_on_screen == 6
    assert check_out.given[CheckOutQuestion.SKILL] == CheckOutCount(yes=5, partly=1)
    assert check_out.given[CheckOutQuestion.SAY].total == 5
    press("F8")
    assert _state(window).phase is Phase.FINISHED
    assert scene_of(_state(window)) is WallScene.THANK_YOU


def _comes_back_the_same(window: MainWindow, start: Start) -> None:
    state = _state(window)
    assert window.desk is not None
    live = window.desk.services.meetings.open(state.id).live
    assert replay(state.id, live.workplace.log.steps(state.id)) == live.state
    assert [item.state for item in state.agenda] == [ItemState.DISCUSSED] * 5
    window = start()
    choose("Spring meeting")
    assert _state(window) == state
    go_to("Welcome")
