"""Which meetings asked somebody else for a yes, so that only those are read again (R45)."""

from typing import Final

from coprod_desktop.domain.ids import GroupId, MeetingId
from coprod_desktop.storage.database import Database

_EVER_ASKED: Final = (
    "SELECT DISTINCT e.meeting_id FROM meeting_log e JOIN meetings m ON m.id = e.meeting_id "
    "WHERE m.group_id = ? AND e.number <= ? AND e.kind IN ('decision_recorded', 'decision_changed') "
    "AND (instr(e.payload, '\"needs_yes_from\":[{') > 0 OR instr(e.payload, '\"reopens\":{') > 0) "
    "ORDER BY e.meeting_id"
)


class AskedOthers:
    """Finds meetings by what the record held at a number. It changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ever_asked(self, group_id: GroupId, at_number: int) -> tuple[MeetingId, ...]:
        """As the record stood at a number: meetings that asked others, or looked at something again.

        Their day, and whether they are put away, is to be read from the record: it may have changed since.
        """
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(_EVER_ASKED, (group_id, at_number)).all()
        return tuple(MeetingId(row.meeting_id) for row in rows)
