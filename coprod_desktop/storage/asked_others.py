"""Which meetings asked somebody else for a yes, so that only those are read again (R45)."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Row

from coprod_desktop.domain.ids import DecisionId, GroupId, MeetingId
from coprod_desktop.storage.database import Database

_STILL_WAITING: Final = (
    "SELECT l.meeting_id, l.line_id FROM line_index l "
    "JOIN meetings m ON m.id = l.meeting_id AND m.phase <> 'taken_back' AND NOT m.is_put_away "
    "WHERE l.group_id = ? AND l.kind = 'decision' AND l.became = 'waits_for_yes' AND l.held_on < ? "
    "AND NOT EXISTS (SELECT 1 FROM line_links k JOIN line_index n ON n.number = k.number "
    "WHERE k.from_id = l.line_id AND n.kind = 'decision' AND n.held_on < ? AND n.became <> 'withdrawn') "
    "ORDER BY l.held_on, l.meeting_id"
)
_EVER_ASKED: Final = (
    "SELECT DISTINCT e.meeting_id, m.held_on FROM meeting_log e "
    "JOIN meetings m ON m.id = e.meeting_id AND m.phase <> 'taken_back' AND NOT m.is_put_away "
    "WHERE m.group_id = ? AND m.held_on < ? AND e.number <= ? AND e.kind IN ('decision_recorded', 'decision_changed') "
    "AND (instr(e.payload, '\"needs_yes_from\":[{') > 0 OR instr(e.payload, '\"reopens\":{') > 0) "
    "ORDER BY m.held_on, e.meeting_id"
)


class AskedOthers:
    """Finds meetings by what waits in the index, or by what the record held at a number. It changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def still_waiting(self, group_id: GroupId, before: date) -> tuple[tuple[MeetingId, DecisionId], ...]:
        """Decisions of a group's meetings before a day that wait for a yes and were not looked at again."""
        day = before.isoformat()
        rows = self._rows(_STILL_WAITING, (group_id, day, day))
        return tuple((MeetingId(row.meeting_id), DecisionId(row.line_id)) for row in rows)

    def ever_asked(self, group_id: GroupId, before: date, at_number: int) -> tuple[MeetingId, ...]:
        """As the record stood at a number: meetings before a day that asked others, or looked at something again."""
        rows = self._rows(_EVER_ASKED, (group_id, before.isoformat(), at_number))
        return tuple(MeetingId(row.meeting_id) for row in rows)

    def _rows(self, query: str, values: tuple[str | int, ...]) -> Sequence[Row[Any]]:
        with self._database.read() as connection:
            return connection.exec_driver_sql(query, values).all()
