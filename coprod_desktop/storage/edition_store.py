"""The files of editions of the minutes: their bytes as they were agreed, and their digests for ever (R26)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import msgspec
from sqlalchemy import Row, select
from sqlalchemy.dialects.sqlite import insert

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.tables import edition_files

GROUP_FORM: Final = "group"
"""The form under which is kept what the pages of an edition say of the group; it is no file for people."""


@dataclass(frozen=True, kw_only=True)
class EditionFile:
    """One file of an edition. `form` tells format and size. Without `data` it was removed, on `removed_on`."""

    meeting_id: MeetingId
    edition: int
    form: str
    digest: str
    made_on: date
    data: bytes | None = None
    removed_on: date | None = None


class EditionStore:
    """Keeps files, and lets go of their bytes when a name in them may not be shown any more."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, file: EditionFile) -> None:
        """Keeps a file, over one of the same form."""
        row = {
            "meeting_id": file.meeting_id,
            "edition": file.edition,
            "form": file.form,
            "digest": file.digest,
            "made_on": file.made_on.isoformat(),
            "data": file.data,
            "removed_on": file.removed_on.isoformat() if file.removed_on else None,
        }
        statement = insert(edition_files).values(row)
        key = ["meeting_id", "edition", "form"]
        with self._database.write() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=key, set_=row))

    def of_meeting(self, meeting_id: MeetingId) -> tuple[EditionFile, ...]:
        """All files of a meeting's editions, the oldest edition first."""
        query = select(edition_files).where(edition_files.c.meeting_id == meeting_id)
        with self._database.read() as connection:
            rows = connection.execute(query.order_by(edition_files.c.edition, edition_files.c.form)).all()
        return tuple(map(_file, rows))

    def keep_group(self, meeting_id: MeetingId, edition: int, group: Group, made_on: date) -> None:
        """Keeps what a group was when an edition was made: its name, its words, whom to ask."""
        data = msgspec.json.encode(group)
        digest = hashlib.sha256(data).hexdigest()
        self.keep(
            EditionFile(
                meeting_id=meeting_id, edition=edition, form=GROUP_FORM, digest=digest, made_on=made_on, data=data
            )
        )

    def group_of(self, meeting_id: MeetingId, edition: int) -> Group | None:
        """What a group was when an edition was made, if that is still there."""
        kept = (one for one in self.of_meeting(meeting_id) if (one.edition, one.form) == (edition, GROUP_FORM))
        data = next((one.data for one in kept if one.data is not None), None)
        return msgspec.json.decode(data, type=Group) if data is not None else None

    def forget_files(self, meeting_id: MeetingId, edition: int) -> None:
        """Forgets the files of an edition and of those after it: they are of an act that was undone."""
        later = (edition_files.c.meeting_id == meeting_id) & (edition_files.c.edition >= edition)
        with self._database.write() as connection:
            connection.execute(edition_files.delete().where(later & (edition_files.c.form != GROUP_FORM)))

    def remove_bytes(self, meeting_ids: Sequence[MeetingId], removed_on: date) -> None:
        """Lets go of the bytes of every edition of these meetings; their digests stay."""
        mine = edition_files.c.meeting_id.in_(meeting_ids) & edition_files.c.data.is_not(None)
        with self._database.write() as connection:
            gone = edition_files.update().where(mine).values(data=None, removed_on=removed_on.isoformat())
            connection.execute(gone)


def _file(row: Row[Any]) -> EditionFile:
    return EditionFile(
        meeting_id=MeetingId(row.meeting_id),
        edition=row.edition,
        form=row.form,
        digest=row.digest,
        made_on=date.fromisoformat(row.made_on),
        data=row.data,
        removed_on=date.fromisoformat(row.removed_on) if row.removed_on else None,
    )
