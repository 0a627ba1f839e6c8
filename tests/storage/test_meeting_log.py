"""The record of meetings: added at the end, never changed, the same after every opening."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from coprod_desktop.domain.events import (
    ClocksBroughtBack,
    ClocksTakenAway,
    MeetingOpened,
    MinutesMade,
    PersonArrived,
    Step,
    StepUndone,
)
from coprod_desktop.domain.ids import MeetingId, PersonId, StepId, TurnId
from coprod_desktop.domain.meeting_header import header_of
from coprod_desktop.domain.replay import replay
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.faults import StorageFault
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.meeting_store import MeetingStore
from tests.storage.sample_events import EVENTS
from tests.storage.storage_makers import MakeHeader, MakeStep

M = MeetingId("meeting")
OTHER = MeetingId("other")
HOSTILE = (
    "Robert'); DROP TABLE meeting_log;--",
    '"quoted" \\ back\\\\slash %s :name ? {}',
    "👩🏽‍🦽‍➡️ 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "\u0645\u0631\u062d\u0628\u0627 \u202eabc\u202c \u05e9\u05dc\u05d5\u05dd",
    "Zu\u0308rich e\u0301 \u200c\u200d \u0915\u094d\u0937",
    "\U0001f600" * 10_000,
    "x" * 20_000,
)


def test_steps_come_back_in_order_after_the_file_was_closed(folder: Path, make_step: MakeStep) -> None:
    steps = [make_step(event) for event in EVENTS]
    database = Database.open(folder)
    numbers = [MeetingLog(database).append(M, step, None) for step in steps]
    database.close()

    again = Database.open(folder)
    kept = MeetingLog(again).steps(M)
    again.close()

    assert numbers == list(range(1, len(EVENTS) + 1))
    assert kept == tuple(steps)
    assert replay(M, kept) == replay(M, steps)


def test_a_step_of_several_events_is_one_step_with_numbers_in_a_row(
    database: Database, make_step: MakeStep, opened: MeetingOpened
) -> None:
    log = MeetingLog(database)
    first = make_step(opened, ClocksTakenAway(), ClocksBroughtBack())
    held = make_step(ClocksTakenAway(), is_automatic=True)

    assert log.append(M, first, None) == 3
    assert log.append(OTHER, make_step(opened), None) == 4
    assert log.append(M, held, None) == 5

    assert log.steps(M) == (first, held)
    assert (log.record_number(M), log.record_number(OTHER)) == (5, 4)
    assert log.meeting_ids() == (M, OTHER)


def test_a_meeting_without_a_record_has_no_steps(database: Database) -> None:
    assert MeetingLog(database).steps(M) == ()
    assert MeetingLog(database).record_number(M) == 0


def test_trying_a_step_again_changes_nothing(
    database: Database, make_step: MakeStep, make_header: MakeHeader, opened: MeetingOpened
) -> None:
    log = MeetingLog(database)
    one, two = make_step(opened, ClocksTakenAway()), make_step(ClocksBroughtBack())
    log.append(M, one, make_header(M, title="First"))
    log.append(M, two, make_header(M, title="Second"))

    assert log.append(M, one, make_header(M, title="First")) == 2
    assert log.append(M, two, make_header(M, title="Third")) == 3

    assert log.steps(M) == (one, two)
    header = MeetingStore(database).header(M)
    assert header is not None
    assert header.title == "Second"
    assert log.append(M, make_step(ClocksTakenAway()), None) == 4


def test_another_step_under_the_same_id_is_refused(database: Database, make_step: MakeStep) -> None:
    log = MeetingLog(database)
    step = make_step(ClocksTakenAway())
    log.append(M, step, None)

    for meeting_id, event in ((OTHER, ClocksTakenAway()), (M, ClocksBroughtBack())):
        with pytest.raises(StorageFault):
            log.append(meeting_id, Step(id=step.id, at=step.at, events=(event,)), None)

    assert log.steps(M) == (step,)
    assert log.steps(OTHER) == ()


def test_a_step_without_events_leaves_no_trace(database: Database, make_step: MakeStep) -> None:
    log = MeetingLog(database)
    log.append(M, make_step(ClocksTakenAway()), None)

    assert log.append(M, make_step(), None) == 1
    assert len(log.steps(M)) == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE meeting_log SET payload = '{}'",
        "UPDATE meeting_log SET number = 7",
        "DELETE FROM meeting_log",
        "DELETE FROM meeting_log WHERE number = 1",
        "REPLACE INTO meeting_log SELECT * FROM meeting_log",
        "INSERT OR REPLACE INTO meeting_log SELECT 9, meeting_id, step_id, position, kind, at, is_automatic, '{}' "
        "FROM meeting_log",
        "INSERT INTO meeting_log SELECT * FROM meeting_log WHERE true ON CONFLICT DO UPDATE SET payload = '{}'",
    ],
)
def test_the_record_refuses_to_be_changed(database: Database, make_step: MakeStep, change: str) -> None:
    log = MeetingLog(database)
    step = make_step(PersonArrived(person_id=PersonId("a")))
    log.append(M, step, None)

    with pytest.raises(StorageFault, match="SQLITE_CONSTRAINT"), database.write() as connection:
        connection.exec_driver_sql(change)

    assert log.steps(M) == (step,)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_come_back_letter_by_letter(
    database: Database, make_step: MakeStep, make_header: MakeHeader, text: str
) -> None:
    step = make_step(PersonArrived(person_id=PersonId("a"), at=text))
    header = make_header(M, title=text)

    MeetingLog(database).append(M, step, header)

    assert MeetingLog(database).steps(M) == (step,)
    assert MeetingStore(database).headers(header.group_id) == (header,)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(text=st.text())
def test_any_words_come_back_letter_by_letter(database: Database, text: str) -> None:
    log = MeetingLog(database)
    step = Step(
        id=StepId(f"step-{log.record_number(M)}"),
        at=datetime(2026, 5, 1, tzinfo=UTC),
        events=(PersonArrived(person_id=PersonId("a"), at=text),),
    )

    log.append(M, step, None)

    assert log.steps(M)[-1] == step


def test_the_index_follows_each_step_and_can_be_made_anew(
    database: Database, make_step: MakeStep, opened: MeetingOpened
) -> None:
    log, store = MeetingLog(database), MeetingStore(database)
    steps: list[Step] = []
    for event in (event for event in EVENTS if not isinstance(event, MinutesMade)):
        steps.append(make_step(event))
        log.append(M, steps[-1], header_of(replay(M, steps), changed_at=steps[-1].at))
    log.append(OTHER, make_step(opened), None)
    pages = MinutesMade(format="easy_read", record_number=1, digest="d")
    log.append(M, make_step(pages, is_automatic=True), None)
    before = store.all_headers()

    store.rebuild()

    assert len(before) == 2
    assert store.all_headers() == before
    assert before[1] == header_of(replay(M, steps), changed_at=steps[-1].at)


def test_a_step_without_a_header_works_it_out_and_pages_that_were_made_change_nothing(
    database: Database, make_step: MakeStep, opened: MeetingOpened
) -> None:
    log, store = MeetingLog(database), MeetingStore(database)
    first = make_step(opened)
    log.append(M, first, None)
    made = make_step(MinutesMade(format="easy_read", record_number=1, digest="d"), is_automatic=True)
    log.append(M, made, None)

    assert store.header(M) == header_of(replay(M, (first, made)), changed_at=first.at)


def test_a_meeting_whose_opening_was_undone_is_on_no_list_until_it_is_brought_back(
    database: Database, make_step: MakeStep, opened: MeetingOpened
) -> None:
    log, store = MeetingLog(database), MeetingStore(database)
    first = make_step(opened)
    undo = make_step(StepUndone(step_id=first.id))
    log.append(M, first, None)

    log.append(M, undo, None)
    assert store.header(M) is None
    assert store.headers(opened.group_id) == store.all_headers() == ()
    assert store.last_changed() is None

    log.append(M, make_step(StepUndone(step_id=undo.id)), None)
    assert store.last_changed() == M


def test_a_heartbeat_is_one_row_that_is_written_over(database: Database) -> None:
    log = MeetingLog(database)
    assert log.heartbeat(M) is None

    log.keep_heartbeat(M, TurnId("t1"), 5_000, "2026-05-01T10:00:05+01:00")
    log.keep_heartbeat(M, TurnId("t1"), 10_000, "2026-05-01T10:00:10+01:00")
    log.keep_heartbeat(OTHER, TurnId("t2"), 1, "2026-05-01T10:00:10+01:00")
    assert log.heartbeat(M) == ("t1", 10_000)
    assert log.heartbeat(OTHER) == ("t2", 1)


def test_an_act_is_on_the_disk_when_append_returns(
    database: Database, folder: Path, make_step: MakeStep, opened: MeetingOpened
) -> None:
    step = make_step(opened)
    MeetingLog(database).append(M, step, None)

    assert database.path is not None
    with dbapi2.connect(f"{database.path.as_uri()}?mode=ro", uri=True) as other:
        kept = other.execute("SELECT step_id FROM meeting_log").fetchall()
    other.close()
    with database.read() as connection:
        modes = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
    with database.write() as connection:
        modes += [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
    assert kept == [(step.id,)]
    assert modes == ["wal", 2, "wal", 2]
    assert folder == database.path.parent
