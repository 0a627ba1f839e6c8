"""A meeting that each released version kept: every later version understands it in the same way."""

import json
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.domain.events import EVENT_KINDS
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.replay import replay
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.meeting_store import MeetingStore
from coprod_desktop.storage.tables import meeting_log

OLD_MEETINGS = sorted((Path(__file__).parent / "old_meetings").glob("*.json"))


def facts(state: MeetingState) -> dict[str, Any]:
    """What people would miss."""
    return {
        "title": state.title,
        "phase": state.phase.value,
        "open": list(state.bounds.open),
        "fixed": [[line.what, line.by_whom, line.why] for line in state.bounds.fixed],
        "next_venue": state.next_meeting.venue if state.next_meeting else None,
        "came": {who: [str(said) for said in seen.perspectives] for who, seen in state.attendance.items() if seen.came},
        "jobs": {who: [str(job) for job in seen.jobs] for who, seen in state.attendance.items() if seen.jobs},
        "agenda": [[item.details.title, item.state.value, list(item.details.proposer.people)] for item in state.agenda],
        "turns": {turn.person_id: [turn.used_ms, turn.allowed_seconds] for turn in state.turns.values()},
        "ideas": [[idea.words.printed, idea.details.outcome.value] for idea in state.ideas.values()],
        "decisions": [
            [one.words.printed, one.details.outcome.value, list(one.details.proposer.people), one.details.reason]
            for one in state.decisions.values()
        ],
        "actions": [
            [one.words.printed, list(one.details.owners), one.details.result] for one in state.actions.values()
        ],
    }


@pytest.mark.parametrize("path", OLD_MEETINGS, ids=lambda path: path.stem)
def test_an_old_meeting_is_understood_as_it_was_meant(database: Database, path: Path) -> None:
    old = json.loads(path.read_text(encoding="utf-8"))
    with database.write() as connection:
        connection.execute(meeting_log.insert(), old["rows"])
    meeting_id = MeetingId(old["rows"][0]["meeting_id"])

    state = replay(meeting_id, MeetingLog(database).steps(meeting_id))
    MeetingStore(database).rebuild()

    assert facts(state) == old["means"]
    assert {row["kind"] for row in old["rows"]} <= set(EVENT_KINDS)
    header = MeetingStore(database).header(meeting_id)
    assert header is not None
    assert header.title == old["means"]["title"]


def test_the_first_version_left_a_meeting_with_all_its_kinds() -> None:
    first = json.loads(OLD_MEETINGS[0].read_text(encoding="utf-8"))

    assert OLD_MEETINGS[0].stem == "0.1.0"
    assert len({row["kind"] for row in first["rows"]}) == 42
