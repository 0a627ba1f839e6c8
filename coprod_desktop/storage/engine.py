"""SQLAlchemy over our driver: every transaction is begun by name, and errors never carry what a person typed."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool
from sqlcipher3 import dbapi2

from coprod_desktop.storage.driver import Driver, connect
from coprod_desktop.storage.faults import database_fault

IN_MEMORY: Final = ":memory:"
"""The name of a database that lives only as long as its one connection."""


def make_engine(name: str, *, wait_seconds: float) -> Engine:
    """An engine over a file, or over memory with one connection for all."""
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=partial(connect, name, wait_seconds=wait_seconds),
        poolclass=StaticPool if name == IN_MEMORY else QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def driver_of(connection: Connection) -> Driver:
    """The driver's own connection, for what cannot be said inside a transaction."""
    return connection.connection.driver_connection


@contextmanager
def sql_faults() -> Iterator[None]:
    """Tells errors of SQLAlchemy and of the driver as faults."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        raise database_fault(error) from None


def _begin(connection: Connection) -> None:
    # A write that began as a read could not wait its turn.
    is_write = connection.get_execution_options().get("write", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_write else "BEGIN")
