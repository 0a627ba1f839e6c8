"""A meeting that is moved: its deadlines are worked out anew, and what was done stays done."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.adjustment import GroupState
from coprod_desktop.domain.getting_ready import Preparation, coming, ready_lines
from coprod_desktop.domain.lines import HowOpen
from coprod_desktop.domain.meeting import Bounds, FixedBound, MeetingDetails, NextMeeting
from coprod_desktop.domain.ready_line import ReadyLine
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.storage.ready_store import ReadyStore
from tests.services.fixed_clock import FixedClock

TODAY = date(2026, 9, 1)
DETAILS = MeetingDetails(
    title="Bus stops",
    held_on=date(2026, 11, 24),
    starts_at="2026-11-24T10:30:00+00:00",
    ends_at="2026-11-24T12:30:00+00:00",
    venue="Library hall",
    venue_id="hall",
    purpose="Shelters",
    food="Soup",
    taking_part_money="We pay fares.",
    own_time_at="2026-11-24T09:30:00+00:00",
    invitations_sent_on=date(2026, 9, 1),
    is_without_decisions=True,
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = open_services(tmp_path / "data", clock=FixedClock(datetime(2026, 9, 1, 9, tzinfo=UTC)))
    yield services
    services.close()


@pytest.fixture
def running(services: Services) -> RunningMeeting:
    """One person who signs, and wants the papers early."""
    group = services.groups.create("Bus stops group")
    person = services.people.add_walk_in(group.id, "Amina Yusuf")
    needs = tuple(AccessNeed(code=one, consent_on=TODAY, consent_words="May we?") for one in ("BSL", "EARLY"))
    services.people.save(replace(services.people.get(person.id), needs=needs))
    return services.meetings.begin(group.id, DETAILS, [person.id])


def _line(services: Services, running: RunningMeeting, key: str, today: date = TODAY) -> ReadyLine:
    """From what the file says now."""
    state = services.meetings.open(running.live.id).live.state
    assert state.group_id is not None
    known = Preparation(
        state=state,
        people=coming(state, services.people.people(state.group_id)),
        today=today,
        adjustments=ReadyStore(services.database).adjustments(running.live.id),
    )
    return next(line for line in ready_lines(known) if line.rule.key == key)


def _moved(running: RunningMeeting, held_on: date) -> None:
    running.requests.change_details(replace(DETAILS, held_on=held_on))


def test_the_deadlines_of_a_moved_meeting_are_those_of_the_new_day(services: Services, running: RunningMeeting) -> None:
    assert _line(services, running, "two_interpreters").due_on == date(2026, 10, 13)
    _moved(running, date(2027, 1, 5))  # over the end of the year, and out of summer time
    assert _line(services, running, "two_interpreters").due_on == date(2026, 11, 24)
    assert _line(services, running, "papers_early").due_on == date(2026, 12, 22)


def test_what_was_done_stays_done_when_the_meeting_is_moved(services: Services, running: RunningMeeting) -> None:
    services.ready.mark(running.live.id, "two_interpreters", GroupState.ASKED)
    services.ready.mark(running.live.id, "two_interpreters", GroupState.ARRANGED)
    _moved(running, date(2026, 9, 20))
    moved = _line(services, running, "two_interpreters")
    assert moved.state is GroupState.ARRANGED
    assert moved.is_done
    assert not moved.is_late
    assert moved.adjustment is not None
    assert (moved.adjustment.asked_on, moved.adjustment.arranged_on) == (TODAY, TODAY)


def test_what_was_not_done_is_late_once_the_meeting_is_moved_nearer_and_no_longer_when_it_is_moved_back(
    services: Services, running: RunningMeeting
) -> None:
    _moved(running, date(2026, 9, 20))
    nearer = _line(services, running, "papers_early", today=date(2026, 9, 8))
    assert nearer.is_late
    running.live.undo()
    assert not _line(services, running, "papers_early", today=date(2026, 9, 8)).is_late


# What is offered for the next meeting (UI-17)


def test_place_food_and_money_are_offered_again_and_what_belongs_to_one_day_is_not(
    services: Services, running: RunningMeeting
) -> None:
    offered = services.meetings.suggested_details(running.live.id)
    assert (offered.venue, offered.venue_id, offered.food) == ("Library hall", "hall", "Soup")
    assert offered.taking_part_money == "We pay fares."
    assert (offered.starts_at, offered.ends_at, offered.own_time_at) == ("10:30", "12:30", "09:30")
    assert (offered.purpose, offered.invitations_sent_on, offered.is_without_decisions) == ("", None, False)
    begun = services.meetings.begin_next(running.live.id, offered).live.state
    assert begun.details == offered


def test_another_place_that_was_named_for_the_next_meeting_is_not_the_remembered_one(
    services: Services, running: RunningMeeting
) -> None:
    running.requests.set_next_meeting(NextMeeting(venue="School"))
    offered = services.meetings.suggested_details(running.live.id)
    assert (offered.venue, offered.venue_id) == ("School", "")
    running.requests.set_next_meeting(NextMeeting(venue="Library hall"))
    assert services.meetings.suggested_details(running.live.id).venue_id == "hall"


def test_bounds_of_the_last_meeting_are_offered_and_never_taken_over_unasked(
    services: Services, running: RunningMeeting
) -> None:
    bounds = Bounds(open=("Where",), how_open=(HowOpen.ADVISE,), fixed=(FixedBound(what="The money"),))
    running.requests.set_bounds(bounds)
    begun = services.meetings.begin_next(running.live.id, services.meetings.suggested_details(running.live.id))
    assert begun.live.state.bounds.is_empty
    assert services.meetings.last_bounds(begun.live.state) == bounds
    assert services.meetings.last_bounds(running.live.state).is_empty
