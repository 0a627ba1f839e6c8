"""What can go wrong with the file, in the few reasons that a screen has plain words for."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum


class FaultReason(StrEnum):
    """Why something could not be read or kept."""

    FOLDER_CANNOT_BE_WRITTEN = "folder_cannot_be_written"
    DISK_FULL = "disk_full"
    NOT_OUR_FILE = "not_our_file"
    NEWER_FILE = "newer_file"
    DAMAGED = "damaged"
    BUSY = "busy"
    FILE_MOVED = "file_moved"
    OTHER = "other"


class StorageFault(Exception):
    """Something could not be read or kept. `detail` is for whoever looks into it and holds nothing of any person."""

    def __init__(self, reason: FaultReason, detail: str = "") -> None:
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail


def database_fault(error: Exception) -> StorageFault:
    """The fault for an error of SQLAlchemy or of the driver, told by its SQLite name, never by its text."""
    name = getattr(getattr(error, "orig", None) or error, "sqlite_errorname", None) or type(error).__name__
    return StorageFault(_reason_of(name), name)


def file_fault(error: OSError) -> StorageFault:
    """The fault for an error of the file system."""
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageFault(FaultReason.DISK_FULL, name)
    refused = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST)
    if error.errno in (*refused, errno.ENAMETOOLONG):
        return StorageFault(FaultReason.FOLDER_CANNOT_BE_WRITTEN, name)
    return StorageFault(FaultReason.OTHER, name)


@contextmanager
def file_faults() -> Iterator[None]:
    """Tells errors of the file system as faults."""
    try:
        yield
    except OSError as error:
        raise file_fault(error) from None


def _reason_of(name: str) -> FaultReason:
    starts = {
        "SQLITE_FULL": FaultReason.DISK_FULL,
        "SQLITE_CANTOPEN": FaultReason.FOLDER_CANNOT_BE_WRITTEN,
        "SQLITE_READONLY": FaultReason.FOLDER_CANNOT_BE_WRITTEN,
        "SQLITE_PERM": FaultReason.FOLDER_CANNOT_BE_WRITTEN,
        "SQLITE_NOTADB": FaultReason.DAMAGED,
        "SQLITE_CORRUPT": FaultReason.DAMAGED,
        "SQLITE_BUSY": FaultReason.BUSY,
        "SQLITE_LOCKED": FaultReason.BUSY,
    }
    return next((reason for start, reason in starts.items() if name.startswith(start)), FaultReason.OTHER)
