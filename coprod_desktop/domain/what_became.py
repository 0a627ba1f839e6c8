"""The lines of a meeting as they are remembered: what was said, and what became of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import Words
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Source


class LineKind(StrEnum):
    """What sort of line it is."""

    ITEM = "item"
    IDEA = "idea"
    DECISION = "decision"
    ACTION = "action"


class Became(StrEnum):
    """What became of an agenda item, an idea, a decision or an action."""

    ON_AGENDA = "on_agenda"
    TALKED_ABOUT = "talked_about"
    KEPT_FOR_LATER = "kept_for_later"
    CARRIED_OVER = "carried_over"
    NOT_REACHED = "not_reached"
    NO_ANSWER_YET = "no_answer_yet"
    DECIDED = "decided"
    NOT_TAKEN_UP = "not_taken_up"
    LATER = "later"
    PASSED_ON = "passed_on"
    SAID = "said"
    JOINED = "joined"
    AGREED = "agreed"
    WAITS_FOR_YES = "waits_for_yes"
    SAID_NO = "said_no"
    NOT_AGREED = "not_agreed"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    DECIDED_ELSEWHERE = "decided_elsewhere"
    STILL_OPEN = "still_open"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def still_waits(self) -> bool:
        """Whether somebody has still to do or to answer something."""
        return self in _STILL_WAITS


WAITING_ITEMS = (Became.KEPT_FOR_LATER, Became.CARRIED_OVER, Became.NOT_REACHED)
"""What became of items that can be offered again."""

_STILL_WAITS = (
    *WAITING_ITEMS,
    Became.NO_ANSWER_YET,
    Became.LATER,
    Became.WAITS_FOR_YES,
    Became.DEFERRED,
    Became.STILL_OPEN,
)


@dataclass(frozen=True, kw_only=True)
class WaitsFor:
    """Who has not said yes to a decision, and the day on which they were asked."""

    who: str
    asked_on: date | None = None


class MeetingLine(NamedTuple):
    """One line of a meeting. `item_id` is the agenda item that it belongs to, empty if none.

    `also` are its further words: reasons, objections, results. `from_ids` are the lines that it goes on from, in this
    meeting or an earlier one. `untold` are those who wait to hear what happened to it, `UNNAMED` for a ticket. On
    `ask_on` it is asked whether an action helped; `helped_on` is when somebody said so last.
    """

    kind: LineKind
    line_id: str
    item_id: str
    words: Words
    became: Became
    proposers: tuple[PersonId, ...] = ()
    waits_for: tuple[WaitsFor, ...] = ()
    due_on: date | None = None
    also: str = ""
    perspectives: tuple[Perspective, ...] = ()
    ticket: int | None = None
    from_ids: tuple[str, ...] = ()
    untold: tuple[PersonId, ...] = ()
    sources: tuple[Source, ...] = ()
    ask_on: date | None = None
    helped_on: date | None = None
