"""By Tab and arrows alone everything can be reached, in every place and state, and the ring shows where one is."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from coprod_desktop.app import App
from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.ui.main_window.window import MainWindow
from coprod_desktop.ui.widgets.focus_ring import FocusRing
from tests.journeys.keyboard import (
    MOST_STOPS,
    by_arrows,
    choose,
    focused,
    here,
    name_of,
    press,
    seen,
    settle,
    type_words,
    until,
)

State = tuple[str, tuple[str, ...]]

OUTSIDE: tuple[State, ...] = (
    ("home", ("Ctrl+1",)),
    ("all meetings", ("Ctrl+2",)),
    ("acts of a meeting", ("Return",)),
    ("a new meeting", ("Ctrl+N",)),
    ("people", ("Esc", "Ctrl+3")),
    ("a new person", ("F4",)),
    ("a list of people", ("Esc", "Ctrl+3", "> Bring in a list")),
    ("a private list to save", ("> What helps them",)),
    ("settings", ("Esc", "> Settings")),
    ("our group", ("> Change our group",)),
    ("another group", ("> Set up another group",)),
    ("help", ("F1",)),
)

IN_MEETING: tuple[State, ...] = (
    ("welcome", ("Ctrl+1",)),
    ("only we can see this screen", ("> No, only we can",)),
    ("somebody else is here", ("F4",)),
    ("a person comes", ("Esc", "Return")),
    ("our agreement", ("Esc", "> Our agreement")),
    ("the access check", ("Esc", "> Does the room work")),
    ("anything to declare", ("Esc", "> Anything to tell")),
    ("what is counted", ("Esc", "> What do we count")),
    ("jobs", ("Esc", "> Jobs today")),
    ("who has a job", ("> Chair",)),
    ("get ready", ("Esc", "Esc", "> Get ready")),
    ("lists to print", ("> Lists to print",)),
    ("did it work for you", ("Esc", "> Ask on the day")),
    ("set-up", ("Esc", "Ctrl+1", "> Change")),
    ("agenda", ("Ctrl+2",)),
    ("acts of an item", ("> 2. ",)),
    ("more acts of an item", ("> Talk about it again", "> 3. ", "> Talk about it again", "> More")),
    ("an item is split", ("> Split",)),
    ("items are put together", ("Esc", "> Put together with")),
    ("the order of the agenda", ("Esc", "> Set the order")),
    ("breaks and fixed times", ("Esc", "> Breaks and fixed times")),
    ("a new item", ("Esc", "Ctrl+Z", "Ctrl+Z", "F4")),
    ("an item told another way", ("> Told us another way",)),
    ("more about an item", ("> More about this",)),
    ("pictures", ("> Choose a picture",)),
    ("turns", ("Ctrl+3",)),
    ("choices for turns", ("> More",)),
    ("another turn length", ("> Another length",)),
    ("which 2 people talk", ("> 2 people talk",)),
    ("a go-round", ("Esc", "> Start a go-round")),
    ("somebody joins", ("F4",)),
    ("after the go-round", ("Esc", "> End the go-round")),
    ("hands", ("Esc", "F4")),
    ("somebody is next", ("Return", "Esc")),
    ("a turn", ("F8",)),
    ("a paused turn", ("F6",)),
    ("who wants to add", ("F5",)),
    ("more about a turn", ("Esc", "> More")),
    ("ideas and decisions", ("Ctrl+4",)),
    ("an idea", ("F4", "> More")),
    ("a job", ("Esc", "> Add a job", "> More")),
    ("words of a decision", ("Esc", "F8", "type We agree", "> The whole group")),
    ("do you agree?", ("F8", "> Add: Does not agree")),
    ("who else must say yes", ("> Add: Who else must say yes",)),
    ("a decision", ("F8",)),
    ("minutes", ("Ctrl+5", "wait Page 1 of")),
    ("one copy", ("> One copy",)),
    ("the copy of one person", ("> For one person",)),
    ("a copy to listen to", ("> Audio",)),
    ("what could be easier", ("> Easy read", "Esc", "wait See all ", "> See all ")),
    ("the print pack", ("Esc", "F8")),
    ("pictures of the minutes", ("Esc", "> Pictures")),
    ("another picture", ("Return",)),
    ("our own photos", ("Esc", "> Our own photos")),
    ("the paper kit", ("Esc", "> Paper kit")),
)

INVITING: tuple[State, ...] = (
    ("invitations", ("> Invitations and answers",)),
    ("somebody else is asked", ("F4",)),
    ("new people", ("Esc", "> 1 person is new.")),
    ("the kind message", ("Esc", "> 1 person was not at the last 3 meetings.")),
    ("how to join from afar", ("Esc", "F8")),
)

AT_300_PERCENT: tuple[State, ...] = (
    ("agenda", ("Ctrl+2",)),
    ("a turn", ("Ctrl+3",)),
    ("words of a decision", ("Ctrl+4", "F8")),
    ("set-up", ("Ctrl+1", "> Change")),
)

FOLDS = (
    "Name",
    "What they bring",
    "Where they speak",
    "How to reach",
    "The minutes they want",
    "Length of their turn",
    "What helps me",
)


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The program with the sample group."""
    app = App(qapp, tmp_path, with_sample=True)
    app.window.resize(1366, 698)
    app.window.show()
    app.window.activateWindow()
    until(lambda: app.window.desk is not None and "Riverside" in app.window.frame.group_name())
    until(app.window.isActiveWindow)
    yield app.window
    app.close()


