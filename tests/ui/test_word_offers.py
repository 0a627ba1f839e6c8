"""The group's own words while somebody types: told and offered, taken by a key, never put in by themselves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from coprod_desktop.domain.group import ExplainedWord
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.word_offers import WordOffers, shortened
from tests.ui.in_the_room import CTRL, InTheRoom
from tests.ui.person_at_screen import cut
from tests.ui.screen_checks import settle

WORDS = (
    ExplainedWord(term="rota", means="a list of who does what, and when"),
    ExplainedWord(term="budget", means="the money that we can spend"),
    ExplainedWord(term="budget line", means="one part of it"),
)
_PLACES = [(PlaceKey.DECISIONS, Qt.Key.Key_F4), (PlaceKey.DECISIONS, Qt.Key.Key_F8), (PlaceKey.AGENDA, Qt.Key.Key_F4)]


@pytest.fixture
def room(theme: Theme, tmp_path: Path) -> Iterator[InTheRoom]:
    there = InTheRoom(theme, tmp_path)
    there.services.word_list.bring_in(WORDS)
    yield there
    there.close()


def begin(room: InTheRoom, place: PlaceKey, key: Qt.Key) -> None:
    room.window.go(place)
    settle()
    room.key(key)


def typed(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)
    settle()


def written() -> str:
    field = QApplication.focusWidget()
    assert isinstance(field, (QLineEdit, QPlainTextEdit))
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def told(part: QWidget) -> str:
    return "\n".join(one.words() for one in part.findChildren(WordOffers) if one.isVisible())


@pytest.mark.parametrize(("place", "key"), _PLACES)
def test_words_are_told_and_one_is_taken_by_a_key(room: InTheRoom, place: PlaceKey, key: Qt.Key) -> None:
    begin(room, place, key)
    typed("The rota and Bud")
    assert written() == "The rota and Bud", "nothing is put in by itself"
    assert "rota: a list of who does what, and when" in told(room.window)
    assert 'Ctrl Space takes "Budget".' in told(room.window)
    room.key(Qt.Key.Key_Space, CTRL)
    assert written() == "The rota and Budget"
    assert "budget: the money that we can spend" in told(room.window)


@pytest.mark.parametrize(("place", "key"), _PLACES)
def test_down_chooses_and_enter_takes(room: InTheRoom, place: PlaceKey, key: Qt.Key) -> None:
    begin(room, place, key)
    field = QApplication.focusWidget()
    typed("The bud")
    room.key(Qt.Key.Key_Down)
    assert 'Enter takes "budget".' in told(room.window)
    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Return)
    assert written() == "The budget line"
    assert QApplication.focusWidget() is field
    room.key(Qt.Key.Key_Z, CTRL)
    assert written() != "The budget line", "Ctrl Z takes it back as any typing"


def test_whoever_types_on_or_goes_on_does_not_notice_it(room: InTheRoom) -> None:
    begin(room, PlaceKey.DECISIONS, Qt.Key.Key_F4)
    typed("The bud")
    room.key(Qt.Key.Key_Down)
    typed("dy of Bob")
    assert written() == "The buddy of Bob"
    assert told(room.window) == ""
    typed(" and a rot")
    field = QApplication.focusWidget()
    room.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is not field, "Enter goes on as ever"
    assert told(room.window) == "", "nothing is offered where nobody types"


def test_esc_lets_go_of_the_word_and_not_of_the_form(room: InTheRoom) -> None:
    begin(room, PlaceKey.DECISIONS, Qt.Key.Key_F4)
    typed("The bud")
    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Escape)
    assert written() == "The bud"
    assert 'Ctrl Space takes "budget".' in told(room.window)


def test_a_press_takes_the_word_too_and_the_focus_stays(room: InTheRoom) -> None:
    begin(room, PlaceKey.DECISIONS, Qt.Key.Key_F4)
    field = QApplication.focusWidget()
    typed("The bud")
    offers = next(one for one in room.window.findChildren(WordOffers) if one.isVisible())
    button = next(one for one in offers.findChildren(QWidget) if one.accessibleName() == "budget line")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert written() == "The budget line"
    assert QApplication.focusWidget() is field


def test_a_word_added_in_the_meeting_is_offered_at_once(room: InTheRoom) -> None:
    begin(room, PlaceKey.DECISIONS, Qt.Key.Key_F4)
    room.key(Qt.Key.Key_W, CTRL)
    typed("quorum")
    room.key(Qt.Key.Key_Return)
    typed("so many people must be here")
    room.key(Qt.Key.Key_Return)
    typed("The quo")
    assert 'Ctrl Space takes "quorum".' in told(room.window)


@pytest.mark.parametrize(("place", "key"), _PLACES)
def test_odd_letters_are_counted_right(room: InTheRoom, place: PlaceKey, key: Qt.Key) -> None:
    begin(room, place, key)
    field = QApplication.focusWidget()
    assert isinstance(field, (QLineEdit, QPlainTextEdit))
    paste = field.insert if isinstance(field, QLineEdit) else field.insertPlainText
    paste("\U0001f68c\U0001f68c نطلب %s {0} <b>x</b> rot")
    settle()
    room.key(Qt.Key.Key_Space, CTRL)
    assert written() == "\U0001f68c\U0001f68c نطلب %s {0} <b>x</b> rota"


def test_very_long_words_take_little_room(room: InTheRoom, theme: Theme) -> None:
    room.services.word_list.add("w" * 19_000, "m" * 19_000)
    room.services.word_list.add("long", "many words " * 1_500)
    theme.set_text_percent(200)
    begin(room, PlaceKey.DECISIONS, Qt.Key.Key_F4)
    typed("long www")
    offers = next(one for one in room.window.findChildren(WordOffers) if one.isVisible())
    assert len(offers.words()) < 600
    assert offers.height() < room.window.height()
    assert cut(offers) == []
    assert shortened("a b") == "a b"
