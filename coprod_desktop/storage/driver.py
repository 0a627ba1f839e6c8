"""Opening a file with the driver itself: for writing with the safe settings, or only for reading."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from coprod_desktop.storage.faults import database_fault

Driver = Any
"""A connection of the driver, which has no types of its own."""

APPLICATION_ID: Final = 0x434F5052
"""What marks a file as ours: "COPR" in the header of the file."""

FILE_NAME: Final = "coprod.sqlite"
"""The name of the file inside a group's folder."""


def connect(name: str, *, wait_seconds: float) -> Driver:
    """A connection that writes safely: an acknowledged act outlives a power cut, the record is never changed."""
    connection = dbapi2.connect(name, check_same_thread=False, isolation_level=None, timeout=wait_seconds)
    try:
        for setting in _settings():
            connection.execute(f"PRAGMA {setting}")
    except dbapi2.Error:
        connection.close()
        raise
    return connection


@contextmanager
def reading_only(path: Path) -> Iterator[Driver]:
    """A connection that writes nothing into the folder, not even beside the file if nobody has it open."""
    is_live = Path(f"{path}-wal").exists()
    how = "mode=ro" if is_live else "mode=ro&immutable=1"
    connection = dbapi2.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, timeout=1)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def driver_faults() -> Iterator[None]:
    """Tells errors of the driver as faults."""
    try:
        yield
    except dbapi2.Error as error:
        raise database_fault(error) from None


def _settings() -> tuple[str, ...]:
    always = (
        "foreign_keys=ON",
        "recursive_triggers=ON",
        "secure_delete=ON",
        "journal_mode=WAL",
        "synchronous=FULL",
    )
    # On macOS a plain fsync leaves the words in the drive's own cache.
    return (*always, "fullfsync=ON", "checkpoint_fullfsync=ON") if sys.platform == "darwin" else always
