"""Noting that people heard what happened to their idea."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.after_events import AnswerTold
from coprod_desktop.domain.after_meeting import UNNAMED, AfterMeeting
from coprod_desktop.domain.ids import IdeaId, MeetingId, PersonId
from coprod_desktop.domain.lines import IdeaDetails, Words
from coprod_desktop.domain.meeting_state import Idea, MeetingState
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.telling import tell_answers

JO = PersonId("jo")
IDEA = Idea(id=IdeaId("i1"), words=Words(text="A seat."), details=IdeaDetails(proposer=Proposer(people=(JO,))))
STATE = MeetingState(id=MeetingId("m1"), ideas={IDEA.id: IDEA})
TOLD = AnswerTold(line_id="i1", news="later", told_on=date(2026, 3, 10), told_to=JO)


def heard(answer: AnswerTold) -> MeetingState:
    told = {(answer.line_id, answer.told_to or UNNAMED): answer}
    return replace(STATE, after=AfterMeeting(told=told))


def test_what_was_told_is_noted() -> None:
    assert tell_answers(STATE, [TOLD]) == (TOLD,)


def test_the_same_news_is_not_noted_again_and_other_news_is() -> None:
    again, newer = replace(TOLD, told_on=date(2026, 4, 1)), replace(TOLD, news="later, yes")
    assert tell_answers(heard(TOLD), [again]) == ()
    assert tell_answers(heard(TOLD), [newer]) == (newer,)


def test_whoever_holds_the_ticket_is_told_apart_from_people() -> None:
    ticket = replace(TOLD, told_to=None)
    assert tell_answers(heard(TOLD), [ticket]) == (ticket,)
    assert tell_answers(heard(ticket), [ticket]) == ()


@pytest.mark.parametrize(
    ("answer", "reason"),
    [(replace(TOLD, line_id="i2"), Reason.NOT_FOUND), (replace(TOLD, news=""), Reason.WORDS_MISSING)],
)
def test_nothing_is_noted_of_a_line_that_is_not_there_or_has_no_news(answer: AnswerTold, reason: Reason) -> None:
    with pytest.raises(NotAllowed) as refused:
        tell_answers(STATE, [answer])
    assert refused.value.reason is reason
