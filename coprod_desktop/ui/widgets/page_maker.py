"""Makes pages off the window's thread, one after the other; only the newest order is answered."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class _Work(QRunnable):
    """One order, carried out in the pool's thread."""

    def __init__(self, number: int, make: Callable[[], object], made: "_Made") -> None:
        super().__init__()
        self._number = number
        self._make = make
        self._made = made

    def run(self) -> None:
        """Make the pages; whatever goes wrong is told, nothing is raised in the thread."""
        try:
            self._made.done.emit(self._number, self._make())
        except Exception as fault:  # told to the window's thread, which shows it
            self._made.failed.emit(self._number, fault)


class _Made(QObject):
    """Carries what was made back to the window's thread."""

    done = Signal(int, object)
    failed = Signal(int, object)


class PageMaker(QObject):
    """Signals: `made(what was made)` for the newest order, `failed(Exception)` if it could not be made."""

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self.is_running = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._back = _Made(self)
        self._back.done.connect(self._on_done)
        self._back.failed.connect(self._on_failed)

    def order(self, make: Callable[[], object]) -> None:
        """Make pages with this; an order that still waits is dropped."""
        self._newest += 1
        self.is_running = True
        self._pool.clear()
        self._pool.start(_Work(self._newest, make, self._back))

    def drop(self) -> None:
        """Nothing is wanted any more; what is being made is not told."""
        self._newest += 1
        self.is_running = False
        self._pool.clear()

    def wait(self) -> None:
        """Wait for what is being made, before the program ends; nothing more is told."""
        self.drop()
        self._pool.waitForDone()

    def _on_done(self, number: int, made: object) -> None:
        if number == self._newest:
            self.is_running = False
            self.made.emit(made)

    def _on_failed(self, number: int, fault: Exception) -> None:
        if number == self._newest:
            self.is_running = False
            self.failed.emit(fault)
