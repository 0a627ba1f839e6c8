"""What one rule about a need is made of: when it applies, on which lists it stands, who does it, by when."""

import re
from dataclasses import dataclass
from enum import StrEnum

from coprod_desktop.domain.events import Through
from coprod_desktop.domain.venue import VenueCheck


class ReadyList(StrEnum):
    """The lists on which a line can stand; it stands on these and nowhere else (DP-04)."""

    ROOM = "room"
    BOOKING = "booking"
    BREAKS = "breaks"
    PAPERS = "papers"
    TURNS = "turns"
    PACK = "pack"
    CATERING = "catering"
    TRANSPORT = "transport"
    SAFETY = "safety"
    INVITATION = "invitation"
    CONTACT = "contact"
    COST = "cost"
    DATE = "date"
    PERSON = "person"


class DoneBy(StrEnum):
    """Who does what a rule says."""

    STEPS = "steps"
    """The group: asked, arranged, ready."""
    ONCE = "once"
    """The group, in one step: not done, or ready."""
    PLACE = "place"
    """The place has it; known once somebody has looked."""
    BREAKS = "breaks"
    """Breaks in the plan of the meeting."""
    HELPERS = "helpers"
    """A helper is named for each person."""
    PROGRAM = "program"
    """The program does it by itself."""


class When(StrEnum):
    """When a rule applies."""

    ALWAYS = "always"
    OVER_AN_HOUR = "over_an_hour"
    """Only for a meeting of more than 60 minutes."""
    UP_TO_AN_HOUR = "up_to_an_hour"
    """Only for a meeting of 60 minutes or less, or of which nobody knows the length."""
    IF_ASKED = "if_asked"
    """Only if the person's own words ask for it: `own_words` is found in them."""
    UNLESS_SAID = "unless_said"
    """Only while the person's own words say nothing of it: `own_words` is not found in them."""


@dataclass(frozen=True, kw_only=True)
class BreakRhythm:
    """A break at least every `minutes_between` minutes, `minutes_long` minutes long."""

    minutes_between: int
    minutes_long: int


@dataclass(frozen=True, kw_only=True)
class NeedRule:
    """One thing that a need does. `key` names it in marks and words and is never renamed.

    `due_days` is how many days before the meeting it should be done; `late_days` is under how many days there is a
    warning that it may be too late. None: on no day. `check` is what somebody looks at in the place. `rhythm` are the
    usual breaks, and `shortest` the fewest minutes between breaks that a person can ask for in their own words.
    `through` is how the person probably speaks; `waits_for_everyone`: the next turn waits until everybody has it.
    `names_days`: the person's own words may name days that are bad for them. `hides_clocks`: their turns have no timer.
    `longer_turns`: twice as long. `while_others_talk`: what is said for their turn holds for that of everybody while
    they are in the room.
    """

    code: str
    key: str
    lists: tuple[ReadyList, ...]
    done_by: DoneBy = DoneBy.ONCE
    due_days: int | None = None
    late_days: int | None = None
    check: VenueCheck | None = None
    when: When = When.ALWAYS
    own_words: re.Pattern[str] | None = None
    rhythm: BreakRhythm | None = None
    shortest: int = 0
    through: Through | None = None
    waits_for_everyone: bool = False
    names_days: bool = False
    hides_clocks: bool = False
    longer_turns: bool = False
    while_others_talk: bool = False

    @property
    def is_in_place(self) -> bool:
        """Whether another place asks for it anew."""
        return ReadyList.ROOM in self.lists
