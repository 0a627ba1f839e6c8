"""How a meeting begins and ends: guests, what is counted, cards, reading back, and a check-out without names."""

import pytest

from coprod_desktop.domain import agenda, closing, opening, turns
from coprod_desktop.domain.ids import AgendaItemId, PersonId, TurnId
from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.room import CheckOutAnswer, CheckOutCount, CheckOutQuestion, Counting
from coprod_desktop.domain.room_events import Answered
from tests.domain.meeting_maker import JO, NOON, SAM, MeetingMaker

SEATS = AgendaItemId("seats")
YES = (Answered(question=CheckOutQuestion.SAY, answer=CheckOutAnswer.YES),)
NO = (Answered(question=CheckOutQuestion.SAY, answer=CheckOutAnswer.NO),)


@pytest.fixture
def meeting() -> MeetingMaker:
    """A meeting with 2 people and an item that is open."""
    made = MeetingMaker()
    made.here(JO, SAM)
    made.item("seats")
    made.do(agenda.open_item(made.state, SEATS))
    return made


def test_guests_are_counted_and_not_named(meeting: MeetingMaker) -> None:
    meeting.do(opening.count_guests(meeting.state, 3))
    assert (meeting.state.room.guests, len(meeting.state.attendance)) == (3, 2)
    assert opening.count_guests(meeting.state, 3) == ()
    for count in (-1, 501):
        with pytest.raises(NotAllowed) as caught:
            opening.count_guests(meeting.state, count)
        assert caught.value.reason is Reason.NUMBER_OUT_OF_RANGE


def test_what_is_noted_once_stays_noted(meeting: MeetingMaker) -> None:
    meeting.do(opening.begin_meeting(meeting.state, at=NOON))
    meeting.do(opening.read_access_check(meeting.state))
    meeting.do(opening.ask_declarations(meeting.state))
    room = meeting.state.room
    assert (room.began_at, room.has_read_access_check, room.has_asked_declarations) == (NOON, True, True)
    assert opening.begin_meeting(meeting.state, at="later") == ()
    assert opening.read_access_check(meeting.state) == ()
    assert opening.ask_declarations(meeting.state) == ()


def test_what_somebody_declares_is_kept_with_who_said_it(meeting: MeetingMaker) -> None:
    meeting.do(opening.declare(meeting.state, JO, " I work for the shop. "))
    (told,) = meeting.state.room.declarations
    assert (told.person_id, told.words) == (JO, "I work for the shop.")
    assert meeting.state.room.has_asked_declarations
    with pytest.raises(NotAllowed):
        opening.declare(meeting.state, JO, " ")
    with pytest.raises(NotAllowed):
        opening.declare(meeting.state, PersonId("nobody"), "Something")


def test_nothing_is_counted_until_the_group_says_so(meeting: MeetingMaker) -> None:
    assert meeting.state.room.counting is None
    meeting.do(opening.choose_counting(meeting.state, Counting.BY_PERSPECTIVE))
    assert meeting.state.room.counting is Counting.BY_PERSPECTIVE
    assert opening.choose_counting(meeting.state, Counting.BY_PERSPECTIVE) == ()
    meeting.do(opening.answer_balance_on_wall(meeting.state, is_yes=False))
    assert opening.answer_balance_on_wall(meeting.state, is_yes=False) == ()


def test_cards_count_to_the_item_that_is_open_and_to_nobody(meeting: MeetingMaker) -> None:
    for card in ("red", "yellow", "red"):
        meeting.do(closing.show_card(meeting.state, card))
    assert meeting.state.room.cards == {SEATS: {"red": 2, "yellow": 1}}
    before = MeetingMaker()
    before.do(closing.show_card(before.state, "green"))
    assert before.state.room.cards == {None: {"green": 1}}


