"""The rota of jobs over a group's last meetings, each of them replayed once."""

from datetime import date
from typing import Final

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.jobs import Goes, JobRota, Share, goes_of, job_rotas, shares_to_offer
from coprod_desktop.domain.meeting_header import MeetingHeader
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.replay import replay
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.meeting_store import MeetingStore

__all__ = ["MOST_MEETINGS", "JobRota", "RotaService", "Share", "shares_to_offer"]

MOST_MEETINGS: Final = 12
"""How many meetings back a go still counts: with a meeting each month that is a year."""


class RotaService:
    """What can be asked about jobs."""

    def __init__(self, meetings: MeetingStore, log: MeetingLog) -> None:
        self._meetings = meetings
        self._log = log
        self._read: dict[MeetingId, tuple[int, Goes]] = {}

    def rotas(self, state: MeetingState) -> tuple[JobRota, ...]:
        """Every job of this meeting, with who has had a go at the meetings before it."""
        return job_rotas(state, [self._goes(header) for header in self._before(state)])

    def _before(self, state: MeetingState) -> list[MeetingHeader]:
        if state.group_id is None:
            return []
        last_day = state.details.held_on if state.details else date.max
        held = [
            header
            for header in self._meetings.headers(state.group_id)
            if header.id != state.id and header.held_on <= last_day and not header.is_put_away
        ]
        return sorted(held, key=lambda header: header.held_on, reverse=True)[:MOST_MEETINGS]

    def _goes(self, header: MeetingHeader) -> Goes:
        """Read again only after the meeting was changed."""
        number = self._log.record_number(header.id)
        kept = self._read.get(header.id)
        if kept is None or kept[0] != number:
            kept = number, goes_of(replay(header.id, self._log.steps(header.id)))
            self._read[header.id] = kept
        return kept[1]
