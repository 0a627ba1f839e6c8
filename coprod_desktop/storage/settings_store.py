"""What was chosen on this laptop, such as the size of letters; never anything of a meeting."""

from typing import overload

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from coprod_desktop.storage.database import Database
from coprod_desktop.storage.tables import settings


class SettingsStore:
    """Keeps texts by their key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @overload
    def get(self, key: str, default: str) -> str: ...

    @overload
    def get(self, key: str, default: None = None) -> str | None: ...

    def get(self, key: str, default: str | None = None) -> str | None:
        """What was kept under a key, or `default`."""
        with self._database.read() as connection:
            row = connection.execute(select(settings.c.value).where(settings.c.key == key)).first()
        return default if row is None else str(row.value)

    def set(self, key: str, value: str) -> None:
        """Keeps a text under a key, over what was there."""
        statement = insert(settings).values(key=key, value=value)
        with self._database.write() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": value}))
