"""The command line: arguments in, words and JSON out; no window and no display but for the program itself."""

import argparse
import gc
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from coprod_desktop import __version__, paths

if TYPE_CHECKING:
    from coprod_desktop.domain.ids import MeetingId
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.check_service import CheckReport
    from coprod_desktop.services.faults import StorageFault
    from coprod_desktop.services.record_service import ImportResult, RecordService

DONE = 0
NOT_READY = 1
BAD_INPUT = 2
OUR_FAULT = 3
STOPPED = 130

FORMATS = ("easy_read", "large_print", "plain_text", "audio")

FORMATS_CHECKED = ("easy_read", "large_print", "plain_text")

_SIZE_WORDS = "--size: easy read is 14 to 144 points, large print 12 to 48 points."

_SPEED_WORDS = "--words-a-minute: from 90 to 250."

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


class BadInput(Exception):
    """What was asked for cannot be done as it was asked; the text says why."""


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
        _note(f"a fault of the program ({type(fault).__name__}). What was asked for was not finished.")
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
        _note(str(fault))
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


def _import(asked: argparse.Namespace) -> int:
    with _opened(asked.data) as services:
        refused = [_import_one(services.records, path, as_new=asked.as_new) for path in asked.files].count(False)
    return BAD_INPUT if refused else DONE


def _import_one(records: "RecordService", path: Path, *, as_new: bool) -> bool:
    result = records.import_file(path, as_new=as_new)
    for line in _told(result):
        _note(f"{path}: {line}", by_name=False)
    if result.meeting_id is not None:
        print(result.meeting_id, flush=True)
    return result.meeting_id is not None


def _told(result: "ImportResult") -> Iterator[str]:
    for note in result.notes:
        yield f"{note.field}: {note.words}"
    for fault in result.faults:
        yield f"{fault.field}: {fault.reason}"
    if result.asks:
        yield "meeting: to bring it in beside the other one, add --as-new."
    if result.meeting_id is not None and not result.is_new:
        yield "meeting: it is here already. Nothing was added."


def _export(asked: argparse.Namespace) -> int:
    from coprod_desktop.services.record_file import NotWritten

    with _opened(asked.data) as services:
        _spare_the_data(services, asked.out)
        meeting_id = _found(services.records, asked.meeting)
        try:
            services.records.write(meeting_id, asked.out)
        except NotWritten as fault:
            raise BadInput(str(fault)) from None
    return DONE


def _list(asked: argparse.Namespace) -> int:
    with _opened(asked.data) as services:
        headers = services.records.headers()
    if asked.json:
        import json

        listed = [
            {"id": one.id, "title": one.title, "date": one.held_on.isoformat(), "group": group}
            for one, group in headers
        ]
        print(json.dumps(listed, ensure_ascii=False, indent=2))
        return DONE
    for one, group in headers:
        away = " (put away)" if one.is_put_away else ""
        print(f"{one.id}  {one.held_on.isoformat()}  {group}: {one.title}{away}")
    if not headers:
        _note("there is no meeting in this folder yet.")
    return DONE


def _minutes(asked: argparse.Namespace) -> int:
    from coprod_desktop.domain.person import MinutesFormat
    from coprod_desktop.domain.reasons import NotAllowed, Reason
    from coprod_desktop.services.record_file import NotWritten

    if asked.format == "audio":
        return _speak(asked)
    with _opened(asked.data) as services:
        _spare_the_data(services, asked.out)
        meeting_id = _found(services.records, asked.meeting)
        try:
            services.minutes.save(meeting_id, asked.out, MinutesFormat(asked.format), asked.size, not asked.no_pictures)
        except NotAllowed as fault:
            if fault.reason is not Reason.NUMBER_OUT_OF_RANGE:
                raise
            raise BadInput(_SIZE_WORDS) from None
        except NotWritten as fault:
            raise BadInput(str(fault)) from None
    return DONE


def _speak(asked: argparse.Namespace) -> int:
    from coprod_desktop.domain.reasons import NotAllowed, Reason
    from coprod_desktop.services.record_file import NotWritten

    with _opened(asked.data) as services:
        _spare_the_data(services, asked.out)
        meeting_id = _found(services.records, asked.meeting)
        try:
            return _spoken_or_script(services, meeting_id, asked)
        except NotAllowed as fault:
            if fault.reason is not Reason.NUMBER_OUT_OF_RANGE:
                raise
            raise BadInput(_SPEED_WORDS) from None
        except NotWritten as fault:
            raise BadInput(str(fault)) from None


def _spoken_or_script(services: "Services", meeting_id: "MeetingId", asked: argparse.Namespace) -> int:
    from coprod_desktop.services.speech_service import SpeechNotAvailable

    try:
        services.speech.make(meeting_id, asked.out, words_a_minute=asked.words_a_minute)
    except SpeechNotAvailable as fault:
        script = asked.out.with_name(f"{asked.out.stem}-script.txt")
        _spare_the_data(services, script)
        services.speech.make(meeting_id, script)
        _note(f"{fault} The script is in {script}.")
        return NOT_READY
    return DONE


