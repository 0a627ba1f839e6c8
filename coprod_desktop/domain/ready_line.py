"""One thing to do before a meeting, how far it has come and what comes next; it names nobody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from coprod_desktop.domain.adjustment import Adjustment, GroupState, PersonSaid
from coprod_desktop.domain.need_rule import DoneBy, NeedRule
from coprod_desktop.domain.venue import Checked

_IN_STEPS: Final = (DoneBy.STEPS, DoneBy.PLACE)
_WORKED_OUT: Final = (DoneBy.PROGRAM, DoneBy.HELPERS)
_ALL_STEPS: Final = tuple(GroupState)
_ONE_STEP: Final = (GroupState.NOT_ASKED, GroupState.READY)


@dataclass(frozen=True, kw_only=True)
class ReadyLine:
    """One thing to do, for so many people; no person stands on it, and none of their words.

    `due_on` is the last good day for it. `is_late`: that day has passed and it is not done. `may_be_too_late`: so
    little time is left that it may not work any more. `has_grown`: it was done for fewer people than come now.
    `place_lacks_it`: somebody looked, and the place does not have it. `is_day_named`: somebody's words name the day of
    the week. `is_covered`: what is done for a stricter line is enough for this one too. `adjustment` is what was
    marked, if anything. `said` counts what people said of it.
    """

    rule: NeedRule
    people: int
    state: GroupState
    due_on: date | None = None
    is_late: bool = False
    may_be_too_late: bool = False
    has_grown: bool = False
    place_lacks_it: bool = False
    is_day_named: bool = False
    is_covered: bool = False
    checked: Checked | None = None
    adjustment: Adjustment | None = None
    said: Mapping[PersonSaid, int] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What names this line in marks and words."""
        return self.rule.key

    @property
    def is_done(self) -> bool:
        """Whether the group has done its side: a booking is arranged, anything else is ready."""
        is_arranged = self.rule.done_by is DoneBy.STEPS and self.state is GroupState.ARRANGED
        return (is_arranged or self.state is GroupState.READY) and not self.has_grown

    @property
    def is_by_itself(self) -> bool:
        """Whether nobody has to do anything: the program does it."""
        return self.rule.done_by is DoneBy.PROGRAM

    @property
    def reason(self) -> str:
        """Why the group cannot do it, in its own words."""
        return self.adjustment.reason if self.adjustment else ""

    @property
    def marked_on(self) -> date | None:
        """The day of the latest step, None if none was marked."""
        return self.adjustment.marked_on if self.adjustment else None

    @property
    def is_undone(self) -> bool:
        """Whether somebody still has to do it: nobody wrote why it cannot be done (UI-27)."""
        return not (self.is_done or self.is_by_itself or self.is_covered or self.reason)

    @property
    def steps(self) -> tuple[GroupState, ...]:
        """What this line can be marked as, in order; nothing if it comes of something else."""
        if self.rule.done_by in _WORKED_OUT:
            return ()
        return _ALL_STEPS if self.rule.done_by in _IN_STEPS else _ONE_STEP

    @property
    def next_state(self) -> GroupState | None:
        """What the group marks next. None if nothing is to be marked.

        A place is ready once somebody has looked; if it lacks something, that can be asked for and arranged. If more
        people come than it was done for, what was done is marked again.
        """
        if not self.steps:
            return None
        if self.rule.done_by is DoneBy.PLACE and not self.place_lacks_it:
            return None if self.state is GroupState.READY else GroupState.READY
        if self.has_grown and self.state in (GroupState.ARRANGED, GroupState.READY):
            return self.state
        later = self.steps[self.steps.index(self.state) + 1 :]
        is_at_its_end = self.place_lacks_it and self.state is GroupState.ARRANGED
        return later[0] if later and not is_at_its_end else None

    @property
    def earlier_state(self) -> GroupState | None:
        """The step before, for what was marked and is not so. None for what nobody marked."""
        is_marked = self.adjustment is not None and self.adjustment.state is self.state
        at = self.steps.index(self.state) if is_marked and self.state in self.steps else 0
        return self.steps[at - 1] if at > 0 else None

    @property
    def weakest_word(self) -> PersonSaid | None:
        """What people say of it: one "not met" is never outvoted. None while nobody has said anything."""
        return weakest(self.said)


def by_date(lines: Iterable[ReadyLine]) -> tuple[ReadyLine, ...]:
    """Lines in the order of their dates, those without one last."""
    return tuple(sorted(lines, key=lambda line: line.due_on or date.max))


def undone(lines: Iterable[ReadyLine]) -> tuple[ReadyLine, ...]:
    """What somebody still has to do, in the order of the dates."""
    return by_date(line for line in lines if line.is_undone)


def weakest(said: Mapping[PersonSaid, int]) -> PersonSaid | None:
    """The word that counts of all that were said: one "not met" is never outvoted, nor is one "partly" by "met"."""
    order = (PersonSaid.NOT_MET, PersonSaid.PARTLY, PersonSaid.MET)
    return next((word for word in order if said.get(word)), None)
