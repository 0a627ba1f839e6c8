"""A meeting record as a file: read with every guard, or written whole; what is wrong with it is said in plain words."""

import contextlib
import errno
import json
import math
import os
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from coprod_desktop.domain.text import clean

MOST_BYTES = 20_000_000
"""The largest file that is read: 20 MB."""

_PDF_START, _PDF_END = b"%PDF-", b"%%EOF"
_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your part of the disk is full",
    errno.EFBIG: "the disk takes no file of this size",
    errno.EACCES: "this folder or file may only be read",
    errno.EPERM: "this folder or file may only be read",
    errno.EROFS: "this folder or file may only be read",
    errno.EIO: "the disk did not keep what was written",
}
_MOST_DIGITS = 15
_LONGEST_FIELD = 200

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a file: where, as `meeting.ideas[2].text`, and why, in plain words."""

    field: str
    reason: str


class RecordRefused(Exception):
    """A file that cannot be taken in; nothing was stored. `faults` says why, one line for each."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(dict.fromkeys(faults))


class NotWritten(Exception):
    """A file that could not be written; what stood there before is untouched."""


def field_name(path: FieldPath) -> str:
    """A path as people write it: `people[0].name`."""
    name = ""
    for part in path:
        name += f"[{part}]" if isinstance(part, int) else f".{shown(part)}"
    return name.removeprefix(".") or "record"


def shown(text: str) -> str:
    """A text of the file as it can stand in a message: no odd characters, not too long."""
    safe = clean(text).text
    return safe if len(safe) <= _LONGEST_FIELD else f"{safe[:_LONGEST_FIELD]}..."


def read_json(path: Path) -> Any:
    """The contents of a JSON file. Raises RecordRefused if it is too large, no UTF-8 or no sound JSON."""
    return parse_json(_read(path))


def parse_json(content: bytes) -> Any:
    """JSON from bytes: one meaning only, so no doubled keys, no NaN, no numbers beyond reason."""
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_one_of_each,
            parse_constant=_no_such_number,
            parse_int=_whole_number,
            parse_float=_number,
        )
    except UnicodeDecodeError as fault:
        _refuse("file", f"is not UTF-8 text: byte {fault.start + 1} cannot be read.")
    except json.JSONDecodeError as fault:
        _refuse(f"line {fault.lineno}, column {fault.colno}", f"is not sound JSON: {fault.msg}.")
    except RecursionError:
        _refuse("file", "has too many brackets inside each other.")


def json_bytes(record: object) -> bytes:
    """A record as it is written to a file: UTF-8, two spaces for each level."""
    return (json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a temporary name beside it, read back, then moved into place.

    Raises NotWritten with words that say what to do; what stood there before is whole then, and nothing is left over.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise NotWritten(f"{path} is not a file that can be written. Please choose another name.")
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "the file is read-only")
        waiting = target.with_name(f".coprod-{uuid.uuid4().hex[:12]}.part")
        try:
            _write_and_check(waiting, content)
            waiting.replace(target)
        finally:
            _forget(waiting)
    except (OSError, ValueError, RuntimeError) as fault:
        raise not_written(path, fault) from fault


def not_written(path: Path, fault: Exception) -> NotWritten:
    """A file that the system refused to write, in words."""
    return NotWritten(f"{path} could not be written: {why_not(fault)}")


def why_not(fault: BaseException) -> str:
    """Why the system refused to write, and what to do next: "the disk is full. Please make room ..." """
    return f"{_why(fault)}. {_what_to_do(fault)}"


def _write_and_check(waiting: Path, content: bytes) -> None:
    with waiting.open("xb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
    if waiting.read_bytes() != content:
        raise OSError(errno.EIO, "the disk gave back other words than it was given")
    if content.startswith(_PDF_START) and not content.rstrip().endswith(_PDF_END):
        raise NotWritten("The pages did not come out whole. Please make them again.")


def _forget(waiting: Path) -> None:
    """Takes a temporary file away; a disk that does not even let go of it has said why already."""
    with contextlib.suppress(OSError):
        waiting.unlink(missing_ok=True)


def _what_to_do(fault: BaseException) -> str:
    """The next step for the person who wanted the file."""
    number = fault.errno if isinstance(fault, OSError) else None
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "Please make room on the disk, or choose another place."
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "Please choose a folder that you may write in."
    if number == errno.EIO:
        return "Please try another disk."
    return "Please choose another place or name."


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            _too_large()
        with path.open("rb") as handle:
            content = handle.read(MOST_BYTES + 1)
    except (OSError, ValueError) as fault:
        _refuse("file", f"cannot be read: {_why(fault)}.")
    if len(content) > MOST_BYTES:
        _too_large()
    return content


def _why(fault: BaseException) -> str:
    if isinstance(fault, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(fault, IsADirectoryError):
        return "it is a folder"
    if isinstance(fault, OSError) and fault.errno in _REASONS:
        return _REASONS[fault.errno]
    return (fault.strerror if isinstance(fault, OSError) and fault.strerror else "its name cannot be used").lower()


def _too_large() -> NoReturn:
    _refuse("file", "is larger than 20 MB. A record of one meeting is never that large.")


def _refuse(field: str, reason: str) -> NoReturn:
    raise RecordRefused([Fault(field, reason)])


def _one_of_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key, value in pairs:
        if key in fields:
            _refuse(field_name((key,)), "stands twice in the same place. Only one of them can be meant.")
        fields[key] = value
    return fields


def _no_such_number(word: str) -> NoReturn:
    _refuse("file", f"has the word {word} where a number must be.")


def _whole_number(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        _refuse("file", f"has a number of {len(digits)} digits. The most is {_MOST_DIGITS}.")
    return int(digits)


def _number(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number) or abs(number) >= 10**_MOST_DIGITS:
        _refuse("file", f"has a number of more than {_MOST_DIGITS} digits.")
    return number
