"""What became of every kind of line, told from the state of its meeting."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, GroupId, IdeaId, MeetingId, PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    AgendaItemDetails,
    DecisionDetails,
    IdeaDetails,
    IdeaKind,
    IdeaOutcome,
    ItemState,
    NeededYes,
    Outcome,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting_lines import line_keys, lines_of
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Decision, Idea, MeetingState
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.what_became import Became, LineKind, MeetingLine, WaitsFor

SAM = PersonId("sam")
BY_SAM = Proposer(people=(SAM,))
WORDS = Words(text="Seats")
ITEM_ID, IDEA_ID, DECISION_ID, ACTION_ID = AgendaItemId("i"), IdeaId("d"), DecisionId("n"), ActionId("a")


def _state(
    *,
    item: ItemState | None = None,
    idea: IdeaDetails | None = None,
    decision: DecisionDetails | None = None,
    action: ActionDetails | None = None,
) -> MeetingState:
    details = AgendaItemDetails(title="Stops", proposer=BY_SAM)
    return MeetingState(
        id=MeetingId("m"),
        group_id=GroupId("g"),
        agenda=() if item is None else (AgendaItem(id=ITEM_ID, details=details, state=item),),
        ideas={} if idea is None else {IDEA_ID: Idea(id=IDEA_ID, words=WORDS, details=idea)},
        decisions={} if decision is None else {DECISION_ID: Decision(id=DECISION_ID, words=WORDS, details=decision)},
        actions={} if action is None else {ACTION_ID: Action(id=ACTION_ID, words=WORDS, details=action)},
    )


def _became(state: MeetingState) -> Became:
    (line,) = lines_of(state)
    return line.became


@pytest.mark.parametrize("item_state", list(ItemState))
def test_every_state_of_an_item_has_its_word(item_state: ItemState) -> None:
    (line,) = lines_of(_state(item=item_state))
    assert (line.kind, line.line_id, line.item_id, line.words.text) == (LineKind.ITEM, "i", "i", "Stops")
    assert line.proposers == (SAM,)
    waits = (ItemState.PARKED, ItemState.CARRIED_OVER, ItemState.NOT_REACHED)
    assert line.became.still_waits == (item_state in waits)


@pytest.mark.parametrize(
    ("outcome", "kind", "became"),
    [
        (IdeaOutcome.OPEN, IdeaKind.IDEA, Became.NO_ANSWER_YET),
        (IdeaOutcome.OPEN, IdeaKind.STORY, Became.SAID),
        (IdeaOutcome.OPEN, IdeaKind.THANK_YOU, Became.SAID),
        (IdeaOutcome.DECIDED, IdeaKind.IDEA, Became.DECIDED),
        (IdeaOutcome.NOT_TAKEN_UP, IdeaKind.IDEA, Became.NOT_TAKEN_UP),
        (IdeaOutcome.LATER, IdeaKind.IDEA, Became.LATER),
        (IdeaOutcome.PASSED_ON, IdeaKind.STORY, Became.PASSED_ON),
    ],
)
def test_what_became_of_an_idea(outcome: IdeaOutcome, kind: IdeaKind, became: Became) -> None:
    assert _became(_state(idea=IdeaDetails(proposer=BY_SAM, outcome=outcome, kind=kind))) is became


@pytest.mark.parametrize(
    ("outcome", "answers", "became"),
    [
        (Outcome.AGREED, (), Became.AGREED),
        (Outcome.AGREED, (YesAnswer.YES,), Became.AGREED),
        (Outcome.AGREED, (YesAnswer.YES, YesAnswer.WAITING), Became.WAITS_FOR_YES),
        (Outcome.AGREED, (YesAnswer.NO, YesAnswer.WAITING), Became.SAID_NO),
        (Outcome.NOT_AGREED, (YesAnswer.WAITING,), Became.NOT_AGREED),
        (Outcome.DEFERRED, (), Became.DEFERRED),
        (Outcome.WITHDRAWN, (), Became.WITHDRAWN),
        (Outcome.DECIDED_ELSEWHERE, (), Became.DECIDED_ELSEWHERE),
    ],
)
def test_what_became_of_a_decision(outcome: Outcome, answers: tuple[YesAnswer, ...], became: Became) -> None:
    asked = tuple(
        NeededYes(who=f"Board {number}", asked_on=date(2026, 3, 12), answer=answer)
        for number, answer in enumerate(answers)
    )
    (line,) = lines_of(_state(decision=DecisionDetails(proposer=BY_SAM, outcome=outcome, needs_yes_from=asked)))
    assert line.became is became
    waiting = (WaitsFor(who="Board 1", asked_on=date(2026, 3, 12)),) if became is Became.WAITS_FOR_YES else ()
    assert line.waits_for == waiting


@pytest.mark.parametrize(
    ("state", "became"),
    [
        (ActionState.OPEN, Became.STILL_OPEN),
        (ActionState.DONE, Became.DONE),
        (ActionState.DROPPED, Became.DROPPED),
    ],
)
def test_what_became_of_a_job(state: ActionState, became: Became) -> None:
    due_on = date(2026, 5, 1)
    (line,) = lines_of(_state(action=ActionDetails(owners=(SAM,), state=state, due_on=due_on)))
    expected = MeetingLine(LineKind.ACTION, "a", "", WORDS, became, (SAM,), (), due_on)
    assert line == expected


def test_a_meeting_that_was_taken_back_has_no_lines() -> None:
    assert list(lines_of(MeetingState(id=MeetingId("m")))) == []
    assert line_keys(MeetingState(id=MeetingId("m"))) == set()


def test_only_what_may_have_changed_is_told_again() -> None:
    decided = DecisionDetails(proposer=BY_SAM, outcome=Outcome.AGREED, item_id=ITEM_ID)
    before = _state(item=ItemState.NOW, decision=decided, action=ActionDetails(decision_id=DECISION_ID))
    assert list(lines_of(before, unlike=before)) == []
    assert len(line_keys(before)) == 3

    after = _state(item=ItemState.NOW, decision=replace(decided, reason="People fall."))
    assert list(lines_of(_state(item=ItemState.NOW), unlike=_state(item=ItemState.NOW))) == []
    moved = MeetingState(
        id=before.id,
        group_id=before.group_id,
        agenda=before.agenda,
        decisions=after.decisions,
        actions=before.actions,
    )
    told = {(line.kind, line.item_id) for line in lines_of(moved, unlike=before)}
    # The job goes where its decision goes.
    assert told == {(LineKind.DECISION, ITEM_ID), (LineKind.ACTION, ITEM_ID)}
