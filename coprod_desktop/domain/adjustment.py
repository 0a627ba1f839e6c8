"""What the group does about a need, and what the person themselves says about it on the day or after (R03)."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from coprod_desktop.domain.ids import MeetingId, PersonId


class GroupState(StrEnum):
    """How far the group has come: its side of a need."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    ARRANGED = "arranged"
    READY = "ready"


class PersonSaid(StrEnum):
    """The person's own word, theirs alone; one "not met" is never outvoted."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"


@dataclass(frozen=True, kw_only=True)
class Adjustment:
    """How far one thing to do for a meeting has come. It holds no person: it is the group's side.

    `key` is that of its rule in `need_rules`. `people` is for how many it was done, so that a person more is noticed.
    `place` is where it was done for; in another place it has to be looked at again. `reason` is written when the group
    cannot do it. Each date is the day on which the step was marked.
    """

    meeting_id: MeetingId
    key: str
    state: GroupState
    people: int = 0
    place: str = ""
    asked_on: date | None = None
    arranged_on: date | None = None
    ready_on: date | None = None
    reason: str = ""

    @property
    def marked_on(self) -> date | None:
        """The day of the latest step; None while nobody asked."""
        return {
            GroupState.NOT_ASKED: None,
            GroupState.ASKED: self.asked_on,
            GroupState.ARRANGED: self.arranged_on,
            GroupState.READY: self.ready_on,
        }[self.state]


@dataclass(frozen=True, kw_only=True)
class NeedAnswer:
    """What one person said about one need at one meeting, in their words if they gave any."""

    meeting_id: MeetingId
    person_id: PersonId
    code: str
    said: PersonSaid
    said_on: date
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class FireHelper:
    """Who helps a person out if there is a fire, at one meeting (AN-33): a name, typed or chosen."""

    meeting_id: MeetingId
    person_id: PersonId
    helper: str


_ORDER: Final = tuple(GroupState)
_DAYS: Final = {GroupState.ASKED: "asked_on", GroupState.ARRANGED: "arranged_on", GroupState.READY: "ready_on"}


def stepped(before: Adjustment, group_state: GroupState, day: date) -> Adjustment:
    """The mark in a new state, with the day of that step; the days of later steps go, and so does a reason why not.

    A step back keeps the day on which that step was marked.
    """
    later = _ORDER[_ORDER.index(group_state) + 1 :]
    days: dict[str, date | None] = {_DAYS[one]: None for one in later}
    is_back = before.state in later
    if group_state in _DAYS and not (is_back and getattr(before, _DAYS[group_state])):
        days[_DAYS[group_state]] = day
    return replace(before, state=group_state, reason="", **days)  # type: ignore[arg-type]
