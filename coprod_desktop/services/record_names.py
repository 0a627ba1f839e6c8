"""What each thing of a meeting is called in its record: as its file called it, else p1, a1, i1, d1, x1 and on."""

from collections.abc import Iterable, Iterator
from itertools import count

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.proposer import Proposer

FileId = tuple[str, str, str]
"""The kind of a thing, what the file calls it, and its id here."""

_FIRST_LETTERS = {"person": "p", "item": "a", "idea": "i", "decision": "d", "action": "x"}


class RecordNames:
    """Gives every thing of a meeting its id in the record; what the file named keeps its name and its place."""

    def __init__(self, file_ids: Iterable[FileId], state: MeetingState) -> None:
        known = tuple(file_ids)
        self._used = {local_id for _, local_id, _ in known}
        self._names = {(kind, entity_id): local_id for kind, local_id, entity_id in known}
        self.people = tuple(
            dict.fromkeys((*(PersonId(one) for kind, _, one in known if kind == "person"), *people_of(state)))
        )
        everything: dict[str, Iterable[str]] = {
            "person": self.people,
            "item": (item.id for item in state.agenda),
            "idea": state.ideas,
            "decision": state.decisions,
            "action": state.actions,
        }
        for kind, entity_ids in everything.items():
            self._name_new(kind, entity_ids)

    def of(self, kind: str, entity_id: str) -> str:
        """What a thing is called in the record."""
        return self._names[kind, entity_id]

    def has(self, kind: str, entity_id: str | None) -> bool:
        """Whether a thing is in the record."""
        return entity_id is not None and (kind, entity_id) in self._names

    def _name_new(self, kind: str, entity_ids: Iterable[str]) -> None:
        numbers = count(1)
        for entity_id in entity_ids:
            if (kind, entity_id) in self._names:
                continue
            name = next(name for name in (f"{_FIRST_LETTERS[kind]}{n}" for n in numbers) if name not in self._used)
            self._used.add(name)
            self._names[kind, entity_id] = name


def people_of(state: MeetingState) -> Iterator[PersonId]:
    """Everybody that a meeting tells of, some more than once."""
    yield from state.attendance
    for item in state.agenda:
        yield from item.details.proposer.people
    for turn in state.turns.values():
        yield from (turn.person_id, *turn.with_people)
    for idea in state.ideas.values():
        yield from idea.details.proposer.people
        if idea.details.recorder_id is not None:
            yield idea.details.recorder_id
    for decision in state.decisions.values():
        details = decision.details
        yield from (*details.proposer.people, *details.supported_by, *details.built_on_by, *details.stood_aside)
        yield from _objectors(objection.by for objection in details.objections)
    for action in state.actions.values():
        yield from action.details.owners


def _objectors(proposers: Iterable[Proposer | None]) -> Iterator[PersonId]:
    for proposer in proposers:
        if proposer is not None:
            yield from proposer.people
