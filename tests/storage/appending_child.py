"""A program that records one act after the other until it is killed, and tells each one that it was told is kept."""

from datetime import UTC, date, datetime
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from coprod_desktop.domain.events import HandLowered, HandRaised, Step
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId, StepId
from coprod_desktop.domain.meeting_header import MeetingHeader
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.meeting_log import MeetingLog

MEETING = MeetingId("meeting")


def step_of(round_number: int, number: int) -> Step:
    """An act of two events."""
    person_id = PersonId(f"{round_number}-{number}")
    at = datetime(2026, 5, 1, 10, 0, number % 60, tzinfo=UTC)
    events = (HandRaised(person_id=person_id), HandLowered(person_id=person_id))
    return Step(id=StepId(f"{round_number}-{number}"), at=at, events=events)


def header_after(step: Step) -> MeetingHeader:
    """A header that tells which act was the last."""
    return MeetingHeader(
        id=MEETING,
        group_id=GroupId("group"),
        title=step.id,
        held_on=date(2026, 5, 1),
        phase=Phase.OPEN,
        is_put_away=False,
        venue="",
        item_number=0,
        item_count=0,
        changed_at=step.at,
    )


def append_until_killed(folder: str, round_number: int, told: Connection) -> None:
    """Records acts without end."""
    database = Database.open(Path(folder))
    with database.write() as connection:
        # So that some kills land while pages are moved from the -wal into the file.
        connection.exec_driver_sql("PRAGMA wal_autocheckpoint=20")
    log = MeetingLog(database)
    for number in count():
        step = step_of(round_number, number)
        log.append(MEETING, step, header_after(step))
        told.send(step.id)