def _do(acts: Iterable[str]) -> None:
    for act in acts:
        if act.startswith("> "):
            choose(act[2:])
        elif act.startswith("type "):
            type_words(act[5:])
        elif act.startswith("wait "):
            _wait_for(act[5:])
        else:
            press(act)


def _wait_for(words: str) -> None:
    """Pages are made and read in the background."""
    window = focused().window()
    until(lambda: words in seen(window))


def _open_a_meeting() -> None:
    _do(("Ctrl+2", "Esc", "Return", "> Open", "Ctrl+1", "> Change", "> Open it again", "F8"))


def _controls(window: QWidget) -> set[QWidget]:
    """Everything in sight that a person can press or write in."""
    found = set()
    for widget in window.findChildren(QWidget):
        is_inside_another = isinstance(widget.parentWidget(), QAbstractSpinBox)
        is_control = isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit | QAbstractSpinBox)
        if is_control and widget.isVisible() and widget.isEnabled() and not is_inside_another:
            found.add(widget)
    return found


def _reached(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Everything that this key visits until it comes round, with what arrows visit among choices."""
    start = focused()
    stops: list[QWidget] = []
    visited: list[QWidget] = []
    while focused() not in stops:
        stops.append(focused())
        visited.append(focused())
        _check_ring(window)
        visited += _siblings()
        QTest.keyClick(focused(), key)
        assert len(stops) < MOST_STOPS, "it never comes round"
    assert focused() is start, f"it comes round to {here()!r} and leaves out what it began with"
    return visited


def _siblings() -> list[QWidget]:
    """The choices beside this one, which arrows visit and Tab does not."""
    start = focused()
    found = list(by_arrows())
    start.setFocus()
    if not isinstance(start, QAbstractButton) or not start.autoExclusive():
        return found
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    while focused() is not start:
        found.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Right)
    return found


def _check_ring(window: QWidget) -> None:
    (ring,) = window.findChildren(FocusRing)
    if not (ring.isVisible() and ring.geometry().intersects(_place_of(focused(), window))):
        settle()
    assert ring.isVisible(), f"no ring around {here()!r}"
    assert ring.geometry().intersects(_place_of(focused(), window)), f"the ring is elsewhere than {here()!r}"


def _place_of(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _check_all_reached(window: QWidget, state: str) -> None:
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        left_out = _left_out(window, key)
        assert not left_out, f"{state}: {key} leaves out {sorted(name_of(widget) for widget in left_out)}"


def _left_out(window: QWidget, key: Qt.Key) -> set[QWidget]:
    """What the key does not visit. Where a part was made anew on the way, the way is gone again over what is there."""
    for _attempt in range(3):
        settle()
        controls = _controls(window)
        visited = set(_reached(window, key))
        if all(isValid(widget) for widget in controls):
            return controls - visited
    raise AssertionError("parts are made anew each time Tab goes round")


def _check_states(window: QWidget, states: Iterable[State]) -> None:
    for state, acts in states:
        _do(acts)
        _check_all_reached(window, state)


class _Shown(QObject):
    """Notes every window that is shown but the one of the program."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.others: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            is_tip = watched.windowType() == Qt.WindowType.ToolTip
            if watched is not self._window and not is_tip:
                self.others.append(repr(watched))
        return False


def test_tab_reaches_everything_in_every_place_and_no_part_is_a_window_of_its_own(
    window: MainWindow, qapp: QApplication
) -> None:
    shown = _Shown(window)
    qapp.installEventFilter(shown)
    _check_states(window, OUTSIDE)
    _open_a_meeting()
    _check_states(window, IN_MEETING)
    qapp.removeEventFilter(shown)
    assert shown.others == []


def _add_person(window: MainWindow, name: str) -> tuple[Services, Group]:
    assert window.desk is not None
    services = window.desk.services
    group = services.groups.current()
    assert group is not None
    services.people.add_walk_in(group.id, name)
    window.desk.bridge.refresh_people()
    return services, group


def _someone_was_not_seen(window: MainWindow) -> None:
    """One is new; of two who came once one was at none of the 3 meetings since; the other joins from afar."""
    services, group = _add_person(window, "Zofia")
    seen_last, not_seen, *_ = services.people.people(group.id)
    need = AccessNeed(code="ONLINE", consent_on=date.today(), consent_words="May we?", noted_on=date.today())
    services.people.save(replace(seen_last, needs=(need,)))
    for weeks in (4, 3, 2, 1):
        details = MeetingDetails(title="Before", held_on=date.today() - timedelta(weeks=weeks))
        running = services.meetings.begin(group.id, details, (seen_last.id, not_seen.id))
        for who in (seen_last, not_seen) if weeks == 4 else (seen_last,):
            running.requests.arrive(who.id)


def test_tab_reaches_everything_while_people_are_invited(window: MainWindow) -> None:
    _someone_was_not_seen(window)
    _do(("Ctrl+N", "type Shelters", "Tab", "Up", "F8", "> No, only we can"))
    _add_person(window, "Zeno")  # who is not asked yet
    _check_states(window, INVITING)


def test_tab_reaches_everything_at_300_percent(window: MainWindow) -> None:
    _open_a_meeting()
    for _time in range(12):
        press("Ctrl++")
    _check_states(window, AT_300_PERCENT)


def test_each_part_of_a_persons_page_is_reached_right_after_its_heading(window: MainWindow) -> None:
    _do(("Ctrl+3", "F4", "type Zofia", "F8"))
    for fold in FOLDS:
        choose(fold)
        if here().endswith("Open"):
            press("Return")
        heading = here()
        press("Tab")
        assert not here().endswith("Open"), f"Tab goes past {heading!r} to {here()!r}"
        _check_all_reached(window, heading)
