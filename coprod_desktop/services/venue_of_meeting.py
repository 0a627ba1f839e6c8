"""Which place that the group remembers a meeting is in: the one that was chosen, else the one of that name."""

from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.venue import Venue, VenueId
from coprod_desktop.services.people_service import folded
from coprod_desktop.storage.venue_store import VenueStore


def venue_of_meeting(store: VenueStore, state: MeetingState) -> Venue | None:
    """The remembered place of a meeting; None where it has only words that name none, or the place was taken away."""
    details = state.details
    if details is None or state.group_id is None:
        return None
    chosen = store.get(VenueId(details.venue_id)) if details.venue_id else None
    if chosen is not None and chosen.removed_on is None:
        return chosen
    return venue_named(store, state.group_id, details.venue) if details.venue else None


def venue_named(store: VenueStore, group_id: GroupId, name: str) -> Venue | None:
    """The place of this name; capitals, accents and spaces make no difference."""
    wanted = folded(name).split()
    return next((venue for venue in store.venues(group_id) if folded(venue.name).split() == wanted), None)
