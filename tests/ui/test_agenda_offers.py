"""The room remembers: what was kept comes back with its proposer, and earlier lines come up while words are typed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.lines import AgendaItemDetails, ItemState
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.ui.screens.agenda.agenda_screen import AgendaScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.remembered_card import RememberedCard
from tests.ui.agenda_room import make_screen, put_on, titles, use
from tests.ui.screen_checks import Room, focused, press, settle, show, type_keys, words_of


def _earlier(room: Room, *items: tuple[AgendaItemDetails, ItemState]) -> None:
    """A meeting of the same group two weeks before."""
    details = MeetingDetails(title="The first step", held_on=date(2026, 11, 10))
    running = room.services.meetings.begin(room.group.id, details, tuple(room.people.values()))
    for item, outcome in items:
        item_id = running.requests.propose_item(item)
        if outcome is not ItemState.WAITING:
            running.requests.close_item(item_id, outcome)


def _timetables(room: Room) -> AgendaItemDetails:
    proposer = Proposer(people=(room.people["Dilys"],), source=Source.EARLIER_MEETING, note="Said in May")
    return AgendaItemDetails(title="Printed timetables", proposer=proposer, minutes_wanted=10, picture="bus")


def test_what_was_kept_goes_on_by_one_press_with_its_proposer_and_source(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    kept = _timetables(room)
    _earlier(room, (kept, ItemState.PARKED))
    screen = make_screen(room, theme, qtbot)
    assert "From earlier meetings. Press one to put it on." in words_of(screen)
    offered = (
        "Printed timetables. Dilys and From an earlier meeting  \u00b7  The first step, 10 November 2026. Put it on"
    )
    use(screen, offered)
    assert room.replayed().agenda[0].details == kept
    assert "Press one to put it on." not in words_of(screen)
    assert focused().accessibleName().startswith("1. Printed timetables")
    room.running.live.undo()
    settle()
    assert titles(room) == []
    assert "Printed timetables" in words_of(screen)


def test_with_items_on_the_agenda_the_offers_are_behind_one_button(room: Room, theme: Theme, qtbot: QtBot) -> None:
    _earlier(room, (_timetables(room), ItemState.CARRIED_OVER))
    put_on(room, "Seats")
    screen = make_screen(room, theme, qtbot)
    assert "Put it on" not in words_of(screen)
    use(screen, "From earlier meetings: 1")
    assert "Put it on" in words_of(screen)
    use(screen, "Hide these: 1")
    assert "Put it on" not in words_of(screen)


def test_what_was_talked_about_is_not_offered(room: Room, theme: Theme, qtbot: QtBot) -> None:
    _earlier(room, (_timetables(room), ItemState.DISCUSSED))
    screen = make_screen(room, theme, qtbot)
    assert "From earlier meetings" not in words_of(screen)


def test_an_earlier_line_comes_up_while_words_are_typed_and_takes_nothing_away(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    _earlier(room, (_timetables(room), ItemState.DISCUSSED))
    screen = make_screen(room, theme, qtbot)
    screen.press("F4")
    settle()
    card = screen.findChild(RememberedCard)
    field, place = focused(), focused().mapTo(screen, focused().rect().topLeft())
    assert not card.isVisible()
    type_keys("timetables on pap")
    qtbot.waitUntil(card.isVisible)
    settle()
    assert "We talked about this on 10 November 2026" in words_of(card)
    assert focused() is field
    assert field.mapTo(screen, field.rect().topLeft()) == place
    assert "Who put items on" not in words_of(screen)
    assert screen.leave()
    settle()
    assert not card.isVisible()
    assert "Who put items on" in words_of(screen)


def test_a_remembered_item_that_was_kept_goes_on_as_it_was(room: Room, theme: Theme, qtbot: QtBot) -> None:
    kept = _timetables(room)
    _earlier(room, (kept, ItemState.PARKED))
    screen = make_screen(room, theme, qtbot)
    screen.press("F4")
    type_keys("timetables")
    card = screen.findChild(RememberedCard)
    qtbot.waitUntil(card.isVisible)
    row = next(one for one in card.findChildren(type(_button(card))) if one.isVisible())
    row.setFocus()
    press(Qt.Key.Key_Return)
    assert room.replayed().agenda[0].details == kept
    assert focused().accessibleName().startswith("1. Printed timetables")


def _button(card: RememberedCard) -> object:
    from coprod_desktop.ui.widgets.press_button import PressButton

    return card.findChild(PressButton)


def test_the_whole_words_of_another_line_are_told(room: Room, theme: Theme, qtbot: QtBot) -> None:
    long = replace(_timetables(room), title="Timetables " + "that people can read at the stop without glasses " * 4)
    _earlier(room, (long, ItemState.DISCUSSED))
    screen = make_screen(room, theme, qtbot)
    screen.press("F4")
    type_keys("timetables")
    card = screen.findChild(RememberedCard)
    qtbot.waitUntil(card.isVisible)
    with qtbot.waitSignal(screen.told) as told:
        card.line_chosen.emit(card.shown_line_ids[0])
    assert told.args == [long.title.strip()]
    assert room.replayed().agenda == ()


def test_in_a_narrow_window_it_comes_up_under_the_words(room: Room, theme: Theme, qtbot: QtBot) -> None:
    _earlier(room, (_timetables(room), ItemState.DISCUSSED))
    theme.set_text_percent(200)
    screen = AgendaScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen, width=1200, height=540)
    screen.press("F4")
    settle()
    type_keys("timetables")
    card = screen.findChild(RememberedCard)
    qtbot.waitUntil(card.isVisible)
    settle()
    assert not card.visibleRegion().isEmpty()


def test_typing_asks_once_when_it_rests(room: Room, theme: Theme, qtbot: QtBot) -> None:
    _earlier(room, (_timetables(room), ItemState.DISCUSSED))
    screen = make_screen(room, theme, qtbot)
    memory = room.services.memory
    asked: list[str] = []
    remembered: Callable[..., object] = memory.remembered
    memory.remembered = lambda meeting_id, words: asked.append(words) or remembered(meeting_id, words)  # type: ignore[method-assign, assignment, func-returns-value, return-value]
    screen.press("F4")
    type_keys("timetables")
    qtbot.waitUntil(lambda: bool(asked))
    QApplication.processEvents()
    assert asked == ["timetables"]
