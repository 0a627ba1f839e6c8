"""A fresh file for each test, and the things that several storage tests write into it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from coprod_desktop.domain.events import Event, MeetingOpened, Step
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId, MeetingId, StepId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_header import MeetingHeader
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from tests.storage.storage_makers import MakeHeader, MakeStep


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose name has all that a path can have."""
    return tmp_path / 'Group\'s 100% "café" 会议 #1?'


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    """An open file."""
    opened = Database.open(folder, wait_seconds=0.2)
    yield opened
    opened.close()


@pytest.fixture
def group(database: Database) -> Group:
    """A group that is kept."""
    kept = Group(id=GroupId("group"), name="Library group")
    GroupStore(database).save(kept)
    return kept


@pytest.fixture
def make_step() -> MakeStep:
    """Makes steps with counted ids and a minute between them."""
    numbers = count()

    def make(*events: Event, is_automatic: bool = False) -> Step:
        number = next(numbers)
        at = datetime(2026, 5, 1, 10, 0, 0, 123456, UTC) + timedelta(minutes=number)
        return Step(id=StepId(f"step-{number:05}"), at=at, events=events, is_automatic=is_automatic)

    return make


@pytest.fixture
def make_header() -> MakeHeader:
    """Makes headers."""

    def make(meeting_id: str, *, title: str = "Doors", group_id: str = "group") -> MeetingHeader:
        return MeetingHeader(
            id=MeetingId(meeting_id),
            group_id=GroupId(group_id),
            title=title,
            held_on=date(2026, 5, 1),
            phase=Phase.OPEN,
            is_put_away=False,
            venue="Library",
            item_number=1,
            item_count=3,
            changed_at=datetime(2026, 5, 1, 10, 0, tzinfo=UTC),
        )

    return make


@pytest.fixture
def opened() -> MeetingOpened:
    """The event that begins a meeting."""
    return MeetingOpened(group_id=GroupId("group"), details=MeetingDetails(title="Doors", held_on=date(2026, 5, 1)))
