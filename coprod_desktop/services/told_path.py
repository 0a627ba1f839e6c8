"""The path of a line in easy words: what a screen shows and a paper prints, step by step (R35)."""

from dataclasses import dataclass
from datetime import date

from coprod_desktop.domain.ids import GroupId, MeetingId
from coprod_desktop.domain.trace_steps import TraceKind
from coprod_desktop.minutes.sentences import sentences


@dataclass(frozen=True, kw_only=True)
class ToldStep:
    """One thing that happened. `own_words` are those of people, `before` and `lines` what is told around them.

    `picture` is a picture word; `waits` is whether somebody has still to answer. `place` is that of a yes that is
    needed among those of its decision.
    """

    kind: TraceKind
    label: str
    day: date
    day_words: str
    meeting_id: MeetingId
    meeting_title: str
    line_id: str
    own_words: str = ""
    before: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    picture: str = ""
    waits: bool = False
    place: int | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it, in order."""
        return (*self.before, *sentences(self.own_words), *self.lines)


@dataclass(frozen=True, kw_only=True)
class ToldPath:
    """The steps from the first words to the answer. `waits_to_hear`: who has not heard it, or that there is none."""

    group_id: GroupId
    title: str
    steps: tuple[ToldStep, ...]
    waits_to_hear: tuple[str, ...] = ()

    @property
    def decision(self) -> ToldStep | None:
        """What was decided last, if anything."""
        return next((step for step in reversed(self.steps) if step.kind is TraceKind.DECISION), None)

    @property
    def unanswered(self) -> ToldStep | None:
        """The last yes that is waited for."""
        asked = (step for step in reversed(self.steps) if step.kind is TraceKind.NEEDED_YES)
        return next((step for step in asked if step.waits), None)
