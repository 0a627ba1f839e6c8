"""Who is not here yet, over real meetings; the one kind message; what is offered."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting import MeetingDetails, MeetingKind
from coprod_desktop.domain.offer import OfferAnswer, OfferKind
from coprod_desktop.domain.person import Gone, MessageAnswer, Perspective
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.clock import today
from coprod_desktop.services.meeting_service import RunningMeeting
from tests.services.fixed_clock import FixedClock

KIND = MeetingKind


@pytest.fixture
def people(services: Services, group: Group) -> dict[str, PersonId]:
    """Four people of the group."""
    return {name: services.people.add_walk_in(group.id, name).id for name in ("Amina", "Bob", "Chen", "Dilys")}


def _hold(
    services: Services,
    group: Group,
    days_ago: int,
    came: Sequence[PersonId],
    asked: Sequence[PersonId] = (),
    kind: MeetingKind = KIND.TOGETHER,
) -> RunningMeeting:
    day = today(services.clock) - timedelta(days=days_ago)
    running = services.meetings.begin(group.id, MeetingDetails(title="M", held_on=day, kind=kind), [*came, *asked])
    for who in came:
        running.requests.arrive(who)
    return running


def _miss_three(services: Services, group: Group, people: dict[str, PersonId]) -> list[RunningMeeting]:
    """Amina came 90 days ago and was asked to three meetings since."""
    _hold(services, group, 90, [people["Amina"], people["Bob"]])
    return [_hold(services, group, days, [people["Bob"]], [people["Amina"]]) for days in (60, 30, 2)]


def _names(services: Services, group: Group) -> list[str]:
    return [person.name for person in services.absences.not_seen(group.id)]


def test_after_three_meetings_a_person_gets_one_message_and_never_a_second(
    services: Services, group: Group, people: dict[str, PersonId]
) -> None:
    _miss_three(services, group, people)
    assert _names(services, group) == ["Amina"]
    services.absences.sent([people["Amina"]])
    assert _names(services, group) == []
    assert [person.name for person in services.absences.waiting(group.id)] == ["Amina"]
    services.absences.answered(people["Amina"], MessageAnswer.NO_THANK_YOU)
    assert services.absences.waiting(group.id) == ()
    assert people["Amina"] not in {person.id for person in services.absences.may_be_asked(group.id)}
    _hold(services, group, 1, [people["Bob"]], [people["Amina"]])
    assert _names(services, group) == []


def test_sending_and_answering_are_undone_one_by_one_and_nothing_else_of_the_person_is_touched(
    services: Services, group: Group, people: dict[str, PersonId]
) -> None:
    _miss_three(services, group, people)
    services.absences.sent([people["Amina"]])
    services.absences.answered(people["Amina"], MessageAnswer.YES)
    services.people.remember_perspectives(people["Amina"], (Perspective.CARER,))
    services.history.undo()
    person = services.people.get(people["Amina"])
    assert person.kind_message is not None
    assert person.kind_message.answer is MessageAnswer.NONE_YET
    assert person.perspectives == (Perspective.CARER,)
    services.history.undo()
    assert _names(services, group) == ["Amina"]
    services.history.redo()
    assert _names(services, group) == []


def test_an_answer_without_a_message_is_refused(services: Services, people: dict[str, PersonId]) -> None:
    with pytest.raises(NotAllowed):
        services.absences.answered(people["Bob"], MessageAnswer.YES)


def test_an_arrival_that_was_undone_is_not_being_seen(
    services: Services, group: Group, people: dict[str, PersonId]
) -> None:
    last = _miss_three(services, group, people)[-1]
    last.requests.arrive(people["Amina"])
    assert _names(services, group) == []
    last.live.undo()
    assert _names(services, group) == ["Amina"]
    last.live.redo()
    assert _names(services, group) == []


def test_a_meeting_that_is_put_away_does_not_count(
    services: Services, group: Group, people: dict[str, PersonId]
) -> None:
    meetings = _miss_three(services, group, people)
    meetings[0].requests.put_away()
    assert _names(services, group) == []


@pytest.mark.parametrize("gone", list(Gone))
def test_nobody_who_left_or_died_is_listed_anywhere(
    services: Services, group: Group, people: dict[str, PersonId], gone: Gone
) -> None:
    _miss_three(services, group, people)
    person = services.people.get(people["Amina"])
    services.people.save(replace(person, gone=gone, removed_on=date(2026, 11, 1)))
    assert _names(services, group) == []
    state = _hold(services, group, -10, [], [people["Amina"], people["Bob"]]).live.state
    standing = services.absences.not_here_yet(state)
    assert standing.asked == (people["Bob"],)


def test_new_people_are_those_who_never_came_and_in_a_group_that_never_met_there_are_none(
    services: Services, group: Group, people: dict[str, PersonId]
) -> None:
    first = _hold(services, group, -10, [], list(people.values()))
    assert services.absences.not_here_yet(first.live.state).newcomers == ()
    _hold(services, group, 30, [people["Amina"], people["Bob"]])
    standing = services.absences.not_here_yet(first.live.state)
    assert standing.newcomers == (people["Chen"], people["Dilys"])


def test_a_new_answer_is_seen_at_once(services: Services, group: Group, people: dict[str, PersonId]) -> None:
    meeting = _hold(services, group, -10, [], list(people.values()))
    assert len(services.absences.not_here_yet(meeting.live.state).no_answer) == 4
    meeting.requests.say_coming(people["Bob"])
    assert services.absences.not_here_yet(meeting.live.state).coming == (people["Bob"],)


def test_reading_who_came_reads_nothing_else_of_a_meeting(
    services: Services, group: Group, people: dict[str, PersonId]
) -> None:
    meeting = _hold(services, group, 5, [people["Amina"]])
    meeting.requests.leave(people["Amina"])
    steps = services.meetings.open(meeting.live.id).live.workplace.log.steps_of_kinds(
        meeting.live.id, ("person_arrived",)
    )
    assert [event.kind for step in steps for event in step.events] == ["person_arrived"]


# Offers


def test_an_answer_to_an_offer_is_kept_with_its_day_and_undone(
    services: Services, people: dict[str, PersonId], clock: FixedClock
) -> None:
    who, kind = people["Chen"], OfferKind.PREPARATION
    services.offers.answer(who, kind, OfferAnswer.YES)
    clock.pass_seconds(24 * 60 * 60)
    services.offers.answer(who, kind, OfferAnswer.NO_THANK_YOU)
    kept = services.offers.offers(who)[kind]
    assert (kept.answer, kept.said_on) == (OfferAnswer.NO_THANK_YOU, today(clock))
    services.history.undo()
    kept = services.offers.offers(who)[kind]
    assert (kept.answer, kept.said_on) == (OfferAnswer.YES, today(clock) - timedelta(days=1))
    services.history.undo()
    assert services.offers.offers(who) == {}
    services.history.redo()
    assert services.offers.offers(who)[kind].answer is OfferAnswer.YES


def test_the_same_answer_again_is_no_act(services: Services, people: dict[str, PersonId]) -> None:
    services.offers.answer(people["Chen"], OfferKind.NEWCOMERS_PACK, OfferAnswer.DONE)
    before = services.history.last
    services.offers.answer(people["Chen"], OfferKind.NEWCOMERS_PACK, OfferAnswer.DONE)
    assert services.history.last is before
    services.offers.answer(people["Chen"], OfferKind.NEWCOMERS_PACK, None)
    assert services.offers.of([people["Chen"], people["Bob"]]) == {}
