"""The whole window with a meeting in it, worked by keys as people in the room do."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState, Turn
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.room import Break
from coprod_desktop.services.bootstrap import open_services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.ui.main_window.desk import Desk
from coprod_desktop.ui.main_window.window import MainWindow
from coprod_desktop.ui.screens.room_cover import RoomCover
from coprod_desktop.ui.theme import Theme
from tests.services.fixed_clock import FixedClock
from tests.ui.person_at_screen import seen
from tests.ui.screen_checks import settle

NONE, CTRL, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class InTheRoom:
    """The window with a meeting of four people in which Amina has a turn."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        self.clock = FixedClock(datetime(2026, 11, 24, 10, 0).astimezone(UTC))
        self.services = open_services(folder, clock=self.clock)
        self.group = self.services.groups.create("Bus stops group")
        self.people = {
            name: self.services.people.add_walk_in(self.group.id, name).id for name in ("Amina", "Bob", "Chen", "Dilys")
        }
        details = MeetingDetails(title="Bus stops", held_on=datetime(2026, 11, 24).date())
        self.running: RunningMeeting = self.services.meetings.begin(self.group.id, details, tuple(self.people.values()))
        for who in self.people.values():
            self.running.requests.arrive(who)
        proposer = Proposer(people=(self.people["Amina"],))
        item = self.running.requests.propose_item(AgendaItemDetails(title="Seats", proposer=proposer))
        self.running.requests.open_item(item)
        self.running.turns.set_length(120)
        self.running.turns.start(self.services.people.get(self.people["Amina"]))
        self.window = MainWindow(theme)
        self.window.attach(Desk(theme, self.services, self.window))
        self.window.resize(1366, 688)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.window.open_meeting(self.running.live.id)
        settle()

    @property
    def state(self) -> MeetingState:
        """What the record says now."""
        return self.running.live.state

    @property
    def turn(self) -> Turn:
        """The turn that somebody has."""
        assert self.state.current_turn is not None
        return self.state.current_turn

    @property
    def break_now(self) -> Break:
        """The break that goes on."""
        assert self.state.room.break_now is not None
        return self.state.room.break_now

    @property
    def desk(self) -> Desk:
        """What the window works with."""
        assert self.window.desk is not None
        return self.window.desk

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        settle()

    def words(self) -> str:
        """What can be read in the work area."""
        return seen(self.window.screen_now)

    def is_covered(self) -> bool:
        """Whether something lies over the meeting."""
        return isinstance(self.window.screen_now, RoomCover) and self.window.screen_now.isVisible()

    def events(self) -> list[str]:
        """The kinds of all events in the record."""
        steps = self.running.live.workplace.log.steps(self.running.live.id)
        return [event.kind for step in steps for event in step.events]

    def close(self) -> None:
        """End the program."""
        self.window.end()
        self.services.close()
