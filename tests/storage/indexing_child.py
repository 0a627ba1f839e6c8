"""A program that puts lines into the record, changes them and takes them back, until it is killed."""

from datetime import UTC, date, datetime
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from coprod_desktop.domain.events import (
    AgendaItemClosed,
    AgendaItemProposed,
    DecisionRecorded,
    DecisionReworded,
    Event,
    IdeaRecorded,
    MeetingOpened,
    Step,
    StepUndone,
)
from coprod_desktop.domain.ids import AgendaItemId, DecisionId, GroupId, IdeaId, MeetingId, StepId
from coprod_desktop.domain.lines import AgendaItemDetails, DecisionDetails, IdeaDetails, ItemState, Outcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_header import header_of
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.replay import replay
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.meeting_log import MeetingLog

MEETING = MeetingId("meeting")
_GROUP = Proposer(source=Source.WHOLE_GROUP)


def opening() -> Event:
    """The event that begins the meeting."""
    return MeetingOpened(group_id=GroupId("group"), details=MeetingDetails(title="Doors", held_on=date(2026, 5, 1)))


def _events(name: str) -> tuple[tuple[Event, ...], ...]:
    item = AgendaItemId(f"item-{name}")
    decision = DecisionId(f"decision-{name}")
    agreed = DecisionDetails(proposer=_GROUP, outcome=Outcome.AGREED, item_id=item)
    return (
        (AgendaItemProposed(item_id=item, details=AgendaItemDetails(title=f"Shelters {name}", proposer=_GROUP)),),
        (
            IdeaRecorded(
                idea_id=IdeaId(f"idea-{name}"),
                words=Words(text="Seats with arms"),
                details=IdeaDetails(proposer=_GROUP, item_id=item),
            ),
            DecisionRecorded(decision_id=decision, words=Words(text="We want seats"), details=agreed),
        ),
        (DecisionReworded(decision_id=decision, words=Words(text="We want benches", easy_text="We want seats.")),),
        (AgendaItemClosed(item_id=item, state=ItemState.PARKED),),
    )


def record_lines_until_killed(folder: str, round_number: int, told: Connection) -> None:
    """Records, changes and takes back lines without end."""
    database = Database.open(Path(folder))
    with database.write() as connection:
        connection.exec_driver_sql("PRAGMA wal_autocheckpoint=20")
    log = MeetingLog(database)
    steps = list(log.steps(MEETING))
    numbers = count(len(steps))

    def record(*events: Event) -> None:
        step = Step(id=StepId(f"step-{next(numbers)}"), at=datetime(2026, 5, 1, 10, tzinfo=UTC), events=events)
        before, after = replay(MEETING, steps), replay(MEETING, [*steps, step])
        log.append(MEETING, step, header_of(after, changed_at=step.at), states=(before, after))
        steps.append(step)
        told.send(step.id)

    if not steps:
        record(opening())
    for number in count():
        for events in _events(f"{round_number}-{number}"):
            record(*events)
        record(StepUndone(step_id=steps[-1].id))
