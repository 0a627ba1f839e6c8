"""A copy of everything: whole and checked, or not there."""

from pathlib import Path

import pytest

from coprod_desktop.domain.events import ClocksTakenAway, Step
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId, MeetingId
from coprod_desktop.storage.backup import save_copy
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.driver import FILE_NAME
from coprod_desktop.storage.faults import FaultReason, StorageFault
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.meeting_store import MeetingStore
from coprod_desktop.storage.tables import metadata
from tests.storage.storage_makers import MakeHeader, MakeStep

M = MeetingId("meeting")


def _rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.read() as connection:
        tables = metadata.sorted_tables
        return {table.name: [tuple(row) for row in connection.execute(table.select())] for table in tables}


@pytest.fixture
def steps(database: Database, group: Group, make_step: MakeStep, make_header: MakeHeader) -> tuple[Step, ...]:
    """A meeting long enough to fill several pages, not yet moved from the -wal into the file."""
    log = MeetingLog(database)
    made = tuple(make_step(*[ClocksTakenAway()] * 40) for _ in range(20))
    for step in made:
        log.append(M, step, make_header(M, group_id=group.id))
    return made


@pytest.mark.parametrize("in_memory", [False, True])
def test_a_copy_opens_and_is_equal(
    tmp_path: Path, make_step: MakeStep, make_header: MakeHeader, in_memory: bool
) -> None:
    database = Database.in_memory() if in_memory else Database.open(tmp_path / "data")
    GroupStore(database).save(Group(id=GroupId("group"), name="G"))
    step = make_step(ClocksTakenAway())
    MeetingLog(database).append(M, step, make_header(M))
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()

    save_copy(database, elsewhere / FILE_NAME)
    copied = _rows(database)
    MeetingLog(database).append(M, make_step(ClocksTakenAway()), make_header(M))
    database.close()

    assert [entry.name for entry in elsewhere.iterdir()] == [FILE_NAME]
    copy = Database.open(elsewhere)
    assert _rows(copy) == copied
    assert MeetingLog(copy).steps(M) == (step,)
    MeetingLog(copy).append(M, make_step(ClocksTakenAway()), make_header(M))
    assert MeetingStore(copy).last_changed() == M
    copy.close()


def test_a_copy_can_have_any_name_and_takes_the_place_of_the_one_before(
    database: Database, tmp_path: Path, steps: tuple[Step, ...], make_step: MakeStep
) -> None:
    target = tmp_path / "Ben's copy 100% – 会议 #2?.sqlite"
    save_copy(database, target)
    first = target.read_bytes()
    MeetingLog(database).append(M, make_step(ClocksTakenAway()), None)

    save_copy(database, target)

    assert target.read_bytes() != first
    assert len(steps) == 20
    assert list(tmp_path.glob("Ben*")) == [target]


def test_a_damaged_file_is_not_copied_over_a_good_copy(
    database: Database, folder: Path, tmp_path: Path, steps: tuple[Step, ...]
) -> None:
    target = tmp_path / "copy.sqlite"
    save_copy(database, target)
    good = target.read_bytes()
    database.close()
    path = folder / FILE_NAME
    whole = path.read_bytes()
    torn = whole.rindex(b"clocks_taken_away") // 4096 * 4096
    path.write_bytes(whole[:torn] + b"\xa5" * 4096 + whole[torn + 4096 :])
    again = Database.open(folder)

    with pytest.raises(StorageFault) as caught:
        save_copy(again, target)

    again.close()
    assert caught.value.reason is FaultReason.DAMAGED
    assert target.read_bytes() == good
    assert list(tmp_path.glob("copy*")) == [target]
    assert len(steps) == 20


def test_a_copy_that_was_written_badly_is_not_kept(folder: Path, tmp_path: Path, steps: tuple[Step, ...]) -> None:
    class OnABadStick(Database):
        def copy_into(self, target: Path) -> None:
            super().copy_into(target)
            whole = target.read_bytes()
            torn = whole.rindex(b"clocks_taken_away") // 4096 * 4096
            target.write_bytes(whole[:torn] + b"\xa5" * 4096 + whole[torn + 4096 :])

    database = OnABadStick.open(folder)
    target = tmp_path / "copy.sqlite"

    with pytest.raises(StorageFault) as caught:
        save_copy(database, target)

    assert caught.value.reason is FaultReason.DAMAGED
    assert MeetingLog(database).steps(M) == steps
    database.close()
    assert not list(tmp_path.glob("copy*"))


def test_a_copy_that_lost_rows_on_the_way_is_not_kept(database: Database, tmp_path: Path, make_step: MakeStep) -> None:
    class Forgetful(Database):
        def copy_into(self, target: Path) -> None:
            super().copy_into(target)
            MeetingLog(self).append(M, make_step(ClocksTakenAway()), None)

    assert database.path is not None
    forgetful = Forgetful.open(database.path.parent)
    target = tmp_path / "copy.sqlite"
    target.write_bytes(b"the copy before")

    with pytest.raises(StorageFault, match="rows are missing"):
        save_copy(forgetful, target)

    forgetful.close()
    assert target.read_bytes() == b"the copy before"
    assert list(tmp_path.glob("copy*")) == [target]


@pytest.mark.parametrize("place", ["missing/copy.sqlite", "file/copy.sqlite", "folder"])
def test_a_place_that_cannot_be_written_is_a_plain_fault(
    database: Database, tmp_path: Path, steps: tuple[Step, ...], place: str
) -> None:
    (tmp_path / "file").write_text("kept")
    (tmp_path / "folder").mkdir()

    with pytest.raises(StorageFault) as caught:
        save_copy(database, tmp_path / place)

    assert caught.value.reason is FaultReason.FOLDER_CANNOT_BE_WRITTEN
    assert not list(tmp_path.glob("*.part"))
    assert MeetingLog(database).steps(M) == steps


def test_the_file_that_is_open_is_not_copied_over_itself(
    database: Database, tmp_path: Path, steps: tuple[Step, ...]
) -> None:
    assert database.path is not None
    other_name = tmp_path / "same.sqlite"
    other_name.hardlink_to(database.path)

    for target in (database.path, other_name):
        with pytest.raises(StorageFault) as caught:
            save_copy(database, target)
        assert caught.value.reason is FaultReason.BUSY

    assert MeetingLog(database).steps(M) == steps


def test_a_copy_does_not_take_the_place_of_a_file_that_is_in_use(database: Database, tmp_path: Path) -> None:
    other = Database.open(tmp_path / "other")
    assert other.path is not None
    GroupStore(other).save(Group(id=GroupId("theirs"), name="Theirs"))

    with pytest.raises(StorageFault) as caught:
        save_copy(database, other.path)

    assert caught.value.reason is FaultReason.BUSY
    assert len(GroupStore(other).groups()) == 1
    other.close()


def test_a_copy_is_not_made_in_the_middle_of_a_write(database: Database, tmp_path: Path) -> None:
    def copy_inside() -> None:
        with database.write():
            save_copy(database, tmp_path / "copy.sqlite")

    with pytest.raises(StorageFault):
        copy_inside()

    assert not list(tmp_path.glob("copy*"))
