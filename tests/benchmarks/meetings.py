"""Data folders to measure in: one meeting alone, or one among very many."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from coprod_desktop.domain.events import Step
from coprod_desktop.domain.ids import MeetingId, PersonId, StepId
from coprod_desktop.domain.lines import AgendaItemDetails, DecisionDetails, HowDecided, Outcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_header import header_of
from coprod_desktop.domain.meeting_state import AgendaItem, MeetingState
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.replay import replay
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.services.new_ids import new_id
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.meeting_log import MeetingLog

PEOPLE = ("Amina", "Bob", "Chen", "Dilys", "Efua", "Farid", "Grace", "Huw", "Iris", "Jo", "Kofi", "Lena")
_ROUNDS_OF_TALK = 27
_MEETINGS_AT_ONCE = 65


def small_folder(folder: Path) -> MeetingId:
    """A group with one meeting in which the first item has just been opened; gives the meeting."""
    services = open_services(folder)
    meeting = _begun(services)
    services.close()
    return meeting.live.id


def full_folder(folder: Path, meetings: int) -> MeetingId:
    """The same group after years: as many meetings, each of about 300 events; gives the one changed last."""
    services = open_services(folder)
    meeting = _begun(services)
    for _ in range(_ROUNDS_OF_TALK):
        _talk(services, meeting)
    steps = services.meetings.open(meeting.live.id).live.workplace.log.steps(meeting.live.id)
    services.close()
    _copy(folder, meeting.live.id, steps, meetings - 1)
    return meeting.live.id


def decision_by(person: PersonId, item: AgendaItem | None) -> tuple[Words, DecisionDetails]:
    """A decision of the usual length, with its proposer."""
    words = Words(text="The first new shelter is at the library. It has seats with arms.")
    return words, DecisionDetails(
        proposer=Proposer(people=(person,)),
        outcome=Outcome.AGREED,
        how_decided=HowDecided.CONSENSUS,
        item_id=item.id if item else None,
    )


def _begun(services: Services) -> RunningMeeting:
    group = services.groups.create("Bus stops working group")
    people = [services.people.add_walk_in(group.id, name).id for name in PEOPLE]
    details = MeetingDetails(title="Seats and shelters", held_on=date(2026, 11, 24))
    meeting = services.meetings.begin(group.id, details, people)
    for person in people:
        meeting.requests.arrive(person)
    item = AgendaItemDetails(title="Where do the first shelters go?", proposer=Proposer(people=(people[0],)))
    meeting.requests.open_item(meeting.requests.propose_item(item))
    return meeting


def _talk(services: Services, meeting: RunningMeeting) -> None:
    """Ten events: three people speak in turn, and something is decided."""
    state = meeting.live.state
    assert state.group_id is not None
    people = services.people.people(state.group_id)
    for person in people[:3]:
        meeting.turns.raise_hand(person.id)
        meeting.turns.start(person)
        meeting.turns.end()
    meeting.requests.record_decision(*decision_by(people[0].id, state.current_item))


def _copy(folder: Path, meeting_id: MeetingId, steps: tuple[Step, ...], times: int) -> None:
    database = Database.open(folder)
    log = MeetingLog(database)
    state = replay(meeting_id, steps)
    header = header_of(state, changed_at=datetime(2024, 1, 9, tzinfo=UTC))
    assert header is not None
    events = tuple(event for step in steps for event in step.events)
    for first in range(0, times, _MEETINGS_AT_ONCE):
        with database.write():
            for _ in range(first, min(first + _MEETINGS_AT_ONCE, times)):
                copy_id = MeetingId(new_id())
                step = Step(id=StepId(new_id()), at=header.changed_at, events=events)
                states = (MeetingState(id=copy_id), replace(state, id=copy_id))
                log.append(copy_id, step, replace(header, id=copy_id), states=states)
    database.close()
