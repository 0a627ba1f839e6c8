"""What a person promised and did: read from the index, of all meetings, the newest first."""

from dataclasses import replace
from datetime import date, timedelta

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    AgendaItemDetails,
    IdeaDetails,
    IdeaOutcome,
    ItemState,
    Words,
)
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.person_history import Became, LineKind
from coprod_desktop.storage.line_index import LineIndex

TEN_YEARS = 120


def _meeting(services: Services, group: Group, amina: Person, held_on: date, title: str) -> None:
    running = services.meetings.begin(group.id, MeetingDetails(title=title, held_on=held_on), (amina.id,))
    hers = Proposer(people=(amina.id,))
    item_id = running.requests.propose_item(AgendaItemDetails(title=f"Shelters {title}", proposer=hers))
    running.requests.close_item(item_id, ItemState.PARKED)
    idea = IdeaDetails(proposer=hers, item_id=item_id, outcome=IdeaOutcome.LATER, reason="No money.")
    running.requests.record_idea(Words(text=f"Seats {title}"), idea)
    job = ActionDetails(owners=(amina.id,), due_on=held_on + timedelta(days=30), state=ActionState.DONE)
    running.requests.agree_action(Words(text=f"Ask {title}"), job)
    running.requests.finish()


def test_items_ideas_and_jobs_are_told_with_what_became_of_them(services: Services, group: Group) -> None:
    amina = services.people.add_walk_in(group.id, "Amina")
    _meeting(services, group, amina, date(2026, 3, 10), "in March")
    lines = services.person_history.of(amina)
    told = {(line.kind, line.words, line.became, line.due_on) for line in lines}
    assert told == {
        (LineKind.ITEM, "Shelters in March", Became.KEPT_FOR_LATER, None),
        (LineKind.IDEA, "Seats in March", Became.LATER, None),
        (LineKind.ACTION, "Ask in March", Became.DONE, date(2026, 4, 9)),
    }
    assert {(line.meeting_title, line.held_on) for line in lines} == {("in March", date(2026, 3, 10))}


def test_others_lines_and_those_of_a_meeting_that_was_put_away_are_not_told(services: Services, group: Group) -> None:
    amina, bob = (services.people.add_walk_in(group.id, name) for name in ("Amina", "Bob"))
    _meeting(services, group, amina, date(2026, 3, 10), "in March")
    assert services.person_history.of(bob) == ()
    (header,) = services.meetings.headers(group.id)
    services.meetings.open(header.id).requests.put_away()
    assert services.person_history.of(amina) == ()


def test_two_people_of_one_name_have_their_own_history(services: Services, group: Group) -> None:
    sam, other_sam = (services.people.add_walk_in(group.id, "Sam") for _ in range(2))
    _meeting(services, group, sam, date(2026, 3, 10), "in March")
    assert len(services.person_history.of(sam)) == 3
    assert services.person_history.of(other_sam) == ()


def test_ten_years_of_meetings_are_told_newest_first_without_replaying_any(services: Services, group: Group) -> None:
    amina = services.people.add_walk_in(group.id, "Amina")
    first = date(2016, 12, 1)
    for number in range(TEN_YEARS):
        _meeting(services, group, amina, first + timedelta(days=30 * number), f"No {number}")
    index = LineIndex(services.database)
    lines = services.person_history.of(amina)
    assert len(lines) == len(index.of_person(group.id, amina.id)) == 3 * TEN_YEARS
    days = [line.held_on for line in lines]
    assert days == sorted(days, reverse=True)


def test_an_index_that_was_lost_is_made_anew_before_it_is_asked(services: Services, group: Group) -> None:
    amina = services.people.add_walk_in(group.id, "Amina")
    _meeting(services, group, amina, date(2026, 3, 10), "in March")
    (header,) = services.meetings.headers(group.id)
    LineIndex(services.database).forget(header.id)
    assert len(services.person_history.of(amina)) == 3


def test_a_removed_person_keeps_their_history(services: Services, group: Group) -> None:
    amina = services.people.add_walk_in(group.id, "Amina")
    _meeting(services, group, amina, date(2026, 3, 10), "in March")
    services.people.remove(amina.id)
    assert len(services.person_history.of(replace(amina, removed_on=date(2026, 11, 24)))) == 3
