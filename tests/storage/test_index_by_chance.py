"""Whatever happens in a meeting, the index says what it would say if it was made anew from the record."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given, settings

from coprod_desktop.domain.events import Event, MeetingOpened, Step, StepUndone
from coprod_desktop.domain.ids import GroupId, MeetingId, StepId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_header import header_of
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.replay import after_step, replay
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.line_index import LineIndex
from coprod_desktop.storage.meeting_log import MeetingLog
from tests.domain.any_events import any_events

M = MeetingId("meeting")
OPENED = MeetingOpened(group_id=GroupId("group"), details=MeetingDetails(title="Doors", held_on=date(2026, 5, 1)))
FIRST = datetime(2026, 5, 1, 10, tzinfo=UTC)


def _rows(database: Database) -> list[Any]:
    of_line = "SELECT l.kind, l.line_id, o.{0} FROM {1} o LEFT JOIN line_index l ON l.number = o.number"
    queries = (
        "SELECT * FROM line_index",
        of_line.format("person_id", "line_people"),
        of_line.format("from_id", "line_links"),
    )
    with database.read() as connection:
        lines, people, links = (connection.exec_driver_sql(query).all() for query in queries)
    return [sorted(map(str, found)) for found in ([tuple(row)[1:] for row in lines], people, links)]


def _record(log: MeetingLog, events: list[Event]) -> None:
    steps: list[Step] = []
    state = MeetingState(id=M)
    for number, event in enumerate([OPENED, *events], -1):
        step = Step(id=StepId(f"r{number}"), at=FIRST + timedelta(minutes=number), events=(event,))
        steps.append(step)
        after = replay(M, steps) if isinstance(event, StepUndone) else after_step(state, step)
        log.append(M, step, header_of(after, changed_at=step.at), states=(state, after))
        state = after


@settings(max_examples=60, deadline=None)
@given(any_events(14))
def test_the_index_agrees_with_the_record_after_any_events(events: list[Event]) -> None:
    database = Database.in_memory()
    try:
        _record(MeetingLog(database), events)
        kept = _rows(database)
        with database.write() as connection:
            connection.exec_driver_sql("INSERT INTO line_words (line_words, rank) VALUES ('integrity-check', 1)")
        LineIndex(database).rebuild()
        assert kept == _rows(database)
    finally:
        database.close()
