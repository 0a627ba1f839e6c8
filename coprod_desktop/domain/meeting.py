"""The facts of a meeting that are set up beforehand: what, when, where, what is open and what is fixed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coprod_desktop.domain.lines import HowOpen


class MeetingKind(StrEnum):
    """How people come together this time."""

    TOGETHER = "together"
    OWN_TIME = "own_time"
    ONE_TO_ONE = "one_to_one"
    DROP_IN = "drop_in"
    SURVEY = "survey"
    VISIT = "visit"
    SHADOWING = "shadowing"
    MEAL = "meal"
    OTHER_GROUPS_MEETING = "other_groups_meeting"
    BETWEEN_MEETINGS = "between_meetings"


class Job(StrEnum):
    """What a person does for this meeting; shared, on a rota; not a perspective."""

    CHAIR = "chair"
    FACILITATOR = "facilitator"
    TIMEKEEPER = "timekeeper"
    NOTE_TAKER = "note_taker"
    ROOM_WATCHER = "room_watcher"
    LAPTOP = "laptop"


@dataclass(frozen=True, kw_only=True)
class MeetingDetails:
    """Only the title must be there. Starts and ends are free words or a local ISO 8601 time with offset.

    `venue` is what the place is called, `venue_id` the place that the group remembers, empty if it is only a name.
    `food` and `taking_part_money` are told in words. `own_time_at` is when members meet before everybody does.
    `is_without_decisions`: this meeting asks nobody to decide anything (R43).
    """

    title: str
    held_on: date
    kind: MeetingKind = MeetingKind.TOGETHER
    starts_at: str = ""
    ends_at: str = ""
    venue: str = ""
    purpose: str = ""
    invitations_sent_on: date | None = None
    venue_id: str = ""
    food: str = ""
    taking_part_money: str = ""
    own_time_at: str = ""
    is_without_decisions: bool = False


@dataclass(frozen=True, kw_only=True)
class FixedBound:
    """Something that this meeting cannot change, who fixed it and why."""

    what: str
    by_whom: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """What is open to the group and what is fixed already (R05).

    `how_open` tells of each line of `open` in turn how open it is, None or nothing where nobody said. `not_given_up`
    is what people who use the service will not give up. `why_now` and `hoped_gain` are the organisation's own reasons:
    why it asks now, and what it hopes to gain or save.
    """

    open: tuple[str, ...] = ()
    fixed: tuple[FixedBound, ...] = ()
    how_open: tuple[HowOpen | None, ...] = ()
    not_given_up: tuple[str, ...] = ()
    why_now: str = ""
    hoped_gain: str = ""

    @property
    def open_lines(self) -> tuple[tuple[str, HowOpen | None], ...]:
        """Each thing that is open, with how open it is."""
        told = (*self.how_open, *(None for _ in self.open))
        return tuple(zip(self.open, told, strict=False))

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was written down."""
        return self == Bounds()


@dataclass(frozen=True, kw_only=True)
class NextMeeting:
    """What is known of the meeting after this one."""

    held_on: date | None = None
    starts_at: str = ""
    venue: str = ""
