"""Making a new file and bringing an older one up to date: the person's own file is whole at every moment."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from coprod_desktop.storage.driver import APPLICATION_ID
from coprod_desktop.storage.engine import driver_of, make_engine, sql_faults
from coprod_desktop.storage.faults import FaultReason, StorageFault, file_faults
from coprod_desktop.storage.migrations import Migrations
from coprod_desktop.storage.safe_files import flush, flush_folder, named_when_whole
from coprod_desktop.storage.tables import LOG_TRIGGERS


def make_file(path: Path, migrations: Migrations) -> None:
    """Makes an empty file of the newest revision in a place apart and moves it in when it is complete."""
    if _has_something(Path(f"{path}-wal")):
        # Its file was moved away: a new one beside these left-over pages would be damaged by them.
        raise StorageFault(FaultReason.FILE_MOVED, "left-over -wal")
    with file_faults(), tempfile.TemporaryDirectory(prefix=".coprod-new-", dir=path.parent) as apart:
        made = Path(apart) / path.name
        with _opened(made) as connection:
            migrate(connection, migrations)
        flush(made)
        _move_into_place(made, path)


def upgrade_file(path: Path, migrations: Migrations) -> None:
    """Copies the file aside and brings it up to date in one transaction: afterwards it is all new or all old."""
    with file_faults(), _opened(path) as connection:
        with named_when_whole(path.with_name(f"{path.stem}-before-{migrations.newest}.sqlite")) as copy:
            driver_of(connection).execute("VACUUM INTO ?", (str(copy),))
        migrate(connection, migrations)


def migrate(connection: Connection, migrations: Migrations) -> None:
    """Brings an open file to the newest revision; a half-done change is taken back whole."""
    driver = driver_of(connection)
    # A table that is rebuilt would take the rows that refer to it along; ignored inside a transaction.
    driver.execute("PRAGMA foreign_keys=OFF")
    driver.execute(f"PRAGMA application_id={APPLICATION_ID}")
    with connection.begin():
        _run_alembic(connection, migrations)
        for trigger in LOG_TRIGGERS:
            connection.exec_driver_sql(trigger)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise StorageFault(FaultReason.DAMAGED, "foreign_key_check")
    driver.execute("PRAGMA foreign_keys=ON")


@contextmanager
def _opened(path: Path) -> Iterator[Connection]:
    engine = make_engine(str(path), wait_seconds=1)
    try:
        with sql_faults(), engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _run_alembic(connection: Connection, migrations: Migrations) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", migrations.location.replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, migrations.newest)


def _move_into_place(made: Path, path: Path) -> None:
    try:
        os.link(made, path)
    except FileExistsError:
        raise StorageFault(FaultReason.BUSY, "made by another program") from None
    except OSError:
        # Sticks have no links; there a second program at the same moment is held off by the lock file alone.
        made.replace(path)
    flush_folder(path.parent)


def _has_something(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0
