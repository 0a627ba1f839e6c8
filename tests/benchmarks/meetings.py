"""Data folders to measure in: one meeting alone, or one among very many."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from coprod_desktop.domain.events import Step
from coprod_desktop.domain.floor import round_order
from coprod_desktop.domain.ids import MeetingId, PersonId, StepId
from coprod_desktop.domain.lines import AgendaItemDetails, DecisionDetails, HowDecided, Outcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_header import header_of
from coprod_desktop.domain.meeting_state import AgendaItem, MeetingState
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.replay import replay
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.services.new_ids import new_id
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.meeting_log import MeetingLog

PEOPLE = ("Amina", "Bob", "Chen", "Dilys", "Efua", "Farid", "Grace", "Huw", "Iris", "Jo", "Kofi", "Lena")
_ROUNDS_OF_TALK = 24
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
    _go_round(services, meeting)
    for number in range(_ROUNDS_OF_TALK):
        _talk(services, meeting, number)
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
    meeting.turns.set_length(120)
    item = AgendaItemDetails(title="Where do the first shelters go?", proposer=Proposer(people=(people[0],)))
    meeting.requests.open_item(meeting.requests.propose_item(item))
    return meeting


def _people(services: Services, meeting: RunningMeeting) -> tuple[Person, ...]:
    group_id = meeting.live.state.group_id
    assert group_id is not None
    return services.people.people(group_id)


def _go_round(services: Services, meeting: RunningMeeting) -> None:
    """Everybody is asked in turn; every second person passes."""
    people = {person.id: person for person in _people(services, meeting)}
    meeting.room.start_go_round()
    for number, who in enumerate(round_order(meeting.live.state)):
        if number % 2:
            meeting.room.pass_in_round(who)
        else:
            meeting.turns.start(people[who])
            meeting.turns.end()
    if meeting.live.state.room.go_round is not None:
        meeting.room.end_go_round()


def _talk(services: Services, meeting: RunningMeeting, number: int) -> None:
    """Ten events: a card, a person speaks and another adds to it, something is decided. Now and then all pause."""
    speaker, adder, *_ = _people(services, meeting)[number % 10 :]
    turns, room = meeting.turns, meeting.room
    room.show_card("red" if number % 2 else "green")
    turns.raise_hand(speaker.id)
    turns.start(speaker)
    room.want_to_add(adder.id)
    turns.add(adder)
    turns.end()
    turns.end()
    meeting.requests.record_decision(*decision_by(speaker.id, meeting.live.state.current_item))
    if number % 6 == 0:
        room.start_break(10)
        room.end_break()
        room.pause_everything()
        room.resume_everything()
        room.blank_wall()
        room.show_wall_again()


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
