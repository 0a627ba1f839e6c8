"""A folder of files that is there whole or not at all: made under a hidden name beside its place, then moved."""

import os
import re
import shutil
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from coprod_desktop.services.record_file import NotWritten, why_not, write_whole

_MOST_TRIES = 1000
_OURS = re.compile(r"\.coprod-[0-9a-f]{12}\.part")
_SECONDS_UNTIL_LEFT = 24 * 60 * 60


@dataclass
class WaitingFolder:
    """Where files wait until all of them are there. `path` changes when the folder is moved into place."""

    path: Path
    names: list[str] = field(default_factory=list)

    def write(self, name: str, content: bytes) -> None:
        """Write one file. Raises NotWritten, which names the place that was chosen and not the hidden one."""
        try:
            write_whole(self.path / name, content)
        except NotWritten as fault:
            if fault.__cause__ is None:
                raise
            raise _not_written(self.path.parent, fault.__cause__) from fault
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
            _forget_old(parent)
        yield waiting
        if may_keep():
            with _told_in_words(parent):
                waiting.path = _moved(waiting.path, parent, name)
    finally:
        if waiting.path.name.endswith(".part"):
            shutil.rmtree(waiting.path, ignore_errors=True)


def _forget_old(parent: Path) -> None:
    """Takes away what a program that was killed left a day ago or longer: it holds people's own copies."""
    for path in parent.iterdir():
        if _OURS.fullmatch(path.name) and path.is_dir() and time.time() - path.stat().st_mtime > _SECONDS_UNTIL_LEFT:
            shutil.rmtree(path, ignore_errors=True)


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
        raise _not_written(parent, fault) from fault


def _not_written(parent: Path, fault: BaseException) -> NotWritten:
    return NotWritten(f"Nothing could be written in {parent}: {why_not(fault)}")
