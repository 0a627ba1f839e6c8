"""Every place of the window, with real services and a meeting that runs, at 100 % and 200 %: what holds for all."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.app import App
from coprod_desktop.domain.lines import ActionDetails, ActionState, AgendaItemDetails, Helped, IdeaDetails, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.main_window.window import MainWindow
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.agenda.agenda_forms import AgendaForms
from coprod_desktop.ui.screens.agenda.agenda_screen import AgendaScreen
from coprod_desktop.ui.screens.ideas.ideas_screen import IdeasScreen
from coprod_desktop.ui.screens.minutes.minutes_screen import MinutesScreen
from coprod_desktop.ui.screens.minutes.panel import (
    AGREE,
    CHECK,
    COPY,
    FINDINGS,
    KIT,
    PACK,
    PHOTOS,
    PICTURES,
    READERS,
    RETURNED,
    SHEETS,
)
from coprod_desktop.ui.screens.turns.turns_screen import TurnsScreen
from coprod_desktop.ui.screens.welcome.welcome_screen import WelcomeScreen
from coprod_desktop.ui.theme import Mode
from coprod_desktop.ui.widgets.agenda_list import AgendaList
from coprod_desktop.ui.widgets.before_we_begin import BeforeWeBegin, Opening
from coprod_desktop.ui.widgets.promise_row import ToAskRow
from tests.ui import screen_audit as audit
from tests.ui.screen_checks import cut_widgets, sideways_scrolls

_LOOKS = ((1366, 698, 100), (1280, 720, 200))
_OPENED = (
    (PlaceKey.MEETINGS, "Ctrl+N"),
    (PlaceKey.PEOPLE, "F4"),
    (PlaceKey.VENUES, "F4"),
    (PlaceKey.WELCOME, "F4"),
    (PlaceKey.AGENDA, "F4"),
    (PlaceKey.TURNS, "F4"),
    (PlaceKey.TURNS, "F8"),
    (PlaceKey.DECISIONS, "F4"),
    (PlaceKey.DECISIONS, "F8"),
)
"""Places, and the key that opens something in them."""


@pytest.fixture(params=_LOOKS, ids=lambda look: f"{look[2]}%")
def app(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[App]:
    """The program with the sample group and a meeting in which a turn runs."""
    width, height, percent = request.param
    opened = App(qapp, tmp_path, with_sample=True)
    opened.theme.set_mode(Mode.LIGHT)
    opened.theme.set_text_percent(percent)
    qtbot.addWidget(opened.window)
    opened.window.resize(width, height)
    opened.window.show()
    qtbot.waitUntil(lambda: opened.window.desk is not None and "Riverside" in opened.window.frame.group_name())
    opened.window.activateWindow()
    _run_a_meeting(opened.window)
    yield opened
    opened.close()


def _run_a_meeting(window: MainWindow) -> None:
    desk = window.desk
    assert desk is not None
    group = desk.services.groups.current()
    assert group is not None
    people = [person.id for person in desk.services.people.people(group.id)]
    details = MeetingDetails(title="The next step", held_on=desk.services.clock.now().date(), venue="Library hall")
    running = desk.services.meetings.begin(group.id, details, people)
    requests, turns = running.requests, running.turns
    for who in people[:4]:
        requests.arrive(who)
    items = [
        requests.propose_item(AgendaItemDetails(title=title, proposer=Proposer(people=(who,)), minutes_wanted=10))
        for who, title in zip(people, ("Lights at the stop", "Seats", "Timetables"), strict=False)
    ]
    requests.open_item(items[0])
    turns.set_length(120)
    for who in people[1:3]:
        turns.raise_hand(who)
    turns.start(desk.services.people.get(people[0]))
    idea = IdeaDetails(proposer=Proposer(people=(people[0],)), item_id=items[0])
    requests.record_idea(Words(text="Put a light at the stop."), idea)
    desk.bridge.sight.say(can_see=False)
    window.open_meeting(running.live.id)


@pytest.mark.parametrize("place", list(PlaceKey), ids=str)
def test_a_place_can_be_used_by_everyone(app: App, place: PlaceKey) -> None:
    app.window.go(place)
    audit.settle(20)
    assert app.window.place is place
    _check(app)


@pytest.mark.parametrize(("place", "key"), _OPENED)
def test_what_is_opened_in_a_place_can_be_used_by_everyone(app: App, place: PlaceKey, key: str) -> None:
    app.window.go(place)
    audit.settle()
    assert app.window.screen_now.press(key)
    audit.settle(20)
    assert app.window.place is place
    _check(app)


@pytest.mark.parametrize("part", ["found", "filters", "path"])
def test_our_ideas_can_be_used_by_everyone(app: App, part: str) -> None:
    app.window.go(PlaceKey.IDEAS)
    screen = app.window.screen_now
    assert isinstance(screen, IdeasScreen)
    if part == "filters":
        screen.finder.filters.header().click()
        screen.filters.when.button("days").click()
        screen.finder.filters.focus_header()
    else:
        screen.finder.search.setText("light")
        screen.finder.search_changed.emit()
    if part == "path":
        screen.finder.line_chosen.emit(screen.finder.sections[0].rows.keys()[0])
    audit.settle(20)
    _check(app)


@pytest.mark.parametrize("key", list(Opening))
def test_what_comes_before_the_meeting_can_be_used_by_everyone(app: App, key: Opening) -> None:
    app.window.go(PlaceKey.WELCOME)
    audit.settle()
    app.window.screen_now.findChild(BeforeWeBegin).row(key).focus_target().click()
    audit.settle(20)
    _check(app)


@pytest.mark.parametrize(
    "panel", [FINDINGS, COPY, PACK, PICTURES, PHOTOS, KIT, CHECK, READERS, SHEETS, RETURNED, AGREE]
)
def test_a_panel_beside_the_minutes_can_be_used_by_everyone(app: App, qtbot: QtBot, panel: str) -> None:
    app.window.go(PlaceKey.MINUTES)
    screen = app.window.screen_now
    assert isinstance(screen, MinutesScreen)
    qtbot.waitUntil(lambda: screen.pages.report is not None and not screen.pages.is_at_work, timeout=30_000)
    screen.show_panel(panel)
    audit.settle(20)
    _check(app)


@pytest.mark.parametrize("part", ["ask", "lists"])
def test_a_panel_of_get_ready_can_be_used_by_everyone(app: App, part: str) -> None:
    app.window.go(f"{PlaceKey.READY}/{part}")
    audit.settle(20)
    assert app.window.place is PlaceKey.READY
    _check(app)


@pytest.mark.parametrize("act", ["split", "together", "order", "times", "late", "change"])
def test_a_panel_of_the_agenda_can_be_used_by_everyone(app: App, act: str) -> None:
    app.window.go(PlaceKey.AGENDA)
    audit.settle()
    screen = app.window.screen_now
    assert isinstance(screen, AgendaScreen)
    assert app.window.desk is not None
    item = app.window.desk.bridge.state.agenda[1]
    forms = screen.findChild(AgendaForms)
    assert forms is not None
    asked = {"order": forms.ask_for_order, "times": forms.ask_for_times, "late": forms.ask_after_late_start}
    agenda = screen.findChild(AgendaList)
    assert agenda is not None
    asked.get(act, partial(agenda.act_requested.emit, item.id, act))()
    audit.settle(20)
    _check(app)


@pytest.mark.parametrize("place", [PlaceKey.WELCOME, PlaceKey.AGENDA])
def test_what_was_promised_before_can_be_used_by_everyone(app: App, place: PlaceKey) -> None:
    desk = app.window.desk
    assert desk is not None
    group = desk.services.groups.current()
    assert group is not None
    before = desk.services.meetings.begin(group.id, MeetingDetails(title="Before", held_on=date(2026, 1, 5)))
    done = ActionDetails(state=ActionState.DONE, ask_on=date(2026, 2, 1))
    for words, details in (("Ask the council.", ActionDetails()), ("Put up a light.", done), ("A seat.", done)):
        before.requests.agree_action(Words(text=words), details)
    app.window.go(place)
    audit.settle()
    screen = app.window.screen_now
    assert isinstance(screen, WelcomeScreen | AgendaScreen)
    row = screen.promises.row.focus_target()
    assert isinstance(row, QAbstractButton)
    row.click()
    audit.settle(20)
    asked = screen.promises.panel.to_ask
    first = asked.row(asked.keys()[0])
    assert isinstance(first, ToAskRow)
    first.answers[Helped.TOO_SOON].click()
    audit.settle()
    first = asked.row(asked.keys()[0])
    assert isinstance(first, ToAskRow)
    first.more.set_open(True)
    screen.promises.panel.begin()
    audit.settle(20)
    _check(app)


def _talk(_screen: TurnsScreen, bridge: MeetingBridge) -> None:
    bridge.turns.end()
    one, other, *_ = bridge.state.people_here
    bridge.room.start_conversation((one, other))
    bridge.turns.tap(other)


def _want_to_add(_screen: TurnsScreen, bridge: MeetingBridge) -> None:
    for who in bridge.state.people_here[2:4]:
        bridge.room.want_to_add(who)


def _wait_for_everyone(_screen: TurnsScreen, bridge: MeetingBridge) -> None:
    bridge.room.set_everyone_check(is_on=True)
    bridge.turns.end()


def _go_round(_screen: TurnsScreen, bridge: MeetingBridge) -> None:
    bridge.turns.end()
    bridge.room.start_go_round()


def _after_everybody(screen: TurnsScreen, bridge: MeetingBridge) -> None:
    _go_round(screen, bridge)
    for who in bridge.state.people_here:
        bridge.room.pass_in_round(who)


def _choose_for_meeting(screen: TurnsScreen, bridge: MeetingBridge) -> None:
    bridge.turns.end()
    screen.main.foot.more.click()


def _choose_2_people(screen: TurnsScreen, bridge: MeetingBridge) -> None:
    _choose_for_meeting(screen, bridge)
    screen.hands.room_acts.pair.pressed.emit()


def _end_the_item(screen: TurnsScreen, bridge: MeetingBridge) -> None:
    bridge.turns.end()
    screen.main.foot.finish.click()


def _read_about_the_turn(screen: TurnsScreen, _bridge: MeetingBridge) -> None:
    screen.main.foot.turn_acts.click()


def _say_who_adds(screen: TurnsScreen, _bridge: MeetingBridge) -> None:
    screen.main.foot.adds.click()


def _think(screen: TurnsScreen, _bridge: MeetingBridge) -> None:
    screen.main.speaker.thinking.click()


@pytest.mark.parametrize(
    "reach",
    [
        _talk,
        _want_to_add,
        _wait_for_everyone,
        _go_round,
        _after_everybody,
        _choose_for_meeting,
        _choose_2_people,
        _end_the_item,
        _read_about_the_turn,
        _say_who_adds,
        _think,
    ],
    ids=lambda reach: reach.__name__.strip("_"),
)
def test_a_turn_can_be_followed_by_everyone(app: App, reach: Callable[[TurnsScreen, MeetingBridge], None]) -> None:
    app.window.go(PlaceKey.TURNS)
    audit.settle()
    screen = app.window.screen_now
    assert isinstance(screen, TurnsScreen)
    assert app.window.desk is not None
    reach(screen, app.window.desk.bridge)
    audit.settle(20)
    _check(app)


def _check(app: App) -> None:
    window = app.window
    focused = QApplication.focusWidget()
    assert focused is not None, "the focus is nowhere"
    assert not focused.visibleRegion().isEmpty(), f"{audit.told(focused)} has the focus and cannot be seen"
    faults = [
        *audit.name_faults(window),
        *audit.trap_faults(window),
        *audit.heading_faults(window),
        *audit.order_faults(window),
        *audit.target_faults(window, app.theme),
        *audit.choice_faults(window),
        *audit.key_faults(window),
        *audit.hidden_focus_faults(window),
        *(f"cut: {cut}" for cut in cut_widgets(window)),
        *(f"scrolls sideways: {area}" for area in sideways_scrolls(window.screen_now)),
        *(f"a window of its own: {other}" for other in audit.other_windows(window)),
    ]
    assert not faults, "\n".join(faults)


def test_help_and_undo_stay_in_one_place(app: App, qtbot: QtBot) -> None:
    window, places = app.window, {}
    for key in PlaceKey:
        window.go(key)
        audit.settle()
        for button in audit.controls(window):
            region = window.screen_now.isAncestorOf(button)
            if not region and button.accessibleName() in ("Help", "Undo"):
                corner = button.mapTo(window, button.rect().topLeft())
                places.setdefault(button.accessibleName(), set()).add((corner.x(), corner.y()))
    assert {name: len(found) for name, found in places.items()} == {"Help": 1, "Undo": 1}
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
