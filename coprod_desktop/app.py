"""Starts the window: first the picture, then everything heavy, in that order."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Slot
from PySide6.QtWidgets import QApplication

import coprod_desktop.ui  # noqa: F401 - first, since it gives Python its own import back
from coprod_desktop.paths import cache_folder
from coprod_desktop.storage.first_glance import Glance, first_glance
from coprod_desktop.ui.main_window.window import MainWindow
from coprod_desktop.ui.screens.home.first_view import FirstView, MeetingCard
from coprod_desktop.ui.theme import TEXT_PERCENTS, Mode, Theme

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.ui.main_window.front_door import FrontDoor

LEAST_WIDTH, LEAST_HEIGHT = 1366, 768

LOCK_NAME = "coprod.lock"
"""The file that is held while a window is open on a data folder."""

_NO_DISPLAY = (
    "coprod-desktop: there is no display here, so the window cannot open.\n"
    "These work without one: import, export, list and minutes. See coprod-desktop --help.\n"
)


class App(QObject):
    """One run of the program over one data folder."""

    def __init__(self, application: QApplication, folder: Path, *, with_sample: bool) -> None:
        super().__init__()
        self._folder = folder
        self._with_sample = with_sample
        self._services: Services | None = None
        self._front_door: FrontDoor | None = None
        glance = first_glance(folder)
        self.theme = Theme(
            application,
            mode=_mode(glance),
            text_percent=_text_percent(glance),
            kept_icons=cache_folder(folder) / "icons.txt",
        )
        self.theme.apply()
        self.window = MainWindow(self.theme)
        self.window.show_first(_first_view(glance))
        self.window.painted.connect(self.load)
        self.window.sample_requested.connect(self.open_sample)

    def show(self) -> None:
        """Show the window, as large as the screen if the screen is small."""
        self.window.resize(LEAST_WIDTH, LEAST_HEIGHT - 70)
        room = self.window.screen().availableSize()
        if room.width() <= LEAST_WIDTH:
            self.window.showMaximized()
        else:
            self.window.show()

    @Slot()
    def load(self) -> None:
        """Load the services and begin to work; called once, after the first paint."""
        with _no_search_for_rubbish():
            self._load()

    @Slot()
    def open_sample(self) -> None:
        """Put the sample group into the data folder and show it."""
        if self._services is None:
            self._with_sample = True
            return
        from coprod_desktop.services.sample import add_sample

        group_id = add_sample(self._services)
        self._services.groups.choose(group_id)
        self.window.go("home")
        self.window.screen_now.focus_first()

    def note_fault(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Take a fault of the program: its place goes to the log, plain words go to the window (DP-04)."""
        from coprod_desktop.services.error_log import ErrorLog

        if issubclass(kind, KeyboardInterrupt):
            self.window.close()
            return
        ErrorLog(self._folder).note(fault.with_traceback(trace))
        self.window.frame.fail(self.tr("Something went wrong in the program. What was saved is safe."))

    def close(self) -> None:
        """Let go of the file."""
        self.window.end()
        if self._services is not None:
            self._services.close()
        if self._front_door is not None:
            self._front_door.close()

    def _load(self) -> None:
        from coprod_desktop.services.bootstrap import open_services
        from coprod_desktop.services.error_log import ErrorLog
        from coprod_desktop.services.faults import StorageFault
        from coprod_desktop.ui.main_window.desk import Desk
        from coprod_desktop.ui.main_window.front_door import FrontDoor
        from coprod_desktop.ui.wording import fault_words

        self._front_door = FrontDoor(self._folder, self.window)
        try:
            self._services = open_services(self._folder)
        except StorageFault as fault:
            ErrorLog(self._folder).note(fault)
            self.window.show_closed(fault_words(fault.reason), self._folder)
            return
        self.theme.keep_icons()
        self.window.attach(Desk(self.theme, self._services, self))
        if self._with_sample and self._services.groups.current() is None:
            self.open_sample()


def run(folder: Path, *, with_sample: bool = False) -> int:
    """Open the window over a data folder; brings an open one forward instead if there is one. Gives the exit code."""
    if not _has_display():
        sys.stderr.write(_NO_DISPLAY)
        return 2
    # Fusion is asked for here: `setStyle` would first set up all that PySide knows of styles.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("coprod-desktop")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        sys.stderr.write(f"coprod-desktop: this folder cannot be made: {folder}\n")
        return 2
    lock = QLockFile(str(folder / LOCK_NAME))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return _bring_forward(folder, lock.error())
    app = App(application, folder, with_sample=with_sample)
    sys.excepthook = app.note_fault
    app.show()
    code = application.exec()
    sys.excepthook = sys.__excepthook__
    app.close()
    lock.unlock()
    return code


@contextmanager
def _no_search_for_rubbish() -> Iterator[None]:
    """While the program is loaded nothing is thrown away, so Python need not look; what was loaded stays for good."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _has_display() -> bool:
    """Whether a window can open; without one Qt would end the program without a word."""
    is_chosen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return is_chosen or not sys.platform.startswith("linux")


def _bring_forward(folder: Path, why: QLockFile.LockError) -> int:
    if why is not QLockFile.LockError.LockFailedError:
        sys.stderr.write(f"coprod-desktop: this folder cannot be written: {folder}\n")
        return 2
    from coprod_desktop.ui.main_window.front_door import knock

    was_heard = knock(folder)
    words = "is open already. It was brought to the front." if was_heard else "is open already in another window."
    sys.stderr.write(f"coprod-desktop {words}\n")
    return 0


def _first_view(glance: Glance | None) -> FirstView:
    if glance is None or glance.group_id is None:
        return FirstView()
    unfinished = tuple(
        MeetingCard(
            id=meeting.meeting_id,
            title=meeting.title,
            held_on=meeting.held_on,
            item_number=meeting.item_number,
            item_count=meeting.item_count,
        )
        for meeting in glance.unfinished
    )
    return FirstView(has_group=True, today=date.today(), group_name=glance.group_name, unfinished=unfinished)


def _mode(glance: Glance | None) -> Mode:
    known = {mode.value: mode for mode in Mode}
    return known.get(glance.theme or "", Mode.SYSTEM) if glance else Mode.SYSTEM


def _text_percent(glance: Glance | None) -> int:
    percent = glance.text_percent if glance else None
    return percent if percent in TEXT_PERCENTS else 100
