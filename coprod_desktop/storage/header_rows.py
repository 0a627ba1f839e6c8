"""The derived row of a meeting in the tables, written with each step and read by every list."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row

from coprod_desktop.domain.ids import GroupId, MeetingId
from coprod_desktop.domain.meeting_header import MeetingHeader
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.storage.event_codec import utc_text

# Plain SQL, as it is written at each press.
_KEEP = (
    "INSERT INTO meetings (id, group_id, title, held_on, phase, is_put_away, venue, item_number, item_count, "
    "changed_at, changed_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
    "group_id = excluded.group_id, title = excluded.title, held_on = excluded.held_on, phase = excluded.phase, "
    "is_put_away = excluded.is_put_away, venue = excluded.venue, item_number = excluded.item_number, "
    "item_count = excluded.item_count, changed_at = excluded.changed_at, changed_number = excluded.changed_number"
)
_REMOVE = "DELETE FROM meetings WHERE id = ?"


def keep(connection: Connection, meeting_id: MeetingId, header: MeetingHeader | None, number: int) -> None:
    """Writes what a meeting is after the event with this number; without a header it goes off the lists."""
    if header is None:
        connection.exec_driver_sql(_REMOVE, (meeting_id,))
        return
    row = (
        header.id,
        header.group_id,
        header.title,
        header.held_on.isoformat(),
        header.phase.value,
        int(header.is_put_away),
        header.venue,
        header.item_number,
        header.item_count,
        utc_text(header.changed_at),
        number,
    )
    connection.exec_driver_sql(_KEEP, row)


def header_of_row(row: Row[Any]) -> MeetingHeader:
    """The header that a row tells."""
    return MeetingHeader(
        id=MeetingId(row.id),
        group_id=GroupId(row.group_id),
        title=row.title,
        held_on=date.fromisoformat(row.held_on),
        phase=Phase(row.phase),
        is_put_away=bool(row.is_put_away),
        venue=row.venue,
        item_number=row.item_number,
        item_count=row.item_count,
        changed_at=datetime.fromisoformat(row.changed_at),
    )
