"""Reads what is known about getting ready for a meeting: only the people who come to it, never the whole group."""

from datetime import date

from coprod_desktop.domain.getting_ready import Preparation, coming, who_comes
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.meeting_service import MeetingService
from coprod_desktop.services.venue_of_meeting import venue_of_meeting
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.ready_store import ReadyStore
from coprod_desktop.storage.venue_store import VenueStore


class Preparing:
    """Puts together what lines are worked out from."""

    def __init__(self, database: Database, meetings: MeetingService, clock: Clock) -> None:
        self._people = PeopleStore(database)
        self._store = ReadyStore(database)
        self._venues = VenueStore(database)
        self._meetings = meetings
        self._clock = clock

    def preparation(self, meeting_id: MeetingId, state: MeetingState | None, day: date | None) -> Preparation:
        """All that is known on a day, today if none is named; `state` is read if it is not given."""
        now = state or self._meetings.state(meeting_id)
        return Preparation(
            state=now,
            people=coming(now, self._people.by_ids(who_comes(now)).values()),
            today=day or today(self._clock),
            adjustments=self._store.adjustments(meeting_id),
            venue=venue_of_meeting(self._venues, now),
            answers=self._store.answers(meeting_id),
            helpers=self._store.fire_helpers(meeting_id),
        )
