"""What a list for one role is made of: how many and what, and by name only who said that it may be shared (DP-04)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.need_rules import DoneBy, ReadyList
from coprod_desktop.domain.venue import Checked, Venue


class RoleList(StrEnum):
    """What can be printed, in the order in which it is needed."""

    BOOKINGS = "bookings"
    PAPERS = "papers"
    CATERING = "catering"
    TRANSPORT = "transport"
    MONEY = "money"
    CONTACT = "contact"
    ROOM = "room"
    SAFETY = "safety"
    DOOR_SIGN = "door_sign"
    NAME_CARDS = "name_cards"
    DID_IT_WORK = "did_it_work"


SHOWN_ON: Final = {
    RoleList.BOOKINGS: (ReadyList.BOOKING,),
    RoleList.PAPERS: (ReadyList.PAPERS, ReadyList.PACK),
    RoleList.CATERING: (ReadyList.CATERING,),
    RoleList.TRANSPORT: (ReadyList.TRANSPORT,),
    RoleList.MONEY: (ReadyList.COST,),
    RoleList.CONTACT: (ReadyList.CONTACT,),
    RoleList.ROOM: (ReadyList.ROOM, ReadyList.BREAKS),
    RoleList.SAFETY: (ReadyList.SAFETY,),
}
"""Which lists of the table of needs each paper prints; what stands on none of them is printed on none."""


@dataclass(frozen=True, kw_only=True)
class RoleLine:
    """One thing to do, in words: how many it is for and never who. `state` is how far it has come, in words.

    `kinds` are known kinds of food or languages, each with how many people want it; `others` is of how many somebody
    must ask what it is.
    """

    key: str
    lists: tuple[ReadyList, ...]
    done_by: DoneBy
    words: str
    note: str = ""
    state: str = ""
    due_on: date | None = None
    is_done: bool = False
    is_late: bool = False
    may_be_too_late: bool = False
    is_of_place: bool = False
    is_by_itself: bool = False
    checked: Checked | None = None
    kinds: tuple[tuple[str, int], ...] = ()
    others: int = 0


@dataclass(frozen=True, kw_only=True)
class HelpedOut:
    """Somebody who is helped out in a fire and said that it may be shared. `helper` is empty until one is named."""

    name: str
    helper: str = ""


@dataclass(frozen=True, kw_only=True)
class Reached:
    """Somebody to write to or phone, who said that it may be shared. `keys` are those of the rules for them.

    `ways` are known ways to reach them, in words. `asks_first`: more stands in their own words, which only the
    facilitator has.
    """

    name: str
    contact: str = ""
    keys: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    asks_first: bool = False


@dataclass(frozen=True, kw_only=True)
class RoleFacts:
    """All that a list can tell. `people` is how many may come.

    `helped` and `reached` are told by name; `others_helped` and `others_reached` are counts of those who are not.
    `kept_back` is how many things are not on the list, or for more people than it says.
    """

    state: MeetingState
    group: Group
    lines: tuple[RoleLine, ...] = ()
    venue: Venue | None = None
    people: int = 0
    helped: tuple[HelpedOut, ...] = ()
    others_helped: int = 0
    reached: tuple[Reached, ...] = ()
    others_reached: int = 0
    kept_back: int = 0


def lines_of(which: RoleList, lines: Sequence[RoleLine]) -> tuple[RoleLine, ...]:
    """What stands on one list, in the order of the dates."""
    shown = SHOWN_ON.get(which, ())
    found = (line for line in lines if any(one in shown for one in line.lists))
    return tuple(sorted(found, key=lambda line: line.due_on or date.max))
