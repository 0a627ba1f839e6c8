"""A program that takes words out for good, one line after the other, until it is killed."""

from datetime import UTC, date, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from coprod_desktop.domain.after_events import WordsTakenOut
from coprod_desktop.domain.events import Event, IdeaRecorded, MeetingOpened, Step
from coprod_desktop.domain.ids import GroupId, IdeaId, MeetingId, PersonId, StepId
from coprod_desktop.domain.lines import IdeaDetails, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.erasure import Erasure
from coprod_desktop.storage.meeting_log import MeetingLog

MEETING = MeetingId("meeting")
JO, SAM = PersonId("jo"), PersonId("sam")
AT = datetime(2026, 5, 1, 10, tzinfo=UTC)


def words_of(number: int) -> str:
    """The words of an idea, met nowhere else."""
    return f"Jo told us quagga{number:04}x about home"


def idea_of(number: int) -> IdeaId:
    """The id of an idea."""
    return IdeaId(f"idea-{number:04}")


def record_ideas(folder: Path, count: int) -> None:
    """A meeting with so many ideas."""
    database = Database.open(folder)
    log = MeetingLog(database)
    opened: Event = MeetingOpened(
        group_id=GroupId("g"), details=MeetingDetails(title="Doors", held_on=date(2026, 5, 1))
    )
    ideas = [
        IdeaRecorded(
            idea_id=idea_of(number),
            words=Words(text=words_of(number)),
            details=IdeaDetails(proposer=Proposer(people=(JO,))),
        )
        for number in range(count)
    ]
    log.append(MEETING, Step(id=StepId("open"), at=AT, events=(opened, *ideas)), None)
    database.close()


def take_out_until_killed(folder: str, first: int, told: Connection) -> None:
    """Takes the words of one idea after the other out."""
    database = Database.open(Path(folder))
    erasure = Erasure(database)
    erasure.rewrite_if_due()
    told.send(-1)
    for number in range(first, 10_000):
        said = WordsTakenOut(line_id=idea_of(number), asked_by=JO, yes_from=SAM)
        erasure.take_out(MEETING, idea_of(number), Step(id=StepId(f"out-{number}"), at=AT, events=(said,)))
        told.send(number)
