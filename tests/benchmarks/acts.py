"""Acts: one press saved, and saved and painted, against one bare write that is as safe; and with years of meetings."""

import json
import os
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.app import App
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.services.bootstrap import open_services
from coprod_desktop.storage.driver import connect
from coprod_desktop.ui.main_window.window import MainWindow
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.turns import steady_hand
from tests.benchmarks.meetings import decision_by, full_folder, small_folder
from tests.benchmarks.report import Measure

NAMES = ("act-commit", "act-painted", "act-growth")
ROUNDS = 150
_NOT_COUNTED = 5
MANY_MEETINGS = 520

_PAYLOAD = json.dumps({"decision_id": "0" * 36, "words": "The first shelter is here. " * 3, "details": "x" * 200})
_LONGEST_WAIT_SECONDS = 5
_LAPTOP = (1366, 698)
"""An old laptop's screen without its task bar, as for the start-up figures."""
_NONE, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
_PRESSES = (
    (Qt.Key.Key_Return, _NONE),
    (Qt.Key.Key_F8, _NONE),
    (Qt.Key.Key_1, _ALT),
    (Qt.Key.Key_F7, _NONE),
    (Qt.Key.Key_F8, _NONE),
)


def measure() -> list[Measure]:
    """Measure all three, each act in turns with what it is compared with."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as folder:
        commit = _commit(Path(folder))
    with TemporaryDirectory() as folder, TemporaryDirectory() as full:
        painted, growth = _painted(Path(folder), Path(full))
    return [
        Measure("act-commit", commit, 4.0, "one bare write that is as safe"),
        Measure("act-painted", painted, 2.0, "one bare write and one repaint of the window"),
        Measure("act-growth", growth, 1.2, f"the same press with 1 meeting instead of {MANY_MEETINGS}"),
    ]


class BareWrite:
    """One row written so that it outlives a power cut, with nothing around it."""

    def __init__(self, folder: Path) -> None:
        self._connection = connect(str(folder / "bare.sqlite"), wait_seconds=5)
        self._connection.execute("CREATE TABLE log (number INTEGER PRIMARY KEY, kind TEXT, at TEXT, payload TEXT)")

    def __call__(self) -> None:
        """Write a row."""
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        execute("INSERT INTO log (kind, at, payload) VALUES (?, ?, ?)", ("decision", "2026-11-24T10:00:00", _PAYLOAD))
        execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


class OpenWindow(QObject):
    """The program with people taking turns; each call presses the next key and waits until what it did is painted.

    The presses come round: a hand goes up, its turn starts, a card is shown, 1 more minute, the turn ends.
    """

    def __init__(self, application: QApplication, folder: Path, meeting_id: MeetingId) -> None:
        super().__init__()
        self._application = application
        self._updates = 0
        self._keys = cycle(_PRESSES)
        self._app = App(application, folder, with_sample=False)
        self._app.show()
        self._window.showNormal()
        self._window.resize(*_LAPTOP)  # the screen without a display is smaller than the smallest laptop we know
        steady_hand.STRAY_SECONDS = 0.0  # keys come faster here than a hand can mean them
        self._until(lambda: self._window.desk is not None)
        self._window.open_meeting(meeting_id)
        self._bridge.sight.say(can_see=False)
        self._window.go("turns")
        self._window.installEventFilter(self)
        self.come_forward()

    def __call__(self) -> None:
        """Press the next key, until everything that changed is painted."""
        key, held = next(self._keys)
        before = self._updates
        QTest.keyClick(self._window.focusWidget() or self._window, key, held)
        self._until(lambda: self._updates > before)
        self._application.processEvents()

    def begin_turn(self) -> None:
        """Let somebody speak."""
        while not self.has_turn_running():
            self()

    def has_turn_running(self) -> bool:
        """Whether somebody speaks and the clock runs."""
        turn = self._bridge.state.current_turn
        return turn is not None and not turn.is_paused

    def come_forward(self) -> None:
        """Be the window that has the keys."""
        self._window.activateWindow()
        self._until(self._window.isActiveWindow)
        self._application.processEvents()

    def repaint(self) -> None:
        """Paint the whole window, for nothing."""
        self._window.repaint()

    def acts(self) -> int:
        """How many acts are in the record of the meeting."""
        running = self._app.window.desk.services.meetings.open(self._bridge.meeting_id)  # type: ignore[union-attr]
        return len(running.live.workplace.log.steps(self._bridge.meeting_id))

    def close(self) -> None:
        """End the program."""
        self._window.removeEventFilter(self)
        self._window.close()
        self._app.close()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count how often the window was painted."""
        if event.type() == QEvent.Type.UpdateRequest:
            self._updates += 1
        return False

    @property
    def _window(self) -> MainWindow:
        return self._app.window

    @property
    def _bridge(self) -> MeetingBridge:
        assert self._window.desk is not None
        return self._window.desk.bridge

    def _until(self, is_so: Callable[[], bool]) -> None:
        give_up_at = time.monotonic() + _LONGEST_WAIT_SECONDS
        while not is_so():
            if time.monotonic() > give_up_at:
                raise TimeoutError("the window did not do what was asked")
            self._application.processEvents()


def _commit(folder: Path) -> float:
    meeting_id = small_folder(folder)
    services = open_services(folder)
    running = services.meetings.open(meeting_id)
    words, details = decision_by(running.live.state.people_here[0], running.live.state.current_item)
    bare = BareWrite(folder)
    acts, bares = _in_turns(lambda: running.requests.record_decision(words, details), bare)
    bare.close()
    services.close()
    return median(acts) / median(bares)


def _painted(folder: Path, full: Path) -> tuple[float, float]:
    """Both with 300 events in the meeting and ten years of data, the second against one new meeting alone."""
    application = QApplication.instance() or QApplication(["benchmark", "-style", "Fusion"])
    assert isinstance(application, QApplication)
    crowded = OpenWindow(application, full, full_folder(full, MANY_MEETINGS))
    bare = BareWrite(folder)

    def bare_act() -> None:
        bare()
        crowded.repaint()

    before = crowded.acts()
    acts, bares = _in_turns(crowded, bare_act)
    assert crowded.acts() - before == ROUNDS + _NOT_COUNTED, "each press should be one act"
    alone = OpenWindow(application, folder, small_folder(folder))
    many, few = _in_turns(crowded, alone, before_act=crowded.come_forward, before_other=alone.come_forward)
    for window in (crowded, alone):
        window.close()
    bare.close()
    return _typical(acts) / median(bares), _typical(many) / _typical(few)


def _typical(presses: list[float]) -> float:
    """The mean over the kinds of presses of how long each usually takes."""
    return mean(median(presses[kind :: len(_PRESSES)]) for kind in range(len(_PRESSES)))


def _in_turns(
    act: Callable[[], object],
    other: Callable[[], object],
    *,
    before_act: Callable[[], None] = lambda: None,
    before_other: Callable[[], None] = lambda: None,
) -> tuple[list[float], list[float]]:
    """The seconds of two acts that take turns; the first few do not count."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS + _NOT_COUNTED):
        for kept, prepare, do in ((times[0], before_act, act), (times[1], before_other, other)):
            prepare()
            started = time.perf_counter()
            do()
            kept.append(time.perf_counter() - started)
    return times[0][_NOT_COUNTED:], times[1][_NOT_COUNTED:]
