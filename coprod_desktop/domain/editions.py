"""Editions of the minutes and their two yeses: both are about the words, and other words ask for both again (R26)."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Final

from coprod_desktop.domain.after_events import ChangeKind, CorrectionAsked, EditionChange
from coprod_desktop.domain.group import READERS_NEEDED
from coprod_desktop.domain.lines import (
    ActionDetails,
    AgendaItemDetails,
    DecisionDetails,
    IdeaDetails,
    IdeaOutcome,
    Medium,
    NeededYes,
    Outcome,
)
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Decision, Idea, MeetingState
from coprod_desktop.domain.person import MinutesFormat, Person, is_written_to

Line = AgendaItem | Idea | Decision | Action
"""What a person can say yes or no to."""

_LATER: Final[Mapping[type, frozenset[str]]] = {
    ActionDetails: frozenset({"state", "result", "helped", "ask_on"}),
    NeededYes: frozenset({"answer", "reason", "answered_on"}),
}
"""What comes after a meeting and is no change of its minutes: jobs that were done, the answers of others."""

_NOT_TOLD: Final[Mapping[type, frozenset[str]]] = {
    AgendaItem: frozenset({"count"}),
    AgendaItemDetails: frozenset({"picture", "minutes_wanted", "may_be_hard"}),
    IdeaDetails: frozenset({"picture", "recorder_id"}),
    DecisionDetails: frozenset({"picture"}),
    ActionDetails: frozenset({"picture"}),
    MeetingDetails: frozenset({"venue_id", "own_time_at", "food", "taking_part_money", "invitations_sent_on"}),
}
"""What pages do not tell in words, so that nobody has to check it again."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How far the minutes are, for the words that they have now.

    `edition` is the newest edition if it has these words, else 0; `changes` are what it has that the one before had
    not. `agreed_on` is the day on which a meeting agreed these words. With `has_later_news` the record also tells
    what happened since that edition was made.
    """

    edition: int = 0
    changes: tuple[EditionChange, ...] = ()
    readers_yes: int = 0
    readers_needed: int = READERS_NEEDED
    agreed_on: date | None = None
    has_later_news: bool = False

    @property
    def is_easy(self) -> bool:
        """Whether enough readers said that it is easy; until then pages say that they are not finished (ER-34)."""
        return self.readers_yes >= self.readers_needed

    @property
    def is_agreed(self) -> bool:
        """Whether a meeting said that it is right."""
        return self.agreed_on is not None


def standing(state: MeetingState, readers_needed: int = READERS_NEEDED, *, has_later_news: bool = False) -> Standing:
    """How far the minutes of a meeting are."""
    after, digest = state.after, words_digest(state)
    newest = after.edition
    is_same = newest is not None and newest.words_digest == digest
    days = [after.agreed[one.edition].agreed_on for one in after.editions
            if one.words_digest == digest and one.edition in after.agreed]  # fmt: skip
    return Standing(
        edition=newest.edition if newest and is_same else 0,
        changes=newest.changes if newest and is_same else (),
        readers_yes=sum(one.is_easy and one.words_digest == digest for one in after.readers.values()),
        readers_needed=readers_needed,
        agreed_on=max(days, default=None),
        has_later_news=has_later_news,
    )


def words_digest(state: MeetingState) -> str:
    """A digest of what the minutes of a meeting say.

    People stand in it by their ids, so that a new choice of name does not clear what was agreed. What came after the
    meeting is not in it, nor are pictures and times. A field that a later version adds changes nothing until used.
    """
    lines = {line_id: _told(line) for line_id, line in lines_of(state).items()}
    whole = {"about": _about(state), "lines": lines, "taken_out": sorted(state.after.words_taken_out)}
    return hashlib.sha256(_text(whole).encode()).hexdigest()


def later_digest(state: MeetingState) -> str:
    """A digest of what came after the meeting: jobs that were done, and the answers of others."""
    later = [
        *(_told(one.details, only=_LATER) for one in state.actions.values()),
        *(_told(yes, only=_LATER) for one in state.decisions.values() for yes in one.details.needs_yes_from),
    ]
    return hashlib.sha256(_text(later).encode()).hexdigest()


def changes_between(before: MeetingState, after: MeetingState) -> tuple[EditionChange, ...]:
    """What a new edition has that the one before had not, line by line, with who asked for it."""
    asked = {one.line_id: one for one in after.after.corrections if one not in before.after.corrections}
    return tuple(_with_asker(change, asked) for change in _changes(before, after))


def lines_of(state: MeetingState) -> dict[str, Line]:
    """Every line of a meeting by its id: the agenda, the ideas, the decisions, the actions."""
    listed: tuple[Line, ...] = (
        *state.agenda, *state.ideas.values(), *state.decisions.values(), *state.actions.values()
    )  # fmt: skip
    return {str(line.id): line for line in listed}


def words_of(line: Line) -> str:
    """The words of a line as they print."""
    return line.details.title if isinstance(line, AgendaItem) else line.words.printed


def readers_among(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """The people who chose easy read for themselves; they alone can say that the minutes are easy (ER-34)."""
    return tuple(
        one for one in people
        if is_written_to(one) and one.minutes is not None and one.minutes.format is MinutesFormat.EASY_READ
    )  # fmt: skip


def tells_of(state: MeetingState, person_id: str) -> bool:
    """Whether the minutes of a meeting tell of a person in any way."""
    whole = [_about(state), *(_told(line) for line in lines_of(state).values())]
    return json.dumps(str(person_id)) in _text(whole)


def _changes(before: MeetingState, after: MeetingState) -> Iterator[EditionChange]:
    old, new = lines_of(before), lines_of(after)
    for line_id, line in new.items():
        for kind in _kinds(old.get(line_id), line, is_out=_is_newly_out(line_id, before, after)):
            yield EditionChange(change=kind, line_id=line_id)
    for line_id in old.keys() - new.keys():
        yield EditionChange(change=ChangeKind.TAKEN_BACK, line_id=line_id)
    if _about(before) != _about(after):
        yield EditionChange(change=ChangeKind.FACTS)


def _kinds(old: Line | None, new: Line, *, is_out: bool) -> tuple[ChangeKind, ...]:
    if old is None:
        return (ChangeKind.ADDED,)
    if is_out:
        return (ChangeKind.TAKEN_OUT,)
    if _is_taken_back(new) and not _is_taken_back(old):
        return (ChangeKind.TAKEN_BACK,)
    words = (ChangeKind.WORDS,) if _own_words(old) != _own_words(new) else ()
    facts = (ChangeKind.FACTS,) if _facts(old) != _facts(new) else ()
    return (*words, *facts)


def _with_asker(change: EditionChange, asked: Mapping[str, CorrectionAsked]) -> EditionChange:
    correction = asked.get(change.line_id)
    if correction is None or correction.asked_by is None:
        return change
    return EditionChange(change=change.change, line_id=change.line_id, asked_by=correction.asked_by)


def _is_newly_out(line_id: str, before: MeetingState, after: MeetingState) -> bool:
    return line_id in after.after.words_taken_out - before.after.words_taken_out


def _is_taken_back(line: Line) -> bool:
    if isinstance(line, Idea):
        return line.details.outcome is IdeaOutcome.TAKEN_BACK
    return isinstance(line, Decision) and line.details.outcome is Outcome.WITHDRAWN


def _own_words(line: Line) -> object:
    return line.details.title if isinstance(line, AgendaItem) else line.words


def _facts(line: Line) -> object:
    told = _told(line)
    if isinstance(line, AgendaItem):
        return {**told, "details": {**told["details"], "title": ""}}
    return {**told, "words": ""}


def _about(state: MeetingState) -> Any:
    """What the minutes say that belongs to no line: the meeting, who came, what was open, what comes next."""
    came = [(who, seen.perspectives, seen.jobs) for who, seen in state.attendance.items() if seen.came]
    return _told(
        (
            state.details,
            state.bounds,
            state.next_meeting,
            sorted(came),
            sum(seen.is_sorry and not seen.came for seen in state.attendance.values()),
            state.room.guests,
            state.room.declarations,
        )
    )


def _told(value: Any, *, only: Mapping[type, frozenset[str]] | None = None) -> Any:
    """A value as plain lists and words, without fields that have their usual value and those that are not told."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _told(getattr(value, one.name), only=only) for one in _told_fields(value, only)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): _told(one, only=only) for key, one in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [_told(one, only=only) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _told_fields(value: Any, only: Mapping[type, frozenset[str]] | None) -> Iterator[Field[Any]]:
    kind = type(value)
    left_out = _LATER.get(kind, frozenset()) | _NOT_TOLD.get(kind, frozenset())
    if kind is IdeaDetails and value.medium is not Medium.WORDS:
        left_out -= {"picture"}
    wanted = only.get(kind) if only is not None else None
    for one in fields(value):
        is_wanted = one.name in wanted if wanted is not None else one.name not in left_out or only is not None
        if is_wanted and getattr(value, one.name) != _usual(one):
            yield one


def _usual(one: Field[Any]) -> Any:
    return one.default_factory() if one.default_factory is not MISSING else one.default


def _text(told: Any) -> str:
    return json.dumps(told, sort_keys=True, ensure_ascii=False)
