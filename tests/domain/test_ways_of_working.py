"""A new meeting works as the group's last one did in the end; what people agree to is asked anew."""

import pytest

from coprod_desktop.domain import floor, opening, turns
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.room import Counting, NextRule
from coprod_desktop.domain.ways_of_working import ways_carried_over
from tests.domain.meeting_maker import JO, MeetingMaker


def _after(*acts: tuple[Event, ...]) -> MeetingState:
    meeting = MeetingMaker()
    for events in acts:
        meeting.do(events)
    return meeting.state


EMPTY = MeetingMaker().state


@pytest.mark.parametrize(
    "chosen",
    [
        turns.set_turn_length(EMPTY, 90),
        turns.take_clocks_away(EMPTY),
        floor.set_next_rule(EMPTY, NextRule.LONGEST_SINCE),
        turns.set_nearly_share(EMPTY, 0.1),
        floor.set_everyone_check(EMPTY, is_on=True),
    ],
)
def test_each_way_of_working_is_carried_over(chosen: tuple[Event, ...]) -> None:
    assert chosen
    assert ways_carried_over(EMPTY, _after(chosen)) == chosen


def test_what_was_usual_needs_no_events() -> None:
    assert ways_carried_over(EMPTY, EMPTY) == ()


def test_what_people_agreed_to_is_asked_anew() -> None:
    meeting = MeetingMaker()
    meeting.here(JO)
    for events in (
        opening.choose_counting(EMPTY, Counting.BY_PERSPECTIVE),
        opening.answer_balance_on_wall(EMPTY, is_yes=True),
        opening.read_access_check(EMPTY),
        opening.ask_declarations(EMPTY),
        opening.count_guests(EMPTY, 3),
    ):
        meeting.do(events)
    assert ways_carried_over(EMPTY, meeting.state) == ()
