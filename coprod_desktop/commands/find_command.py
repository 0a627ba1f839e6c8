"""The command that finds lines of all meetings in a folder, as JSON or in words; nobody unnamed is named."""

import argparse
from typing import TYPE_CHECKING

from coprod_desktop.commands.command_parts import DONE, Commands, add_command, note, opened

if TYPE_CHECKING:
    from coprod_desktop.services.search_service import Found
    from coprod_desktop.services.trace_words import TraceWords

_ALL = 1_000_000


def add_find(commands: Commands) -> None:
    """The command that looks in every meeting of the folder."""
    about = "Find ideas, decisions, actions, agenda items and explained words in all meetings, newest first."
    command = add_command(commands, "find", _find, about)
    command.add_argument("words", metavar="WORDS", nargs="+", help="all must be met; the beginning of a word is enough")
    command.add_argument(
        "--json", action="store_true", help="print JSON: kind, meeting, date, text, proposers and outcome of each"
    )


def _find(asked: argparse.Namespace) -> int:
    from coprod_desktop.paths import templates_folder
    from coprod_desktop.services.trace_words import TraceWords, trace_wording

    with opened(asked.data) as services:
        services.search.prepare_all()
        found = services.search.find(" ".join(asked.words), most=_ALL)
    words = TraceWords(trace_wording(templates_folder()))
    if asked.json:
        import json

        print(json.dumps([_as_json(one, words) for one in found], ensure_ascii=False, indent=2))
        return DONE
    for one in found:
        print(_told(one, words))
    if not found:
        note("nothing was found.")
    return DONE


def _as_json(one: "Found", words: "TraceWords") -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "meeting": one.meeting_id or None,
        "date": one.held_on.isoformat() if one.held_on else None,
        "text": _text(one),
        "proposers": words.each_of(one.whose),
        "outcome": one.became.value if one.became else None,
    }


def _told(one: "Found", words: "TraceWords") -> str:
    who = ", ".join(words.each_of(one.whose))
    when = f"{one.held_on.isoformat()}  " if one.held_on else ""
    became = f" [{one.became.value.replace('_', ' ')}]" if one.became else ""
    return f"{when}{one.kind.value}: {_text(one)}{f' ({who})' if who else ''}{became}"


def _text(one: "Found") -> str:
    if one.means:
        return f"{one.text}: {one.means}"
    return " ".join(one.said.split()) or "Some private words were taken out."
