"""What the wall shows: one thing at a time, blank before all, equal voice only after the group's yes."""

from collections.abc import Callable

import pytest

from coprod_desktop.domain import agenda, closing, decisions, floor, meeting_setup, opening, pauses, turns, wall
from coprod_desktop.domain.ids import DecisionId, TurnId
from coprod_desktop.domain.lines import DecisionDetails, Outcome, Words
from coprod_desktop.domain.meeting import Bounds
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.room import ReadBack, ReadBackStep, WallScene
from tests.domain.meeting_maker import JO, NOON, SAM, MeetingMaker

TOLD = ReadBack(words="We want a bench.", proposer=Proposer(people=(JO,)))


def _empty() -> MeetingMaker:
    meeting = MeetingMaker()
    meeting.here(JO, SAM)
    return meeting


def _with_agenda() -> MeetingMaker:
    meeting = _empty()
    meeting.item("seats")
    return meeting


def _on_item() -> MeetingMaker:
    meeting = _with_agenda()
    meeting.do(agenda.open_item(meeting.state, meeting.state.agenda[0].id))
    return meeting


def _speaking() -> MeetingMaker:
    meeting = _on_item()
    meeting.do(turns.start_turn(meeting.state, turn_id=TurnId("t"), person_id=JO, at=NOON, allowed_seconds=60))
    return meeting


def _closing() -> MeetingMaker:
    meeting = _on_item()
    meeting.do(closing.begin_closing(meeting.state))
    return meeting


def _finished() -> MeetingMaker:
    meeting = _empty()
    meeting.do(meeting_setup.finish_meeting(meeting.state))
    return meeting


def _in_break() -> MeetingMaker:
    meeting = _speaking()
    meeting.do(pauses.start_break(meeting.state, at=NOON, minutes=10, used_ms=0))
    return meeting


def _paused() -> MeetingMaker:
    meeting = _in_break()
    meeting.do(pauses.pause_everything(meeting.state, at=NOON, used_ms=0))
    return meeting


def _blank() -> MeetingMaker:
    meeting = _paused()
    meeting.do(wall.blank(meeting.state))
    return meeting


def test_a_meeting_that_ends_in_a_break_and_a_pause_says_thank_you_and_opens_again_without_them() -> None:
    meeting = _paused()
    meeting.do(turns.end_turn(meeting.state, at=NOON, used_ms=0))
    meeting.do(floor.start_go_round(meeting.state))
    meeting.do(meeting_setup.finish_meeting(meeting.state))
    assert wall.scene_of(meeting.state) is WallScene.THANK_YOU
    meeting.do(meeting_setup.reopen_meeting(meeting.state))
    assert wall.scene_of(meeting.state) is WallScene.ITEM
    room = meeting.state.room
    assert (room.is_paused, room.break_now, room.go_round) == (False, None, None)


@pytest.mark.parametrize(
    ("made", "scene"),
    [
        (_empty, WallScene.WELCOME),
        (_with_agenda, WallScene.AGENDA),
        (_on_item, WallScene.ITEM),
        (_speaking, WallScene.TURN),
        (_closing, WallScene.CHECK_OUT),
        (_finished, WallScene.THANK_YOU),
        (_in_break, WallScene.BREAK),
        (_paused, WallScene.PAUSE),
        (_blank, WallScene.BLANK),
    ],
)
def test_the_wall_follows_the_meeting(made: Callable[[], MeetingMaker], scene: WallScene) -> None:
    assert wall.scene_of(made().state) is scene


def test_what_was_chosen_stays_until_the_meeting_goes_on() -> None:
    meeting = _on_item()
    meeting.do(wall.choose_scene(meeting.state, WallScene.AGENDA))
    assert wall.scene_of(meeting.state) is WallScene.AGENDA
    assert wall.choose_scene(meeting.state, WallScene.AGENDA) == ()
    meeting.do(turns.start_turn(meeting.state, turn_id=TurnId("t"), person_id=JO, at=NOON, allowed_seconds=60))
    assert wall.scene_of(meeting.state) is WallScene.TURN
    meeting.do(wall.choose_scene(meeting.state, WallScene.WELCOME))
    meeting.do(wall.choose_scene(meeting.state, WallScene.FOLLOW))
    assert wall.scene_of(meeting.state) is WallScene.TURN


