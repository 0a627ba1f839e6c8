"""Slips with the number of an idea whose person does not want to be named (R14)."""

from pathlib import Path

from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.person import MinutesChoice
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.minutes.papers.frame import paper_wording
from coprod_desktop.minutes.papers.ticket_slip import ticket_slip
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.minutes_order import MinutesOrder
from coprod_desktop.services.person_papers import PersonPaper
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore


class TicketService:
    """Makes slips; what they say is the number and how to ask, never the idea and never a name."""

    def __init__(self, database: Database, templates_folder: Path, clock: Clock) -> None:
        self._groups = GroupStore(database)
        self._templates = templates_folder
        self._clock = clock

    def slip(self, group_id: GroupId, number: int) -> PersonPaper:
        """The slip of one number, in easy read, to be rendered and saved as any paper of a person."""
        group = self._groups.get(group_id)
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        wording = paper_wording(self._templates, group.language)
        content = ticket_slip(group, number, made_on=today(self._clock), wording=wording)
        return PersonPaper(content=content, order=MinutesOrder.of(MinutesChoice()), file_name=f"number-{number}.pdf")
