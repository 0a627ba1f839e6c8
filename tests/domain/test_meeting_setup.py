"""Setting a meeting up: only a name is needed, nothing is written twice, and what is closed can be opened."""

from datetime import date

import pytest

from coprod_desktop.domain import agenda, meeting_setup, turns
from coprod_desktop.domain.ids import GroupId, TurnId
from coprod_desktop.domain.meeting import Bounds, FixedBound, MeetingDetails, NextMeeting
from coprod_desktop.domain.meeting_state import MeetingState, Phase
from coprod_desktop.domain.reasons import NotAllowed, Reason
from tests.domain.meeting_maker import JO, MEETING, NOON, MeetingMaker

DETAILS = MeetingDetails(title="Bus stops", held_on=date(2026, 11, 24))


def test_a_meeting_is_opened_once_and_its_name_can_be_seen() -> None:
    with pytest.raises(NotAllowed) as caught:
        meeting_setup.open_meeting(MeetingMaker().state, group_id=GroupId("g1"), details=DETAILS)
    assert caught.value.reason is Reason.ALREADY_THERE
    unseen = MeetingDetails(title=" \u200b", held_on=DETAILS.held_on)
    with pytest.raises(NotAllowed) as caught:
        meeting_setup.open_meeting(MeetingState(id=MEETING), group_id=GroupId("g1"), details=unseen)
    assert (caught.value.reason, caught.value.field) == (Reason.NAME_MISSING, "title")


def test_bounds_are_kept_without_their_empty_lines_and_only_when_they_are_new() -> None:
    meeting = MeetingMaker()
    fixed = (FixedBound(what=" The money ", by_whom="The council"), FixedBound(what=" ", why="No reason"))
    told = Bounds(open=("Which seats", " "), fixed=fixed)
    meeting.do(meeting_setup.set_bounds(meeting.state, told))
    kept = Bounds(open=("Which seats",), fixed=(FixedBound(what="The money", by_whom="The council"),))
    assert meeting.state.bounds == kept
    assert meeting_setup.set_bounds(meeting.state, told) == ()


@pytest.mark.parametrize("nothing", [None, NextMeeting()])
def test_the_next_meeting_is_told_and_taken_away_again(nothing: NextMeeting | None) -> None:
    meeting = MeetingMaker()
    assert meeting_setup.set_next_meeting(meeting.state, nothing) == ()
    meeting.do(meeting_setup.set_next_meeting(meeting.state, NextMeeting(venue=" The Boathouse ")))
    assert meeting.state.next_meeting == NextMeeting(venue="The Boathouse")
    meeting.do(meeting_setup.set_next_meeting(meeting.state, nothing))
    assert meeting.state.next_meeting is None


def test_a_meeting_that_is_finished_or_put_away_comes_back_as_it_was() -> None:
    meeting = MeetingMaker()
    before = meeting.state
    for there, back in (
        (meeting_setup.finish_meeting, meeting_setup.reopen_meeting),
        (meeting_setup.put_away, meeting_setup.bring_back),
    ):
        with pytest.raises(NotAllowed):
            back(meeting.state)
        meeting.do(there(meeting.state))
        assert meeting.state != before
        with pytest.raises(NotAllowed):
            there(meeting.state)
        meeting.do(back(meeting.state))
        assert meeting.state == before


def test_a_meeting_that_was_taken_back_has_no_name_and_is_not_open() -> None:
    opened, nothing = MeetingMaker().state, MeetingState(id=MEETING)
    assert (opened.title, opened.is_open) == ("Bus stops", True)
    assert (nothing.title, nothing.is_open, nothing.phase) == ("", False, Phase.TAKEN_BACK)


def test_a_finished_meeting_has_no_turns_and_no_next_item_until_it_is_opened_again() -> None:
    meeting = MeetingMaker()
    meeting.here(JO)
    item_id = meeting.item("Seats")
    meeting.do(meeting_setup.finish_meeting(meeting.state))
    for request in (
        lambda: turns.raise_hand(meeting.state, JO),
        lambda: turns.start_turn(meeting.state, turn_id=TurnId("t"), person_id=JO, at=NOON, allowed_seconds=None),
        lambda: agenda.open_item(meeting.state, item_id),
    ):
        with pytest.raises(NotAllowed) as caught:
            request()
        assert caught.value.reason is Reason.MEETING_FINISHED
    meeting.do(meeting_setup.reopen_meeting(meeting.state))
    assert turns.raise_hand(meeting.state, JO)
