"""What papers about a meeting to come are made of; of what helps people, only lines that are for everybody (DP-04)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from coprod_desktop.domain.getting_ready import who_comes
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import Attendance, MeetingState
from coprod_desktop.domain.need_rules import NEED_RULES, DoneBy, ReadyList, rules_for
from coprod_desktop.domain.own_picture import OwnPicture
from coprod_desktop.domain.person import Person, Perspective, agreed_codes
from coprod_desktop.domain.venue import Venue


@dataclass(frozen=True, kw_only=True)
class InvitationFacts:
    """One meeting to come, as everybody is told of it. Nothing in it is one person's alone.

    `people` is everybody who may be named: who is asked, and who proposed something. `lines` are the keys of need rules
    that stand on every invitation. `faces` are pictures of those only who said yes to "who is who" (DP-13), for that
    page alone; `place_photos` picture words that may be shown, `own_pictures` the photos and symbols themselves.
    `today` is the day on which the paper is made.
    """

    state: MeetingState
    group: Group
    people: Sequence[Person]
    today: date
    venue: Venue | None = None
    lines: frozenset[str] = frozenset()
    faces: Mapping[PersonId, str] = field(default_factory=dict)
    place_photos: tuple[str, ...] = ()
    own_pictures: tuple[OwnPicture, ...] = ()

    @property
    def details(self) -> MeetingDetails:
        """What, when and where. Raises ValueError for a meeting that was never opened."""
        if self.state.details is None:
            raise ValueError("nobody can be invited to a meeting that was never opened")
        return self.state.details

    @property
    def asked(self) -> tuple[Attendance, ...]:
        """Everybody who is asked and has not said sorry."""
        return tuple(self.state.attendance[who] for who in who_comes(self.state))

    @property
    def place(self) -> str:
        """What the place is called."""
        return self.details.venue or (self.venue.name if self.venue else "")

    @property
    def place_pictures(self) -> tuple[OwnPicture, ...]:
        """The photos of the place that may be shown, in the order in which they were added."""
        known = {picture.picture_word: picture for picture in self.own_pictures}
        return tuple(known[word] for word in self.place_photos if word in known)

    def perspectives_of(self, seen: Attendance) -> tuple[Perspective, ...]:
        """Where a person speaks from: as said for this meeting, else as last said."""
        known = {person.id: person.perspectives for person in self.people}
        return seen.perspectives or known.get(seen.person_id, ())


def invitation_lines(people: Iterable[Person]) -> frozenset[str]:
    """The keys of what stands on every invitation, such as "no_perfume"; it names no one and counts no one (AN-32)."""
    return frozenset(rule.key for rule in rules_for(agreed_codes(people)) if ReadyList.INVITATION in rule.lists)


def booking_days() -> int:
    """How many days the longest booking needs: the same for everybody, whatever anybody needs."""
    return max(_booking_days())


def tell_by(held_on: date, today: date) -> date | None:
    """By when people should say what helps them: the first day for bookings that is still to come, None if none is.

    It is worked out from all bookings that anybody could need, so it tells nothing of anyone (DP-04).
    """
    days = (held_on - timedelta(days=due) for due in _booking_days())
    return min((day for day in days if day > today), default=None)


def _booking_days() -> frozenset[int]:
    rules = (rule for rule in NEED_RULES if rule.done_by is DoneBy.STEPS)
    return frozenset(rule.due_days for rule in rules if rule.due_days)
