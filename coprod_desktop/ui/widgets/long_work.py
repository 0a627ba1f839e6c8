"""Work that takes a while, done off the window's thread: it tells how far it is, and it can be stopped."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

Progress = Callable[[int, int, str], None]
Stopped = Callable[[], bool]
Job = Callable[[Progress, Stopped], Any]
"""What is to be done: it is handed a way to tell how far it is, and a way to ask whether to stop."""


class _Voice(QObject):
    """Carries words from the thread to the window."""

    progressed = Signal(int, int, int, str)
    done = Signal(int, object)
    failed = Signal(int, object)


class _Run(QRunnable):
    """One job in the pool's thread."""

    def __init__(self, number: int, job: Job, voice: _Voice, stop: threading.Event) -> None:
        super().__init__()
        self._number, self._job, self._voice, self._stop = number, job, voice, stop

    def run(self) -> None:
        """Do it; whatever goes wrong is told, nothing is raised in the thread."""
        try:
            result = self._job(self._tell, self._stop.is_set)
        except Exception as fault:  # told to the window's thread, which shows it
            self._voice.failed.emit(self._number, fault)
        else:
            self._voice.done.emit(self._number, result)

    def _tell(self, done: int, total: int, what: str) -> None:
        self._voice.progressed.emit(self._number, done, total, what)


class LongWork(QObject):
    """One job at a time; a new one stops the one before, of which nothing more is heard.

    Signals: `progressed(done, total, what)`, `done(result)` (None when it was stopped), `failed(Exception)`.
    """

    progressed = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._stop = threading.Event()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._voice = _Voice(self)
        self._voice.progressed.connect(self._on_progressed)
        self._voice.done.connect(self._on_done)
        self._voice.failed.connect(self._on_failed)
        self.is_running = False

    def start(self, job: Job) -> None:
        """Begin a job; one that runs is told to stop first, and one that waits is dropped."""
        self.stop()
        self._pool.clear()
        self._number += 1
        self._stop = threading.Event()
        self.is_running = True
        self._pool.start(_Run(self._number, job, self._voice, self._stop))

    def stop(self) -> None:
        """Ask the job to stop; `done(None)` comes when it has."""
        self._stop.set()

    def end(self) -> None:
        """Stop and wait, before the program ends; nothing more is heard, not even of what is done already."""
        self.stop()
        self._number += 1
        self.is_running = False
        self._pool.clear()
        self._pool.waitForDone()

    def _on_progressed(self, number: int, done: int, total: int, what: str) -> None:
        if number == self._number:
            self.progressed.emit(done, total, what)

    def _on_done(self, number: int, result: object) -> None:
        if number == self._number:
            self.is_running = False
            self.done.emit(result)

    def _on_failed(self, number: int, fault: Exception) -> None:
        if number == self._number:
            self.is_running = False
            self.failed.emit(fault)
