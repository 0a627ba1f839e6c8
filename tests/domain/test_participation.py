"""Who is here: everyone once, in their own words, and nothing that was not so."""

import pytest

from coprod_desktop.domain import participation, turns
from coprod_desktop.domain.ids import PersonId, TurnId
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.reasons import NotAllowed, Reason
from tests.domain.meeting_maker import ANN, JO, NOON, SAM, MeetingMaker


def test_people_stand_on_the_list_once() -> None:
    meeting = MeetingMaker()
    meeting.do(participation.expect(meeting.state, [JO, SAM, JO]))
    assert list(meeting.state.attendance) == [JO, SAM]
    assert participation.expect(meeting.state, [SAM]) == ()


def test_a_person_arrives_once_and_leaves_only_when_here() -> None:
    meeting = MeetingMaker()
    meeting.here(JO)
    with pytest.raises(NotAllowed) as caught:
        participation.arrive(meeting.state, JO, at=NOON)
    assert caught.value.reason is Reason.ALREADY_THERE
    meeting.do(participation.leave(meeting.state, JO, at=NOON))
    with pytest.raises(NotAllowed) as caught:
        participation.leave(meeting.state, JO, at=NOON)
    assert caught.value.reason is Reason.NOT_HERE


def test_where_a_person_speaks_from_is_noted_with_their_arrival_if_it_is_new() -> None:
    meeting = MeetingMaker()
    carer = (Perspective.CARER,)
    meeting.do(participation.arrive(meeting.state, JO, at=NOON, perspectives=carer))
    assert meeting.state.attendance[JO].perspectives == carer
    meeting.do(participation.leave(meeting.state, JO, at=NOON))
    assert len(participation.arrive(meeting.state, JO, at=NOON, perspectives=carer)) == 1
    assert participation.say_perspective(meeting.state, JO, (Perspective.CARER, Perspective.CARER)) == ()


def test_only_people_in_the_room_are_counted_by_what_they_said() -> None:
    meeting = MeetingMaker()
    both = (Perspective.CARER, Perspective.LIVED_EXPERIENCE)
    meeting.do(participation.arrive(meeting.state, JO, at=NOON, perspectives=both))
    meeting.do(participation.arrive(meeting.state, SAM, at=NOON, perspectives=(Perspective.CARER,)))
    meeting.here(ANN)
    counted = {Perspective.CARER: 2, Perspective.LIVED_EXPERIENCE: 1}
    assert participation.perspectives_here(meeting.state) == counted
    meeting.do(participation.leave(meeting.state, SAM, at=NOON))
    assert participation.perspectives_here(meeting.state)[Perspective.CARER] == 1


def test_a_person_sends_word_once_that_they_cannot_come() -> None:
    meeting = MeetingMaker()
    meeting.do(participation.send_sorry(meeting.state, JO))
    assert meeting.state.attendance[JO].is_sorry
    with pytest.raises(NotAllowed) as caught:
        participation.send_sorry(meeting.state, JO)
    assert caught.value.reason is Reason.ALREADY_THERE


def test_whoever_is_taken_off_the_list_was_never_on_it() -> None:
    meeting = MeetingMaker()
    before = meeting.state
    meeting.do(participation.expect(meeting.state, [ANN]))
    meeting.do(participation.take_off(meeting.state, ANN))
    assert meeting.state == before


def test_a_person_has_each_job_once() -> None:
    meeting = MeetingMaker()
    meeting.here(JO)
    meeting.do(participation.take_jobs(meeting.state, JO, (Job.CHAIR, Job.LAPTOP, Job.CHAIR)))
    assert meeting.state.attendance[JO].jobs == (Job.CHAIR, Job.LAPTOP)
    assert participation.take_jobs(meeting.state, JO, (Job.CHAIR, Job.LAPTOP)) == ()


def test_nothing_is_noted_of_somebody_who_is_not_on_the_list() -> None:
    state = MeetingMaker().state
    for request in (
        lambda: participation.leave(state, ANN, at=NOON),
        lambda: participation.take_off(state, ANN),
        lambda: participation.say_perspective(state, ANN, ()),
        lambda: participation.take_jobs(state, ANN, ()),
    ):
        with pytest.raises(NotAllowed) as caught:
            request()
        assert caught.value.reason is Reason.NOT_FOUND


@pytest.mark.parametrize("going", ["leave", "send_sorry", "take_off"])
@pytest.mark.parametrize("who", [JO, SAM])
def test_nobody_goes_who_has_a_turn_or_goes_on_after_what_is_added(going: str, who: PersonId) -> None:
    meeting = MeetingMaker()
    meeting.here(JO, SAM, ANN)
    meeting.do(turns.start_turn(meeting.state, turn_id=TurnId("t"), person_id=JO, at=NOON, allowed_seconds=60))
    added = turns.add_to_turn(
        meeting.state, turn_id=TurnId("a"), person_id=SAM, at=NOON, used_ms=1000, allowed_seconds=60
    )
    meeting.do(added)
    asks = {
        "leave": lambda one: participation.leave(meeting.state, one, at=NOON),
        "send_sorry": lambda one: participation.send_sorry(meeting.state, one),
        "take_off": lambda one: participation.take_off(meeting.state, one),
    }
    with pytest.raises(NotAllowed) as caught:
        asks[going](who)
    assert caught.value.reason is Reason.TURN_RUNNING
    assert asks[going](ANN)


def test_an_answer_to_the_invitation_is_yes_sorry_or_not_heard() -> None:
    meeting = MeetingMaker()
    meeting.do(participation.expect(meeting.state, [JO]))
    assert _answer(meeting) == (False, False)
    meeting.do(participation.say_coming(meeting.state, JO))
    assert _answer(meeting) == (True, False)
    meeting.do(participation.send_sorry(meeting.state, JO))
    assert _answer(meeting) == (False, True)
    meeting.do(participation.say_coming(meeting.state, JO))
    assert _answer(meeting) == (True, False)
    meeting.do(participation.forget_reply(meeting.state, JO))
    assert _answer(meeting) == (False, False)


def test_who_answers_before_being_asked_is_put_on_the_list() -> None:
    meeting = MeetingMaker()
    meeting.do(participation.say_coming(meeting.state, SAM))
    assert list(meeting.state.attendance) == [SAM]
    assert meeting.state.attendance[SAM].came is False


def test_an_answer_is_given_once_and_forgotten_only_if_there_was_one() -> None:
    meeting = MeetingMaker()
    with pytest.raises(NotAllowed) as caught:
        participation.forget_reply(meeting.state, JO)
    assert caught.value.reason is Reason.NOT_FOUND
    meeting.do(participation.say_coming(meeting.state, JO))
    with pytest.raises(NotAllowed) as caught:
        participation.say_coming(meeting.state, JO)
    assert caught.value.reason is Reason.ALREADY_THERE
    meeting.do(participation.forget_reply(meeting.state, JO))
    with pytest.raises(NotAllowed) as caught:
        participation.forget_reply(meeting.state, JO)
    assert caught.value.reason is Reason.ALREADY_THERE


def test_who_came_need_not_answer_any_more() -> None:
    meeting = MeetingMaker()
    meeting.here(JO)
    with pytest.raises(NotAllowed) as caught:
        participation.say_coming(meeting.state, JO)
    assert caught.value.reason is Reason.ALREADY_THERE


def _answer(meeting: MeetingMaker) -> tuple[bool, bool]:
    seen = meeting.state.attendance[JO]
    return seen.is_coming, seen.is_sorry
