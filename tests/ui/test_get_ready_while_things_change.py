"""What changes while a form or a panel of Get ready is open: needs withdrawn, people gone, acts undone."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.ui.screens.get_ready.get_ready_screen import GetReadyScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.ready_rows import ReadyRows
from tests.ui.person_at_screen import button, seen
from tests.ui.screen_checks import Room, focused, press, settle, show, type_keys, words_of


def _needs(room: Room, name: str, *codes: str, may_share: bool = True) -> None:
    person = room.services.people.get(room.people[name])
    asked = date(2026, 9, 1)
    needs = tuple(AccessNeed(code=code, consent_on=asked, noted_on=asked, may_share=may_share) for code in codes)
    room.services.people.save(replace(person, needs=needs))
    room.bridge.refresh_people()


def _open(room: Room, theme: Theme, qtbot: QtBot) -> GetReadyScreen:
    screen = GetReadyScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    return screen


def _rows(screen: GetReadyScreen) -> ReadyRows:
    rows = screen.findChild(ReadyRows)
    assert rows is not None
    return rows


def _act_of_row(screen: GetReadyScreen, key: str, words: str) -> None:
    _rows(screen).focus_row(key)
    press(Qt.Key.Key_Return)
    button(screen, words).click()
    settle()


def _own_words(screen: GetReadyScreen) -> LineField:
    return next(field for field in screen.findChildren(LineField) if field.isVisible())


def test_a_form_about_a_need_that_was_withdrawn_meanwhile_closes(room: Room, theme: Theme, qtbot: QtBot) -> None:
    for words in ("We cannot do this", "It was another day"):
        _needs(room, "Bob", "TRAVEL")
        screen = _open(room, theme, qtbot)
        _rows(screen).ready_row("travel").step.click()
        _act_of_row(screen, "travel", words)
        _needs(room, "Bob")
        screen.on_shown()
        settle()
        assert not screen.is_half_typed()
        assert "Nobody has told us of anything. Ask everybody." in words_of(screen)
        room.services.history.forget()


def test_own_words_that_were_undone_stay_undone(room: Room, theme: Theme, qtbot: QtBot) -> None:
    _needs(room, "Amina", "BSL")
    screen = _open(room, theme, qtbot)
    screen.show_part("ask")
    settle()
    press(Qt.Key.Key_1)
    field = _own_words(screen)
    field.setFocus()
    type_keys("She came late")
    press(Qt.Key.Key_Return)
    room.services.history.undo()
    screen.on_shown()
    settle()
    assert field.text() == ""
    press(Qt.Key.Key_Tab)
    (question,) = room.services.ready.questions(room.running.live.id)
    assert question.words == ""
    assert room.services.history.last_undone is not None


def test_the_panel_of_helpers_asks_for_those_who_need_one_now(room: Room, theme: Theme, qtbot: QtBot) -> None:
    _needs(room, "Dilys", "EXIT")
    screen = _open(room, theme, qtbot)
    _rows(screen).ready_row("fire_helper").step.click()
    settle()
    assert "Who helps Dilys?" in seen(screen)
    screen.leave()
    _needs(room, "Dilys")
    _needs(room, "Bob", "EXIT")
    screen.on_shown()
    _rows(screen).ready_row("fire_helper").step.click()
    settle()
    assert "Who helps Bob?" in seen(screen)
    assert "Dilys" not in seen(screen)
    assert isinstance(focused(), LineField)
    type_keys("Jo")
    _needs(room, "Chen", "EXIT")
    screen.on_shown()
    settle()
    assert "Who helps Chen?" in seen(screen)
    assert "Jo" in [field.text() for field in screen.findChildren(LineField) if field.isVisible()]


def test_a_list_says_how_much_is_not_on_it_now(room: Room, theme: Theme, qtbot: QtBot) -> None:
    _needs(room, "Bob", "TRAVEL", may_share=False)
    _needs(room, "Amina", "TRAVEL", "EXIT")
    screen = _open(room, theme, qtbot)
    screen.show_part("lists")
    settle()
    before = words_of(screen)
    screen.leave()
    _needs(room, "Amina", "TRAVEL", "EXIT", may_share=False)
    screen.show_part("lists")
    settle()
    fresh = _open(room, theme, qtbot)
    fresh.show_part("lists")
    settle()
    assert words_of(fresh) != before
    assert words_of(screen) == words_of(fresh)
    screen.end()
    fresh.end()
