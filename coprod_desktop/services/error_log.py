"""A log of the program's own faults. It holds places in the code, never names, needs or anybody's words (DP-04)."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_NAME = "errors.log"

_MOST_BYTES = 200_000


class _QuietHandler(RotatingFileHandler):
    """A full disk must not stop the program."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Do nothing more."""


class ErrorLog:
    """Notes the kind of a fault and where in the program it happened; the message of a fault may hold words, so it
    is left out."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOG_NAME

    def note(self, fault: BaseException) -> None:
        """Write down a fault. If even that fails, nothing more is done."""
        handler = _QuietHandler(self._path, maxBytes=_MOST_BYTES, backupCount=1, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        record = logging.LogRecord("coprod_desktop", logging.ERROR, "", 0, fault_words(fault), None, None)
        handler.handle(record)
        handler.close()


def fault_words(fault: BaseException) -> str:
    """The kind of a fault and its places in the program, innermost last."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    return f"{type(fault).__name__} at {places or 'an unknown place'}"
