"""Files that are on the disk, whole, before they get their name."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def named_when_whole(target: Path) -> Iterator[Path]:
    """A place beside `target` to write to; it becomes `target` if all went well and is gone otherwise.

    Its name is nobody else's: two that write the same file at once each write their own.
    """
    part = target.with_name(f".coprod-{uuid.uuid4().hex[:12]}.part")
    try:
        yield part
        flush(part)
        part.replace(target)
        flush_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Waits until a file is on the disk itself."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Waits until the names in a folder are on the disk; some systems cannot, and then it is left out."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)
