"""The record of every meeting: steps are added at the end and never changed."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.exc import IntegrityError

from coprod_desktop.domain.events import MinutesMade, Step, StepUndone
from coprod_desktop.domain.ids import MeetingId, StepId, TurnId
from coprod_desktop.domain.meeting_header import MeetingHeader, header_of
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.replay import changes_meeting, replay
from coprod_desktop.storage import header_rows
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.event_codec import EventCodec, utc_text
from coprod_desktop.storage.faults import FaultReason, StorageFault
from coprod_desktop.storage.tables import meeting_log, turn_heartbeats

_EventRow = tuple[str, str, int, str, str, int, str]

# Plain SQL: this is the write that somebody waits for at each press.
_ADD = (
    "INSERT INTO meeting_log (meeting_id, step_id, position, kind, at, is_automatic, payload) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_KEEP_HEARTBEAT = "INSERT OR REPLACE INTO turn_heartbeats (meeting_id, turn_id, used_ms, at) VALUES (?, ?, ?, ?)"


class MeetingLog:
    """Adds steps and reads them back. A step that was added is on the disk before `append` returns."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._codec = EventCodec()

    def append(
        self,
        meeting_id: MeetingId,
        step: Step,
        header: MeetingHeader | None,
        *,
        states: tuple[MeetingState, MeetingState] | None = None,
    ) -> int:
        """Adds a step, all of it or nothing, and gives the record number after it.

        `header` is the meeting after the step, and `states` are the meeting before and after it for the index of
        lines; without them they are worked out from the record, which takes longer.
        A step that is already there changes nothing, so that a try after a crash may repeat it. One that only tells
        that pages were made leaves the meeting's place in lists as it was.
        """
        from coprod_desktop.storage import line_index_rows  # home, where nothing is written yet, needs no index

        rows = self._rows_of(meeting_id, step)
        if not rows:
            return self.record_number(meeting_id)
        with self._database.write() as connection:
            try:
                connection.exec_driver_sql(_ADD, rows if len(rows) > 1 else rows[0])
            except IntegrityError:
                return _number_of_same(connection, step.id, rows)
            number = _last_number(connection)
            if changes_meeting(step):
                header_rows.keep(connection, meeting_id, header or self._header_after(meeting_id, step), number)
            if line_index_rows.touches_lines(connection, step):
                before, after = states or (None, replay(meeting_id, self.steps(meeting_id)))
                line_index_rows.keep(connection, before, after)
        return number

    def steps(self, meeting_id: MeetingId) -> tuple[Step, ...]:
        """Every step of a meeting in the order in which it was added."""
        query = select(meeting_log).where(meeting_log.c.meeting_id == meeting_id).order_by(meeting_log.c.number)
        with self._database.read() as connection:
            rows = connection.execute(query).all()
        return tuple(self._steps_of(rows))

    def steps_up_to(self, meeting_id: MeetingId, number: int) -> tuple[Step, ...]:
        """As `steps`, as the record stood at this number: what was added later, an undo too, is not among them."""
        query = (
            select(meeting_log)
            .where(meeting_log.c.meeting_id == meeting_id, meeting_log.c.number <= number)
            .order_by(meeting_log.c.number)
        )
        with self._database.read() as connection:
            rows = connection.execute(query).all()
        return tuple(self._steps_of(rows))

    def steps_of_kinds(self, meeting_id: MeetingId, kinds: Collection[str]) -> tuple[Step, ...]:
        """As `steps`, with these kinds of events only, so that long meetings are read quickly; undoing is with them."""
        wanted = [*kinds, StepUndone.kind]
        query = (
            select(meeting_log)
            .where(meeting_log.c.meeting_id == meeting_id, meeting_log.c.kind.in_(wanted))
            .order_by(meeting_log.c.number)
        )
        with self._database.read() as connection:
            rows = connection.execute(query).all()
        return tuple(self._steps_of(rows))

    def record_number(self, meeting_id: MeetingId) -> int:
        """The number of the last event that changed a meeting; 0 if it has none. Pages that were made do not count."""
        query = select(func.max(meeting_log.c.number)).where(
            meeting_log.c.meeting_id == meeting_id, meeting_log.c.kind != MinutesMade.kind
        )
        with self._database.read() as connection:
            return connection.execute(query).scalar() or 0

    def number_of_step(self, step_id: StepId) -> int:
        """The number of the last event of a step; 0 if there is no such step."""
        query = select(func.max(meeting_log.c.number)).where(meeting_log.c.step_id == step_id)
        with self._database.read() as connection:
            return connection.execute(query).scalar() or 0

    def meeting_ids(self) -> tuple[MeetingId, ...]:
        """Every meeting that has a record, those that were taken back too."""
        with self._database.read() as connection:
            found = connection.execute(select(meeting_log.c.meeting_id).distinct()).scalars().all()
        return tuple(MeetingId(meeting_id) for meeting_id in found)

    def meetings_with(self, kind: str) -> tuple[MeetingId, ...]:
        """The meetings whose record has events of a kind."""
        query = select(meeting_log.c.meeting_id).where(meeting_log.c.kind == kind).distinct()
        with self._database.read() as connection:
            return tuple(MeetingId(one) for one in connection.execute(query).scalars())

    def keep_heartbeat(self, meeting_id: MeetingId, turn_id: TurnId, used_ms: int, at: str) -> None:
        """Keeps how long the turn that runs has been spoken, over what was kept before; `at` is as in its events."""
        with self._database.write() as connection:
            connection.exec_driver_sql(_KEEP_HEARTBEAT, (meeting_id, turn_id, used_ms, at))

    def heartbeat(self, meeting_id: MeetingId) -> tuple[TurnId, int] | None:
        """The turn and its milliseconds as they were last kept."""
        query = select(turn_heartbeats).where(turn_heartbeats.c.meeting_id == meeting_id)
        with self._database.read() as connection:
            row = connection.execute(query).first()
        return None if row is None else (TurnId(row.turn_id), row.used_ms)

    def _header_after(self, meeting_id: MeetingId, step: Step) -> MeetingHeader | None:
        return header_of(replay(meeting_id, self.steps(meeting_id)), changed_at=step.at)

    def _rows_of(self, meeting_id: MeetingId, step: Step) -> list[_EventRow]:
        at = utc_text(step.at)
        coded = (self._codec.encode(event) for event in step.events)
        return [
            (meeting_id, step.id, position, kind, at, int(step.is_automatic), payload)
            for position, (kind, payload) in enumerate(coded)
        ]

    def _steps_of(self, rows: Sequence[Row[Any]]) -> Iterator[Step]:
        for step_id, group in groupby(rows, key=lambda row: row.step_id):
            events = list(group)
            yield Step(
                id=StepId(step_id),
                at=datetime.fromisoformat(events[0].at),
                events=tuple(self._codec.decode(row.kind, row.payload) for row in events),
                is_automatic=bool(events[0].is_automatic),
            )


def _last_number(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT last_insert_rowid()").scalar_one())


def _number_of_same(connection: Connection, step_id: StepId, rows: Sequence[_EventRow]) -> int:
    query = select(meeting_log).where(meeting_log.c.step_id == step_id).order_by(meeting_log.c.position)
    kept = connection.execute(query).all()
    if [tuple(row[1:]) for row in kept] != list(rows):
        raise StorageFault(FaultReason.OTHER, "step id used twice")
    return int(kept[-1].number)
