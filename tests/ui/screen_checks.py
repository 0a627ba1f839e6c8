"""What tests of screens share: a group with a meeting on a real file, and checks that hold for every screen."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QApplication, QScrollBar, QWidget

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.screen import Screen
from tests.services.fixed_clock import FixedClock


@dataclass
class Room:
    """A group of four and their meeting, which nobody has come to yet."""

    services: Services
    bridge: MeetingBridge
    running: RunningMeeting
    group: Group
    clock: FixedClock
    people: dict[str, PersonId]

    @property
    def state(self) -> MeetingState:
        """What the record says now."""
        return self.running.live.state

    def acts(self) -> int:
        """How many steps are in the record."""
        return len(self.running.live.workplace.log.steps(self.running.live.id))

    def replayed(self) -> MeetingState:
        """What the record says when it is read again from the file."""
        from coprod_desktop.services.live_meeting import LiveMeeting

        return LiveMeeting(self.running.live.id, self.running.live.workplace).state


NAMES = ("Amina Yusuf", "Bob Okafor", "Chen Wei", "Dilys Morgan")


def open_room(folder: Path) -> Iterator[Room]:
    """A group, its people and a meeting; closed at the end."""
    clock = FixedClock(datetime(2026, 11, 24, 10, 0).astimezone(UTC))  # 10 in the morning wherever the tests run
    services = open_services(folder, clock=clock)
    group = services.groups.create("Bus stops group")
    people = {name.split()[0]: services.people.add_walk_in(group.id, name).id for name in NAMES}
    details = MeetingDetails(title="Bus stops", held_on=date(2026, 11, 24), venue="Library hall")
    running = services.meetings.begin(group.id, details, tuple(people.values()))
    bridge = MeetingBridge(lambda: services.people.everyone(group.id))
    bridge.sight.say(can_see=False)
    bridge.open(running)
    yield Room(services, bridge, running, group, clock, people)
    bridge.close()
    services.close()


def begin_to_talk(room: Room, said: Mapping[str, tuple[Perspective, ...]] = MappingProxyType({})) -> None:
    """Everyone comes, some say where they speak from, and the group talks about the first of two items."""
    requests = room.running.requests
    for name, person_id in room.people.items():
        requests.arrive(person_id, perspectives=said.get(name))
    proposer = Proposer(people=(room.people["Amina"],))
    first = requests.propose_item(AgendaItemDetails(title="Where do the shelters go?", proposer=proposer))
    requests.propose_item(AgendaItemDetails(title="Seats", proposer=proposer))
    requests.open_item(first)


def show(screen: Screen, *, width: int = 1166, height: int = 600) -> None:
    """Show a screen as the window does."""
    screen.resize(width, height)
    screen.show()
    screen.activateWindow()
    QTest.qWaitForWindowActive(screen)
    screen.on_shown()
    screen.focus_first()
    settle()


def settle() -> None:
    """Let layouts come to rest, and what was taken away go."""
    for _ in range(20):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def type_keys(words: str) -> None:
    """Type into whatever has the focus."""
    QTest.keyClicks(focused(), words)


def press(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key)
    settle()


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "the focus is nowhere"
    return widget


def words_of(screen: QWidget) -> str:
    """All words that can be seen."""
    parts = []
    for widget in screen.findChildren(QWidget):
        text = getattr(widget, "text", None)
        if callable(text) and widget.isVisibleTo(screen):
            parts.append(str(text()).replace("&&", "&"))
    return "\n".join(parts)


def unnamed_controls(screen: QWidget) -> list[str]:
    """Controls that a screen reader could not name (UI-10)."""
    return [type(widget).__name__ for widget in _controls(screen) if not _name(widget)]


def cut_widgets(screen: QWidget) -> list[str]:
    """Widgets that are given less room than their words need (UI-07)."""
    found = []
    for widget in screen.findChildren(QWidget):
        if not widget.isVisibleTo(screen) or isinstance(widget, QAbstractScrollArea | QScrollBar):
            continue
        needs = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else -1
        if needs > widget.height() + 1 or widget.minimumSizeHint().width() > widget.width() + 1:
            found.append(f"{type(widget).__name__} {_name(widget)} {widget.size()} needs {needs}")
    return found


def sideways_scrolls(screen: QWidget) -> list[str]:
    """Scroll areas whose content is broader than they are (UI-08)."""
    areas = (area for area in screen.findChildren(QAbstractScrollArea) if area.isVisibleTo(screen))
    return [
        type(area).__name__
        for area in areas
        if area.horizontalScrollBar().maximum() > 0
        or any(child.width() > area.viewport().width() + 1 for child in area.viewport().children() if _is_shown(child))
    ]


def at_200_percent(theme: Theme, make: Callable[[], Screen]) -> Screen:
    """A screen at 200 % in the room that 1280 x 720 leaves."""
    theme.set_text_percent(200)
    screen = make()
    show(screen, width=1200, height=540)
    return screen


def _is_shown(thing: object) -> bool:
    return isinstance(thing, QWidget) and not thing.isHidden()


def _controls(screen: QWidget) -> list[QWidget]:
    every = (widget for widget in screen.findChildren(QWidget) if widget.isVisibleTo(screen))
    whole = (widget for widget in every if not isinstance(widget.parentWidget(), QAbstractSpinBox))
    return [widget for widget in whole if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""
