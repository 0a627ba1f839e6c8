"""A hard word is explained in one press when a card was shown, mid-turn too, and nobody is asked who showed it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.group import ExplainedWord
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.hard_word_line import HardWordLine
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from tests.ui import screen_audit as audit
from tests.ui.in_the_room import ALT, CTRL, InTheRoom
from tests.ui.person_at_screen import cut, focused_name, press
from tests.ui.screen_checks import settle

QUESTION = "Was it a hard word? Add it to our list"
ROTA = ExplainedWord(term="rota", means="a list of who does what")


@pytest.fixture
def room(theme: Theme, tmp_path: Path) -> Iterator[InTheRoom]:
    there = InTheRoom(theme, tmp_path)
    yield there
    there.close()


def typed(words: str) -> None:
    """Type where the focus is, letter by letter."""
    QTest.keyClicks(QApplication.focusWidget(), words)
    settle()


def line(room: InTheRoom) -> HardWordLine:
    return room.window.findChildren(HardWordLine)[0]


def asks(room: InTheRoom) -> bool:
    """Whether it is asked if it was a hard word."""
    return any(one.isVisible() and one.words() == QUESTION for one in room.window.findChildren(BigButton))


def listed(room: InTheRoom) -> tuple[ExplainedWord, ...]:
    group = room.services.groups.current()
    assert group is not None
    return group.words


@pytest.mark.parametrize("place", [PlaceKey.TURNS, PlaceKey.AGENDA, PlaceKey.DECISIONS], ids=str)
def test_a_card_asks_quietly_and_a_word_is_kept_by_keys(room: InTheRoom, place: PlaceKey) -> None:
    room.window.go(place)
    settle()
    assert not asks(room)
    before, events = focused_name(), len(room.events())
    screen_at = room.window.screen_now.geometry()
    room.key(Qt.Key.Key_1, ALT)
    assert asks(room)
    assert room.window.screen_now.geometry() == screen_at, "nothing moves"
    assert focused_name() == before, "nothing is taken from what goes on"
    room.key(Qt.Key.Key_W, CTRL)
    assert focused_name() == "The hard word"
    typed("rota")
    room.key(Qt.Key.Key_Return)
    assert focused_name() == "What it means, in easy words"
    typed(ROTA.means)
    room.key(Qt.Key.Key_Return)
    assert listed(room) == (ROTA,)
    assert not line(room).isVisible()
    assert focused_name() == before, "the person is where they were"
    assert "A word is on our list" in room.window.frame.undo_bar.words()
    assert len(room.events()) == events + 1, "the meeting keeps the card and no more"
    room.key(Qt.Key.Key_Z, CTRL)
    assert listed(room) == ()


def test_the_clock_goes_on_while_a_word_is_written(room: InTheRoom) -> None:
    turn = room.turn
    room.key(Qt.Key.Key_W, CTRL)
    typed("rota")
    assert room.turn == turn
    assert not room.turn.is_paused
    room.key(Qt.Key.Key_F8)
    assert room.state.current_turn is None, "the keys of the turn work all the same"


def test_esc_closes_the_fields_and_nothing_is_kept(room: InTheRoom) -> None:
    before = focused_name()
    room.key(Qt.Key.Key_1, ALT)
    press(room.window, QUESTION)
    typed("rota")
    room.key(Qt.Key.Key_Escape)
    assert not line(room).isVisible()
    assert focused_name() == before
    assert listed(room) == ()
    assert room.window.place is PlaceKey.TURNS


def test_esc_closes_the_fields_before_a_message_above_them(room: InTheRoom) -> None:
    room.window.frame.tell("It is saved.")
    room.key(Qt.Key.Key_W, CTRL)
    typed("rota")
    room.key(Qt.Key.Key_Escape)
    assert not line(room).isVisible()
    assert room.window.frame.close_message()


def test_what_is_missing_is_said_beside_its_field(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_W, CTRL)
    typed("rota")
    room.key(Qt.Key.Key_Return)
    room.key(Qt.Key.Key_Return)
    assert focused_name() == "What it means, in easy words"
    said = [label.text() for label in line(room).findChildren(WrapLabel) if label.isVisible()]
    assert any("word" in words.lower() and words.endswith(".") for words in said)
    assert listed(room) == ()


def test_a_word_that_is_on_the_list_shows_what_it_means(room: InTheRoom) -> None:
    room.services.word_list.add(ROTA.term, ROTA.means)
    room.key(Qt.Key.Key_W, CTRL)
    typed("ROTA")
    room.key(Qt.Key.Key_Return)
    typed("who does what")
    room.key(Qt.Key.Key_Return)
    assert listed(room) == (ExplainedWord(term="rota", means="who does what"),)


def test_the_line_goes_with_the_next_act_and_with_undo(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_1, ALT)
    room.key(Qt.Key.Key_Z, CTRL)
    assert not asks(room)
    room.key(Qt.Key.Key_1, ALT)
    room.key(Qt.Key.Key_F6)
    assert not asks(room)
    room.key(Qt.Key.Key_F6)
    room.key(Qt.Key.Key_1, ALT)
    room.window.go(PlaceKey.HOME)
    assert not asks(room)


def test_at_200_percent_the_question_stands_above_the_work(room: InTheRoom, theme: Theme) -> None:
    theme.set_text_percent(200)
    settle()
    room.key(Qt.Key.Key_1, ALT)
    assert line(room).isVisible()
    assert asks(room)
    press(room.window, QUESTION)
    assert focused_name() == "The hard word"


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("place", [PlaceKey.TURNS, PlaceKey.AGENDA, PlaceKey.DECISIONS], ids=str)
def test_the_line_and_the_fields_pass_the_audits(room: InTheRoom, theme: Theme, place: PlaceKey, percent: int) -> None:
    theme.set_text_percent(percent)
    room.window.go(place)
    for key, held in ((Qt.Key.Key_1, ALT), (Qt.Key.Key_W, CTRL)):
        room.key(key, held)
        settle()
        window = room.window
        faults = list(audit.order_faults(window)) if percent == 100 else []  # what is scrolled away has no place
        faults += [*audit.trap_faults(window), *audit.name_faults(window)]
        faults += [*audit.target_faults(window, theme), *audit.key_faults(window), *audit.choice_faults(window)]
        assert faults == []
        assert cut(line(room)) == []
