"""The command line: arguments in, words and JSON out; no window and no display but for the program itself."""

import argparse
import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TextIO

from coprod_desktop import __version__, paths
from coprod_desktop.commands.balance_command import add_balance
from coprod_desktop.commands.command_parts import (
    BAD_INPUT,
    DONE,
    OUR_FAULT,
    STOPPED,
    BadInput,
    note,
    path_argument,
)
from coprod_desktop.commands.feedback_command import add_feedback
from coprod_desktop.commands.find_command import add_find
from coprod_desktop.commands.minutes_commands import add_check, add_minutes
from coprod_desktop.commands.ready_command import add_ready
from coprod_desktop.commands.record_commands import add_export, add_import, add_list

if TYPE_CHECKING:
    from coprod_desktop.services.faults import StorageFault

__all__ = ["BAD_INPUT", "DONE", "OUR_FAULT", "STOPPED", "main"]

_STORAGE_WORDS = {
    "folder_cannot_be_written": "The data folder cannot be made or written. Choose another folder.",
    "disk_full": "The disk is full. No meeting was changed.",
    "not_our_file": "The file in the data folder is not one of this program.",
    "newer_file": "The data folder was written by a newer version of this program.",
    "damaged": "The file in the data folder is damaged. No meeting was changed.",
    "busy": "Another program is using the data folder. No meeting was changed. Try again.",
    "file_moved": "The file of the data folder was moved away while it was in use.",
    "other": "The data folder could not be used.",
}
_INPUT_AT_FAULT = ("folder_cannot_be_written", "not_our_file", "newer_file", "damaged")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and give back the exit code."""
    _speak_utf8()
    try:
        asked = _parser().parse_args(arguments)
        code = _run(asked)
        sys.stdout.flush()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else BAD_INPUT
    except BrokenPipeError:
        # Whoever was reading has gone; what was asked for is done.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return STOPPED
    except Exception as fault:
        # The type alone: the text of a fault could hold what people said.
        note(f"a fault of the program ({type(fault).__name__}). What was asked for was not finished.")
        return OUR_FAULT
    return code


def _run(asked: argparse.Namespace) -> int:
    work: Callable[[argparse.Namespace], int] = asked.work
    if work is _open_window:
        return work(asked)
    from coprod_desktop.services.error_log import ErrorLog
    from coprod_desktop.services.faults import StorageFault

    try:
        return work(asked)
    except BadInput as fault:
        note(str(fault))
        return BAD_INPUT
    except StorageFault as fault:
        return _storage_fault(fault)
    except BrokenPipeError:
        raise
    except Exception as fault:
        ErrorLog(asked.data).note(fault)
        raise


def _open_window(asked: argparse.Namespace) -> int:
    gc.disable()  # nothing is thrown away while the program is loaded; app.py ends this when home can be used
    from coprod_desktop import app

    return app.run(asked.data or paths.usual_data_folder(), with_sample=asked.sample)


def _storage_fault(fault: "StorageFault") -> int:
    note(_STORAGE_WORDS.get(fault.reason.value, _STORAGE_WORDS["other"]))
    return BAD_INPUT if fault.reason.value in _INPUT_AT_FAULT else OUR_FAULT


def _speak_utf8() -> None:
    # a stream that was closed before we came is None; what is said there goes nowhere
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream, on_fault in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=on_fault)


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open for as long as the program


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coprod-desktop",
        description="Run a co-production meeting. Without a command the window opens.",
        epilog="Exit codes: 0 done, 1 done but not ready, 2 bad input, 3 a fault of the program.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"coprod-desktop {__version__}")
    parser.add_argument(
        "--data", type=path_argument, metavar="FOLDER", help="where the meetings are kept; made if missing"
    )
    parser.add_argument("--sample", action="store_true", help="open the window with a sample group to try things on")
    parser.set_defaults(work=_open_window)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    add_import(commands)
    add_export(commands)
    add_list(commands)
    add_minutes(commands)
    add_check(commands)
    add_balance(commands)
    add_ready(commands)
    add_find(commands)
    add_feedback(commands)
    return parser
