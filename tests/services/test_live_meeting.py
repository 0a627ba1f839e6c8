"""Each act is on the disk when it is shown, and every act can be taken back and brought back."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.lines import (
    ActionDetails,
    AgendaItemDetails,
    DecisionDetails,
    IdeaDetails,
    IdeaOutcome,
    ItemState,
    Outcome,
    Words,
)
from coprod_desktop.domain.meeting import Bounds, FixedBound, MeetingDetails, NextMeeting
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_service import RunningMeeting

DETAILS = MeetingDetails(title="Seats and shelters", held_on=date(2026, 11, 24))
GROUP = Proposer(source=Source.WHOLE_GROUP)


@pytest.fixture
def running(services: Services, group: Group) -> RunningMeeting:
    """A meeting that has begun."""
    return services.meetings.begin(group.id, DETAILS)


def _whole_meeting(services: Services, group: Group, running: RunningMeeting) -> None:
    jo = services.people.add_walk_in(group.id, "Jo Adams")
    ask = running.requests
    ask.expect([jo.id])
    ask.arrive(jo.id, perspectives=(Perspective.CARER,))
    item_id = ask.propose_item(AgendaItemDetails(title="Seats", proposer=Proposer(people=(jo.id,))))
    ask.open_item(item_id)
    idea_id = ask.record_idea(Words(text="Seats with arms"), IdeaDetails(proposer=GROUP, item_id=item_id))
    decision_id = ask.record_decision(
        Words(text="We buy seats with arms."),
        DecisionDetails(proposer=GROUP, outcome=Outcome.AGREED, item_id=item_id, from_idea_id=idea_id),
    )
    details = running.live.state.decisions[decision_id].details
    ask.change_decision(decision_id, Words(text="We buy 3 seats with arms."), details)
    ask.agree_action(Words(text="Ask for prices."), ActionDetails(decision_id=decision_id, owners=(jo.id,)))
    ask.close_item(item_id)
    ask.set_bounds(Bounds(open=("Which seats",), fixed=(FixedBound(what="The money"),)))
    ask.set_next_meeting(NextMeeting(held_on=date(2026, 12, 8)))
    ask.finish()


def test_every_act_is_there_after_opening_the_file_again(
    services: Services, group: Group, running: RunningMeeting
) -> None:
    _whole_meeting(services, group, running)
    again = open_services(services.folder)
    assert again.meetings.open(running.live.id).live.state == running.live.state
    again.close()


def test_every_act_can_be_undone_and_redone(services: Services, group: Group, running: RunningMeeting) -> None:
    _whole_meeting(services, group, running)
    after = running.live.state
    undone = 0
    while running.live.state.attendance:
        running.live.undo()
        undone += 1
    assert undone >= 12
    assert not running.live.state.agenda
    assert not running.live.state.actions
    (idea,) = running.live.state.ideas.values()
    assert idea.details.outcome is IdeaOutcome.TAKEN_BACK
    for _ in range(undone):
        running.live.redo()
    assert running.live.state == after
    assert not running.live.can_redo


def test_an_idea_becomes_decided_in_the_same_step_as_its_decision(
    services: Services, group: Group, running: RunningMeeting
) -> None:
    _whole_meeting(services, group, running)
    (idea,) = running.live.state.ideas.values()
    assert idea.details.outcome is IdeaOutcome.DECIDED


def test_a_listener_hears_once_for_each_act(running: RunningMeeting) -> None:
    heard: list[int] = []
    running.live.listen(lambda: heard.append(running.live.record_number))
    running.requests.propose_item(AgendaItemDetails(title="Seats", proposer=GROUP))
    running.live.undo()
    assert len(heard) == 2


def test_a_request_that_is_turned_down_writes_nothing(running: RunningMeeting) -> None:
    number = running.live.record_number
    with pytest.raises(NotAllowed):
        running.requests.propose_item(AgendaItemDetails(title="Seats", proposer=Proposer()))
    running.requests.change_details(DETAILS)
    assert running.live.record_number == number


def test_there_is_nothing_to_undo_or_redo_before_a_meeting_has_begun(services: Services) -> None:
    live = services.meetings.open(MeetingId("new")).live
    assert live.last_step is None
    assert not live.can_undo
    for request, reason in ((live.undo, Reason.NOTHING_TO_UNDO), (live.redo, Reason.NOTHING_TO_REDO)):
        with pytest.raises(NotAllowed) as caught:
            request()
        assert caught.value.reason is reason


def test_undoing_the_beginning_takes_the_meeting_off_the_list(services: Services, group: Group) -> None:
    services.meetings.begin(group.id, DETAILS)
    services.history.undo()
    assert services.meetings.headers(group.id) == ()
    services.history.redo()
    assert [header.title for header in services.meetings.headers(group.id)] == ["Seats and shelters"]


def test_a_meeting_is_not_finished_under_a_running_turn(
    services: Services, group: Group, running: RunningMeeting
) -> None:
    jo = services.people.add_walk_in(group.id, "Jo")
    running.requests.arrive(jo.id)
    running.turns.start(jo)
    with pytest.raises(NotAllowed) as caught:
        running.requests.finish()
    assert caught.value.reason is Reason.TURN_RUNNING


def test_several_meetings_can_be_unfinished_and_one_put_away(services: Services, group: Group) -> None:
    first = services.meetings.begin(group.id, replace(DETAILS, title="First"))
    services.meetings.begin(group.id, replace(DETAILS, title="Second"))
    first.requests.put_away()
    assert [header.title for header in services.meetings.unfinished(group.id)] == ["Second"]
    assert [header.title for header in services.meetings.put_away_headers(group.id)] == ["First"]
    first.requests.bring_back()
    assert [header.title for header in services.meetings.unfinished(group.id)] == ["First", "Second"]


def test_a_finished_meeting_can_be_opened_again(running: RunningMeeting) -> None:
    running.requests.finish()
    assert running.live.state.phase is Phase.FINISHED
    running.requests.reopen()
    assert running.live.state.phase is Phase.OPEN


def test_the_next_meeting_asks_for_nothing_twice(services: Services, group: Group) -> None:
    jo = services.people.add_walk_in(group.id, "Jo")
    details = replace(DETAILS, venue="Library hall", starts_at="2026-11-24T10:00:00+00:00")
    last = services.meetings.begin(group.id, details, [jo.id])
    item_id = last.requests.propose_item(AgendaItemDetails(title="A trip", proposer=Proposer(people=(jo.id,))))
    last.requests.close_item(item_id, ItemState.CARRIED_OVER)
    last.requests.set_next_meeting(NextMeeting(held_on=date(2026, 12, 8), venue="The Boathouse"))
    offered = services.meetings.suggested_details(last.live.id)
    assert (offered.held_on, offered.venue, offered.starts_at) == (date(2026, 12, 8), "The Boathouse", "10:00")
    following = services.meetings.begin_next(last.live.id, offered).live.state
    assert following.follows_id == last.live.id
    assert list(following.attendance) == [jo.id]
    assert [(item.details.title, item.details.proposer.people) for item in following.agenda] == [("A trip", (jo.id,))]


def test_a_first_meeting_is_offered_today_and_without_words(services: Services) -> None:
    assert services.meetings.suggested_details() == MeetingDetails(title="", held_on=date(2026, 11, 24))


def test_a_meeting_that_is_not_there_has_no_next_one(services: Services) -> None:
    with pytest.raises(LookupError):
        services.meetings.begin_next(MeetingId("nothing"), DETAILS)


def test_only_what_was_carried_over_comes_along(services: Services, group: Group) -> None:
    last = services.meetings.begin(group.id, DETAILS)
    for title, end in (("Seats", ItemState.DISCUSSED), ("Light", ItemState.NOT_REACHED), ("Tea", ItemState.PARKED)):
        last.requests.close_item(last.requests.propose_item(AgendaItemDetails(title=title, proposer=GROUP)), end)
    following = services.meetings.begin_next(last.live.id, DETAILS).live.state
    assert [item.details.title for item in following.agenda] == ["Light"]
