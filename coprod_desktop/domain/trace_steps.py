"""The path of a line through the meetings: from the first idea to the answer, one step at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from coprod_desktop.domain.after_events import ToldHow
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.lines import Helped, SaidHow, YesAnswer
from coprod_desktop.domain.proposer import Source
from coprod_desktop.domain.what_became import Became


@dataclass(frozen=True, kw_only=True)
class Whose:
    """Whose something is, as it may be printed: `people` are those who may be named, with their printed names.

    `unnamed` more did not want to be named, or are not known any more. `ticket` is the number of an idea without names.
    """

    people: tuple[PersonId, ...] = ()
    names: tuple[str, ...] = ()
    unnamed: int = 0
    sources: tuple[Source, ...] = ()
    ticket: int | None = None


NOBODY = Whose()
"""Nobody is known."""


class TraceKind(StrEnum):
    """What happened at a step of a path."""

    ITEM = "item"
    IDEA = "idea"
    JOINED = "joined"
    OUTCOME = "outcome"
    DECISION = "decision"
    WORDING = "wording"
    OBJECTION = "objection"
    NEEDED_YES = "needed_yes"
    ACTION = "action"
    RESULT = "result"
    HELPED = "helped"
    TOLD = "told"


@dataclass(frozen=True, kw_only=True)
class TraceStep:
    """One step. `on` is the day on which it happened, or that of its meeting if no other is known.

    `words` are those that are printed: of the line, the objection, the result, or what was said. `first_words` stand
    at a WORDING, with whether the proposer agreed, or that the words were only made easier to read. `who` must also
    say yes, or an idea was passed on to them; `place` is that of a NEEDED_YES among those of its decision.
    `days_waited` counts from the day on which they were asked to their
    answer, or to today. `is_earlier` marks an idea that was carried on, or a decision that looks again at an earlier
    one. `by` told the answer, or took the idea back.
    """

    kind: TraceKind
    line_id: str
    meeting_id: MeetingId
    meeting_title: str
    on: date
    words: str = ""
    first_words: str = ""
    reason: str = ""
    picture: str = ""
    whose: Whose = NOBODY
    by: Whose = NOBODY
    became: Became | None = None
    who: str = ""
    asked_on: date | None = None
    answered_on: date | None = None
    answer: YesAnswer | None = None
    days_waited: int | None = None
    place: int | None = None
    agreed_by_proposer: bool | None = None
    is_not_here: bool = False
    is_made_easier: bool = False
    due_on: date | None = None
    helped: Helped | None = None
    told_how: ToldHow | None = None
    said_how: SaidHow | None = None
    is_earlier: bool = False
    is_taken_back: bool = False
    is_taken_out: bool = False


@dataclass(frozen=True, kw_only=True)
class Path:
    """The whole path of the line `asked_for`, the same from each of its lines, oldest step first.

    `untold` says by line who still waits to hear, `UNNAMED` for whoever holds its ticket.
    """

    asked_for: str
    group_id: GroupId
    steps: tuple[TraceStep, ...]
    untold: Mapping[str, tuple[PersonId, ...]] = field(default_factory=dict)
