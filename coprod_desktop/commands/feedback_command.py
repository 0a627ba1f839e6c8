"""The command that makes slips: what happened to somebody's idea, for one person, for all, or for the group."""

import argparse
from typing import TYPE_CHECKING

from coprod_desktop.commands.command_parts import DONE, BadInput, Commands, add_command, opened, path_argument
from coprod_desktop.commands.command_parts import spare_the_data as spare

if TYPE_CHECKING:
    from coprod_desktop.domain.ids import PersonId
    from coprod_desktop.domain.person import MinutesFormat
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.feedback_papers import Slip

FORMATS = ("easy_read", "large_print", "plain_text")

_ALL, _GROUP = "all", "group"


def add_feedback(commands: Commands) -> None:
    """The command that makes slips."""
    about = "Make slips: what happened to the ideas of a person, why, what was done, and who must still say yes."
    command = add_command(commands, "feedback", _feedback, about)
    command.add_argument(
        "--person",
        metavar="ID|all|group",
        required=True,
        help="whose ideas. ID: all ideas of one person, also what they heard before; ids are told by: coprod-desktop "
        "list --people; the id in a record file will do as well. all: in one file one slip after the other, each on a "
        "new sheet, for everybody whose idea has news or waits for an answer; ideas without a name by their ticket "
        "number. group: one page for the whole group, you said, we did",
    )
    command.add_argument("--format", choices=FORMATS, required=True, help="how to make it")
    command.add_argument(
        "--out", type=path_argument, metavar="FILE", required=True, help="the file to write or replace"
    )


def _feedback(asked: argparse.Namespace) -> int:
    from coprod_desktop.domain.person import MinutesFormat
    from coprod_desktop.services.record_file import NotWritten

    with opened(asked.data) as services:
        spare(services, asked.out)
        while services.feedback.prepare():
            pass
        slips = _slips(services, asked.person, MinutesFormat(asked.format))
        try:
            services.feedback_papers.save(services.feedback_papers.together(slips), asked.out)
        except NotWritten as fault:
            raise BadInput(str(fault)) from None
    return DONE


def _slips(services: "Services", who: str, wanted: "MinutesFormat") -> "list[Slip]":
    papers = services.feedback_papers
    if who not in (_ALL, _GROUP):
        return [_slip_of(services, who, wanted)]
    groups = services.groups.groups()
    if not groups:
        raise BadInput("--person: there is no group in the data folder yet.")
    pages = [papers.group_page(group.id, as_format=wanted) for group in groups] if who == _GROUP else []
    if pages:
        return pages
    slips = [slip for one in groups for slip in papers.slips(one.id, as_format=wanted, with_waiting=True)]
    # a page that says that there is nothing is better than no file
    return slips or [papers.group_page(groups[0].id, as_format=wanted)]


def _slip_of(services: "Services", said: str, wanted: "MinutesFormat") -> "Slip":
    from coprod_desktop.domain.reasons import NotAllowed

    try:
        return services.feedback_papers.slip(_person_id(services, said), is_whole=True, as_format=wanted)
    except NotAllowed:
        raise BadInput("--person: no slip is made for somebody who died.") from None


def _person_id(services: "Services", said: str) -> "PersonId":
    """Whom an id means: one of this data folder, or one that a record file gave. Raises BadInput if it is not clear."""
    found = services.records.people_called(said)
    if not found:
        raise BadInput("--person: there is no person with this id. See: coprod-desktop list --people")
    if len(found) > 1:
        raise BadInput("--person: several people have this id in record files. See: coprod-desktop list --people")
    return found[0]
