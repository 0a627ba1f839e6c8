"""Who is not here yet, in time to do something about it (R07).

Before a meeting: no answer yet, perspectives that nobody coming holds, people who are new. Over the meetings of a
group: who was not seen for a while. In members' own time nobody is missing.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting import MeetingKind
from coprod_desktop.domain.meeting_state import Attendance, MeetingState, Phase
from coprod_desktop.domain.person import MessageAnswer, Person, Perspective

MEETINGS_UNTIL_A_MESSAGE: Final = 3
"""After so many meetings together without being seen, a person gets the one kind message."""

_ALWAYS_LOOKED_FOR: Final = (Perspective.LIVED_EXPERIENCE, Perspective.CARER, Perspective.PROFESSIONAL)
_LOOKED_FOR_IF_KNOWN: Final = (Perspective.LOCAL_PERSON, Perspective.SUPPORTER)


class Why(StrEnum):
    """Why nobody who comes holds a perspective; each asks for another thing to do."""

    NOBODY_SAID_YES = "nobody_said_yes"
    ALL_SORRY = "all_sorry"
    NOBODY_ASKED = "nobody_asked"
    NOBODY_IN_GROUP = "nobody_in_group"


@dataclass(frozen=True, kw_only=True)
class MissingPerspective:
    """A perspective that nobody who said yes holds, as people last said. It names no one."""

    perspective: Perspective
    why: Why


@dataclass(frozen=True, kw_only=True)
class NotHereYet:
    """How it stands with a meeting to come. People are in the order in which they were asked.

    `newcomers` were asked and never came to a meeting. `not_said` counts who comes and never said where they speak
    from, so that nobody reads more into `missing` than is known.
    """

    asked: tuple[PersonId, ...] = ()
    coming: tuple[PersonId, ...] = ()
    sorry: tuple[PersonId, ...] = ()
    no_answer: tuple[PersonId, ...] = ()
    missing: tuple[MissingPerspective, ...] = ()
    newcomers: tuple[PersonId, ...] = ()
    not_said: int = 0
    is_own_time: bool = False
    is_over: bool = False


@dataclass(frozen=True, kw_only=True)
class Gathering:
    """One meeting of a group: who was on its list, who came, and who said that they will."""

    held_on: date
    kind: MeetingKind
    came: frozenset[PersonId]
    coming: frozenset[PersonId] = frozenset()
    asked: frozenset[PersonId] = frozenset()
    sorry: frozenset[PersonId] = frozenset()

    def was_for(self, person_id: PersonId) -> bool:
        """Whether a person could be looked for there.

        If it was noted who was asked, only those; of an older record that names only who came, everybody.
        """
        has_asked = self.asked - self.came - self.sorry
        return not has_asked or person_id in self.asked


def gathering_of(state: MeetingState) -> Gathering | None:
    """What of a meeting tells who was seen; None for one that was never opened or that was put away."""
    if state.details is None or state.is_put_away:
        return None
    seen = state.attendance.values()
    return Gathering(
        held_on=state.details.held_on,
        kind=state.details.kind,
        came=frozenset(one.person_id for one in seen if one.came),
        coming=frozenset(one.person_id for one in seen if one.is_coming),
        asked=frozenset(state.attendance),
        sorry=frozenset(one.person_id for one in seen if one.is_sorry),
    )


def not_seen(gatherings: Iterable[Gathering], today: date) -> frozenset[PersonId]:
    """Who came once and was then at none of the last 3 meetings together.

    Whoever never came is new and not missing; whoever came to anything else, or said yes to a meeting that is still to
    come, is in touch. A day on which nobody was written down tells nothing.
    """
    listed = list(gatherings)
    last_seen = last_seen_on(listed)
    held = [one for one in listed if one.kind is MeetingKind.TOGETHER and one.came and one.held_on <= today]
    in_touch = frozenset(who for one in listed if one.held_on >= today for who in one.coming)
    return frozenset(
        who
        for who, day in last_seen.items()
        if who not in in_touch
        and sum(1 for one in held if one.held_on > day and one.was_for(who)) >= MEETINGS_UNTIL_A_MESSAGE
    )


def last_seen_on(gatherings: Iterable[Gathering]) -> Mapping[PersonId, date]:
    """The day on which each person was last at a meeting of any kind; whoever never came is not there."""
    days: dict[PersonId, date] = {}
    for one in gatherings:
        for who in one.came:
            days[who] = max(days.get(who, date.min), one.held_on)
    return days


def wants_no_letters(person: Person, last_seen: date | None) -> bool:
    """Whether nothing is sent to a person: they are gone, or said "no thank you" and did not come again since."""
    if person.removed_on is not None or person.gone is not None:
        return True
    message = person.kind_message
    if message is None or message.answer is not MessageAnswer.NO_THANK_YOU:
        return False
    return last_seen is None or last_seen <= message.sent_on


def not_here_yet(
    state: MeetingState, people: Sequence[Person], *, new: Collection[PersonId], today: date
) -> NotHereYet:
    """How it stands. `people` are those of the group who may be asked; others on the list are left out.

    `new` are people who never came to a meeting.
    """
    if state.details is None:
        return NotHereYet()
    known = {person.id: person for person in people}
    listed = [seen for who, seen in state.attendance.items() if who in known]
    coming = tuple(one.person_id for one in listed if one.said_yes_or_came)
    sorry = tuple(one.person_id for one in listed if one.is_sorry)
    is_over = _is_over(state, today)
    is_own_time = state.details.kind is MeetingKind.OWN_TIME
    waiting = () if is_over or is_own_time else tuple(who for who in _ids(listed) if who not in {*coming, *sorry})
    held = {person.id: _said(state, person) for person in people}
    is_looked_at = not is_over and state.details.kind is MeetingKind.TOGETHER and bool(listed)
    return NotHereYet(
        asked=_ids(listed),
        coming=coming,
        sorry=sorry,
        no_answer=waiting,
        missing=_missing(held, _ids(listed), coming, sorry) if is_looked_at else (),
        newcomers=() if is_over else tuple(who for who in _ids(listed) if who in new and who not in sorry),
        not_said=sum(1 for who in coming if not held[who]),
        is_own_time=is_own_time,
        is_over=is_over,
    )


def _ids(listed: Iterable[Attendance]) -> tuple[PersonId, ...]:
    return tuple(one.person_id for one in listed)


def _is_over(state: MeetingState, today: date) -> bool:
    is_past = state.details is not None and state.details.held_on < today
    return is_past or state.phase is Phase.FINISHED or bool(state.room.began_at)


def _said(state: MeetingState, person: Person) -> frozenset[Perspective]:
    """Where a person speaks from: as they said for this meeting, else as they last said."""
    seen = state.attendance.get(person.id)
    said = seen.perspectives if seen is not None and seen.perspectives else person.perspectives
    return frozenset(said) - {Perspective.NOT_SAID}


def _missing(
    held: Mapping[PersonId, frozenset[Perspective]],
    asked: Sequence[PersonId],
    coming: Collection[PersonId],
    sorry: Collection[PersonId],
) -> tuple[MissingPerspective, ...]:
    in_group, of_coming = _all_of(held, held), _all_of(held, coming)
    looked_for = (*_ALWAYS_LOOKED_FOR, *(one for one in _LOOKED_FOR_IF_KNOWN if one in in_group))
    reasons = (
        (Why.NOBODY_IN_GROUP, in_group),
        (Why.NOBODY_ASKED, _all_of(held, asked)),
        (Why.ALL_SORRY, _all_of(held, (who for who in asked if who not in sorry))),
        (Why.NOBODY_SAID_YES, of_coming),
    )
    found = [
        MissingPerspective(perspective=one, why=next(why for why, holders in reasons if one not in holders))
        for one in looked_for
        if one not in of_coming
    ]
    # Before the first yes, all of them are waited for alike.
    return tuple(one for one in found if coming or one.why is not Why.NOBODY_SAID_YES)


def _all_of(held: Mapping[PersonId, frozenset[Perspective]], people: Iterable[PersonId]) -> frozenset[Perspective]:
    return frozenset(perspective for who in people for perspective in held.get(who, frozenset()))