def test_what_is_open_and_fixed_can_be_chosen_and_comes_never_by_itself() -> None:
    meeting = _on_item()
    meeting.do(meeting_setup.set_bounds(meeting.state, Bounds(open=("Where they go",))))
    assert wall.scene_of(meeting.state) is WallScene.ITEM
    meeting.do(wall.choose_scene(meeting.state, WallScene.BOUNDS))
    assert wall.scene_of(meeting.state) is WallScene.BOUNDS


def test_adding_to_a_turn_does_not_change_what_was_chosen() -> None:
    meeting = _speaking()
    meeting.do(wall.choose_scene(meeting.state, WallScene.AGENDA))
    added = turns.add_to_turn(
        meeting.state, turn_id=TurnId("a"), person_id=SAM, at=NOON, used_ms=1, allowed_seconds=None
    )
    meeting.do(added)
    assert wall.scene_of(meeting.state) is WallScene.AGENDA


@pytest.mark.parametrize("scene", [WallScene.DECISION, WallScene.PAUSE, WallScene.BLANK, WallScene.TURN])
def test_a_scene_that_comes_by_itself_cannot_be_chosen(scene: WallScene) -> None:
    with pytest.raises(NotAllowed):
        wall.choose_scene(_on_item().state, scene)


def test_equal_voice_needs_the_yes_of_the_group_and_goes_when_it_says_no() -> None:
    meeting = _on_item()
    with pytest.raises(NotAllowed) as caught:
        wall.choose_scene(meeting.state, WallScene.BALANCE)
    assert caught.value.reason is Reason.CONSENT_MISSING
    meeting.do(opening.answer_balance_on_wall(meeting.state, is_yes=True))
    meeting.do(wall.choose_scene(meeting.state, WallScene.BALANCE))
    assert wall.scene_of(meeting.state) is WallScene.BALANCE
    meeting.do(opening.answer_balance_on_wall(meeting.state, is_yes=False))
    assert wall.scene_of(meeting.state) is WallScene.ITEM


def test_a_decision_is_read_back_in_two_steps_and_goes_when_it_is_in_the_record() -> None:
    meeting = _on_item()
    meeting.do(wall.read_back(meeting.state, TOLD))
    assert wall.scene_of(meeting.state) is WallScene.DECISION
    assert wall.read_back(meeting.state, TOLD) == ()
    agree = ReadBack(words=TOLD.words, proposer=TOLD.proposer, step=ReadBackStep.AGREE)
    meeting.do(wall.read_back(meeting.state, agree))
    assert meeting.state.room.wall.read_back == agree
    details = DecisionDetails(proposer=TOLD.proposer, outcome=Outcome.AGREED)
    said = Words(text=TOLD.words)
    meeting.do(decisions.record_decision(meeting.state, decision_id=DecisionId("d"), words=said, details=details))
    assert (wall.scene_of(meeting.state), meeting.state.room.wall.read_back) == (WallScene.ITEM, None)


def test_a_yes_waits_until_everyone_has_the_words() -> None:
    meeting = _on_item()
    meeting.do(floor.set_everyone_check(meeting.state, is_on=True))
    meeting.do(wall.read_back(meeting.state, TOLD))
    agree = ReadBack(words=TOLD.words, proposer=TOLD.proposer, step=ReadBackStep.AGREE)
    details = DecisionDetails(proposer=TOLD.proposer, outcome=Outcome.AGREED)
    for refused in (
        lambda: wall.read_back(meeting.state, agree),
        lambda: decisions.record_decision(
            meeting.state, decision_id=DecisionId("d"), words=Words(text="A bench."), details=details
        ),
    ):
        with pytest.raises(NotAllowed) as caught:
            refused()
        assert caught.value.reason is Reason.NOT_EVERYONE_HAS_IT
    meeting.do(floor.everyone_has_it(meeting.state))
    meeting.do(wall.read_back(meeting.state, agree))
    assert meeting.state.room.wall.read_back == agree


def test_words_and_a_proposer_are_needed_to_read_back() -> None:
    with pytest.raises(NotAllowed):
        wall.read_back(_on_item().state, ReadBack(words=" ", proposer=TOLD.proposer))
    with pytest.raises(NotAllowed):
        wall.read_back(_on_item().state, ReadBack(words="A bench.", proposer=Proposer()))


def test_the_wall_is_blank_until_it_is_shown_again() -> None:
    meeting = _blank()
    assert wall.blank(meeting.state) == ()
    meeting.do(wall.show_again(meeting.state))
    assert wall.scene_of(meeting.state) is WallScene.PAUSE
    assert wall.show_again(meeting.state) == ()
