"""The command about getting ready: what people who come need done, as JSON or in words; no names, no own words."""

import argparse
import re
from datetime import date
from typing import TYPE_CHECKING

from coprod_desktop.commands.command_parts import DONE, Commands, add_command, add_meeting, found, opened

if TYPE_CHECKING:
    from coprod_desktop.domain.need_lines import NeedLine
    from coprod_desktop.domain.ready_line import ReadyLine
    from coprod_desktop.services.ready_words import ReadyWords

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def add_ready(commands: Commands) -> None:
    """The command that tells what is to be ready."""
    about = "Tell what is to be ready for a meeting, and by when. Nobody is named, and nothing of what they wrote."
    command = add_command(commands, "ready", _ready, about)
    add_meeting(command)
    command.add_argument("--today", metavar="DATE", type=_day, help="the day to tell it for, as 2026-11-24; else today")
    command.add_argument(
        "--json", action="store_true", help="print JSON: code, what, due_on, state, late; a line or more for each need"
    )


def _ready(asked: argparse.Namespace) -> int:
    with opened(asked.data) as services:
        meeting_id = found(services.records, asked.meeting)
        words = services.ready_words
        if asked.json:
            import json

            needs = services.ready.needs_one_by_one(meeting_id, today=asked.today)
            print(json.dumps([_as_json(one, words) for one in needs], indent=2, ensure_ascii=False))
        else:
            _print_words(services.ready.lines(meeting_id, today=asked.today), words)
    return DONE


def _as_json(one: "NeedLine", words: "ReadyWords") -> dict[str, str | bool | None]:
    line = one.line
    return {
        "code": line.rule.code,
        "what": words.title(line.key, 1),
        "due_on": line.due_on.isoformat() if line.due_on else None,
        "state": one.state,
        "late": one.is_late,
    }


def _print_words(lines: "tuple[ReadyLine, ...]", words: "ReadyWords") -> None:
    from coprod_desktop.domain.ready_line import by_date

    own = [line for line in by_date(lines) if not (line.is_by_itself or line.is_covered)]
    for line in own:
        print(_told(line, words))
    for line in lines:
        if line.is_by_itself:
            print(f"{words.title(line.key, line.people)}. {words.note(line.key)}")
    undone = sum(line.is_undone for line in own)
    print(f"We have not arranged {undone} {'thing' if undone == 1 else 'things'}." if undone else "All is arranged.")


def _told(line: "ReadyLine", words: "ReadyWords") -> str:
    when = words.late(line) or (f"By {words.day(line.due_on)}." if line.due_on else "")
    return " ".join(part for part in (f"{words.title(line.key, line.people)}.", f"{words.state(line)}.", when) if part)


def _day(said: str) -> date:
    try:
        if _DAY.fullmatch(said):
            return date.fromisoformat(said)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError("this is no date. Write it like this: 2026-11-24")
