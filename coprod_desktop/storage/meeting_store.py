"""The list of meetings, newest change first, without replaying any of them."""

from collections.abc import Mapping

from sqlalchemy import Select, select

from coprod_desktop.domain.ids import GroupId, MeetingId
from coprod_desktop.domain.meeting_header import MeetingHeader, header_of
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.domain.replay import changes_meeting, replay
from coprod_desktop.storage import header_rows
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.tables import meetings


class MeetingStore:
    """Reads the index of meetings that the log keeps up to date, and makes it anew from the log."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def headers(self, group_id: GroupId) -> tuple[MeetingHeader, ...]:
        """The meetings of a group, newest change first, those that were put away too."""
        return self._found(_listed().where(meetings.c.group_id == group_id))

    def all_headers(self) -> tuple[MeetingHeader, ...]:
        """The meetings of every group in the folder, newest change first."""
        return self._found(_listed())

    def titles(self) -> Mapping[str, str]:
        """The title of each meeting of the folder, by id."""
        with self._database.read() as connection:
            found = connection.exec_driver_sql("SELECT id, title FROM meetings").cursor
            return dict(found.fetchall()) if found is not None else {}

    def changed_numbers(self, group_id: GroupId) -> Mapping[MeetingId, int]:
        """The record number of the last change of each meeting of a group, to know what has to be read again."""
        query = select(meetings.c.id, meetings.c.changed_number).where(meetings.c.group_id == group_id)
        with self._database.read() as connection:
            return {MeetingId(row.id): row.changed_number for row in connection.execute(query)}

    def header(self, meeting_id: MeetingId) -> MeetingHeader | None:
        """One meeting, or None if it is not there or its opening was taken back."""
        found = self._found(_listed().where(meetings.c.id == meeting_id))
        return found[0] if found else None

    def last_changed(self, group_id: GroupId | None = None) -> MeetingId | None:
        """The meeting that was changed last, of a group or of the whole folder."""
        query = _listed().limit(1)
        found = self._found(query if group_id is None else query.where(meetings.c.group_id == group_id))
        return found[0].id if found else None

    def rebuild(self) -> None:
        """Makes the index anew from the log."""
        log = MeetingLog(self._database)
        with self._database.write() as connection:
            connection.execute(meetings.delete())
            for meeting_id in log.meeting_ids():
                steps = [step for step in log.steps(meeting_id) if changes_meeting(step)]
                header = header_of(replay(meeting_id, steps), changed_at=steps[-1].at)
                header_rows.keep(connection, meeting_id, header, log.record_number(meeting_id))

    def _found(self, query: Select[tuple[object, ...]]) -> tuple[MeetingHeader, ...]:
        with self._database.read() as connection:
            rows = connection.execute(query).all()
        return tuple(header_rows.header_of_row(row) for row in rows)


def _listed() -> Select[tuple[object, ...]]:
    shown = select(meetings).where(meetings.c.phase != Phase.TAKEN_BACK.value)
    return shown.order_by(meetings.c.changed_number.desc())
