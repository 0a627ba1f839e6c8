"""The versions of the file. Alembic itself is loaded only when a file is made or changed."""

from typing import NamedTuple


class Migrations(NamedTuple):
    """Where the versions stand, and their revisions from the oldest to the newest."""

    location: str = "coprod_desktop.storage:migrations"
    revisions: tuple[str, ...] = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")

    @property
    def newest(self) -> str:
        """The revision that this version of the program writes."""
        return self.revisions[-1]
