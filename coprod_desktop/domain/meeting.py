"""The facts of a meeting that are set up beforehand: what, when, where, what is open and what is fixed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
    """Only the title must be there. Starts and ends are free words or a local ISO 8601 time with offset."""

    title: str
    held_on: date
    kind: MeetingKind = MeetingKind.TOGETHER
    starts_at: str = ""
    ends_at: str = ""
    venue: str = ""
    purpose: str = ""
    invitations_sent_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class FixedBound:
    """Something that this meeting cannot change, who fixed it and why."""

    what: str
    by_whom: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """What is open to the group and what is fixed already (R05)."""

    open: tuple[str, ...] = ()
    fixed: tuple[FixedBound, ...] = ()


@dataclass(frozen=True, kw_only=True)
class NextMeeting:
    """What is known of the meeting after this one."""

    held_on: date | None = None
    starts_at: str = ""
    venue: str = ""
