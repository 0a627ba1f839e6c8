"""Answers that come after a decision: the proposer's to new words, and a yes or no of somebody else."""

from dataclasses import replace
from datetime import date

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.decision_checks import checked_yes
from coprod_desktop.domain.decisions import found_decision
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ids import DecisionId
from coprod_desktop.domain.lines import DecisionDetails, NeededYes, YesAnswer
from coprod_desktop.domain.meeting_state import Decision, MeetingState
from coprod_desktop.domain.reasons import NotAllowed, Reason


def answer_new_words(
    state: MeetingState, decision_id: DecisionId, agreed_by_proposer: bool | None, *, is_not_here: bool = False
) -> tuple[Event, ...]:
    """What the proposer says to words that were changed before; raises NotAllowed if none were."""
    decision = found_decision(state, decision_id)
    change = decision.details.wording_changed
    if change is None:
        raise NotAllowed(Reason.NOT_FOUND, "wording_changed")
    answered = replace(
        change, agreed_by_proposer=agreed_by_proposer, is_not_here=is_not_here and agreed_by_proposer is None
    )
    return _changed(decision, replace(decision.details, wording_changed=answered))


def others_asked(state: MeetingState, decision_id: DecisionId, place: int, on: date) -> tuple[Event, ...]:
    """Note the day on which somebody who must also say yes was asked; `place` in the list, from 0."""
    decision = found_decision(state, decision_id)
    asked = replace(_needed(decision, place), asked_on=on)
    return _changed(decision, _with_yes(decision.details, place, asked))


def others_said(
    state: MeetingState,
    decision_id: DecisionId,
    place: int,
    answer: YesAnswer,
    *,
    reason: str = "",
    on: date | None = None,
) -> tuple[Event, ...]:
    """Note what somebody who must also say yes has answered, and why; WAITING takes an answer away again."""
    decision = found_decision(state, decision_id)
    day = None if answer is YesAnswer.WAITING else on
    said = replace(_needed(decision, place), answer=answer, reason=reason, answered_on=day)
    return _changed(decision, _with_yes(decision.details, place, checked_yes(said)))


def _needed(decision: Decision, place: int) -> NeededYes:
    needed_yeses = decision.details.needs_yes_from
    if not 0 <= place < len(needed_yeses):
        raise NotAllowed(Reason.NOT_FOUND, "needs_yes_from")
    return needed_yeses[place]


def _with_yes(details: DecisionDetails, place: int, said: NeededYes) -> DecisionDetails:
    needed_yeses = details.needs_yes_from
    return replace(details, needs_yes_from=(*needed_yeses[:place], said, *needed_yeses[place + 1 :]))


def _changed(decision: Decision, details: DecisionDetails) -> tuple[Event, ...]:
    return () if details == decision.details else (ev.DecisionChanged(decision_id=decision.id, details=details),)
