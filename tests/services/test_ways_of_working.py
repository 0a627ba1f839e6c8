"""How a group works is asked once: the next meeting begins as the last one was in the end (UI-17)."""

import json
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.room import Counting, NextRule
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_service import RunningMeeting
from tests.services.fixed_clock import FixedClock


def _held_on(day: int) -> MeetingDetails:
    return MeetingDetails(title=f"Meeting {day}", held_on=date(2026, 11, day))


def _ways(state: MeetingState) -> tuple[int | None, bool, NextRule, float, bool]:
    room = state.room
    return state.turn_seconds, state.has_clocks, room.next_rule, room.nearly_share, room.checks_everyone


SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "riverside-team-up.json"

USUAL = (None, True, NextRule.NO_TURN_YET, 0.25, False)
OURS = (90, False, NextRule.FEWEST_TURNS, 0.5, True)


def _choose_ours(running: RunningMeeting) -> None:
    running.turns.set_length(90)
    running.turns.take_clocks_away()
    running.room.set_next_rule(NextRule.FEWEST_TURNS)
    running.turns.set_nearly_share(0.5)
    running.room.set_everyone_check(is_on=True)


@pytest.fixture
def last(services: Services, group: Group) -> RunningMeeting:
    """A meeting in which the group found its ways."""
    opened = services.meetings.begin(group.id, _held_on(10))
    _choose_ours(opened)
    opened.room.choose_counting(Counting.BY_PERSPECTIVE)
    opened.room.answer_balance_on_wall(is_yes=True)
    return opened


def test_the_first_meeting_of_a_group_begins_in_the_usual_way(services: Services, group: Group) -> None:
    assert _ways(services.meetings.begin(group.id, _held_on(10)).live.state) == USUAL


@pytest.mark.parametrize("way", ["begin", "begin_next"])
def test_a_new_meeting_works_as_the_last_one(services: Services, group: Group, last: RunningMeeting, way: str) -> None:
    meetings = services.meetings
    new = meetings.begin(group.id, _held_on(24)) if way == "begin" else meetings.begin_next(last.live.id, _held_on(24))
    assert _ways(new.live.state) == OURS
    assert len(list(new.live.workplace.log.steps(new.live.id))) == 1
    room = new.live.state.room
    assert (room.counting, room.is_balance_on_wall_agreed) == (None, None)


def test_one_undo_takes_the_whole_opening_back(services: Services, group: Group, last: RunningMeeting) -> None:
    new = services.meetings.begin(group.id, _held_on(24))
    services.history.undo()
    assert new.live.state == MeetingState(id=new.live.id)
    assert [header.id for header in services.meetings.headers(group.id)] == [last.live.id]


@pytest.mark.usefixtures("last")
def test_the_meeting_that_was_held_last_counts_and_not_the_one_that_was_changed_last(
    services: Services, group: Group, clock: FixedClock
) -> None:
    older = services.meetings.begin(group.id, _held_on(3))
    older.turns.set_length(30)
    clock.pass_seconds(60)
    older.turns.set_length(45)
    assert _ways(services.meetings.begin(group.id, _held_on(24)).live.state) == OURS


@pytest.mark.usefixtures("last")
def test_a_meeting_that_was_put_away_or_taken_back_is_passed_over(services: Services, group: Group) -> None:
    for day in (17, 18):
        services.meetings.begin(group.id, _held_on(day)).turns.set_length(600)
    away, back = (services.meetings.open(header.id) for header in services.meetings.headers(group.id)[:2])
    away.requests.put_away()
    while back.live.can_undo:
        back.live.undo()
    assert _ways(services.meetings.begin(group.id, _held_on(24)).live.state) == OURS


@pytest.mark.usefixtures("last")
def test_another_group_has_its_own_ways(services: Services) -> None:
    other = services.groups.create("Hill Cooks")
    assert _ways(services.meetings.begin(other.id, _held_on(24)).live.state) == USUAL


def test_the_last_meeting_is_only_read_and_only_when_a_new_one_begins(
    services: Services, group: Group, last: RunningMeeting, clock: FixedClock
) -> None:
    jo = services.people.add_walk_in(group.id, "Jo Adams")
    last.requests.arrive(jo.id)
    last.turns.start(jo)
    again = open_services(services.folder, clock=clock)
    number = last.live.record_number
    assert _ways(again.meetings.begin(group.id, _held_on(24)).live.state) == OURS
    log = last.live.workplace.log
    assert log.record_number(last.live.id) == number
    again.close()


def test_a_record_that_is_brought_in_keeps_its_own_ways(services: Services, tmp_path: Path) -> None:
    first = _brought_in(services, SAMPLE)
    told = _ways(first.live.state)
    _choose_ours(first)
    other = json.loads(SAMPLE.read_text(encoding="utf-8"))
    other["meeting"]["title"] = "Another meeting"
    changed = tmp_path / "another.json"
    changed.write_text(json.dumps(other), encoding="utf-8")
    second = _brought_in(services, changed)
    assert second.live.state.group_id == first.live.state.group_id
    assert second.live.state.title == "Another meeting"
    assert _ways(second.live.state) == told != OURS


def _brought_in(services: Services, path: Path) -> RunningMeeting:
    result = services.records.import_file(path, as_new=True)
    assert result.meeting_id is not None, result.faults
    return services.meetings.open(result.meeting_id)
