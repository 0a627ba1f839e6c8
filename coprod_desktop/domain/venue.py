"""A place that the group remembers: how to get there and what it has, so that nobody measures a door twice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from coprod_desktop.domain.ids import GroupId

VenueId = NewType("VenueId", str)


class VenueCheck(StrEnum):
    """What somebody looks at in a place (AN-15, AN-25 to AN-28, AN-30, AN-31, AN-36, AN-46)."""

    STEP_FREE = "step_free"
    DOORS = "doors"
    TURNING = "turning"
    TABLE = "table"
    TOILET = "toilet"
    CHANGING_PLACE = "changing_place"
    PARKING = "parking"
    LOOP = "loop"
    SCREEN = "screen"
    QUIET_ROOM = "quiet_room"
    LIGHT = "light"
    PRAYER = "prayer"
    DOG = "dog"


class CheckAnswer(StrEnum):
    """What somebody found who looked."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What was found in a place, when, and a note such as "85 cm" or "Ask for the key"."""

    answer: CheckAnswer
    checked_on: date
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Venue:
    """A place. Only the name must be there; a check that nobody made is not in `checks`.

    `contact` is whom to ask there. `photos` are picture words of the group's own photos of the place.
    """

    id: VenueId
    group_id: GroupId
    name: str
    address: str = ""
    directions: str = ""
    contact: str = ""
    checks: Mapping[VenueCheck, Checked] = field(default_factory=dict)
    photos: tuple[str, ...] = ()
    removed_on: date | None = None
