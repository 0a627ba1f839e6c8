"""One program at a time writes in a folder. The lock goes with the program, however it ends."""

from pathlib import Path
from types import TracebackType
from typing import Final, Self

from filelock import FileLock, Timeout

from coprod_desktop.storage.faults import file_faults

LOCK_NAME: Final = "coprod.lock"
"""The name of the lock file; that the file is there says nothing, only that it is held."""


class Lock:
    """The right to write in a folder, kept until it is released or the program ends."""

    def __init__(self, held: FileLock) -> None:
        self._held = held

    def release(self) -> None:
        """Gives the right back; twice changes nothing."""
        self._held.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def acquire(folder: Path) -> Lock | None:
    """The right to write in a folder, or None if another program has it. Raises StorageFault if it cannot be asked."""
    with file_faults():
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK_NAME, timeout=0, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            return None
    return Lock(lock)
