"""What the agenda is asked in the room is one step each, survives reading again, and one undo takes it back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from coprod_desktop.domain.agenda_time import agenda_time
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.late_start import NewLength
from coprod_desktop.domain.lines import AgendaItemDetails, ItemState
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.room import FixedEnd, OrderedBy, PlannedBreak
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.clock import local_time
from coprod_desktop.services.live_meeting import LiveMeeting
from coprod_desktop.services.meeting_requests import MeetingRequests
from coprod_desktop.services.meeting_service import RunningMeeting
from tests.services.fixed_clock import FixedClock


@dataclass(frozen=True)
class Agenda:
    """A meeting with three items of 20 minutes."""

    running: RunningMeeting
    items: tuple[AgendaItemId, ...]

    @property
    def ask(self) -> MeetingRequests:
        """What can be asked."""
        return self.running.requests

    @property
    def state(self) -> MeetingState:
        """What the record says when it is read again."""
        return LiveMeeting(self.running.live.id, self.running.live.workplace).state

    def steps(self) -> int:
        """How many steps are in the record."""
        return len(self.running.live.workplace.log.steps(self.running.live.id))


@pytest.fixture
def agenda(services: Services, group: Group, clock: FixedClock) -> Agenda:
    here = clock.now().astimezone()
    start, end = f"{here:%H:%M}", f"{(here.hour + 1) % 24:02}:{here:%M}"
    jo = services.people.add_walk_in(group.id, "Jo").id
    details = MeetingDetails(title="Seats", held_on=here.date(), starts_at=start, ends_at=end)
    running = services.meetings.begin(group.id, details, [jo])
    proposers = (Proposer(people=(jo,)), Proposer(source=Source.SURVEY), Proposer(source=Source.VISIT))
    items = tuple(
        running.requests.propose_item(AgendaItemDetails(title=title, proposer=who, minutes_wanted=20))
        for title, who in zip(("Seats", "Lights", "Money"), proposers, strict=True)
    )
    return Agenda(running, items)


_ASKED: dict[str, Callable[[Agenda], None]] = {
    "split": lambda one: one.ask.split_item(one.items[0], ["Seats", "Benches", "Rails"]),
    "merge": lambda one: one.ask.merge_items(one.items[0], one.items[1:], "All of it"),
    "order": lambda one: one.ask.order_items({one.items[2]: 5, one.items[1]: 2}, OrderedBy.DOTS),
    "shorten": lambda one: one.ask.shorten_items([NewLength(item_id=item, was=20, minutes=15) for item in one.items]),
    "put off": lambda one: one.ask.put_off_items(one.items[1:], ItemState.CARRIED_OVER),
    "end later": lambda one: one.ask.end_later(23 * 60 + 30),
    "times": lambda one: one.ask.plan_times(
        (PlannedBreak(at="half time", minutes=10),), (FixedEnd(what="The taxi comes", at="23:45"),)
    ),
}


@pytest.mark.parametrize("asked", _ASKED)
def test_each_request_is_one_step_and_one_undo_takes_it_back(agenda: Agenda, asked: str) -> None:
    before, steps = agenda.state, agenda.steps()
    _ASKED[asked](agenda)
    assert agenda.steps() == steps + 1
    after = agenda.state
    assert after == agenda.running.live.state
    assert after != before
    agenda.running.live.undo()
    assert agenda.state == before
    agenda.running.live.redo()
    assert agenda.state == after


def test_merged_items_keep_every_proposer_and_source_in_the_file(agenda: Agenda) -> None:
    _ASKED["merge"](agenda)
    (item,) = agenda.state.agenda
    assert (item.details.title, item.details.minutes_wanted) == ("All of it", 60)
    assert len(item.details.proposer.people) == 1
    assert item.details.proposer.sources == (Source.SURVEY, Source.VISIT)


def test_parts_of_a_split_have_ids_of_their_own(agenda: Agenda) -> None:
    _ASKED["split"](agenda)
    assert [item.details.title for item in agenda.state.agenda] == ["Seats", "Benches", "Rails", "Lights", "Money"]
    assert len({item.id for item in agenda.state.agenda}) == 5


def test_a_refused_request_leaves_no_trace(agenda: Agenda) -> None:
    steps = agenda.steps()
    agenda.ask.plan_times((), (FixedEnd(what="The taxi comes", at="00:01"),))
    for request, reason in (
        (lambda: agenda.ask.split_item(agenda.items[0], ["Seats"]), Reason.WORDS_MISSING),
        (lambda: agenda.ask.merge_items(agenda.items[0], []), Reason.WORDS_MISSING),
        (lambda: agenda.ask.order_items({}, OrderedBy.HANDS), Reason.NOT_FOUND),
        (lambda: agenda.ask.put_off_items([], ItemState.PARKED), Reason.WORDS_MISSING),
    ):
        with pytest.raises(NotAllowed) as caught:
            request()
        assert caught.value.reason is reason
    assert agenda.steps() == steps + 1


def test_late_minutes_come_from_the_clock_that_is_handed_in(agenda: Agenda, clock: FixedClock) -> None:
    assert agenda_time(agenda.state, local_time(clock)).over_by == 0
    clock.pass_seconds(12 * 60)
    time = agenda_time(agenda.state, local_time(clock))
    assert (time.late_by, time.there_is, time.over_by) == (12, 48, 12)
    agenda.running.room.begin_meeting()
    clock.pass_seconds(10 * 60)
    assert agenda_time(agenda.state, local_time(clock)).late_by == 12


def test_the_day_of_the_meeting_matters(agenda: Agenda) -> None:
    assert not agenda_time(agenda.state, f"{date(2001, 1, 1)}T10:00:00+00:00").is_live
