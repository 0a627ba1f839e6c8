"""Decisions and the actions that follow from them; whose idea it was is never left out."""

from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ideas import checked_words
from coprod_desktop.domain.ids import ActionId, DecisionId
from coprod_desktop.domain.lines import (
    ActionDetails,
    DecisionDetails,
    IdeaOutcome,
    NeededYes,
    Objection,
    Outcome,
    Votes,
    WordingChange,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting_state import Action, Decision, MeetingState
from coprod_desktop.domain.proposer import checked_proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import needed, typed, typed_lines


def record_decision(
    state: MeetingState,
    *,
    decision_id: DecisionId,
    words: Words,
    details: DecisionDetails,
    actions: Sequence[Action] = (),
) -> tuple[Event, ...]:
    """Put a decision into the record, with the actions that follow from it.

    An open idea that it came from becomes decided in the same step. A yes waits until everyone has it (R10).
    """
    if decision_id in state.decisions:
        raise NotAllowed(Reason.ALREADY_THERE)
    if details.outcome is Outcome.AGREED and state.room.is_waiting_for_everyone:
        raise NotAllowed(Reason.NOT_EVERYONE_HAS_IT)
    recorded = ev.DecisionRecorded(
        decision_id=decision_id, words=checked_words(words), details=checked_decision(details)
    )
    events: list[Event] = [recorded, *_idea_decided(state, details)]
    for action in actions:
        promised = replace(action.details, decision_id=decision_id)
        events.extend(agree_action(state, action_id=action.id, words=action.words, details=promised))
    return tuple(events)


def change_decision(
    state: MeetingState,
    decision_id: DecisionId,
    words: Words,
    details: DecisionDetails,
    *,
    changes_meaning: bool = False,
    agreed_by_proposer: bool | None = None,
) -> tuple[Event, ...]:
    """Change the words of a decision or anything else.

    With a new meaning the first words stay in sight, with the proposer's yes or no to the new.
    """
    decision, new_words, new_details = _found(state, decision_id), checked_words(words), checked_decision(details)
    reworded = () if new_words == decision.words else (ev.DecisionReworded(decision_id=decision_id, words=new_words),)
    if reworded and changes_meaning:
        first = decision.details.wording_changed
        change = WordingChange(
            first_words=first.first_words if first else decision.words.text, agreed_by_proposer=agreed_by_proposer
        )
        new_details = replace(new_details, wording_changed=change)
    if new_details == decision.details:
        return reworded
    return (*reworded, ev.DecisionChanged(decision_id=decision_id, details=new_details))


def agree_action(
    state: MeetingState, *, action_id: ActionId, words: Words, details: ActionDetails
) -> tuple[Event, ...]:
    """Put a promise into the record; without an owner it prints "Nobody has this job yet"."""
    if action_id in state.actions:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.ActionAgreed(action_id=action_id, words=checked_words(words), details=checked_action(details)),)


def change_action(state: MeetingState, action_id: ActionId, words: Words, details: ActionDetails) -> tuple[Event, ...]:
    """Put the words of an action right, who does it, by when, or how it went."""
    action, new_words, new_details = _action(state, action_id), checked_words(words), checked_action(details)
    reworded = () if new_words == action.words else (ev.ActionReworded(action_id=action_id, words=new_words),)
    changed = () if new_details == action.details else (ev.ActionChanged(action_id=action_id, details=new_details),)
    return (*reworded, *changed)


def waits_for_yes(decision: Decision) -> bool:
    """Whether somebody else has still to say yes: until then the words are "We want ..." (ER-33)."""
    return decision.details.outcome is Outcome.AGREED and any(
        needed_yes.answer is not YesAnswer.YES for needed_yes in decision.details.needs_yes_from
    )


def others_answer(decision: Decision) -> YesAnswer:
    """What all who must also say yes have answered, as one answer: a no outweighs, and yes if nobody is asked."""
    if not waits_for_yes(decision):
        return YesAnswer.YES
    said_no = any(needed_yes.answer is YesAnswer.NO for needed_yes in decision.details.needs_yes_from)
    return YesAnswer.NO if said_no else YesAnswer.WAITING


def checked_decision(details: DecisionDetails) -> DecisionDetails:
    """The decision with clean words and a proposer; counts are not below 0."""
    return replace(
        details,
        proposer=checked_proposer(details.proposer),
        picture=typed(details.picture, field="picture"),
        supported_by=tuple(dict.fromkeys(details.supported_by)),
        built_on_by=tuple(dict.fromkeys(details.built_on_by)),
        stood_aside=tuple(dict.fromkeys(details.stood_aside)),
        votes=_checked_votes(details.votes),
        reason=typed(details.reason, field="reason"),
        objections=tuple(_checked_objection(objection) for objection in details.objections),
        conditions=typed_lines(details.conditions, field="conditions"),
        needs_yes_from=tuple(_checked_yes(needed_yes) for needed_yes in details.needs_yes_from),
    )


def checked_action(details: ActionDetails) -> ActionDetails:
    """The action with clean words and each owner once."""
    return replace(
        details,
        picture=typed(details.picture, field="picture"),
        owners=tuple(dict.fromkeys(details.owners)),
        result=typed(details.result, field="result"),
    )


def _idea_decided(state: MeetingState, details: DecisionDetails) -> tuple[Event, ...]:
    idea = state.ideas.get(details.from_idea_id) if details.from_idea_id else None
    if idea is None or idea.details.outcome is not IdeaOutcome.OPEN or details.outcome is Outcome.DEFERRED:
        return ()
    agreed = details.outcome is Outcome.AGREED
    outcome = IdeaOutcome.DECIDED if agreed else IdeaOutcome.NOT_TAKEN_UP
    settled = replace(idea.details, outcome=outcome, reason=typed(details.reason))
    return (ev.IdeaChanged(idea_id=idea.id, details=settled),)


def _checked_votes(votes: Votes | None) -> Votes | None:
    if votes is None or votes == Votes():
        return None
    if any(count is not None and count < 0 for count in (votes.yes, votes.no, votes.unsure, votes.more_time)):
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "votes")
    return votes


def _checked_objection(objection: Objection) -> Objection:
    by = checked_proposer(objection.by) if objection.by else None
    return Objection(text=needed(objection.text, field="objection"), by=by)


def _checked_yes(needed_yes: NeededYes) -> NeededYes:
    return replace(
        needed_yes,
        who=needed(needed_yes.who, field="needs_yes_from"),
        reason=typed(needed_yes.reason, field="reason"),
    )


def _found(state: MeetingState, decision_id: DecisionId) -> Decision:
    decision = state.decisions.get(decision_id)
    if decision is None:
        raise NotAllowed(Reason.NOT_FOUND)
    return decision


def _action(state: MeetingState, action_id: ActionId) -> Action:
    action = state.actions.get(action_id)
    if action is None:
        raise NotAllowed(Reason.NOT_FOUND)
    return action
