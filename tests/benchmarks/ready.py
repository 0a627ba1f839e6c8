"""Getting ready: how much longer it takes to open in a group of 400 people, 60 of them asked, than in one of 20."""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from coprod_desktop.app import App
from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import Person, Perspective
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.ui.main_window.places import PlaceKey
from tests.benchmarks.report import Measure

NAMES = ("ready-growth",)
MANY_PEOPLE, MANY_ASKED = 400, 60
FEW_PEOPLE = 20
ROUNDS = 25
_NOT_COUNTED = 3
_NEEDS_EACH = 3
_DAYS_AHEAD = 60
_LAPTOP = (1366, 698)
_LONGEST_WAIT_SECONDS = 10


def measure() -> list[Measure]:
    """Both groups in turns, each in the program's own window, until what was opened is painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["benchmark", "-style", "Fusion"])
    assert isinstance(application, QApplication)
    with TemporaryDirectory() as many_folder, TemporaryDirectory() as few_folder:
        windows = (
            ReadyWindow(application, Path(many_folder), MANY_PEOPLE, MANY_ASKED),
            ReadyWindow(application, Path(few_folder), FEW_PEOPLE, FEW_PEOPLE),
        )
        many, few = _in_turns(windows)
        for window in windows:
            window.close()
    against = f"a group of {FEW_PEOPLE} instead of {MANY_PEOPLE} people, {MANY_ASKED} of them asked"
    return [Measure("ready-growth", median(many) / median(few), 3.0, against)]


class ReadyWindow(QObject):
    """The program with one group and two meetings; each call opens getting ready for one of them anew."""

    def __init__(self, application: QApplication, folder: Path, people: int, asked: int) -> None:
        super().__init__()
        self._application = application
        self._updates = 0
        self._meetings = cycle(_made(folder, people, asked))
        self._app = App(application, folder, with_sample=False)
        self._app.show()
        self._window = self._app.window
        self._window.showNormal()
        self._window.resize(*_LAPTOP)
        self._until(lambda: self._window.desk is not None)
        self._window.installEventFilter(self)

    def __call__(self) -> None:
        """Open the next meeting and get ready for it, until all is painted."""
        before = self._updates
        self._window.open_meeting(next(self._meetings))
        self._window.go("ready")
        self._until(lambda: self._updates > before)
        self._application.processEvents()
        assert self._window.place is PlaceKey.READY, "getting ready should be open"

    def come_forward(self) -> None:
        """Be at home in the window that has the keys."""
        self._window.activateWindow()
        self._until(self._window.isActiveWindow)
        self._window.go("home")
        self._application.processEvents()

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

    def _until(self, is_so: Callable[[], bool]) -> None:
        give_up_at = time.monotonic() + _LONGEST_WAIT_SECONDS
        while not is_so():
            if time.monotonic() > give_up_at:
                raise TimeoutError("the window did not do what was asked")
            self._application.processEvents()


def _made(folder: Path, people: int, asked: int) -> Sequence[MeetingId]:
    """A group with so many people, each with some needs, and two meetings to which the first of them are asked."""
    services = open_services(folder)
    group = services.groups.create("Bus stops working group")
    with services.database.write():
        known = [_person(services, group.id, number) for number in range(people)]
    meetings = [_meeting(services, group.id, known[:asked], title) for title in ("Shelters", "Timetables")]
    services.close()
    return meetings


def _meeting(services: Services, group_id: GroupId, people: Sequence[PersonId], title: str) -> MeetingId:
    held_on = date.today() + timedelta(days=_DAYS_AHEAD)
    details = MeetingDetails(title=title, held_on=held_on, starts_at="10am", ends_at="midday", venue="Library hall")
    return services.meetings.begin(group_id, details, people).live.id


def _person(services: Services, group_id: GroupId, number: int) -> PersonId:
    codes = islice(cycle(NEED_CODES), number * _NEEDS_EACH, (number + 1) * _NEEDS_EACH)
    person: Person = replace(
        services.people.new_person(group_id),
        name=f"Person {number}",
        perspectives=(list(Perspective)[number % len(Perspective)],),
        needs=tuple(AccessNeed(code=code, consent_on=date(2026, 1, 13)) for code in codes),
    )
    return services.people.save(person).id


def _in_turns(windows: tuple[ReadyWindow, ReadyWindow]) -> tuple[list[float], list[float]]:
    """The seconds of both, in turns; the first few do not count."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS + _NOT_COUNTED):
        for kept, window in zip(times, windows, strict=True):
            window.come_forward()
            started = time.perf_counter()
            window()
            kept.append(time.perf_counter() - started)
    return times[0][_NOT_COUNTED:], times[1][_NOT_COUNTED:]
