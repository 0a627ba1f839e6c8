"""Opening, transactions, and files that are not ours."""

import contextlib
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from coprod_desktop.domain.events import ClocksTakenAway, Step
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId, MeetingId
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.driver import APPLICATION_ID, FILE_NAME
from coprod_desktop.storage.faults import FaultReason, StorageFault
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.settings_store import SettingsStore
from tests.storage.storage_makers import MakeHeader, MakeStep

M = MeetingId("meeting")


def _foreign(path: Path) -> None:
    with dbapi2.connect(path) as other:
        other.execute("CREATE TABLE meeting_log (number INTEGER PRIMARY KEY)")
    other.close()


def _newer(path: Path) -> None:
    Database.open(path.parent).close()
    with dbapi2.connect(path) as ours:
        ours.execute("UPDATE alembic_version SET version_num = '9999'")
    ours.close()


def _ours_without_tables(path: Path) -> None:
    with dbapi2.connect(path) as other:
        other.execute("CREATE TABLE something (a)")
        other.execute(f"PRAGMA application_id={APPLICATION_ID}")
    other.close()


def _ours_torn(path: Path) -> None:
    Database.open(path.parent).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xa5" * (len(whole) - 100))


REFUSED: dict[str, tuple[Callable[[Path], object], FaultReason]] = {
    "zero length": (lambda path: path.write_bytes(b""), FaultReason.NOT_OUR_FILE),
    "random bytes": (lambda path: path.write_bytes(bytes(range(256)) * 64), FaultReason.NOT_OUR_FILE),
    "a text": (lambda path: path.write_text("Dear all"), FaultReason.NOT_OUR_FILE),
    "half a header": (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\0" * 20), FaultReason.NOT_OUR_FILE),
    "foreign database": (_foreign, FaultReason.NOT_OUR_FILE),
    "newer revision": (_newer, FaultReason.NEWER_FILE),
    "ours without tables": (_ours_without_tables, FaultReason.DAMAGED),
    "ours but torn": (_ours_torn, FaultReason.DAMAGED),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_we_cannot_use_is_refused_and_not_touched(folder: Path, name: str) -> None:
    make, reason = REFUSED[name]
    folder.mkdir()
    path = folder / FILE_NAME
    make(path)
    before = path.read_bytes(), path.stat().st_mtime_ns

    with pytest.raises(StorageFault) as caught:
        Database.open(folder)

    assert caught.value.reason is reason
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [entry.name for entry in folder.iterdir()] == [FILE_NAME]


def test_a_new_file_is_made_with_its_folder_and_marked_as_ours(folder: Path) -> None:
    deep = folder / "a" / "b"

    Database.open(deep).close()

    assert [entry.name for entry in deep.iterdir()] == [FILE_NAME]
    assert int.from_bytes((deep / FILE_NAME).read_bytes()[68:72], "big") == APPLICATION_ID


@pytest.mark.parametrize("inner", [".", "deeper/still"])
def test_a_folder_that_cannot_be_made_is_a_plain_fault(tmp_path: Path, inner: str) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("kept")

    with pytest.raises(StorageFault) as caught:
        Database.open(in_the_way / inner)

    assert caught.value.reason is FaultReason.FOLDER_CANNOT_BE_WRITTEN
    assert in_the_way.read_text() == "kept"


def test_left_over_pages_without_their_file_are_not_mixed_into_a_new_one(folder: Path) -> None:
    folder.mkdir()
    left_over = folder / f"{FILE_NAME}-wal"
    left_over.write_bytes(b"pages of a file that was moved away")

    with pytest.raises(StorageFault) as caught:
        Database.open(folder)

    assert caught.value.reason is FaultReason.FILE_MOVED
    assert [entry.name for entry in folder.iterdir()] == [left_over.name]


def test_a_write_is_all_or_nothing(database: Database) -> None:
    settings = SettingsStore(database)

    def fail() -> None:
        with database.write():
            settings.set("a", "1")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert settings.get("a") is None


def test_an_inner_write_goes_back_with_the_outer_one(
    database: Database, make_step: MakeStep, make_header: MakeHeader
) -> None:
    log, groups = MeetingLog(database), GroupStore(database)

    def fail() -> None:
        with database.write():
            groups.save(Group(id=GroupId("new"), name="New"))
            log.append(M, make_step(ClocksTakenAway()), make_header(M))
            assert len(log.steps(M)) == 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert log.steps(M) == ()
    assert groups.groups() == ()
    step = make_step(ClocksTakenAway())
    assert log.append(M, step, make_header(M)) == 1


def test_a_write_whose_inner_part_failed_is_not_kept_even_if_nobody_minds(database: Database) -> None:
    settings = SettingsStore(database)

    def write_part(value: str | None) -> None:
        with database.write() as connection:
            connection.exec_driver_sql("INSERT INTO settings (key, value) VALUES ('b', ?)", (value,))

    def write_both() -> None:
        with database.write():
            settings.set("a", "1")
            with contextlib.suppress(Exception):
                write_part(None)

    with pytest.raises(StorageFault, match="a part of this write failed"):
        write_both()

    assert settings.get("a") is None
    settings.set("a", "3")
    assert settings.get("a") == "3"


def test_a_view_does_not_change_while_it_is_read(database: Database) -> None:
    settings = SettingsStore(database)
    settings.set("a", "1")

    with database.read() as connection:
        query = "SELECT value FROM settings WHERE key = 'a'"
        before = connection.exec_driver_sql(query).scalar()
        other = threading.Thread(target=settings.set, args=("a", "2"))
        other.start()
        other.join()
        after = connection.exec_driver_sql(query).scalar()

    assert before == after == "1"
    assert settings.get("a") == "2"


def test_threads_write_one_after_the_other(database: Database) -> None:
    def add_one() -> None:
        for _ in range(20):
            with database.write():
                settings.set("count", str(int(settings.get("count", "0")) + 1))

    settings = SettingsStore(database)
    threads = [threading.Thread(target=add_one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert settings.get("count") == "80"


def test_a_second_writer_makes_a_fault_and_not_a_hang(database: Database, make_step: MakeStep) -> None:
    log = MeetingLog(database)
    step = make_step(ClocksTakenAway())
    assert database.path is not None
    other = dbapi2.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    started = time.monotonic()

    with pytest.raises(StorageFault) as caught:
        log.append(M, step, None)

    assert caught.value.reason is FaultReason.BUSY
    assert time.monotonic() - started < 3
    assert log.steps(M) == ()
    other.execute("ROLLBACK")
    other.close()
    assert log.append(M, step, None) == 1


def test_a_write_that_begins_with_a_look_keeps_its_turn(database: Database, folder: Path) -> None:
    other = Database.open(folder, wait_seconds=0.1)
    ours, theirs = SettingsStore(database), SettingsStore(other)

    with database.write():
        assert ours.get("a") is None
        with pytest.raises(StorageFault) as caught:
            theirs.set("a", "theirs")
        ours.set("a", "ours")

    assert caught.value.reason is FaultReason.BUSY
    assert theirs.get("a") == "ours"
    theirs.set("a", "theirs")
    assert ours.get("a") == "theirs"
    other.close()


def test_a_folder_that_may_only_be_read_is_refused_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Database.open(folder).close()
    # Whoever runs tests as an administrator may write everywhere, so the answer of the system is put in.
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != folder)

    with pytest.raises(StorageFault) as caught:
        Database.open(folder)

    assert caught.value.reason is FaultReason.FOLDER_CANNOT_BE_WRITTEN


def test_a_full_disk_takes_nothing_of_what_was_kept_and_writing_goes_on_when_there_is_room(
    database: Database, make_step: MakeStep, make_header: MakeHeader
) -> None:
    log = MeetingLog(database)
    with database.write() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 20}")
    steps = [make_step(*[ClocksTakenAway()] * 20) for _ in range(100)]
    kept: list[Step] = []

    def fill() -> None:
        for step in steps:
            log.append(M, step, make_header(M))
            kept.append(step)

    with pytest.raises(StorageFault) as caught:
        fill()

    assert caught.value.reason is FaultReason.DISK_FULL
    assert log.steps(M) == tuple(kept)
    assert kept
    with database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2000}")
    log.append(M, steps[len(kept)], make_header(M))
    assert log.steps(M) == tuple(steps[: len(kept) + 1])


def test_a_file_that_was_moved_away_while_open_takes_no_more_words(database: Database, tmp_path: Path) -> None:
    settings = SettingsStore(database)
    assert database.path is not None
    moved = database.path.rename(tmp_path / "moved.sqlite")

    with pytest.raises(StorageFault) as caught:
        settings.set("a", "1")

    assert caught.value.reason is FaultReason.FILE_MOVED
    moved.rename(database.path)
    settings.set("a", "2")
    assert settings.get("a") == "2"


def test_closing_leaves_one_file_and_a_closed_file_is_not_used(database: Database, folder: Path) -> None:
    SettingsStore(database).set("a", "1")

    database.close()
    database.close()

    assert [entry.name for entry in folder.iterdir()] == [FILE_NAME]
    for use in (database.read, database.write):
        with pytest.raises(StorageFault, match="closed"), use():
            pass
    assert [entry.name for entry in folder.iterdir()] == [FILE_NAME]


def test_a_database_in_memory_does_the_same(make_step: MakeStep) -> None:
    database = Database.in_memory()
    log, step = MeetingLog(database), make_step(ClocksTakenAway())

    def fail() -> None:
        with database.write():
            log.append(M, step, None)
            assert log.steps(M) == (step,)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert log.steps(M) == ()
    log.append(M, step, None)
    with pytest.raises(StorageFault), database.write() as connection:
        connection.exec_driver_sql("DELETE FROM meeting_log")
    assert log.steps(M) == (step,)
    database.close()


def test_a_fault_tells_nothing_that_a_person_typed(database: Database) -> None:
    with pytest.raises(StorageFault) as caught, database.write() as connection:
        connection.exec_driver_sql("INSERT INTO settings (key, value) VALUES (?, NULL)", ("Zebedee",))

    assert "Zebedee" not in f"{caught.value}{caught.value.detail}{caught.value.__cause__}"
    assert caught.value.__suppress_context__
