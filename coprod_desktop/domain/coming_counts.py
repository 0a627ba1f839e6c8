"""Who is coming, by where people speak from as they last said: counts only, never who (DP-14)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Person, Perspective
from coprod_desktop.domain.told_voice import LEAST_PEOPLE

_LEAST_KEPT_BACK: Final = 2


@dataclass(frozen=True, kw_only=True)
class ComingCount:
    """One perspective: of `asked` people `coming` said yes or are here. `is_kept_back`: no number may be told."""

    perspective: Perspective
    asked: int
    coming: int
    is_kept_back: bool = False

    @property
    def is_few(self) -> bool:
        """Whether fewer than 3 people hold it."""
        return self.asked < LEAST_PEOPLE


def coming_counts(state: MeetingState, people: Mapping[PersonId, Person]) -> tuple[ComingCount, ...]:
    """One count for each perspective that somebody asked holds; a person with several counts in each."""
    asked: Counter[Perspective] = Counter()
    coming: Counter[Perspective] = Counter()
    for who, seen in state.attendance.items():
        held = seen.perspectives or (people[who].perspectives if who in people else ())
        asked.update(held)
        coming.update(held if seen.said_yes_or_came else ())
    return tuple(
        ComingCount(perspective=one, asked=asked[one], coming=coming[one]) for one in Perspective if asked[one]
    )


def told_counts(counts: Iterable[ComingCount]) -> tuple[ComingCount, ...]:
    """As the room may see them: none of fewer than 3 people, nor what could be worked out from the whole."""
    listed = list(counts)
    kept_back = {one.perspective for one in listed if one.is_few}
    while kept_back and not _are_hidden(listed, kept_back):
        told = [one for one in listed if one.perspective not in kept_back]
        if not told:
            break
        kept_back.add(min(told, key=lambda one: one.asked).perspective)
    return tuple(replace(one, is_kept_back=one.perspective in kept_back) for one in listed)


def _are_hidden(listed: Sequence[ComingCount], kept_back: set[Perspective]) -> bool:
    people = sum(one.asked for one in listed if one.perspective in kept_back)
    return len(kept_back) >= _LEAST_KEPT_BACK and people >= LEAST_PEOPLE