def test_cards_of_items_that_are_put_together_are_counted_together(meeting: MeetingMaker) -> None:
    from coprod_desktop.domain.room_events import AgendaItemsMerged

    meeting.do(closing.show_card(meeting.state, "red"))
    meeting.item("tea")
    meeting.do(agenda.open_item(meeting.state, AgendaItemId("tea")))
    meeting.do(closing.show_card(meeting.state, "red"))
    details = meeting.state.agenda[1].details
    meeting.do((AgendaItemsMerged(item_id=AgendaItemId("tea"), merged=(SEATS,), details=details),))
    assert meeting.state.room.cards == {AgendaItemId("tea"): {"red": 2}}


def test_closing_can_be_put_off_and_a_turn_is_ended_first(meeting: MeetingMaker) -> None:
    meeting.do(closing.begin_closing(meeting.state))
    assert closing.begin_closing(meeting.state) == ()
    meeting.do(closing.put_off_closing(meeting.state))
    assert not meeting.state.room.is_closing
    assert closing.put_off_closing(meeting.state) == ()
    meeting.do(turns.start_turn(meeting.state, turn_id=TurnId("t"), person_id=JO, at=NOON, allowed_seconds=60))
    with pytest.raises(NotAllowed) as caught:
        closing.begin_closing(meeting.state)
    assert caught.value.reason is Reason.TURN_RUNNING


def test_going_on_with_an_item_puts_the_closing_off(meeting: MeetingMaker) -> None:
    meeting.do(closing.begin_closing(meeting.state))
    meeting.item("tea")
    meeting.do(agenda.open_item(meeting.state, AgendaItemId("tea")))
    assert not meeting.state.room.is_closing


def test_what_waits_is_read_back(meeting: MeetingMaker) -> None:
    meeting.item("tea")
    told = closing.to_read_back(meeting.state)
    assert [item.id for item in told.items_waiting] == [SEATS, "tea"]
    meeting.do(agenda.close_item(meeting.state, SEATS, ItemState.DISCUSSED))
    assert [item.id for item in closing.to_read_back(meeting.state).items_waiting] == ["tea"]


def test_answers_are_shown_once_five_people_answered(meeting: MeetingMaker) -> None:
    for answers in (YES, YES, NO, YES):
        meeting.do(closing.give_check_out(answers, "warm"))
    say = closing.check_out_counts(meeting.state)[CheckOutQuestion.SAY]
    assert (say.total, closing.can_show_answers(say), closing.words_to_show(meeting.state)) == (4, False, ())
    meeting.do(closing.give_check_out(NO, "Heard"))
    say = closing.check_out_counts(meeting.state)[CheckOutQuestion.SAY]
    assert say == CheckOutCount(yes=3, no=2)
    assert closing.can_show_answers(say)
    assert closing.words_to_show(meeting.state) == ("Heard", "warm", "warm", "warm", "warm")
    assert meeting.state.room.check_out.people_on_screen == 5


def test_paper_and_screen_are_counted_together_and_a_new_count_replaces_the_last(meeting: MeetingMaker) -> None:
    meeting.do(closing.give_check_out(YES))
    meeting.do(closing.count_check_out(meeting.state, CheckOutQuestion.SAY, CheckOutCount(yes=9, partly=9, no=9)))
    meeting.do(closing.count_check_out(meeting.state, CheckOutQuestion.SAY, CheckOutCount(yes=2, partly=1, no=1)))
    assert closing.check_out_counts(meeting.state)[CheckOutQuestion.SAY] == CheckOutCount(yes=3, partly=1, no=1)
    assert closing.count_check_out(meeting.state, CheckOutQuestion.SAY, CheckOutCount(yes=2, partly=1, no=1)) == ()
    with pytest.raises(NotAllowed):
        closing.count_check_out(meeting.state, CheckOutQuestion.SAY, CheckOutCount(yes=-1, partly=0, no=0))


def test_a_question_is_answered_once_a_person_and_something_must_be_said() -> None:
    (given,) = closing.give_check_out((*YES, *NO))
    assert given.answers == NO  # type: ignore[union-attr]
    with pytest.raises(NotAllowed):
        closing.give_check_out((), " ")
