"""Decisions; whose idea it was is never left out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.actions import agree_action
from coprod_desktop.domain.decision_checks import checked_decision, without_names
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ideas import checked_words, reworded_as
from coprod_desktop.domain.ids import DecisionId, MeetingId
from coprod_desktop.domain.lines import (
    DecisionDetails,
    EarlierLine,
    HowDecided,
    IdeaOutcome,
    MadeEasier,
    Outcome,
    WordingChange,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting_state import Action, Decision, MeetingState, Phase
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import typed

_IDEA_OUTCOMES = {
    Outcome.AGREED: IdeaOutcome.DECIDED,
    Outcome.NOT_AGREED: IdeaOutcome.NOT_TAKEN_UP,
    Outcome.WITHDRAWN: IdeaOutcome.NOT_TAKEN_UP,
    Outcome.DECIDED_ELSEWHERE: IdeaOutcome.DECIDED,
}
"""What becomes of an idea with the decision that comes from it; one that is put off leaves it open."""


def record_decision(
    state: MeetingState,
    *,
    decision_id: DecisionId,
    words: Words,
    details: DecisionDetails,
    actions: Sequence[Action] = (),
    at: str = "",
) -> tuple[Event, ...]:
    """Put a decision into the record, with the actions that follow from it.

    An open idea that it came from becomes decided in the same step. A yes waits until everyone has it (R10).
    `at` is the time now, local ISO 8601: while the meeting is open it tells who was in the room for it (R15).
    """
    if decision_id in state.decisions:
        raise NotAllowed(Reason.ALREADY_THERE)
    if details.outcome is Outcome.AGREED and state.room.is_waiting_for_everyone:
        raise NotAllowed(Reason.NOT_EVERYONE_HAS_IT)
    _reopens_what_is_there(state, details.reopens)
    timed = (
        replace(details, decided_at=details.decided_at or at)
        if state.is_open and is_made_in_the_room(details)
        else details
    )
    recorded = ev.DecisionRecorded(decision_id=decision_id, words=checked_words(words), details=checked_decision(timed))
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
    is_not_here: bool = False,
    on: date | None = None,
) -> tuple[Event, ...]:
    """Change the words of a decision or anything else.

    With a new meaning the first words stay in sight, with the proposer's yes or no to the new, or that they are not
    here. With the same meaning, `on` a day after the meeting, the words that were agreed stay in sight.
    Raises NotAllowed where a secret count would stand over names that the record has.
    """
    decision = found_decision(state, decision_id)
    new_words, new_details = reworded_as(words, decision.words), checked_decision(details, was=decision.details)
    _keeps_the_secret(decision.details, new_details)
    reworded = () if new_words == decision.words else (ev.DecisionReworded(decision_id=decision_id, words=new_words),)
    if reworded and changes_meaning:
        first = decision.details.wording_changed
        change = WordingChange(
            first_words=first.first_words if first else decision.words.text,
            agreed_by_proposer=agreed_by_proposer,
            is_not_here=is_not_here and agreed_by_proposer is None,
        )
        new_details = replace(new_details, wording_changed=change)
    elif reworded and on is not None and state.phase is Phase.FINISHED:
        new_details = replace(new_details, made_easier=_made_easier(decision, new_words, on))
    if new_details == decision.details:
        return reworded
    changed = ev.DecisionChanged(decision_id=decision_id, details=new_details)
    return (*reworded, changed, *_idea_follows(state, decision, new_details))


def found_decision(state: MeetingState, decision_id: DecisionId) -> Decision:
    """The decision with this id. Raises NotAllowed if it is not there."""
    decision = state.decisions.get(decision_id)
    if decision is None:
        raise NotAllowed(Reason.NOT_FOUND)
    return decision


def details_to_look_again(decision: Decision, meeting_id: MeetingId) -> DecisionDetails:
    """A beginning for the decision that looks at this one again; the one that was made stays as it is (R15)."""
    return DecisionDetails(
        proposer=decision.details.proposer,
        outcome=Outcome.AGREED,
        item_id=decision.details.item_id,
        picture=decision.details.picture,
        reopens=EarlierLine(meeting_id=meeting_id, line_id=decision.id),
    )


def looked_at_again(state: MeetingState, decision_id: DecisionId) -> Decision | None:
    """The newest decision of this meeting that looks at that one again, if there is one that was not taken back."""
    again = EarlierLine(meeting_id=state.id, line_id=decision_id)
    found = (
        one
        for one in reversed(tuple(state.decisions.values()))
        if one.details.reopens == again and one.details.outcome is not Outcome.WITHDRAWN
    )
    return next(found, None)


def is_made_in_the_room(details: DecisionDetails) -> bool:
    """Whether the people of the meeting decided it there: not others, and not between 2 meetings."""
    return details.outcome is not Outcome.DECIDED_ELSEWHERE and details.between is None


def days_waited(asked_on: date | None, on: date) -> int | None:
    """For how many days somebody has been asked; None if they were not, or on that day or later."""
    days = (on - asked_on).days if asked_on else 0
    return days if days > 0 else None


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


def _idea_decided(state: MeetingState, details: DecisionDetails) -> tuple[Event, ...]:
    idea = state.ideas.get(details.from_idea_id) if details.from_idea_id else None
    outcome = _IDEA_OUTCOMES.get(details.outcome)
    if idea is None or outcome is None or idea.details.outcome not in (IdeaOutcome.OPEN, IdeaOutcome.LATER):
        return ()
    settled = replace(idea.details, outcome=outcome, reason=typed(details.reason))
    return (ev.IdeaChanged(idea_id=idea.id, details=settled),)


def _idea_follows(state: MeetingState, decision: Decision, now: DecisionDetails) -> tuple[Event, ...]:
    """What becomes of the idea when its decision ends in another way; one that is put off lets it wait again.

    An idea that was settled by itself, or that another decision settles, stays as it is.
    """
    was = decision.details
    idea = state.ideas.get(now.from_idea_id) if now.from_idea_id else None
    if idea is None or (was.outcome, was.reason) == (now.outcome, now.reason):
        return ()
    if idea.details.outcome is not _IDEA_OUTCOMES.get(was.outcome, IdeaOutcome.OPEN) or _is_settled(state, decision):
        return ()
    outcome = _IDEA_OUTCOMES.get(now.outcome, IdeaOutcome.OPEN)
    settled = replace(idea.details, outcome=outcome, reason=now.reason if outcome is not IdeaOutcome.OPEN else "")
    return () if settled == idea.details else (ev.IdeaChanged(idea_id=idea.id, details=settled),)


def _is_settled(state: MeetingState, decision: Decision) -> bool:
    """Whether another decision that stands settles the idea that this one came from."""
    return any(
        other.id != decision.id
        and other.details.from_idea_id == decision.details.from_idea_id
        and other.details.outcome in _IDEA_OUTCOMES
        and other.details.outcome is not Outcome.WITHDRAWN
        for other in state.decisions.values()
    )


def _keeps_the_secret(before: DecisionDetails, after: DecisionDetails) -> None:
    """Names stay in the log for ever, so a decision that has them can no longer become a secret count."""
    is_new = after.how_decided is HowDecided.SECRET_COUNT and before.how_decided is not HowDecided.SECRET_COUNT
    if is_new and without_names(before) != before:
        raise NotAllowed(Reason.NAMES_ARE_KNOWN, "how_decided")


def _made_easier(decision: Decision, words: Words, on: date) -> MadeEasier | None:
    """The words that were agreed and the day; None where these words are printed again."""
    before = decision.details.made_easier
    agreed_words = before.agreed_words if before else decision.words.printed
    return None if words.printed == agreed_words else MadeEasier(agreed_words=agreed_words, made_on=on)


def _reopens_what_is_there(state: MeetingState, reopens: EarlierLine | None) -> None:
    """A decision of this meeting must be there; of other meetings nothing is known here."""
    if reopens and reopens.meeting_id == state.id and DecisionId(reopens.line_id) not in state.decisions:
        raise NotAllowed(Reason.NOT_FOUND, "reopens")
