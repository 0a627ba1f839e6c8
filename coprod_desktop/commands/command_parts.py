"""What all commands share: exit codes, the data folder they open, the meeting they find, their arguments."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from coprod_desktop.domain.ids import MeetingId
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.record_service import RecordService

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name
"""Where commands are added."""

DONE = 0
NOT_READY = 1
BAD_INPUT = 2
OUR_FAULT = 3
STOPPED = 130


class BadInput(Exception):
    """What was asked for cannot be done as it was asked; the text says why."""


@contextmanager
def opened(folder: Path) -> "Iterator[Services]":
    """The services over a data folder; closed at the end."""
    from coprod_desktop.services.bootstrap import open_services

    services = open_services(folder)
    try:
        yield services
    finally:
        services.close()


def spare_the_data(services: "Services", out: Path) -> None:
    """Raises BadInput if a file to write is one in which the meetings are kept."""
    kept = services.database.path
    if kept is not None and any(_is_beside(place, kept) for place in (out, Path(os.path.realpath(out)))):
        raise BadInput(f"--out: {out} is where the meetings are kept. Choose another name.")


def _is_beside(out: Path, kept: Path) -> bool:
    """Whether a place is the file of the meetings or one that goes with it, also where capitals do not count."""
    # realpath, because resolve() raises for links that go round in a ring
    is_same_folder = os.path.realpath(out.parent) == os.path.realpath(kept.parent)
    return is_same_folder and out.name.casefold().startswith(kept.name.casefold())


def found(records: "RecordService", said: str) -> "MeetingId":
    """The meeting that was asked for. Raises BadInput if there is none."""
    from coprod_desktop.domain.reasons import NotAllowed

    try:
        return records.find(said)
    except (NotAllowed, UnicodeEncodeError):  # bytes that are no letters are no id either
        which = "there is no meeting yet" if said == "last" else "there is no meeting with this id"
        raise BadInput(f"--meeting: {which} in the data folder. See: coprod-desktop list") from None


def note(words: str, *, by_name: bool = True) -> None:
    """Say something beside what is printed for scripts."""
    print(f"coprod-desktop: {words}" if by_name else words, file=sys.stderr)


def add_command(
    commands: Commands,
    name: str,
    work: Callable[[argparse.Namespace], int],
    about: str,
) -> argparse.ArgumentParser:
    """A command that works on a data folder."""
    command = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
    command.add_argument(
        "--data", type=path_argument, metavar="FOLDER", required=True, help="the data folder; made if missing"
    )
    command.set_defaults(work=work)
    return command


def add_meeting(command: argparse.ArgumentParser) -> None:
    """Which meeting of the data folder."""
    command.add_argument("--meeting", metavar="ID|last", required=True, help="which meeting; last: changed last")


def add_meeting_and_out(command: argparse.ArgumentParser) -> None:
    """Which meeting, and the file to write."""
    add_meeting(command)
    command.add_argument(
        "--out", type=path_argument, metavar="FILE", required=True, help="the file to write or replace"
    )


def path_argument(said: str) -> Path:
    """A place on the disk, as it was typed."""
    if not said.strip() or "\0" in said:
        raise argparse.ArgumentTypeError("a name is missing here")
    return Path(said)
