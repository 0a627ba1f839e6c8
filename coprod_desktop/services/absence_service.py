"""Who is not here yet, and the one kind message to people who were not seen for a while (R07)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.not_here_yet import (
    Gathering,
    MissingPerspective,
    NotHereYet,
    Why,
    gathering_of,
    last_seen_on,
    not_here_yet,
    not_seen,
    wants_no_letters,
)
from coprod_desktop.domain.person import KindMessage, MessageAnswer, Person
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import replay
from coprod_desktop.services.act_history import Act, ActHistory
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.people_service import folded
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.meeting_store import MeetingStore
from coprod_desktop.storage.people_store import PeopleStore

__all__ = ["AbsenceService", "MissingPerspective", "NotHereYet", "Why"]

_KINDS: Final = tuple(
    event.kind
    for event in (
        ev.MeetingOpened,
        ev.MeetingDetailsChanged,
        ev.MeetingPutAway,
        ev.MeetingBroughtBack,
        ev.PersonExpected,
        ev.PersonReplied,
        ev.PersonSentSorry,
        ev.PersonTakenOff,
        ev.PersonArrived,
        ev.PersonLeft,
    )
)
"""The events that tell who was asked and who came; nothing else of a meeting is read."""

_MessageOf = Callable[[Person], KindMessage | None]


class AbsenceService:
    """Reads of each meeting once who came, and again only after it was changed."""

    def __init__(self, database: Database, history: ActHistory, clock: Clock) -> None:
        self._meetings = MeetingStore(database)
        self._log = MeetingLog(database)
        self._people = PeopleStore(database)
        self._history = history
        self._clock = clock
        self._read: dict[MeetingId, tuple[int, Gathering | None]] = {}

    # Before a meeting

    def not_here_yet(self, state: MeetingState) -> NotHereYet:
        """How it stands with a meeting: answers, perspectives that nobody coming holds, people who are new."""
        if state.group_id is None:
            return NotHereYet()
        people = self._people.people(state.group_id)
        last_seen = last_seen_on(self._gatherings(state.group_id))
        asked = [one for one in people if not wants_no_letters(one, last_seen.get(one.id))]
        return not_here_yet(state, asked, new=_new(asked, last_seen), today=today(self._clock))

    def may_be_asked(self, group_id: GroupId) -> tuple[Person, ...]:
        """Everybody who can be sent something, by the alphabet: nobody who is gone or said "no thank you"."""
        last_seen = last_seen_on(self._gatherings(group_id))
        people = (one for one in self._people.people(group_id) if not wants_no_letters(one, last_seen.get(one.id)))
        return tuple(sorted(people, key=lambda person: folded(person.name)))

    def newcomers(self, group_id: GroupId) -> frozenset[PersonId]:
        """People who never came to a meeting. In a group that never met nobody is newer than anybody else."""
        return _new(self._people.people(group_id), last_seen_on(self._gatherings(group_id)))

    # The one kind message

    def not_seen(self, group_id: GroupId) -> tuple[Person, ...]:
        """Who was not seen for 3 meetings together and never got the message, by the alphabet."""
        found = not_seen(self._gatherings(group_id), today(self._clock))
        people = (one for one in self._people.people(group_id) if one.id in found and one.kind_message is None)
        return tuple(sorted(people, key=lambda person: folded(person.name)))

    def waiting(self, group_id: GroupId) -> tuple[Person, ...]:
        """Who got the message, has not answered and was not seen since, by the alphabet."""
        last_seen = last_seen_on(self._gatherings(group_id))
        people = (one for one in self._people.people(group_id) if _is_waited_for(one, last_seen))
        return tuple(sorted(people, key=lambda person: folded(person.name)))

    def sent(self, people: Iterable[PersonId]) -> None:
        """Note that the message went out today; who had one keeps it, as there is never a second one."""
        sent = KindMessage(sent_on=today(self._clock))
        new = [one for one in self._people.by_ids(people).values() if one.kind_message is None]
        self._change("kind_message_sent", new, lambda _person: sent)

    def answered(self, person_id: PersonId, answer: MessageAnswer) -> None:
        """Note what somebody said to the message. Raises NotAllowed if none went out to them."""
        person = self._people.get(person_id)
        if person is None or person.kind_message is None:
            raise NotAllowed(Reason.NOT_FOUND)
        message = replace(person.kind_message, answer=answer)
        self._change("kind_message_answered", [person], lambda _person: message)

    def _change(self, kind: str, people: Iterable[Person], message_of: _MessageOf) -> None:
        """One act for all of these people. Undo and redo touch nothing else of a person, who may change meanwhile."""
        before = {person.id: person.kind_message for person in people if person.kind_message != message_of(person)}
        after = {person.id: message_of(person) for person in self._people.by_ids(before).values()}
        if not before:
            return
        self._keep(after)
        self._history.note(Act(kind=kind, undo=lambda: self._keep(before), redo=lambda: self._keep(after)))

    def _keep(self, messages: Mapping[PersonId, KindMessage | None]) -> None:
        for person in self._people.by_ids(messages).values():
            self._people.save(replace(person, kind_message=messages[person.id]))

    # The meetings of the group

    def _gatherings(self, group_id: GroupId) -> list[Gathering]:
        numbers = self._meetings.changed_numbers(group_id)
        found = (self._gathering(meeting_id, number) for meeting_id, number in numbers.items())
        return [gathering for gathering in found if gathering is not None]

    def _gathering(self, meeting_id: MeetingId, number: int) -> Gathering | None:
        """Read again only after the meeting was changed."""
        kept = self._read.get(meeting_id)
        if kept is None or kept[0] != number:
            kept = number, gathering_of(replay(meeting_id, self._log.steps_of_kinds(meeting_id, _KINDS)))
            self._read[meeting_id] = kept
        return kept[1]


def _new(people: Iterable[Person], last_seen: Mapping[PersonId, date]) -> frozenset[PersonId]:
    return frozenset(person.id for person in people if person.id not in last_seen) if last_seen else frozenset()


def _is_waited_for(person: Person, last_seen: Mapping[PersonId, date]) -> bool:
    message = person.kind_message
    if message is None or message.answer is not MessageAnswer.NONE_YET:
        return False
    return last_seen.get(person.id, date.min) <= message.sent_on
