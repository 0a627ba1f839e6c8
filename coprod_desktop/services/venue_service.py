"""The places that a group remembers: what they are like and what somebody found there; every act can be undone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.own_picture import OWN, OwnPicture, OwnPictureId
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import needed, typed
from coprod_desktop.domain.venue import CheckAnswer, Checked, Venue, VenueCheck, VenueId
from coprod_desktop.services.act_history import Act, ActHistory
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.new_ids import NewId
from coprod_desktop.services.own_picture_service import AddedPhoto, OwnPictureService
from coprod_desktop.services.people_service import folded
from coprod_desktop.services.venue_of_meeting import venue_named, venue_of_meeting
from coprod_desktop.storage.venue_store import VenueStore


class VenueService:
    """What can be asked about places. What was found in one is dated, so that nobody measures a door twice."""

    def __init__(
        self,
        store: VenueStore,
        own_pictures: Callable[[], OwnPictureService],
        history: ActHistory,
        clock: Clock,
        new_id: NewId,
    ) -> None:
        """`own_pictures` is asked for when a photo is wanted; it notes its acts in the same history."""
        self._store = store
        self._own_pictures = own_pictures
        self._history = history
        self._clock = clock
        self._new_id = new_id

    def venues(self, group_id: GroupId) -> tuple[Venue, ...]:
        """The places of a group, in the order of the alphabet."""
        return tuple(sorted(self._store.venues(group_id), key=lambda venue: folded(venue.name)))

    def find(self, group_id: GroupId, words: str) -> tuple[Venue, ...]:
        """Places whose name or address holds all the words typed."""
        wanted = folded(words).split()
        return tuple(
            venue
            for venue in self.venues(group_id)
            if all(word in folded(f"{venue.name} {venue.address}") for word in wanted)
        )

    def get(self, venue_id: VenueId) -> Venue:
        """One place. Raises NotAllowed if it is not there, or was taken away."""
        venue = self._store.get(venue_id)
        if venue is None or venue.removed_on is not None:
            raise NotAllowed(Reason.NOT_FOUND)
        return venue

    def named(self, group_id: GroupId, name: str) -> Venue | None:
        """The place of this name; capitals, accents and spaces make no difference."""
        return venue_named(self._store, group_id, name)

    def of_meeting(self, state: MeetingState) -> Venue | None:
        """The remembered place of a meeting; None where its words name none, or the place was taken away."""
        return venue_of_meeting(self._store, state)

    def remember(self, group_id: GroupId, name: str) -> Venue:
        """The place of this name, written down now if nobody did so yet. Raises NotAllowed without a name."""
        return self.named(group_id, name) or self.save(self.new_venue(group_id, name))

    def new_venue(self, group_id: GroupId, name: str = "") -> Venue:
        """A place with nothing filled in, to be saved once it has a name."""
        return Venue(id=VenueId(self._new_id()), group_id=group_id, name=name)

    def save(self, venue: Venue) -> Venue:
        """Add or change a place. Raises NotAllowed without a name, or with that of another place."""
        checked = replace(
            venue,
            name=needed(venue.name, field="name", reason=Reason.NAME_MISSING),
            address=typed(venue.address, field="address", keeps_lines=True),
            directions=typed(venue.directions, field="directions", keeps_lines=True),
            contact=typed(venue.contact, field="contact", keeps_lines=True),
        )
        other = self.named(venue.group_id, checked.name)
        if other is not None and other.id != venue.id:
            raise NotAllowed(Reason.ALREADY_THERE, "name")
        before = self._store.get(venue.id)
        self._write(before, checked, kind="venue_changed" if before else "venue_added")
        return checked

    def remove(self, venue_id: VenueId) -> None:
        """Take a place off the list. Meetings that were there keep its name."""
        venue = self.get(venue_id)
        self._write(venue, replace(venue, removed_on=today(self._clock)), kind="venue_removed")

    def check(self, venue_id: VenueId, check: VenueCheck, answer: CheckAnswer | None, note: str = "") -> Venue:
        """Note what somebody found today; None for "not looked yet". A note alone leaves the day of the answer."""
        venue = self.get(venue_id)
        before = venue.checks.get(check)
        found = {one: checked for one, checked in venue.checks.items() if one is not check}
        if answer is not None:
            looked_on = before.checked_on if before and before.answer is answer else today(self._clock)
            found[check] = Checked(answer=answer, checked_on=looked_on, note=typed(note, field="note"))
        after = replace(venue, checks={one: found[one] for one in VenueCheck if one in found})
        self._write(venue, after, kind="venue_checked")
        return after

    def looked_again(self, venue_id: VenueId, check: VenueCheck) -> Venue:
        """Somebody looked again today and found the same. Raises NotAllowed where nobody looked before."""
        venue = self.get(venue_id)
        before = venue.checks.get(check)
        if before is None:
            raise NotAllowed(Reason.NOT_FOUND)
        after = replace(venue, checks={**venue.checks, check: replace(before, checked_on=today(self._clock))})
        self._write(venue, after, kind="venue_checked")
        return after

    # Photos

    def add_photo(
        self, venue_id: VenueId, path: Path, word: str, alt: str, people: Sequence[PersonId] = (), recorder: str = ""
    ) -> AddedPhoto:
        """Take in a photo of a place. One with people in it is used only once all of them said yes (DP-13).

        Raises PictureRefused for a file that is no sound picture, and NotAllowed for missing words.
        """
        venue = self.get(venue_id)
        with self._history.together("venue_photo_added"):
            added = self._own_pictures().add_photo(venue.group_id, path, word, alt, people, recorder)
            after = replace(venue, photos=(*venue.photos, added.picture.picture_word))
            self._write(venue, after, kind="venue_changed")
        return added

    def remove_photo(self, venue_id: VenueId, picture_word: str) -> None:
        """Take a photo away from the place and from the group's own photos. Raises NotAllowed if it is not there."""
        venue = self.get(venue_id)
        if picture_word not in venue.photos:
            raise NotAllowed(Reason.NOT_FOUND)
        with self._history.together("venue_photo_removed"):
            if any(photo.picture_word == picture_word for photo in self.photos(venue)):
                self._own_pictures().remove(OwnPictureId(picture_word.removeprefix(OWN)))
            after = replace(venue, photos=tuple(one for one in venue.photos if one != picture_word))
            self._write(venue, after, kind="venue_changed")

    def photos(self, venue: Venue) -> tuple[OwnPicture, ...]:
        """The photos of a place that are still there, in the order in which they were added."""
        own = (
            {one.picture_word: one for one in self._own_pictures().own_pictures(venue.group_id)} if venue.photos else {}
        )
        return tuple(own[word] for word in venue.photos if word in own)

    def _write(self, before: Venue | None, after: Venue, *, kind: str) -> None:
        if after == before:
            return
        self._store.save(after)
        taken_back = before or replace(after, removed_on=today(self._clock))
        self._history.note(
            Act(kind=kind, undo=lambda: self._store.save(taken_back), redo=lambda: self._store.save(after))
        )
