"""Ideas that were spoken and kept as sound."""

from dataclasses import dataclass

from sqlalchemy import select

from coprod_desktop.domain.ids import GroupId
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.tables import recordings


@dataclass(frozen=True, kw_only=True)
class Recording:
    """A sound file as it was brought in."""

    id: str
    group_id: GroupId
    media_type: str
    data: bytes


class RecordingStore:
    """Keeps recordings; one whose words were taken out is wiped by `erasure.py`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, recording: Recording) -> None:
        """Keeps a new recording."""
        row = {
            "id": recording.id,
            "group_id": recording.group_id,
            "media_type": recording.media_type,
            "data": recording.data,
        }
        with self._database.write() as connection:
            connection.execute(recordings.insert().values(row))

    def get(self, recording_id: str) -> Recording | None:
        """One recording; None if it is not there or was wiped."""
        query = select(recordings).where(recordings.c.id == recording_id, recordings.c.removed_on.is_(None))
        with self._database.read() as connection:
            row = connection.execute(query).first()
        if row is None:
            return None
        return Recording(id=row.id, group_id=GroupId(row.group_id), media_type=row.media_type, data=row.data)
