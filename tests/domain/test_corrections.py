"""Putting a line right: who asked is kept with the change, and nothing is written where nothing changes."""

from datetime import date

import pytest

from coprod_desktop.domain.after_events import CorrectionAsked
from coprod_desktop.domain.corrections import correct_line
from coprod_desktop.domain.editions import lines_of, words_of
from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, IdeaId, MeetingId, PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    AgendaItemDetails,
    DecisionDetails,
    IdeaDetails,
    Outcome,
    Words,
)
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Decision, Idea, MeetingState
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason

JO, SAM, DAY = PersonId("jo"), PersonId("sam"), date(2026, 3, 10)
FROM_JO, FROM_SAM, SEATS = Proposer(people=(JO,)), Proposer(people=(SAM,)), Words(text="Seats.")
ITEM = AgendaItem(id=AgendaItemId("item"), details=AgendaItemDetails(title=SEATS.text, proposer=FROM_JO))
IDEA = Idea(id=IdeaId("idea"), words=SEATS, details=IdeaDetails(proposer=FROM_JO))
AGREED = DecisionDetails(proposer=FROM_JO, outcome=Outcome.AGREED)
DECISION = Decision(id=DecisionId("decision"), words=SEATS, details=AGREED)
ACTION = Action(id=ActionId("action"), words=SEATS, details=ActionDetails(owners=(JO,)))
STATE = MeetingState(
    id=MeetingId("m"),
    agenda=(ITEM,),
    ideas={IDEA.id: IDEA},
    decisions={DECISION.id: DECISION},
    actions={ACTION.id: ACTION},
)


@pytest.mark.parametrize("line_id", lines_of(STATE))
def test_who_asked_comes_first_and_then_the_change(line_id: str) -> None:
    asked, *changes = correct_line(STATE, line_id, Words(text="Benches."), None, asked_by=SAM, asked_on=DAY)
    assert asked == CorrectionAsked(line_id=line_id, asked_on=DAY, asked_by=SAM)
    (change,) = changes
    assert "Benches." in repr(vars(change))


@pytest.mark.parametrize("line_id", ["item", "idea", "decision"])
def test_the_proposer_is_put_right_and_the_words_stay(line_id: str) -> None:
    _asked, change = correct_line(STATE, line_id, None, FROM_SAM, asked_by=None, asked_on=DAY)
    assert change.details.proposer == FROM_SAM  # type: ignore[union-attr]


@pytest.mark.parametrize("line_id", lines_of(STATE))
def test_nothing_is_written_where_nothing_changes(line_id: str) -> None:
    line = lines_of(STATE)[line_id]
    assert correct_line(STATE, line_id, Words(text=words_of(line)), FROM_JO, asked_by=SAM, asked_on=DAY) == ()


def test_a_line_that_is_not_there_cannot_be_put_right() -> None:
    with pytest.raises(NotAllowed) as refused:
        correct_line(STATE, "nothing", SEATS, None, asked_by=SAM, asked_on=DAY)
    assert (refused.value.reason, refused.value.field) == (Reason.NOT_FOUND, "line")
