"""Who was in the room at a moment: from comings and goings, to the second, by perspective and never by name."""

import pytest

from coprod_desktop.domain import participation, pauses
from coprod_desktop.domain.ids import DecisionId, PersonId
from coprod_desktop.domain.lines import BetweenMeetings, DecisionDetails, Outcome, Words
from coprod_desktop.domain.meeting_state import Decision
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.presence import (
    Presence,
    asks_what_they_told_us,
    presence_at,
    presence_now,
    presence_of,
    presence_of_all,
)
from coprod_desktop.domain.proposer import Proposer, Source
from tests.domain.meeting_maker import ANN, JO, SAM, MeetingMaker

LIVED, STAFF, CARER = Perspective.LIVED_EXPERIENCE, Perspective.PROFESSIONAL, Perspective.CARER
GROUP = Proposer(source=Source.WHOLE_GROUP)


def _at(time: str) -> str:
    return f"2026-11-24T{time}+00:00"


def _comes(meeting: MeetingMaker, who: PersonId, at: str, *perspectives: Perspective) -> None:
    meeting.do(participation.arrive(meeting.state, who, at=at, perspectives=perspectives))


@pytest.fixture
def meeting() -> MeetingMaker:
    """Jo comes first, Sam at noon, Ann last."""
    meeting = MeetingMaker()
    _comes(meeting, JO, _at("10:00:00"), LIVED, CARER)
    _comes(meeting, SAM, _at("12:00:00"), STAFF)
    _comes(meeting, ANN, _at("13:00:00"))
    return meeting


def test_whoever_had_come_by_then_is_counted_in_each_of_their_perspectives(meeting: MeetingMaker) -> None:
    state = meeting.state

    assert presence_at(state, _at("09:59:59")) == Presence()
    assert presence_at(state, _at("10:00:00")) == Presence(people=1, counts={LIVED: 1, CARER: 1})
    assert presence_at(state, _at("12:30:00")) == Presence(people=2, counts={LIVED: 1, CARER: 1, STAFF: 1})
    assert presence_at(state, _at("13:00:00")).unsaid == 1
    assert presence_of_all(state).people == 3


def test_who_went_home_is_there_to_the_second_and_not_after_it(meeting: MeetingMaker) -> None:
    meeting.do(participation.leave(meeting.state, JO, at=_at("14:00:30")))

    assert presence_at(meeting.state, _at("14:00:30")).people == 3
    assert presence_at(meeting.state, _at("14:00:31")).people == 2
    assert presence_at(meeting.state, _at("14:00:31")).lacks_lived_experience
    assert presence_now(meeting.state).lacks_lived_experience


def test_who_came_back_was_not_there_in_between(meeting: MeetingMaker) -> None:
    meeting.do(participation.leave(meeting.state, JO, at=_at("13:10:00")))
    _comes(meeting, JO, _at("13:40:00"), LIVED, CARER)

    there = [presence_at(meeting.state, _at(time)).people for time in ("13:05:00", "13:20:00", "13:50:00")]
    assert there == [3, 2, 3]


def test_who_stepped_out_is_not_there_until_they_are_back(meeting: MeetingMaker) -> None:
    meeting.do(pauses.step_out(meeting.state, JO, at=_at("13:10:00")))
    assert presence_now(meeting.state).people == 2
    assert presence_at(meeting.state, _at("13:20:00")).lacks_lived_experience

    meeting.do(pauses.step_back(meeting.state, JO, at=_at("13:30:00")))
    there = [presence_at(meeting.state, _at(time)).people for time in ("13:05:00", "13:20:00", "13:40:00")]
    assert there == [3, 2, 3]


def test_who_stepped_out_and_went_home_was_never_back(meeting: MeetingMaker) -> None:
    meeting.do(pauses.step_out(meeting.state, JO, at=_at("13:10:00")))
    meeting.do(participation.leave(meeting.state, JO, at=_at("13:30:00")))

    there = [presence_at(meeting.state, _at(time)).people for time in ("13:05:00", "13:20:00", "13:40:00")]
    assert there == [3, 2, 2]


def test_undoing_a_step_out_brings_the_presence_back(meeting: MeetingMaker) -> None:
    before = presence_at(meeting.state, _at("13:20:00"))
    step = meeting.do(pauses.step_out(meeting.state, JO, at=_at("13:10:00")))
    meeting.undo(step)

    assert presence_at(meeting.state, _at("13:20:00")) == before


def test_times_in_words_count_and_a_time_that_nobody_noted_counts_from_the_beginning() -> None:
    meeting = MeetingMaker()
    _comes(meeting, JO, "", LIVED)
    meeting.do(participation.leave(meeting.state, JO, at="12:30pm"))
    _comes(meeting, SAM, "11:30am", STAFF)

    assert presence_at(meeting.state, _at("11:00:00")).counts == {LIVED: 1}
    assert presence_at(meeting.state, _at("12:00:00")).counts == {LIVED: 1, STAFF: 1}
    assert presence_at(meeting.state, _at("12:31:00")).counts == {STAFF: 1}


@pytest.mark.parametrize("moment", ["", "after tea"])
def test_without_a_moment_nothing_is_known(meeting: MeetingMaker, moment: str) -> None:
    presence = presence_at(meeting.state, moment)

    assert not presence.is_known
    assert not presence.lacks_lived_experience


def test_where_nobody_said_where_they_speak_from_nothing_is_said_to_lack() -> None:
    meeting = MeetingMaker()
    _comes(meeting, JO, _at("10:00:00"))

    assert presence_now(meeting.state).people == 1
    assert not presence_now(meeting.state).is_known
    assert not presence_now(meeting.state).lacks_lived_experience


def test_what_was_decided_elsewhere_or_between_meetings_has_no_presence(meeting: MeetingMaker) -> None:
    here = DecisionDetails(proposer=GROUP, outcome=Outcome.AGREED, decided_at=_at("12:30:00"))
    elsewhere = DecisionDetails(proposer=GROUP, outcome=Outcome.DECIDED_ELSEWHERE, decided_at=_at("12:30:00"))
    between = DecisionDetails(
        proposer=GROUP, outcome=Outcome.AGREED, decided_at=_at("12:30:00"), between=BetweenMeetings(how="By phone")
    )

    def known(details: DecisionDetails) -> bool:
        return presence_of(
            meeting.state, Decision(id=DecisionId("d"), words=Words(text="Tea"), details=details)
        ).is_known

    assert [known(details) for details in (here, elsewhere, between)] == [True, False, False]


def test_what_they_have_told_us_is_asked_once_and_only_for_what_is_ours() -> None:
    staff_only = Presence(people=2, counts={STAFF: 2})
    ours = DecisionDetails(proposer=GROUP, outcome=Outcome.AGREED)
    told = DecisionDetails(proposer=GROUP, outcome=Outcome.AGREED, told_us="They said so at the day centre.")
    others = DecisionDetails(proposer=GROUP, outcome=Outcome.DECIDED_ELSEWHERE)

    assert asks_what_they_told_us(staff_only, ours)
    assert not asks_what_they_told_us(staff_only, told)
    assert not asks_what_they_told_us(staff_only, others)
    assert not asks_what_they_told_us(Presence(people=1, counts={LIVED: 1}), ours)
