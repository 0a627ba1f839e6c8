"""What each person is asked to check: their own lines first, then what was decided (R26)."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from coprod_desktop.domain.after_events import LineAnswer, LineChecked
from coprod_desktop.domain.editions import Line, lines_of
from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Decision, Idea, MeetingState

_FIRST_NUMBER, _NUMBERS = 1000, 9000


@dataclass(frozen=True, kw_only=True)
class CheckLine:
    """One line on a check sheet. `is_own`: it tells what this person said, does or did not agree with."""

    line: Line
    is_own: bool
    answer: LineChecked | None = None


def check_lines(state: MeetingState, person_id: PersonId) -> tuple[CheckLine, ...]:
    """Every line that tells of a person, then every other decision. What was taken out for good is not asked about."""
    lines = [line for line_id, line in lines_of(state).items() if line_id not in state.after.words_taken_out]
    own = [line for line in lines if _tells_of(line, person_id)]
    others = [line for line in lines if isinstance(line, Decision) and line not in own]
    return tuple(
        CheckLine(line=line, is_own=line in own, answer=state.after.checks.get((str(line.id), person_id)))
        for line in (*own, *others)
    )


def open_answers(state: MeetingState) -> tuple[LineChecked, ...]:
    """The lines that somebody said no to, or wants to talk about, and that nobody has put right since then."""
    mended = {one.line_id: one.asked_on for one in state.after.corrections}
    known = lines_of(state)
    return tuple(
        one
        for one in state.after.checks.values()
        if one.answer is not LineAnswer.YES
        and one.line_id in known
        and not (one.line_id in mended and mended[one.line_id] >= one.said_on)
    )


def sheet_numbers(meeting_id: MeetingId, people: Iterable[PersonId]) -> Mapping[PersonId, int]:
    """A number of 4 digits for the check sheet of each person, who then need not write a name on it.

    It is worked out from the ids, so that it stays the same, and it says nothing about anybody.
    """
    numbers: dict[PersonId, int] = {}
    used: set[int] = set()
    for who in sorted(people):
        number = next(one for one in _numbers(meeting_id, who) if one not in used)
        used.add(number)
        numbers[who] = number
    return numbers


def _numbers(meeting_id: MeetingId, who: PersonId) -> Iterator[int]:
    seed = int.from_bytes(hashlib.sha256(f"{meeting_id} {who}".encode()).digest()[:8], "big")
    for step in range(_NUMBERS):
        yield _FIRST_NUMBER + (seed + step) % _NUMBERS


def _tells_of(line: Line, person_id: PersonId) -> bool:
    match line:
        case Action():
            return person_id in line.details.owners
        case Decision():
            objectors = [who for one in line.details.objections if one.by for who in one.by.people]
            details = line.details
            named = (*details.proposer.people, *details.supported_by, *details.built_on_by, *details.stood_aside)
            return person_id in (*named, *details.tried_by, *objectors)
        case AgendaItem() | Idea():
            return person_id in line.details.proposer.people
