"""Commands about minutes: make them in a format, or check them before they are printed."""

import argparse
from typing import TYPE_CHECKING

from coprod_desktop.commands.command_parts import (
    DONE,
    NOT_READY,
    BadInput,
    Commands,
    add_command,
    add_meeting,
    add_meeting_and_out,
    found,
    note,
    opened,
    spare_the_data,
)

if TYPE_CHECKING:
    from coprod_desktop.domain.ids import MeetingId
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.check_service import CheckReport

FORMATS = ("easy_read", "large_print", "plain_text", "audio")

FORMATS_CHECKED = ("easy_read", "large_print", "plain_text")

_SIZE_WORDS = "--size: easy read is 14 to 144 points, large print 12 to 48 points."

_SPEED_WORDS = "--words-a-minute: from 90 to 250."


def add_minutes(commands: Commands) -> None:
    """The command that makes minutes."""
    command = add_command(commands, "minutes", _minutes, "Make the minutes of a meeting, marked as a draft.")
    add_meeting_and_out(command)
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


def add_check(commands: Commands) -> None:
    """The command that checks minutes."""
    command = add_command(commands, "check", _check, "Check the minutes of a meeting before they are printed.")
    add_meeting(command)
    command.add_argument("--format", choices=FORMATS_CHECKED, required=True, help="which minutes to check")
    command.add_argument("--size", type=float, metavar="PT", help="size of the letters in points; usual: 16 and 18")
    command.add_argument("--no-pictures", action="store_true", help="check them without pictures")
    command.add_argument("--json", action="store_true", help="print JSON: how many block, and each finding")


def _minutes(asked: argparse.Namespace) -> int:
    from coprod_desktop.domain.person import MinutesFormat
    from coprod_desktop.domain.reasons import NotAllowed, Reason
    from coprod_desktop.services.record_file import NotWritten

    if asked.format == "audio":
        return _speak(asked)
    with opened(asked.data) as services:
        spare_the_data(services, asked.out)
        meeting_id = found(services.records, asked.meeting)
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

    with opened(asked.data) as services:
        spare_the_data(services, asked.out)
        meeting_id = found(services.records, asked.meeting)
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
        spare_the_data(services, script)
        services.speech.make(meeting_id, script)
        note(f"{fault} The script is in {script}.")
        return NOT_READY
    return DONE


def _check(asked: argparse.Namespace) -> int:
    from coprod_desktop.domain.person import MinutesFormat
    from coprod_desktop.domain.reasons import NotAllowed, Reason
    from coprod_desktop.services.check_service import as_json
    from coprod_desktop.services.minutes_service import MinutesOrder

    pictures = not asked.no_pictures
    order = MinutesOrder(format=MinutesFormat(asked.format), size_pt=asked.size, with_pictures=pictures)
    with opened(asked.data) as services:
        meeting_id = found(services.records, asked.meeting)
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
