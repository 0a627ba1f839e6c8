"""Findings that somebody closed with "Our readers say this is fine"; never the words they are about."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.event_codec import utc_text
from coprod_desktop.storage.tables import settled_findings


class SettledFindingsStore:
    """Keeps the rule and the digest of each settled finding of a meeting."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def settle(self, meeting_id: MeetingId, rule: str, digest: str, at: datetime) -> None:
        """Notes that readers find this fine. A second note changes nothing."""
        row = {"meeting_id": meeting_id, "rule": rule, "digest": digest, "settled_at": utc_text(at)}
        with self._database.write() as connection:
            connection.execute(insert(settled_findings).values(row).on_conflict_do_nothing())

    def unsettle(self, meeting_id: MeetingId, rule: str, digest: str) -> None:
        """Takes such a note back, if there is one."""
        columns = settled_findings.c
        same = (columns.meeting_id == meeting_id) & (columns.rule == rule) & (columns.digest == digest)
        with self._database.write() as connection:
            connection.execute(settled_findings.delete().where(same))

    def settled(self, meeting_id: MeetingId) -> frozenset[tuple[str, str]]:
        """The rule and digest of all settled findings of a meeting."""
        query = select(settled_findings.c.rule, settled_findings.c.digest)
        with self._database.read() as connection:
            rows = connection.execute(query.where(settled_findings.c.meeting_id == meeting_id))
            return frozenset((row.rule, row.digest) for row in rows)
