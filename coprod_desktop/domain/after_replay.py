"""How the state changes when lines are joined, taken back, told, checked, frozen and agreed."""

from dataclasses import replace
from typing import assert_never

from coprod_desktop.domain import after_events as ev
from coprod_desktop.domain.after_events import AfterEvent, CheckEvent, LineAfterEvent
from coprod_desktop.domain.after_meeting import UNNAMED, AfterMeeting
from coprod_desktop.domain.lines import IdeaOutcome, Outcome
from coprod_desktop.domain.meeting_state import Idea, MeetingState


def after_record(state: MeetingState, event: AfterEvent) -> MeetingState:
    """The state after one of these events."""
    if isinstance(event, LineAfterEvent):
        return _after_line(state, event)
    if isinstance(event, ev.TimesDropped):
        state = replace(state, turns={}, last_turn_id=None, hands=())
    return replace(state, after=_after_check(state.after, event))


def _after_line(state: MeetingState, event: LineAfterEvent) -> MeetingState:
    match event:
        case ev.IdeasJoined():
            return _joined(state, event)
        case ev.TakenBackOpenly():
            return _taken_back(state, event)
        case ev.ActionHelped():
            return _helped(state, event)
        case ev.AnswerTold():
            told = {**state.after.told, (event.line_id, event.told_to or UNNAMED): event}
            return replace(state, after=replace(state.after, told=told))
        case ev.WordsTakenOut():
            out = state.after.words_taken_out | {event.line_id}
            return replace(state, after=replace(state.after, words_taken_out=out))
        case _:
            assert_never(event)


def _after_check(after: AfterMeeting, event: CheckEvent) -> AfterMeeting:
    match event:
        case ev.LineChecked():
            return replace(after, checks={**after.checks, (event.line_id, event.checked_by): event})
        case ev.CorrectionAsked():
            return replace(after, corrections=(*after.corrections, event))
        case ev.ReaderSaid():
            return replace(after, readers={**after.readers, event.reader: event})
        case ev.EditionMade():
            return replace(after, editions=(*after.editions, event))
        case ev.MinutesAgreed():
            return replace(after, agreed={**after.agreed, event.edition: event})
        case ev.TimesDropped():
            return replace(after, times_dropped=event)
        case _:
            assert_never(event)


def _joined(state: MeetingState, event: ev.IdeasJoined) -> MeetingState:
    ideas = dict(state.ideas)
    main = ideas.get(event.idea_id)
    if main is None:
        return state
    ideas[main.id] = replace(main, details=event.details, own_proposer=main.own_proposer or main.details.proposer)
    for idea_id in event.joined:
        idea = ideas.get(idea_id)
        if idea is not None:
            alone = _alone(idea)
            ideas[idea_id] = replace(alone, details=replace(alone.details, joined_into=main.id))
    return replace(state, ideas=ideas)


def _alone(idea: Idea) -> Idea:
    """An idea with only its own proposer: those that were joined into it go another way."""
    if idea.own_proposer is None:
        return idea
    return replace(idea, details=replace(idea.details, proposer=idea.own_proposer), own_proposer=None)


def _taken_back(state: MeetingState, event: ev.TakenBackOpenly) -> MeetingState:
    ideas, decisions = dict(state.ideas), dict(state.decisions)
    for idea_id in event.ideas:
        idea = ideas.get(idea_id)
        if idea is not None:
            alone = _alone(idea)
            details = replace(alone.details, outcome=IdeaOutcome.TAKEN_BACK, joined_into=None, taken_back_by=event.by)
            ideas[idea_id] = replace(alone, details=details)
    for idea_id, idea in ideas.items():
        if idea.details.joined_into in event.ideas:  # nothing is dropped: it stands on its own again
            ideas[idea_id] = replace(idea, details=replace(idea.details, joined_into=None))
    for decision_id in event.decisions:
        decision = decisions.get(decision_id)
        if decision is not None:
            decisions[decision_id] = replace(decision, details=replace(decision.details, outcome=Outcome.WITHDRAWN))
    for decision_id in {place.decision_id for place in event.objections} & decisions.keys():
        decision = decisions[decision_id]
        gone = {place.position for place in event.objections if place.decision_id == decision_id}
        objections = tuple(
            replace(one, is_taken_back=True) if position in gone else one
            for position, one in enumerate(decision.details.objections)
        )
        decisions[decision_id] = replace(decision, details=replace(decision.details, objections=objections))
    return replace(state, ideas=ideas, decisions=decisions)


def _helped(state: MeetingState, event: ev.ActionHelped) -> MeetingState:
    action = state.actions.get(event.action_id)
    if action is None:
        return state
    kept = tuple(one for one in action.details.helped if event.said.by is None or one.by != event.said.by)
    details = replace(action.details, helped=(*kept, event.said))
    return replace(state, actions={**state.actions, action.id: replace(action, details=details)})
