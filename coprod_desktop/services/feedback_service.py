"""Who waits to hear what happened to their idea, and noting that they were told (R27)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from coprod_desktop.domain.after_events import AnswerTold, ToldHow
from coprod_desktop.domain.after_meeting import UNNAMED
from coprod_desktop.domain.answers import Telling, telling_of
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.person import is_written_to, printed_names
from coprod_desktop.services.act_history import ActHistory
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.meeting_service import MeetingService
from coprod_desktop.services.people_service import PeopleService

if TYPE_CHECKING:
    from coprod_desktop.services.search_service import SearchService, Untold

__all__ = ["FeedbackService", "Heard", "Hearer", "LineToTell", "News", "ToHear", "ToldHow"]


@dataclass(frozen=True, kw_only=True)
class Hearer:
    """Somebody who is to hear: a person, or whoever holds a ticket; a ticket has no person."""

    person_id: PersonId = UNNAMED
    ticket: int | None = None

    @property
    def key(self) -> str:
        """What tells one from another."""
        return self.person_id or f"ticket {self.ticket}"


@dataclass(frozen=True, kw_only=True)
class LineToTell:
    """One idea or decision whose news somebody has not heard. `words` are empty where they were taken out."""

    meeting_id: MeetingId
    line_id: str
    held_on: date
    words: str


@dataclass(frozen=True, kw_only=True)
class ToHear:
    """One who waits to hear. `name` is the one they chose, empty for a ticket and for who is not to be named."""

    hearer: Hearer
    name: str
    lines: tuple[LineToTell, ...]


@dataclass(frozen=True, kw_only=True)
class News:
    """What there was to tell of one line when it was said or printed, in the words of the record."""

    meeting_id: MeetingId
    line_id: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Heard:
    """Somebody heard this news."""

    hearer: Hearer
    news: tuple[News, ...]
    how: ToldHow = ToldHow.IN_WORDS


class FeedbackService:
    """What can be asked about who has heard. Nobody who died or left is told anything; a slip on request is."""

    def __init__(
        self,
        search: "Callable[[], SearchService]",
        meetings: MeetingService,
        people: PeopleService,
        history: ActHistory,
        clock: Clock,
    ) -> None:
        self._make_search = search
        self._meetings, self._people = meetings, people
        self._history, self._clock = history, clock

    def prepare(self) -> bool:
        """Takes a few meetings in that were not read yet. True while there are more; for a moment without work."""
        return self._search.prepare()

    def how_many_wait(self, group_id: GroupId) -> int:
        """How many people and tickets wait to hear. No meeting is replayed for it."""
        return len(self.waiting(group_id))

    def waiting(self, group_id: GroupId) -> tuple[ToHear, ...]:
        """Who waits, newest line first: never by how much they said."""
        people = self._people.people(group_id)
        names = printed_names(people)
        known = {person.id for person in people if is_written_to(person)}
        lines: dict[Hearer, list[LineToTell]] = {}
        for untold in self._search.untold(group_id, today(self._clock)):
            for hearer in _hearers(untold, known):
                lines.setdefault(hearer, []).append(_line(untold))
        return tuple(
            ToHear(hearer=hearer, name=names.get(hearer.person_id, ""), lines=tuple(told))
            for hearer, told in lines.items()
        )

    def waiting_for(self, group_id: GroupId, person_id: PersonId) -> ToHear | None:
        """What one person waits for; None if nothing."""
        return next((one for one in self.waiting(group_id) if one.hearer.person_id == person_id), None)

    def own_lines(self, hearer: Hearer, lines: Iterable[tuple[MeetingId, str]]) -> tuple[tuple[MeetingId, str], ...]:
        """Those of the lines whose news are for them."""
        tellings = ((meeting_id, self._telling(meeting_id, line_id)) for meeting_id, line_id in lines)
        return tuple(
            (meeting_id, telling.line_id)
            for meeting_id, telling in tellings
            if telling is not None and hearer.person_id in telling.people
        )

    def news(self, hearer: Hearer, lines: Iterable[tuple[MeetingId, str]]) -> tuple[News, ...]:
        """What there is to tell them now of these lines; nothing of a line that they heard all of."""
        tellings = ((meeting_id, self._telling(meeting_id, line_id)) for meeting_id, line_id in lines)
        return tuple(
            News(meeting_id=meeting_id, line_id=telling.line_id, words=telling.news)
            for meeting_id, telling in tellings
            if telling is not None and hearer.person_id in telling.untold
        )

    def heard_on(self, hearer: Hearer, lines: Iterable[tuple[MeetingId, str]]) -> date | None:
        """The day on which they were told of one of these lines last."""
        told = (
            self._meetings.state(meeting_id).after.told.get((line_id, hearer.person_id))
            for meeting_id, line_id in lines
        )
        return max((one.told_on for one in told if one is not None), default=None)

    def told(self, heard: Sequence[Heard], *, told_by: PersonId | None = None) -> None:
        """They were told: who, what and how. One act, one Undo.

        Whoever was told news that is no longer the newest waits for the rest. Raises NotAllowed for a line that is not
        there any more.
        """
        by_meeting: dict[MeetingId, list[AnswerTold]] = {}
        for said in heard:
            for one in said.news:
                by_meeting.setdefault(one.meeting_id, []).append(self._answer(said, one, told_by))
        with self._history.together("answer_told"):
            for meeting_id, answers in by_meeting.items():
                self._meetings.open(meeting_id).requests.tell_answers(answers)

    def told_in_words(self, to_hear: ToHear, *, told_by: PersonId | None = None) -> None:
        """Somebody told them all of it, by mouth or in signs; as `told`."""
        lines = [(line.meeting_id, line.line_id) for line in to_hear.lines]
        self.told([Heard(hearer=to_hear.hearer, news=self.news(to_hear.hearer, lines))], told_by=told_by)

    @cached_property
    def _search(self) -> "SearchService":
        return self._make_search()

    def _telling(self, meeting_id: MeetingId, line_id: str) -> Telling | None:
        return telling_of(self._meetings.state(meeting_id), line_id)

    def _answer(self, said: Heard, news: News, told_by: PersonId | None) -> AnswerTold:
        return AnswerTold(
            line_id=news.line_id,
            news=news.words,
            told_on=today(self._clock),
            told_to=said.hearer.person_id or None,
            told_by=told_by,
            how=said.how,
        )


def _hearers(untold: "Untold", known: set[PersonId]) -> list[Hearer]:
    ticket = untold.found.whose.ticket
    return [
        Hearer(person_id=who) if who else Hearer(ticket=ticket)
        for who in untold.people
        if who in known or (not who and ticket is not None)
    ]


def _line(untold: "Untold") -> LineToTell:
    found = untold.found
    assert found.held_on is not None
    return LineToTell(meeting_id=found.meeting_id, line_id=found.line_id, held_on=found.held_on, words=found.text)