def _check(asked: argparse.Namespace) -> int:
    from coprod_desktop.domain.person import MinutesFormat
    from coprod_desktop.domain.reasons import NotAllowed, Reason
    from coprod_desktop.services.check_service import as_json
    from coprod_desktop.services.minutes_service import MinutesOrder

    pictures = not asked.no_pictures
    order = MinutesOrder(format=MinutesFormat(asked.format), size_pt=asked.size, with_pictures=pictures)
    with _opened(asked.data) as services:
        meeting_id = _found(services.records, asked.meeting)
        try:
            report = services.checks.check(meeting_id, order)
        except NotAllowed as fault:
            if fault.reason is not Reason.NUMBER_OUT_OF_RANGE:
                raise
            raise BadInput(_SIZE_WORDS) from None
    if asked.json:
        import json

        print(json.dumps(as_json(report), ensure_ascii=False, indent=2))
    else:
        _print_report(report)
    return DONE if report.is_ready else NOT_READY


def _print_report(report: "CheckReport") -> None:
    for finding in report.open_findings:
        level = "Mend this" if finding.is_blocking else "Advice"
        print(f"{finding.place}: {finding.message}\n  {level}: {finding.mend} ({finding.rule})")
    print("Ready to print." if report.is_ready else f"Not ready to print. Places to mend: {report.blocking_count}.")


@contextmanager
def _opened(folder: Path) -> "Iterator[Services]":
    from coprod_desktop.services.bootstrap import open_services

    services = open_services(folder)
    try:
        yield services
    finally:
        services.close()


def _spare_the_data(services: "Services", out: Path) -> None:
    kept = services.database.path
    if kept is not None and any(_is_beside(place, kept) for place in (out, Path(os.path.realpath(out)))):
        raise BadInput(f"--out: {out} is where the meetings are kept. Choose another name.")


def _is_beside(out: Path, kept: Path) -> bool:
    """Whether a place is the file of the meetings or one that goes with it, also where capitals do not count."""
    # realpath, because resolve() raises for links that go round in a ring
    is_same_folder = os.path.realpath(out.parent) == os.path.realpath(kept.parent)
    return is_same_folder and out.name.casefold().startswith(kept.name.casefold())


def _found(records: "RecordService", said: str) -> "MeetingId":
    from coprod_desktop.domain.reasons import NotAllowed

    try:
        return records.find(said)
    except (NotAllowed, UnicodeEncodeError):  # bytes that are no letters are no id either
        which = "there is no meeting yet" if said == "last" else "there is no meeting with this id"
        raise BadInput(f"--meeting: {which} in the data folder. See: coprod-desktop list") from None


def _storage_fault(fault: "StorageFault") -> int:
    _note(_STORAGE_WORDS.get(fault.reason.value, _STORAGE_WORDS["other"]))
    return BAD_INPUT if fault.reason.value in _INPUT_AT_FAULT else OUR_FAULT


def _note(words: str, *, by_name: bool = True) -> None:
    print(f"coprod-desktop: {words}" if by_name else words, file=sys.stderr)


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
    parser.add_argument("--data", type=_path, metavar="FOLDER", help="where the meetings are kept; made if missing")
    parser.add_argument("--sample", action="store_true", help="open the window with a sample group to try things on")
    parser.set_defaults(work=_open_window)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    _add_import(commands)
    _add_export(commands)
    _add_list(commands)
    _add_minutes(commands)
    _add_check(commands)
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    work: Callable[[argparse.Namespace], int],
    about: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
    command.add_argument("--data", type=_path, metavar="FOLDER", required=True, help="the data folder; made if missing")
    command.set_defaults(work=work)
    return command


def _add_import(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _command(commands, "import", _import, "Bring in meeting records. Prints the id of each meeting.")
    command.add_argument("files", type=_path, nargs="+", metavar="FILE", help="a meeting record, in JSON")
    command.add_argument("--as-new", action="store_true", help="also bring in a meeting that the group seems to have")


def _add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _command(commands, "export", _export, "Write a meeting to a file, as a meeting record.")
    _add_meeting_and_out(command)


def _add_list(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _command(commands, "list", _list, "List the meetings of a data folder.")
    command.add_argument("--json", action="store_true", help="print JSON: id, title, date and group of each")


def _add_minutes(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _command(commands, "minutes", _minutes, "Make the minutes of a meeting, marked as a draft.")
    _add_meeting_and_out(command)
    command.add_argument("--format", choices=FORMATS, required=True, help="which minutes to make")
    command.add_argument("--size", type=float, metavar="PT", help="size of the letters in points; usual: 16 and 18")
    command.add_argument("--no-pictures", action="store_true", help="leave the pictures out")
    command.add_argument(
        "--words-a-minute",
        type=float,
        default=130,
        metavar="N",
        help="how fast audio is spoken, 90 to 250; usual: 130. For audio FILE ends in .mp3 or .wav, or in .txt for the "
        "script. Without the speech parts the script is saved beside it as NAME-script.txt, and the exit code is 1",
    )


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _command(commands, "check", _check, "Check the minutes of a meeting before they are printed.")
    command.add_argument("--meeting", metavar="ID|last", required=True, help="which meeting; last: changed last")
    command.add_argument("--format", choices=FORMATS_CHECKED, required=True, help="which minutes to check")
    command.add_argument("--size", type=float, metavar="PT", help="size of the letters in points; usual: 16 and 18")
    command.add_argument("--no-pictures", action="store_true", help="check them without pictures")
    command.add_argument("--json", action="store_true", help="print JSON: how many block, and each finding")


def _add_meeting_and_out(command: argparse.ArgumentParser) -> None:
    command.add_argument("--meeting", metavar="ID|last", required=True, help="which meeting; last: changed last")
    command.add_argument("--out", type=_path, metavar="FILE", required=True, help="the file to write or replace")


def _path(said: str) -> Path:
    if not said.strip() or "\0" in said:
        raise argparse.ArgumentTypeError("a name is missing here")
    return Path(said)
