"""Runs the whole program on a laptop with a projector, in a process of its own, and tells what was seen as JSON.

python -m tests.ui.wall.two_screens_child SCENARIO FOLDER
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.ui.wall.plugged_screens import LAPTOP, PROJECTOR, SAME_PICTURE, platform_with, plug

os.environ["QT_QPA_PLATFORM"] = platform_with(
    Path(sys.argv[2]), [LAPTOP, SAME_PICTURE] if sys.argv[1] == "mirrored" else [LAPTOP, PROJECTOR]
)

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from coprod_desktop.app import App
from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.room import WallScene
from coprod_desktop.ui.main_window.wall_keeper import WallKeeper
from coprod_desktop.ui.wall.displays import WallMode


class Run:
    """The program with a meeting in which a turn runs."""

    def __init__(self, folder: Path) -> None:
        self.qt = QApplication(["test", "-style", "Fusion"])
        self.app = App(self.qt, folder, with_sample=True)
        self.window = self.app.window
        self.window.resize(1366, 698)
        self.window.show()
        while self.window.desk is None or "Riverside" not in self.window.frame.group_name():
            self.settle()

    @property
    def keeper(self) -> WallKeeper:
        """What keeps the wall."""
        assert self.window.wall is not None
        return self.window.wall

    @property
    def bridge(self) -> Any:
        """The way to the meeting."""
        assert self.window.desk is not None
        return self.window.desk.bridge

    def settle(self) -> None:
        """Let everything come to rest."""
        for _ in range(10):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QTest.qWait(5)

    def begin(self) -> None:
        """A meeting in which the first person has the floor."""
        desk = self.window.desk
        assert desk is not None
        group = desk.services.groups.current()
        assert group is not None
        people = [person.id for person in desk.services.people.people(group.id)]
        details = MeetingDetails(title="The next step", held_on=desk.services.clock.now().date())
        running = desk.services.meetings.begin(group.id, details, people)
        for who in people[:4]:
            running.requests.arrive(who)
        item = running.requests.propose_item(AgendaItemDetails(title="Lights", proposer=Proposer(people=people[:1])))
        running.requests.open_item(item)
        running.turns.set_length(120)
        running.turns.start(desk.services.people.get(people[0]))
        self.window.open_meeting(running.live.id)
        self.settle()

    def key(self, key: Qt.Key, *, on_wall: bool = False) -> None:
        """Press a key in the window, or while the wall has the focus."""
        wall = self.keeper.wall
        QTest.keyClick(wall if on_wall and wall is not None else self.window, key)
        self.settle()

    def plug(self, *screens: dict[str, Any]) -> None:
        """Other screens are there from now on."""
        plug(screens)
        self.settle()

    def seen(self) -> dict[str, Any]:
        """What the room and the laptop see now."""
        wall = self.keeper.wall
        turn = self.bridge.state.current_turn
        return {
            "screens": [screen.name() for screen in QGuiApplication.screens()],
            "on": self.keeper.is_on,
            "where": wall.screen().name() if wall is not None and wall.isVisible() else "",
            "size": [wall.width(), wall.height()] if wall is not None and wall.isVisible() else [],
            "words": wall.view.words() if wall is not None and wall.isVisible() else "",
            "chip": self.window.frame.wall_chip.words(),
            "message": self.window.frame.message_words(),
            "asked": self.bridge.sight.is_asked,
            "only_us": self.bridge.sight.is_only_us,
            "mode": self.keeper.mode.value,
            "turn": [turn.id, turn.is_paused] if turn is not None else [],
            "used_ms": self.bridge.used_ms,
            "blank": self.bridge.state.room.wall.is_blank,
            "scene": self.bridge.state.room.wall.scene.value,
        }


def extended(run: Run) -> list[dict[str, Any]]:
    """The wall goes on the projector; F11 blanks it from the laptop and from the wall itself."""
    run.begin()
    told = [run.seen()]
    run.key(Qt.Key.Key_F10)
    told.append(run.seen())
    run.key(Qt.Key.Key_F11)
    told.append(run.seen())
    run.key(Qt.Key.Key_F11, on_wall=True)
    told.append(run.seen())
    run.keeper.take_off()
    run.settle()
    return [*told, run.seen()]


def unplugged(run: Run) -> list[dict[str, Any]]:
    """The projector goes in mid-turn and comes back."""
    run.begin()
    run.keeper.set_mode(WallMode.EXTENDED)
    run.bridge.sight.say(can_see=False)
    run.settle()
    told = [run.seen()]
    run.plug(LAPTOP)
    told.append(run.seen())
    run.bridge.sight.say(can_see=False)
    run.key(Qt.Key.Key_F7)
    run.plug(LAPTOP, PROJECTOR)
    return [*told, run.seen()]


def mirrored(run: Run) -> list[dict[str, Any]]:
    """Both screens show the same picture."""
    run.begin()
    return [run.seen()]


def single(run: Run) -> list[dict[str, Any]]:
    """The only screen is turned round; keys still work, Esc comes back."""
    run.plug(LAPTOP)
    run.begin()
    run.bridge.sight.say(can_see=False)
    told = [run.seen()]
    run.key(Qt.Key.Key_F10)
    told.append(run.seen())
    run.key(Qt.Key.Key_F6, on_wall=True)
    told.append(run.seen())
    run.key(Qt.Key.Key_Escape, on_wall=True)
    return [*told, run.seen()]


def kill(run: Run) -> list[dict[str, Any]]:
    """The wall shows the agenda and is blank when the program is killed."""
    run.begin()
    run.keeper.set_mode(WallMode.EXTENDED)
    run.bridge.ask(lambda: run.bridge.room.choose_scene(WallScene.AGENDA))
    run.key(Qt.Key.Key_F11)
    sys.stdout.write(json.dumps([run.seen()]))
    sys.stdout.flush()
    os._exit(0)


def again(run: Run) -> list[dict[str, Any]]:
    """The program is started after the kill, and the meeting is opened."""
    desk = run.window.desk
    assert desk is not None
    group = desk.services.groups.current()
    assert group is not None
    run.window.open_meeting(desk.services.meetings.unfinished(group.id)[0].id)
    run.settle()
    told = [run.seen()]
    run.key(Qt.Key.Key_F11)
    return [*told, run.seen()]


def typing(run: Run) -> list[dict[str, Any]]:
    """Somebody writes an idea while the wall opens, changes, goes with its screen and comes back."""
    run.begin()
    run.window.go("decisions")
    run.settle()
    run.key(Qt.Key.Key_F4)
    field = QApplication.focusWidget()
    told = []
    for act in (
        lambda: run.keeper.set_mode(WallMode.EXTENDED),
        lambda: run.bridge.room.choose_scene(WallScene.AGENDA),
        lambda: run.bridge.room.blank_wall(),
        lambda: run.bridge.room.show_wall_again(),
        lambda: run.plug(LAPTOP),
        lambda: run.plug(LAPTOP, PROJECTOR),
    ):
        act()
        run.settle()
        is_active = QApplication.activeWindow() is run.window
        told.append({"on": run.keeper.is_on, "active": is_active, "kept": QApplication.focusWidget() is field})
        QTest.keyClicks(QApplication.focusWidget(), "a")
    words = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    return [*told, {"words": words}]


_SCENARIOS: dict[str, Callable[[Run], list[dict[str, Any]]]] = {
    scenario.__name__: scenario for scenario in (extended, unplugged, mirrored, single, kill, again, typing)
}

if __name__ == "__main__":
    started = Run(Path(sys.argv[2]) / "data")
    found = _SCENARIOS[sys.argv[1]](started)
    started.window.close()
    started.app.close()
    sys.stdout.write(json.dumps(found))
