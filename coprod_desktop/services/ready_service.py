"""Getting ready for a meeting: what is to do so that everybody who comes can take part, and how far the group is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from coprod_desktop.domain.adjustment import Adjustment, FireHelper, GroupState, PersonSaid, stepped
from coprod_desktop.domain.getting_ready import Preparation, ready_lines, without_helper
from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.need_lines import NeedLine, need_lines
from coprod_desktop.domain.need_rule import DoneBy
from coprod_desktop.domain.need_rules import HELPER_CODES, RULES_BY_KEY
from coprod_desktop.domain.person import Person, agreed_codes
from coprod_desktop.domain.ready_line import ReadyLine, undone
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import typed
from coprod_desktop.domain.venue import CheckAnswer
from coprod_desktop.services.act_history import Act, ActHistory
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.meeting_service import MeetingService
from coprod_desktop.services.own_word import NeedQuestion, OwnWords
from coprod_desktop.services.preparing import Preparing
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.ready_store import ReadyStore

if TYPE_CHECKING:
    from coprod_desktop.services.venue_service import VenueService

__all__ = ["NeedQuestion", "ReadyService"]


class ReadyService:
    """What can be asked about getting ready. Lines name nobody; only the people who come to a meeting are read.

    Everything is worked out anew each time, so that a meeting that was moved has new dates and keeps what was done.
    Whoever has the state of a meeting at hand gives it; else it is read.
    """

    def __init__(
        self,
        database: Database,
        meetings: MeetingService,
        venues: "Callable[[], VenueService]",
        history: ActHistory,
        clock: Clock,
    ) -> None:
        self._people = PeopleStore(database)
        self._store = ReadyStore(database)
        self._preparing = Preparing(database, meetings, clock)
        self._venues = venues
        self._history = history
        self._clock = clock
        self._own_words = OwnWords(self._store, history, clock)

    # What is to do

    def preparation(
        self, meeting_id: MeetingId, *, state: MeetingState | None = None, today: date | None = None
    ) -> Preparation:
        """All that is known about getting ready for a meeting: for lists that tell what is wanted."""
        return self._preparing.preparation(meeting_id, state, today)

    def lines(
        self, meeting_id: MeetingId, *, state: MeetingState | None = None, today: date | None = None
    ) -> tuple[ReadyLine, ...]:
        """What is to do before a meeting, one line a rule, done or not; without names and without own words."""
        return ready_lines(self.preparation(meeting_id, state=state, today=today))

    def undone(
        self, meeting_id: MeetingId, *, state: MeetingState | None = None, today: date | None = None
    ) -> tuple[ReadyLine, ...]:
        """What somebody still has to do, in the order of the dates."""
        return undone(self.lines(meeting_id, state=state, today=today))

    def undone_count(
        self, meeting_id: MeetingId, *, state: MeetingState | None = None, today: date | None = None
    ) -> int:
        """How many things somebody still has to do."""
        return len(self.undone(meeting_id, state=state, today=today))

    def needs_one_by_one(self, meeting_id: MeetingId, *, today: date | None = None) -> tuple[NeedLine, ...]:
        """A line for each thing that each need of each person does, in the order of the dates; it names nobody."""
        return need_lines(self.preparation(meeting_id, today=today))

    # The group's side

    def mark(
        self,
        meeting_id: MeetingId,
        key: str,
        group_state: GroupState,
        *,
        state: MeetingState | None = None,
    ) -> None:
        """Note how far the group is today with a line, forward or back.

        A place is ready when somebody looked and found it. Raises NotAllowed for a line that is not there, a place
        that was found without it, and helpers without a name.
        """
        known = self.preparation(meeting_id, state=state)
        line = _line_with(key, known)
        if group_state not in line.steps:
            raise NotAllowed(Reason.HELPER_MISSING if line.rule.done_by is DoneBy.HELPERS else Reason.NOT_FOUND)
        if line.rule.done_by is DoneBy.PLACE and group_state is GroupState.READY:
            if line.place_lacks_it:
                raise NotAllowed(Reason.PLACE_LACKS_IT)
            self._look(known, line, CheckAnswer.YES, "")
            return
        before = line.adjustment or Adjustment(meeting_id=meeting_id, key=key, state=GroupState.NOT_ASKED)
        marked = stepped(before, group_state, self._today())
        self._keep(
            known.adjustments.get(key),
            replace(marked, people=line.people, place=known.place),
            kind=f"ready_{group_state.value}",
        )

    def was_on(self, meeting_id: MeetingId, key: str, day: date, *, state: MeetingState | None = None) -> None:
        """Note the day on which the latest step was really done. Raises NotAllowed if no step was marked."""
        before = self.preparation(meeting_id, state=state).adjustments.get(key)
        if before is None or before.state is GroupState.NOT_ASKED:
            raise NotAllowed(Reason.NOT_FOUND)
        self._keep(before, replace(stepped(before, before.state, day), reason=before.reason), kind="ready_day")

    def looked(
        self,
        meeting_id: MeetingId,
        key: str,
        answer: CheckAnswer | None,
        note: str = "",
        *,
        state: MeetingState | None = None,
    ) -> None:
        """Note what somebody found in the place, for this meeting and all others there; None for "not looked yet".

        A place that has only a name is remembered by that name from now on. Raises NotAllowed if no place is named.
        """
        known = self.preparation(meeting_id, state=state)
        self._look(known, _line_with(key, known), answer, note)

    def say_why_not(self, meeting_id: MeetingId, key: str, reason: str, *, state: MeetingState | None = None) -> None:
        """Write down why the group cannot do a thing, which then is told of as undone no more; empty takes it away."""
        known = self.preparation(meeting_id, state=state)
        line = _line_with(key, known)
        before = line.adjustment or Adjustment(
            meeting_id=meeting_id, key=key, state=GroupState.NOT_ASKED, people=line.people, place=known.place
        )
        told = replace(before, reason=typed(reason, field="reason", keeps_lines=True))
        self._keep(known.adjustments.get(key), told, kind="ready_reason")

    # The person's side

    def questions(self, meeting_id: MeetingId, *, state: MeetingState | None = None) -> tuple[NeedQuestion, ...]:
        """What to ask whom, on the day or after: for the facilitator alone, when nobody else sees the screen."""
        return self._own_words.questions(self.preparation(meeting_id, state=state))

    def say(self, meeting_id: MeetingId, person_id: PersonId, code: str, said: PersonSaid, words: str = "") -> None:
        """Note the person's own word about one of their needs; what they say later counts instead.

        Raises NotAllowed if the person has no such need, or did not say yes to it.
        """
        self._own_words.say(self._person(person_id), meeting_id, code, said, words)

    # Who helps whom out if there is a fire

    def helpers(self, meeting_id: MeetingId) -> tuple[FireHelper, ...]:
        """The helpers that were named for a meeting."""
        return self._store.fire_helpers(meeting_id)

    def who_needs_helper(self, meeting_id: MeetingId, *, state: MeetingState | None = None) -> tuple[Person, ...]:
        """For whom a helper is still to be named: for the facilitator alone."""
        known = self.preparation(meeting_id, state=state)
        rules = (rule for rule in RULES_BY_KEY.values() if rule.done_by is DoneBy.HELPERS)
        return tuple(person for rule in rules for person in without_helper(known, rule))

    def name_helper(self, meeting_id: MeetingId, person_id: PersonId, helper: str) -> None:
        """Note who helps a person out if there is a fire; empty takes it away.

        Raises NotAllowed if the person has no such need, or did not say yes to it.
        """
        if helper.strip() and not HELPER_CODES & agreed_codes((self._person(person_id),)):
            raise NotAllowed(Reason.NOT_FOUND, "helper")
        named = {one.person_id: one.helper for one in self._store.fire_helpers(meeting_id)}
        before = FireHelper(meeting_id=meeting_id, person_id=person_id, helper=named.get(person_id, ""))
        after = replace(before, helper=typed(helper, field="helper"))
        keep = self._store.keep_fire_helper
        if after != before:
            self._do("fire_helper_named", lambda: keep(after), lambda: keep(before))

    # What it rests on

    def _look(self, known: Preparation, line: ReadyLine, answer: CheckAnswer | None, note: str) -> None:
        group_id, details = known.state.group_id, known.details
        if line.rule.check is None:
            raise NotAllowed(Reason.NOT_FOUND)
        if group_id is None or details is None or not known.place:
            raise NotAllowed(Reason.PLACE_MISSING)
        with self._history.together("place_looked_at"):
            venue = known.venue or self._venues().remember(group_id, details.venue)
            self._venues().check(venue.id, line.rule.check, answer, note)

    def _keep(self, before: Adjustment | None, after: Adjustment, *, kind: str) -> None:
        def undo() -> None:
            if before is None:
                self._store.unmark(after.meeting_id, after.key)
            else:
                self._store.mark(before)

        if after != before:
            self._do(kind, lambda: self._store.mark(after), undo)

    def _do(self, kind: str, do: Callable[[], None], undo: Callable[[], None]) -> None:
        do()
        self._history.note(Act(kind=kind, undo=undo, redo=do))

    def _person(self, person_id: PersonId) -> Person:
        person = self._people.get(person_id)
        if person is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return person

    def _today(self) -> date:
        return today(self._clock)


def _line_with(key: str, known: Preparation) -> ReadyLine:
    line = next((line for line in ready_lines(known) if line.key == key), None)
    if line is None:
        raise NotAllowed(Reason.NOT_FOUND)
    return line
