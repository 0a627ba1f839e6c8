"""Ideas of earlier meetings that wait: nobody said what becomes of them, or they were kept for later (R14)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from coprod_desktop.domain.ids import AgendaItemId, IdeaId, MeetingId
from coprod_desktop.domain.meeting_state import Idea, MeetingState
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.meeting_service import MeetingService

if TYPE_CHECKING:
    from coprod_desktop.services.meeting_requests import MeetingRequests
    from coprod_desktop.services.search_service import SearchService


MOST_WAITING: Final = 30
"""So many are offered in a meeting, those that wait longest; all of them stand on Our ideas."""


@dataclass(frozen=True, kw_only=True)
class WaitingIdea:
    """One idea of an earlier meeting, as it stands there."""

    meeting_id: MeetingId
    meeting_title: str
    held_on: date
    idea: Idea


class WaitingIdeas:
    """Finds what waits, and carries it on. It changes nothing of the earlier meeting."""

    def __init__(self, search: "SearchService", meetings: MeetingService, clock: Clock) -> None:
        self._search = search
        self._meetings = meetings
        self._clock = clock

    def before(self, meeting_id: MeetingId) -> tuple[WaitingIdea, ...]:
        """Ideas of earlier meetings of the group that no later idea came from, at most 30; the longest wait first."""
        state = self._meetings.state(meeting_id)
        if state.group_id is None:
            return ()
        day = max(state.details.held_on, today(self._clock)) if state.details else today(self._clock)
        found = sorted(self._search.waiting(state.group_id, day, but=meeting_id), key=lambda one: one.held_on or day)
        states: dict[MeetingId, MeetingState] = {}
        for line in found[:MOST_WAITING]:
            if line.meeting_id not in states:
                states[line.meeting_id] = self._meetings.state(line.meeting_id)
        return tuple(
            one for line in found[:MOST_WAITING] for one in _idea(states[line.meeting_id], IdeaId(line.line_id))
        )

    def take_up(self, waiting: WaitingIdea, requests: "MeetingRequests", item_id: AgendaItemId | None = None) -> IdeaId:
        """Talk about it again in the open meeting, with all who had it and those with a like idea."""
        return requests.take_up_idea(self._meetings.state(waiting.meeting_id), waiting.idea.id, item_id)


def _idea(state: MeetingState, idea_id: IdeaId) -> Iterator[WaitingIdea]:
    idea = state.ideas.get(idea_id)
    if idea is not None and state.details is not None:
        yield WaitingIdea(meeting_id=state.id, meeting_title=state.title, held_on=state.details.held_on, idea=idea)
