"""A folder of files that is there whole or not at all: made under a hidden name beside its place, then moved."""

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from coprod_desktop.services.record_file import NotWritten, write_whole

_MOST_TRIES = 1000


@dataclass
class WaitingFolder:
    """Where files wait until all of them are there. `path` changes when the folder is moved into place."""

    path: Path
    names: list[str] = field(default_factory=list)

    def write(self, name: str, content: bytes) -> None:
        """Write one file. Raises NotWritten."""
        write_whole(self.path / name, content)
        self.names.append(name)


@contextmanager
def whole_folder(parent: Path, name: str, *, may_keep: Callable[[], bool] = lambda: True) -> Iterator[WaitingFolder]:
    """A new folder in `parent`, called `name` or "name (2)" if that is taken; nothing that is there is touched.

    If anything is raised inside, or `may_keep` says no at the end, nothing is left. Raises NotWritten.
    """
    waiting = WaitingFolder(parent / f".coprod-{uuid.uuid4().hex[:12]}.part")
    try:
        with _told_in_words(parent):
            waiting.path.mkdir()
        yield waiting
        if may_keep():
            with _told_in_words(parent):
                waiting.path = _moved(waiting.path, parent, name)
    finally:
        if waiting.path.name.endswith(".part"):
            shutil.rmtree(waiting.path, ignore_errors=True)


def _moved(waiting: Path, parent: Path, name: str) -> Path:
    for number in range(1, _MOST_TRIES):
        place = parent / (name if number == 1 else f"{name} ({number})")
        if not os.path.lexists(place):
            return waiting.rename(place)
    raise NotWritten(f"There are too many folders called {name}. Please choose another place.")


@contextmanager
def _told_in_words(parent: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as fault:
        why = (isinstance(fault, OSError) and fault.strerror or "its name cannot be used").lower()
        raise NotWritten(f"Nothing could be written in {parent}: {why}. Please choose another place.") from fault
