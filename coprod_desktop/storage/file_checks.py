"""Whether a file is ours and not from a newer version; asked before anything is written."""

import os
from collections.abc import Sequence
from pathlib import Path

from coprod_desktop.storage.driver import APPLICATION_ID, Driver, driver_faults, reading_only
from coprod_desktop.storage.faults import FaultReason, StorageFault, file_faults

_HEADER_LENGTH = 100
_MAGIC = b"SQLite format 3\0"
_APPLICATION_ID_PLACE = slice(68, 72)


def checked_revision(path: Path, known: Sequence[str]) -> str:
    """The revision of our file. Refuses any other file and every revision that this version does not know."""
    check_is_ours(path)
    with driver_faults(), reading_only(path) as connection:
        revision = revision_of(connection)
    if revision not in known:
        raise StorageFault(FaultReason.NEWER_FILE, f"revision {revision}")
    return revision


def check_is_ours(path: Path) -> None:
    """Refuses a file whose first bytes are not those of our files; an empty file is not ours either.

    Only for a file that this program does not have open: closing it here would give up the locks on it.
    """
    with file_faults(), path.open("rb") as file:
        header = file.read(_HEADER_LENGTH)
    is_ours = header.startswith(_MAGIC) and int.from_bytes(header[_APPLICATION_ID_PLACE], "big") == APPLICATION_ID
    if not is_ours:
        raise StorageFault(FaultReason.NOT_OUR_FILE, "header")


def check_can_be_written(path: Path) -> None:
    """Refuses a folder or file that this person may only read: writing needs both."""
    if not (os.access(path.parent, os.W_OK) and os.access(path, os.W_OK)):
        raise StorageFault(FaultReason.FOLDER_CANNOT_BE_WRITTEN, "read only")


def check_is_whole(connection: Driver) -> None:
    """Refuses a file whose pages do not fit together."""
    if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        raise StorageFault(FaultReason.DAMAGED, "integrity_check")


def revision_of(connection: Driver) -> str:
    """The revision that an open file says it has."""
    has_revisions = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if has_revisions else None
    if row is None:
        raise StorageFault(FaultReason.DAMAGED, "no revision")
    return str(row[0])


def file_identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path, so that one that was moved away while it was open is noticed."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
