"""Private words are taken out for good, with the yes of 2 people; times of single people are dropped (R42, DP-16)."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import NamedTuple

from coprod_desktop.domain.after_events import WordsTakenOut
from coprod_desktop.domain.equal_voice import equal_voice, kept_voices
from coprod_desktop.domain.events import Event, Step
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId, StepId
from coprod_desktop.domain.person import Person, is_written_to
from coprod_desktop.domain.presence import kept_presences
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.undone_lines import undone_lines
from coprod_desktop.services.act_history import ActHistory
from coprod_desktop.services.clock import Clock
from coprod_desktop.services.meeting_service import MeetingService
from coprod_desktop.services.new_ids import NewId
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.erasure import Erasure, TakenOut
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore

__all__ = ["ErasureService", "LineText", "TakenOut", "UndoneLine"]

Listener = Callable[[tuple[MeetingId, ...]], None]


@dataclass(frozen=True)
class LineText:
    """Some words that are kept of a line. `field` tells what they are, such as "text" or "reason"."""

    field: str
    text: str


class UndoneLine(NamedTuple):
    """A line that was undone, and the newest words that are kept of it."""

    line_id: str
    words: str


class ErasureService:
    """What cannot be undone. Nothing of the words or of why they go is kept, only who asked and who said yes."""

    def __init__(
        self, database: Database, meetings: MeetingService, history: ActHistory, clock: Clock, new_id: NewId
    ) -> None:
        self._erasure = Erasure(database)
        self._log = MeetingLog(database)
        self._people = PeopleStore(database)
        self._meetings = meetings
        self._history = history
        self._clock = clock
        self._new_id = new_id
        self._listeners: list[Listener] = []

    def when_taken_out(self, listener: Listener) -> None:
        """Call `listener` with the meetings whose words changed, after it is done."""
        self._listeners.append(listener)

    def texts_of(self, meeting_id: MeetingId, line_id: str) -> tuple[LineText, ...]:
        """All words that were ever kept of a line, the oldest first, those of undone steps too."""
        seen = dict.fromkeys(self._erasure.texts(meeting_id, line_id))
        return tuple(LineText(field, text) for field, text in seen)

    def undone_lines(self, meeting_id: MeetingId) -> tuple[UndoneLine, ...]:
        """Lines that were undone and whose words are kept still, the newest first: these can be taken out too."""
        found = undone_lines(self._log.steps(meeting_id), self._meetings.state(meeting_id))
        texts = ((line_id, self._erasure.texts(meeting_id, line_id)) for line_id in found)
        return tuple(UndoneLine(line_id, kept[-1][1]) for line_id, kept in texts if kept)

    def who_can_say_yes(self, meeting_id: MeetingId) -> tuple[Person, ...]:
        """Who can ask for it, and be the second person: everybody who is still in the group."""
        group_id: GroupId | None = self._meetings.state(meeting_id).group_id
        people = self._people.people(group_id) if group_id is not None else ()
        return tuple(person for person in people if is_written_to(person))

    def take_out(
        self,
        meeting_id: MeetingId,
        line_id: str,
        *,
        asked_by: PersonId,
        yes_from: PersonId,
        but: Collection[str] = (),
    ) -> TakenOut:
        """Take all words of a line out for good, but the texts in `but`. Nobody can undo it.

        Raises NotAllowed if the second person is the first or nobody of the group, or if there are no such words;
        StorageFault if it could not be done, and then all is as it was.
        """
        group = {person.id for person in self.who_can_say_yes(meeting_id)}
        if asked_by not in group or yes_from not in group or asked_by == yes_from:
            raise NotAllowed(Reason.SECOND_PERSON_MISSING, "yes_from")
        if all(one.text in but for one in self.texts_of(meeting_id, line_id)):
            raise NotAllowed(Reason.NOT_FOUND)
        said = WordsTakenOut(line_id=line_id, asked_by=asked_by, yes_from=yes_from)
        done = self._erasure.take_out(meeting_id, line_id, self._step(said), but=but)
        self._history.forget()
        self._tell(done.meetings)
        for listener in self._listeners:
            listener(done.meetings)
        return done

    def drop_times(self, meeting_id: MeetingId) -> bool:
        """Take when and how long each person spoke or was out of the room out of a meeting (DP-16).

        Sums by perspective are kept. False if nothing of it is left to drop. Inside another write, call `finish`
        after it.
        """
        state = self._meetings.state(meeting_id)
        if state.group_id is None or not self._erasure.has_times(meeting_id):
            return False
        people = self._people.people(state.group_id, with_removed=True)
        kept = replace(kept_voices(equal_voice(state, people)), presences=kept_presences(state))
        done = self._erasure.drop_times(meeting_id, self._step(kept, is_automatic=True))
        self._tell(done.meetings)
        return True

    def finish(self) -> bool:
        """Write the file anew if that is still due since something was taken out; says whether it is clean."""
        return self._erasure.rewrite_if_due()

    def _tell(self, meeting_ids: tuple[MeetingId, ...]) -> None:
        self._meetings.words_were_taken_out(meeting_ids)

    def _step(self, event: Event, *, is_automatic: bool = False) -> Step:
        return Step(id=StepId(self._new_id()), at=self._clock.now(), events=(event,), is_automatic=is_automatic)
