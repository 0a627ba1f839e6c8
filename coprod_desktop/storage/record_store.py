"""What came in from record files: which file became which meeting, and what the file called each thing."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.event_codec import utc_text
from coprod_desktop.storage.tables import file_ids, imports

FileId = tuple[str, str, str]
"""The kind of a thing, what the file calls it, and its id here."""


class RecordStore:
    """Remembers record files, so that a file is brought in once and written out again as it was."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember_import(
        self, digest: str, meeting_id: MeetingId, shape: Mapping[str, Any], *, imported_at: datetime | None = None
    ) -> None:
        """Notes that the file with this digest became this meeting; a later note of the same file counts."""
        row = {
            "digest": digest,
            "meeting_id": meeting_id,
            "imported_at": utc_text(imported_at or datetime.now(UTC)),
            "shape": msgspec.json.encode(shape).decode(),
        }
        statement = insert(imports).values(row)
        with self._database.write() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["digest"], set_=row))

    def import_of(self, digest: str) -> MeetingId | None:
        """The meeting that a file became, if it was brought in before."""
        with self._database.read() as connection:
            found = connection.execute(select(imports.c.meeting_id).where(imports.c.digest == digest)).scalar()
        return None if found is None else MeetingId(found)

    def shape(self, meeting_id: MeetingId) -> dict[str, Any] | None:
        """How the file of a meeting said things, or None if the meeting did not come from a file."""
        query = select(imports.c.shape).where(imports.c.meeting_id == meeting_id)
        with self._database.read() as connection:
            found = connection.execute(query.order_by(imports.c.number.desc()).limit(1)).scalar()
        return None if found is None else msgspec.json.decode(found, type=dict[str, Any])

    def remember_file_ids(self, meeting_id: MeetingId, ids: Iterable[FileId]) -> None:
        """Notes what the file of a meeting called each thing, in the order of the file, over what was noted before."""
        rows = [
            {"meeting_id": meeting_id, "kind": kind, "local_id": local_id, "entity_id": entity_id, "position": position}
            for position, (kind, local_id, entity_id) in enumerate(ids)
        ]
        with self._database.write() as connection:
            connection.execute(file_ids.delete().where(file_ids.c.meeting_id == meeting_id))
            if rows:
                connection.execute(file_ids.insert(), rows)

    def file_ids(self, meeting_id: MeetingId) -> tuple[FileId, ...]:
        """What the file of a meeting called each thing, in the order of the file."""
        query = select(file_ids).where(file_ids.c.meeting_id == meeting_id).order_by(file_ids.c.position)
        with self._database.read() as connection:
            return tuple((row.kind, row.local_id, row.entity_id) for row in connection.execute(query))
