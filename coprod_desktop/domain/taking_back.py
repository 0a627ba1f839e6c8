"""Taken back openly: what the room has seen is withdrawn with its owner and stays in the record (R19)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.after_events import ObjectionPlace, TakenBackOpenly
from coprod_desktop.domain.decisions import found_decision
from coprod_desktop.domain.events import Event, Step
from coprod_desktop.domain.ids import DecisionId, IdeaId, PersonId
from coprod_desktop.domain.lines import ActionState, HowDecided, IdeaOutcome, Objection, Outcome
from coprod_desktop.domain.meeting_state import Decision, MeetingState
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import effective, replay
from coprod_desktop.domain.room_events import ClosingBegan, WallChosen

_PASSED_BY = (ev.AgendaItemOpened, ClosingBegan, ev.MeetingFinished)
"""After these the room has gone on from what was said before."""

_SETTLED = (IdeaOutcome.DECIDED, IdeaOutcome.NOT_TAKEN_UP)


def take_back_idea(state: MeetingState, idea_id: IdeaId, *, by: PersonId | None = None) -> tuple[Event, ...]:
    """Withdraw an idea. `by` is one of the people whose idea it is, if that is known."""
    idea = state.ideas.get(idea_id)
    if idea is None:
        raise NotAllowed(Reason.NOT_FOUND)
    if idea.details.outcome is IdeaOutcome.TAKEN_BACK:
        raise NotAllowed(Reason.ALREADY_THERE)
    _check_owner(idea.details.proposer, by)
    return (TakenBackOpenly(ideas=(idea_id,), by=by),)


def take_back_decision(
    state: MeetingState, decision_id: DecisionId, *, by: PersonId | None = None
) -> tuple[Event, ...]:
    """Withdraw a decision. Its idea waits for an answer again, and jobs that nobody has done are stopped."""
    decision = found_decision(state, decision_id)
    if decision.details.outcome is Outcome.WITHDRAWN:
        raise NotAllowed(Reason.ALREADY_THERE)
    if by is not None and by not in state.attendance:
        raise NotAllowed(Reason.NOT_HERE, "by")
    return (TakenBackOpenly(decisions=(decision_id,), by=by), *_follows(state, decision))


def take_back_objection(
    state: MeetingState, decision_id: DecisionId, position: int, *, by: PersonId | None = None
) -> tuple[Event, ...]:
    """Withdraw what somebody said against a decision; `position` counts from 0."""
    details = found_decision(state, decision_id).details
    objections = details.objections
    if not 0 <= position < len(objections):
        raise NotAllowed(Reason.NOT_FOUND)
    objection = objections[position]
    if objection.is_taken_back:
        raise NotAllowed(Reason.ALREADY_THERE)
    if details.how_decided is HowDecided.SECRET_COUNT:
        by = None  # nobody's name is kept beside how they chose
    if objection.by is not None:
        _check_owner(objection.by, by)
    return (TakenBackOpenly(objections=(ObjectionPlace(decision_id=decision_id, position=position),), by=by),)


def was_seen(steps: Sequence[Step], step: Step) -> bool:
    """Whether the room has seen what a step put into the record.

    It has when the wall read it back after, or when another item, the closing or the end came after. That counts also
    if it was undone since: what people saw they saw.
    """
    later = [event for other in _after(steps, step) for event in other.events]
    if any(isinstance(event, _PASSED_BY) for event in later):
        return True
    ids, words = _told_in(step)
    shown = (event.read_back for event in later if isinstance(event, WallChosen) and event.read_back is not None)
    return any(one.decision_id in ids or one.words in words for one in shown)


def taken_back_instead(state: MeetingState, steps: Sequence[Step], step: Step) -> tuple[Event, ...]:
    """What Undo writes in place of passing a step over; nothing if the room has not seen it, or it added no line.

    It does not say who took it back: whoever pressed Undo did not ask whose it was.
    """
    if any(isinstance(event, ev.MeetingOpened) for event in step.events):
        return ()
    ideas = tuple(event.idea_id for event in step.events if isinstance(event, ev.IdeaRecorded))
    made = tuple(event.decision_id for event in step.events if isinstance(event, ev.DecisionRecorded))
    ideas = tuple(one for one in ideas if one in state.ideas)
    made = tuple(one for one in made if one in state.decisions)
    changed = tuple(_changes_with_objections(step, made))
    if not (ideas or made or changed) or not was_seen(steps, step):
        return ()
    before = replay(state.id, _before(steps, step)) if changed else state
    places, put_back = _objections_taken_back(state, before, changed)
    if not (ideas or made or places):
        return ()
    openly = TakenBackOpenly(step_id=step.id, ideas=ideas, decisions=made, objections=places)
    follows = [event for decision_id in made for event in _follows(state, state.decisions[decision_id])]
    return (openly, *follows, *put_back)


def _objections_taken_back(
    state: MeetingState, before: MeetingState, changed: Sequence[DecisionId]
) -> tuple[tuple[ObjectionPlace, ...], tuple[Event, ...]]:
    """The new objections of a step; whatever else it changed of the decision is put back as it was."""
    places: list[ObjectionPlace] = []
    put_back: list[Event] = []
    for decision_id in changed:
        was, now = before.decisions.get(decision_id), state.decisions.get(decision_id)
        if was is None or now is None:
            continue
        new = [place for place, one in enumerate(now.details.objections) if _is_new(one, was)]
        if not new:
            continue
        places.extend(ObjectionPlace(decision_id=decision_id, position=place) for place in new)
        kept = tuple(replace(one, is_taken_back=True) if place in new else one
                     for place, one in enumerate(now.details.objections))  # fmt: skip
        details = replace(was.details, objections=kept)
        if details != replace(now.details, objections=kept):
            put_back.append(ev.DecisionChanged(decision_id=decision_id, details=details))
        if was.words != now.words:
            put_back.append(ev.DecisionReworded(decision_id=decision_id, words=was.words))
    return tuple(places), tuple(put_back)


def _is_new(objection: Objection, was: Decision) -> bool:
    return not objection.is_taken_back and objection not in was.details.objections


def _changes_with_objections(step: Step, made: Sequence[DecisionId]) -> Iterator[DecisionId]:
    for event in step.events:
        if isinstance(event, ev.DecisionChanged) and event.details.objections and event.decision_id not in made:
            yield event.decision_id


def _follows(state: MeetingState, decision: Decision) -> Iterator[Event]:
    """What else changes with a decision that is withdrawn."""
    idea = state.ideas.get(decision.details.from_idea_id) if decision.details.from_idea_id else None
    others = (one for one in state.decisions.values() if idea is not None and one.details.from_idea_id == idea.id)
    stands = any(one.id != decision.id and one.details.outcome is not Outcome.WITHDRAWN for one in others)
    if idea is not None and idea.details.outcome in _SETTLED and not stands:
        waiting = replace(idea.details, outcome=IdeaOutcome.OPEN, reason="")
        yield ev.IdeaChanged(idea_id=idea.id, details=waiting)
    for action in state.actions.values():
        if action.details.decision_id == decision.id and action.details.state is ActionState.OPEN:
            yield ev.ActionChanged(action_id=action.id, details=replace(action.details, state=ActionState.DROPPED))


def _after(steps: Sequence[Step], step: Step) -> Iterator[Step]:
    for other in reversed(steps):
        if other.id == step.id:
            return
        yield other


def _before(steps: Sequence[Step], step: Step) -> list[Step]:
    """The steps that count up to this one, as they count today."""
    counting = effective(steps)
    places = [place for place, other in enumerate(counting) if other.id == step.id]
    return list(counting[: places[0]]) if places else []


def _told_in(step: Step) -> tuple[set[DecisionId | None], set[str]]:
    decisions: set[DecisionId | None] = set()
    words: set[str] = set()
    for event in step.events:
        if isinstance(event, ev.DecisionRecorded | ev.DecisionChanged):
            decisions.add(event.decision_id)
        if isinstance(event, ev.IdeaRecorded | ev.DecisionRecorded):
            words.add(event.words.printed)
    return decisions, words


def _check_owner(proposer: Proposer, by: PersonId | None) -> None:
    if by is not None and by not in proposer.people:
        raise NotAllowed(Reason.NOT_FOUND, "by")
