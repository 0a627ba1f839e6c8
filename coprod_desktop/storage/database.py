"""The one file of a group's folder: opened only if it is ours, written by one hand, whole at every moment."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine

from coprod_desktop.storage.driver import FILE_NAME
from coprod_desktop.storage.engine import IN_MEMORY, driver_of, make_engine, sql_faults
from coprod_desktop.storage.faults import FaultReason, StorageFault, file_faults
from coprod_desktop.storage.file_checks import check_can_be_written, checked_revision, file_identity
from coprod_desktop.storage.migrating import make_file, migrate, upgrade_file
from coprod_desktop.storage.migrations import Migrations


class Database:
    """Transactions over the file. What `write` acknowledged is on the disk; what failed left nothing behind."""

    def __init__(self, engine: Engine, path: Path | None) -> None:
        self.path = path
        self._engine = engine
        self._reading = engine.execution_options(write=False)
        self._lock = threading.RLock()
        self._writing_thread: int | None = None
        self._is_spoilt = False
        self._is_closed = False
        with sql_faults():
            # Held for as long as the file is open: to borrow it anew would cost as much as a write.
            self._writer = engine.connect()
        self._identity = file_identity(path) if path else None

    @classmethod
    def open(cls, folder: Path, *, wait_seconds: float = 5.0, migrations: Migrations | None = None) -> Self:
        """Opens the file in the folder, made if it is missing. Raises StorageFault and then has written nothing."""
        wanted = migrations or Migrations()
        path = folder.absolute() / FILE_NAME
        with file_faults():
            path.parent.mkdir(parents=True, exist_ok=True)
            is_new = not path.exists()
        if is_new:
            make_file(path, wanted)
        revision = checked_revision(path, wanted.revisions)
        check_can_be_written(path)
        if revision != wanted.newest:
            upgrade_file(path, wanted)
        return cls(make_engine(str(path), wait_seconds=wait_seconds), path)

    @classmethod
    def in_memory(cls) -> Self:
        """A database that is gone when it is closed, made by the same migrations."""
        database = cls(make_engine(IN_MEMORY, wait_seconds=1), None)
        migrate(database._writer, Migrations())
        return database

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """All or nothing. Inside another `write` it joins that one, and a failure inside takes all of it back."""
        with self._lock:
            if self.is_writing:
                with self._joined() as connection:
                    yield connection
                return
            self._check_open()
            self._check_in_place()
            with sql_faults(), self._writer.begin():
                self._is_spoilt = False
                self._writing_thread = threading.get_ident()
                try:
                    yield self._writer
                finally:
                    self._writing_thread = None
                if self._is_spoilt:
                    raise StorageFault(FaultReason.OTHER, "a part of this write failed")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One unchanging view of what is kept. Inside a `write` of the same thread it sees what was just written."""
        if self.is_writing:
            yield self._writer
        elif self.path is None:
            with self.write() as connection:
                yield connection
        else:
            self._check_open()
            with sql_faults(), self._reading.connect() as connection, connection.begin():
                yield connection

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Nobody in this program writes meanwhile."""
        with self._lock:
            yield

    @property
    def is_writing(self) -> bool:
        """Whether this thread is inside a `write`."""
        return self._writing_thread == threading.get_ident()

    @property
    def changes(self) -> tuple[int, ...]:
        """Tells whether anything was written since it was asked for last, by this program or by another."""
        beside = () if self.path is None else _size_and_time(self.path.with_name(f"{self.path.name}-wal"))
        return driver_of(self._writer).total_changes, *beside

    def copy_into(self, target: Path) -> None:
        """Writes all that is kept into a new file, which must not exist yet. Not inside a `write`."""
        self._check_open()
        with self._lock, sql_faults():
            driver_of(self._writer).execute("VACUUM INTO ?", (str(target),))

    def rewrite(self) -> bool:
        """Writes the file anew, so that no byte is left of what was taken out. Not inside a `write`.

        False if somebody still read what it was before: then the old bytes stay until this is done again.
        """
        self._check_open()
        with self._lock, sql_faults():
            driver = driver_of(self._writer)
            driver.execute("VACUUM")
            is_busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not is_busy

    def close(self) -> None:
        """Puts everything into the one file and lets go of it; closing twice changes nothing."""
        with self._lock:
            if self._is_closed:
                return
            self._is_closed = True
            try:
                with sql_faults():
                    driver_of(self._writer).execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                self._writer.close()
                self._engine.dispose()

    @contextmanager
    def _joined(self) -> Iterator[Connection]:
        try:
            yield self._writer
        except BaseException:
            self._is_spoilt = True
            raise

    def _check_open(self) -> None:
        if self._is_closed:
            raise StorageFault(FaultReason.OTHER, "closed")

    def _check_in_place(self) -> None:
        # A file that was moved away while open would take every write along with it, unseen.
        if self.path is not None and file_identity(self.path) != self._identity:
            raise StorageFault(FaultReason.FILE_MOVED, "not the file that was opened")


def _size_and_time(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_size, found.st_mtime_ns
