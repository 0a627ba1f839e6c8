"""Reads what is known about getting ready for a meeting: only the people who come to it, never the whole group."""

from datetime import date

from coprod_desktop.domain.getting_ready import Preparation, coming, who_comes
from coprod_desktop.domain.ids import GroupId, MeetingId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.venue import Venue, VenueId
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.meeting_service import MeetingService
from coprod_desktop.services.people_service import folded
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
            venue=self._venue_of(now),
            answers=self._store.answers(meeting_id),
            helpers=self._store.fire_helpers(meeting_id),
        )

    def _venue_of(self, state: MeetingState) -> Venue | None:
        """The place that the group remembers, by its id or by its name."""
        details = state.details
        if details is None or state.group_id is None:
            return None
        chosen = self._venues.get(VenueId(details.venue_id)) if details.venue_id else None
        if chosen is not None and chosen.removed_on is None:
            return chosen
        return self._venue_named(state.group_id, details.venue) if details.venue else None

    def _venue_named(self, group_id: GroupId, name: str) -> Venue | None:
        wanted = folded(name).split()
        return next((venue for venue in self._venues.venues(group_id) if folded(venue.name).split() == wanted), None)
