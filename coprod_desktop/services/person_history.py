"""What one person promised and did, across all meetings, and the jobs that somebody has to take on after them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from coprod_desktop.domain.ids import ActionId, MeetingId, PersonId
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.what_became import Became, LineKind
from coprod_desktop.services.act_history import ActHistory
from coprod_desktop.services.meeting_service import MeetingService
from coprod_desktop.storage.indexed_line import IndexedLine
from coprod_desktop.storage.line_index import LineIndex

if TYPE_CHECKING:
    from coprod_desktop.services.live_meeting import LiveMeeting

__all__ = ["Became", "JobToHandOn", "LineKind", "PastLine", "PersonHistory"]

_MEETINGS_AT_ONCE: Final = 50


@dataclass(frozen=True, kw_only=True)
class PastLine:
    """One thing that a person put forward or took on. `words` are its own, the easy ones if there are any."""

    kind: LineKind
    line_id: str
    meeting_id: MeetingId
    meeting_title: str
    held_on: date
    words: str
    became: Became
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class JobToHandOn:
    """Something that a person was going to do: an action that is open, or a job at a meeting that is still to come.

    One of `action_id` and `job` is there. `words` are empty for a job. `people` may take it on; for an action that
    is anybody of the group, for a job those on the list of that meeting, so it is empty where nobody else is on it.
    """

    meeting_id: MeetingId
    meeting_title: str
    held_on: date
    words: str = ""
    due_on: date | None = None
    action_id: ActionId | None = None
    job: Job | None = None
    people: tuple[PersonId, ...] = ()

    @property
    def key(self) -> str:
        """What tells it apart from others."""
        return f"{self.meeting_id} {self.action_id or self.job}"


class PersonHistory:
    """What can be asked about what a person did. It is read from the index of lines; no meeting is replayed for it."""

    def __init__(self, index: LineIndex, meetings: MeetingService, history: ActHistory) -> None:
        self._index = index
        self._meetings = meetings
        self._history = history

    def of(self, person: Person) -> tuple[PastLine, ...]:
        """A person's agenda items, ideas, decisions and jobs with what became of them, the newest meeting first."""
        titles = self._titles(person)
        return tuple(_told(found, titles.get(found.meeting_id, "")) for found in self._lines(person))

    def jobs_to_hand_on(self, person: Person, others: tuple[PersonId, ...]) -> tuple[JobToHandOn, ...]:
        """The open jobs of somebody who left, the newest first; any of `others` may take an action on."""
        titles = self._titles(person)
        free = tuple(who for who in others if who != person.id)
        actions = (
            JobToHandOn(
                meeting_id=found.meeting_id,
                meeting_title=titles.get(found.meeting_id, ""),
                held_on=found.held_on,
                words=found.line.words.printed,
                due_on=found.line.due_on,
                action_id=ActionId(found.line.line_id),
                people=free,
            )
            for found in self._lines(person)
            if found.line.kind is LineKind.ACTION and found.line.became is Became.STILL_OPEN
        )
        return (*self._jobs_to_come(person, free), *actions)

    def hand_on(self, job: JobToHandOn, from_id: PersonId, to_id: PersonId | None) -> None:
        """Give what somebody who left was to do to another, or say that nobody has it yet; one Undo takes it back.

        Raises NotAllowed if it is not in the record any more, or if the other is not on the list of that meeting.
        """
        with self._history.together("job_handed_on"):
            if job.action_id is not None:
                self._hand_action_on(job.meeting_id, job.action_id, from_id, to_id)
            elif job.job is not None:
                self._hand_job_on(job.meeting_id, job.job, from_id, to_id)

    def _hand_action_on(
        self, meeting_id: MeetingId, action_id: ActionId, from_id: PersonId, to_id: PersonId | None
    ) -> None:
        running = self._meetings.open(meeting_id)
        action = running.live.state.actions.get(action_id)
        if action is None:
            raise NotAllowed(Reason.NOT_FOUND)
        taken_by = (to_id if who == from_id else who for who in action.details.owners)
        owners = tuple(dict.fromkeys(who for who in taken_by if who is not None))
        running.requests.change_action(action_id, action.words, replace(action.details, owners=owners))

    def _hand_job_on(self, meeting_id: MeetingId, job: Job, from_id: PersonId, to_id: PersonId | None) -> None:
        running = self._meetings.open(meeting_id)
        if to_id is not None:
            running.requests.take_jobs(to_id, (*_jobs_of(running.live, to_id), job))
        kept = tuple(one for one in _jobs_of(running.live, from_id) if one is not job)
        running.requests.take_jobs(from_id, kept)
        if not kept and not running.live.state.attendance[from_id].came:
            running.requests.take_off(from_id)  # that meeting waits for them no more

    def _jobs_to_come(self, person: Person, others: tuple[PersonId, ...]) -> Iterator[JobToHandOn]:
        for header in self._meetings.unfinished(person.group_id):
            state = self._meetings.open(header.id).live.state
            seen = state.attendance.get(person.id)
            for job in seen.jobs if seen is not None else ():
                yield JobToHandOn(
                    meeting_id=header.id,
                    meeting_title=header.title,
                    held_on=header.held_on,
                    job=job,
                    people=tuple(who for who in others if who in state.attendance),
                )

    def _lines(self, person: Person) -> tuple[IndexedLine, ...]:
        while self._index.read_unread(_MEETINGS_AT_ONCE):
            pass
        return self._index.of_person(person.group_id, person.id)

    def _titles(self, person: Person) -> dict[MeetingId, str]:
        return {header.id: header.title for header in self._meetings.headers(person.group_id)}


def _told(found: IndexedLine, title: str) -> PastLine:
    return PastLine(
        kind=found.line.kind,
        line_id=found.line.line_id,
        meeting_id=found.meeting_id,
        meeting_title=title,
        held_on=found.held_on,
        words=found.line.words.printed,
        became=found.line.became,
        due_on=found.line.due_on,
    )


def _jobs_of(live: "LiveMeeting", person_id: PersonId) -> tuple[Job, ...]:
    seen = live.state.attendance.get(person_id)
    if seen is None:
        raise NotAllowed(Reason.NOT_HERE, "person")
    return seen.jobs
