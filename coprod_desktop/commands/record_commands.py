"""Commands about meeting records: bring them in, write them out, list the meetings."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.commands.command_parts import (
    BAD_INPUT,
    DONE,
    BadInput,
    Commands,
    add_command,
    add_meeting_and_out,
    found,
    note,
    opened,
    path_argument,
    spare_the_data,
)

if TYPE_CHECKING:
    from coprod_desktop.services.record_service import ImportResult, RecordService


def add_import(commands: Commands) -> None:
    """The command that brings in meeting records."""
    command = add_command(commands, "import", _import, "Bring in meeting records. Prints the id of each meeting.")
    command.add_argument("files", type=path_argument, nargs="+", metavar="FILE", help="a meeting record, in JSON")
    command.add_argument("--as-new", action="store_true", help="also bring in a meeting that the group seems to have")


def add_export(commands: Commands) -> None:
    """The command that writes a meeting to a file."""
    command = add_command(commands, "export", _export, "Write a meeting to a file, as a meeting record.")
    add_meeting_and_out(command)
    command.add_argument("--without-times", action="store_true", help="leave out who spoke when and for how long")


def add_list(commands: Commands) -> None:
    """The command that lists the meetings or the people of a folder."""
    command = add_command(commands, "list", _list, "List the meetings of a data folder, or its people.")
    command.add_argument("--people", action="store_true", help="list people and their ids instead of meetings")
    what = "print JSON: id, title, date and group of each; of people id, name and group"
    command.add_argument("--json", action="store_true", help=what)


def _import(asked: argparse.Namespace) -> int:
    with opened(asked.data) as services:
        refused = [_import_one(services.records, path, as_new=asked.as_new) for path in asked.files].count(False)
    return BAD_INPUT if refused else DONE


def _import_one(records: "RecordService", path: Path, *, as_new: bool) -> bool:
    result = records.import_file(path, as_new=as_new)
    for line in _told(result):
        note(f"{path}: {line}", by_name=False)
    if result.meeting_id is not None:
        print(result.meeting_id, flush=True)
    return result.meeting_id is not None


def _told(result: "ImportResult") -> Iterator[str]:
    for said in result.notes:
        yield f"{said.field}: {said.words}"
    for fault in result.faults:
        yield f"{fault.field}: {fault.reason}"
    if result.asks:
        yield "meeting: to bring it in beside the other one, add --as-new."
    if result.meeting_id is not None and not result.is_new:
        yield "meeting: it is here already. Nothing was added."


def _export(asked: argparse.Namespace) -> int:
    from coprod_desktop.services.record_file import NotWritten

    with opened(asked.data) as services:
        spare_the_data(services, asked.out)
        meeting_id = found(services.records, asked.meeting)
        try:
            services.records.write(meeting_id, asked.out, with_times=not asked.without_times)
        except NotWritten as fault:
            raise BadInput(str(fault)) from None
        for said in services.records.left_out(meeting_id):
            note(f"{asked.out}: {said.field}: {said.words}", by_name=False)
    return DONE


def _list(asked: argparse.Namespace) -> int:
    if asked.people:
        return _list_people(asked)
    with opened(asked.data) as services:
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
        note("there is no meeting in this folder yet.")
    return DONE


def _list_people(asked: argparse.Namespace) -> int:
    with opened(asked.data) as services:
        people = services.records.people()
    if asked.json:
        import json

        listed = [{"id": one.id, "name": one.name, "group": group} for one, group in people]
        print(json.dumps(listed, ensure_ascii=False, indent=2))
        return DONE
    for one, group in people:
        print(f"{one.id}  {group}: {one.name}")
    if not people:
        note("there are no people in this folder yet.")
    return DONE
