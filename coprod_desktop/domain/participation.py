"""Who is asked, who is here, where each speaks from today and what they do for the meeting."""

from collections import Counter
from collections.abc import Iterable, Mapping

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.meeting_state import Attendance, MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.reasons import NotAllowed, Reason


def expect(state: MeetingState, people: Iterable[PersonId]) -> tuple[Event, ...]:
    """Put people on this meeting's list; those who are on it stay as they are."""
    new = (who for who in dict.fromkeys(people) if who not in state.attendance)
    return tuple(ev.PersonExpected(person_id=who) for who in new)


def arrive(
    state: MeetingState, person_id: PersonId, *, at: str, perspectives: tuple[Perspective, ...] | None = None
) -> tuple[Event, ...]:
    """Note that a person is here, and where they say they speak from if they said so."""
    seen = state.attendance.get(person_id, Attendance(person_id=person_id))
    if seen.is_here:
        raise NotAllowed(Reason.ALREADY_THERE)
    arrived: tuple[Event, ...] = (ev.PersonArrived(person_id=person_id, at=at),)
    if perspectives is None or perspectives == seen.perspectives:
        return arrived
    return (*arrived, ev.PerspectiveSaid(person_id=person_id, perspectives=perspectives))


def leave(state: MeetingState, person_id: PersonId, *, at: str) -> tuple[Event, ...]:
    """Note that a person went home. Whoever has a turn ends it first."""
    if not _seen(state, person_id).is_here:
        raise NotAllowed(Reason.NOT_HERE)
    _has_no_turn(state, person_id)
    return (ev.PersonLeft(person_id=person_id, at=at),)


def send_sorry(state: MeetingState, person_id: PersonId) -> tuple[Event, ...]:
    """Note that a person was asked and cannot come. Whoever has a turn ends it first."""
    seen = state.attendance.get(person_id)
    if seen is not None and seen.is_sorry:
        raise NotAllowed(Reason.ALREADY_THERE)
    _has_no_turn(state, person_id)
    return (ev.PersonSentSorry(person_id=person_id),)


def say_coming(state: MeetingState, person_id: PersonId) -> tuple[Event, ...]:
    """Note that a person answered the invitation with yes; who is not on the list yet is put on it."""
    seen = state.attendance.get(person_id, Attendance(person_id=person_id))
    if seen.is_here or seen.is_coming:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.PersonReplied(person_id=person_id, is_coming=True),)


def forget_reply(state: MeetingState, person_id: PersonId) -> tuple[Event, ...]:
    """Note that a person has not answered after all: the answer was another's, or they think about it again."""
    seen = _seen(state, person_id)
    if not (seen.is_coming or seen.is_sorry):
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.PersonReplied(person_id=person_id, is_coming=False),)


def take_off(state: MeetingState, person_id: PersonId) -> tuple[Event, ...]:
    """Take a person off this meeting's list, as if they had never been on it. Whoever has a turn ends it first."""
    _seen(state, person_id)
    _has_no_turn(state, person_id)
    return (ev.PersonTakenOff(person_id=person_id),)


def say_perspective(
    state: MeetingState, person_id: PersonId, perspectives: tuple[Perspective, ...]
) -> tuple[Event, ...]:
    """Note where a person says they speak from today."""
    seen = _seen(state, person_id)
    said = tuple(dict.fromkeys(perspectives))
    return () if said == seen.perspectives else (ev.PerspectiveSaid(person_id=person_id, perspectives=said),)


def take_jobs(state: MeetingState, person_id: PersonId, jobs: tuple[Job, ...]) -> tuple[Event, ...]:
    """Note what a person does for this meeting."""
    seen = _seen(state, person_id)
    taken = tuple(dict.fromkeys(jobs))
    return () if taken == seen.jobs else (ev.JobsTaken(person_id=person_id, jobs=taken),)


def perspectives_here(state: MeetingState) -> Mapping[Perspective, int]:
    """How many people in the room said that they speak from each perspective; whoever has not said is not guessed."""
    return Counter(said for who in state.people_here for said in state.attendance[who].perspectives)


def _has_no_turn(state: MeetingState, person_id: PersonId) -> None:
    """Raises NotAllowed for the speaker, and for whoever goes on once something was added to what they say."""
    turn = state.current_turn
    kept = state.turns.get(turn.adds_to) if turn is not None and turn.adds_to else None
    if any(one is not None and one.person_id == person_id for one in (turn, kept)):
        raise NotAllowed(Reason.TURN_RUNNING)


def _seen(state: MeetingState, person_id: PersonId) -> Attendance:
    seen = state.attendance.get(person_id)
    if seen is None:
        raise NotAllowed(Reason.NOT_FOUND)
    return seen
