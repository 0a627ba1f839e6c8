"""A copy of everything in one file: it gets its name only when it has been read back and found whole."""

from pathlib import Path

from sqlalchemy import Connection, func, select

from coprod_desktop.storage.database import Database
from coprod_desktop.storage.driver import Driver, driver_faults, reading_only
from coprod_desktop.storage.faults import FaultReason, StorageFault, file_faults
from coprod_desktop.storage.file_checks import check_is_ours, check_is_whole, revision_of
from coprod_desktop.storage.safe_files import named_when_whole
from coprod_desktop.storage.tables import metadata


def save_copy(database: Database, target: Path) -> None:
    """Writes a checked copy to `target`. What stood there before stays until the new copy is known to be good."""
    with file_faults(), database.paused():
        _check_place(database, target)
        with named_when_whole(target) as part:
            database.copy_into(part)
            with database.read() as connection:
                _check_copy(part, connection)


def _check_place(database: Database, target: Path) -> None:
    is_live = database.path is not None and target.exists() and target.samefile(database.path)
    if is_live or any(Path(f"{target}{ending}").exists() for ending in ("-wal", "-journal")):
        # A file that is in use would be damaged by pages that belong to the one before it.
        raise StorageFault(FaultReason.BUSY, "the target is in use")


def _check_copy(part: Path, original: Connection) -> None:
    try:
        check_is_ours(part)
        with driver_faults(), reading_only(part) as copy:
            check_is_whole(copy)
            if _facts_of_copy(copy) != _facts(original):
                raise StorageFault(FaultReason.DAMAGED, "rows are missing")
    except StorageFault as fault:
        raise StorageFault(FaultReason.DAMAGED, f"copy: {fault.detail}") from None


def _facts(connection: Connection) -> tuple[str, list[int]]:
    revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    tables = metadata.sorted_tables
    return revision, [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables]


def _facts_of_copy(copy: Driver) -> tuple[str, list[int]]:
    names = [table.name for table in metadata.sorted_tables]
    return revision_of(copy), [copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names]
