"""From steps to state: each step is applied in order, and a step that was undone is passed over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar, assert_never

from coprod_desktop.domain import events as ev
from coprod_desktop.domain import room_events as room_ev
from coprod_desktop.domain.after_events import AfterEvent, TakenBackOpenly, WordsTakenOut
from coprod_desktop.domain.after_replay import after_record
from coprod_desktop.domain.decision_checks import without_names
from coprod_desktop.domain.events import (
    ActionEvent,
    AgendaEvent,
    AttendanceEvent,
    DecisionEvent,
    Event,
    IdeaEvent,
    MeetingEvent,
    QueueEvent,
    RecordEvent,
    Step,
    StepUndone,
    TurnEvent,
)
from coprod_desktop.domain.ids import AgendaItemId, MeetingId, PersonId, StepId
from coprod_desktop.domain.lines import (
    ActionDetails,
    AgendaItemDetails,
    DecisionDetails,
    HowDecided,
    IdeaDetails,
    ItemState,
    Words,
)
from coprod_desktop.domain.meeting_state import (
    Action,
    AgendaItem,
    Attendance,
    Decision,
    Idea,
    MeetingState,
    Phase,
)
from coprod_desktop.domain.regrouping import after_regrouping
from coprod_desktop.domain.room_events import RegroupEvent, RoomEvent, StepOutEvent
from coprod_desktop.domain.room_replay import (
    after_room,
    when_decided,
    when_finished,
    when_item_opens,
    without,
    without_person,
)
from coprod_desktop.domain.turn_replay import after_queue, after_turn

_Key = TypeVar("_Key")
_Line = TypeVar("_Line", Idea, Decision, Action)


def replay(meeting_id: MeetingId, steps: Iterable[Step]) -> MeetingState:
    """The state after all steps that still count."""
    state = MeetingState(id=meeting_id)
    for step in effective(tuple(steps)):
        state = after_step(state, step)
    return state


def after_step(state: MeetingState, step: Step) -> MeetingState:
    """The state after one more step that undoes nothing."""
    for event in step.events:
        state = _after(state, event)
    return state


def effective(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps that count: an undone step does not, nor does an undo that was itself undone."""
    return tuple(reversed(tuple(_newest_first(steps))))


def last_undoable(steps: Sequence[Step]) -> Step | None:
    """The newest act that still counts and can be undone; what was taken back openly was undone in its own way.

    Nothing is undone from before private words were taken out: that is for good (R42).
    """
    taken_back: set[StepId] = set()
    for step in _newest_first(steps):
        openly = _taken_back_openly(step)
        taken_back.update(openly)
        if any(isinstance(event, WordsTakenOut) for event in step.events):
            return None
        if not openly and _is_act(step) and step.id not in taken_back:
            return step
    return None


def last_redoable(steps: Sequence[Step]) -> Step | None:
    """The newest undo that still counts, if no act came after it; undoing it brings its act back."""
    for step in _newest_first(steps):
        if _taken_back_openly(step):
            return step
        if _is_act(step):
            return None
        if any(_is_act(other) and not _taken_back_openly(other) for other in _taken_back_by(step, steps)):
            return step
    return None


def changes_meeting(step: Step) -> bool:
    """Whether a step tells of more than pages that were made."""
    return not all(isinstance(event, ev.MinutesMade) for event in step.events)


def _newest_first(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps that count, one after the other, so that a question about the end of the record stays quick."""
    undone: set[StepId] = set()
    for step in reversed(steps):
        if step.id not in undone:
            undone.update(event.step_id for event in step.events if isinstance(event, StepUndone))
            yield step


def _taken_back_by(step: Step, steps: Sequence[Step]) -> Iterator[Step]:
    undone = {event.step_id for event in step.events if isinstance(event, StepUndone)}
    return (other for other in steps if other.id in undone)


def _taken_back_openly(step: Step) -> set[StepId]:
    """The steps that an Undo took back in the open, as the room had seen them (R19)."""
    openly = (event for event in step.events if isinstance(event, TakenBackOpenly))
    return {event.step_id for event in openly if event.step_id is not None}


def _is_act(step: Step) -> bool:
    return not step.is_automatic and not any(isinstance(event, StepUndone) for event in step.events)


def _after(state: MeetingState, event: Event) -> MeetingState:
    if isinstance(event, MeetingEvent):
        return _after_meeting(state, event)
    if isinstance(event, AttendanceEvent):
        return _after_attendance(state, event)
    if isinstance(event, AgendaEvent):
        return _after_agenda(state, event)
    if isinstance(event, RoomEvent):
        return after_room(state, event)
    if isinstance(event, AfterEvent):
        return after_record(state, event)
    return _after_talk(state, event)


def _after_talk(
    state: MeetingState, event: QueueEvent | TurnEvent | IdeaEvent | DecisionEvent | ActionEvent | RecordEvent
) -> MeetingState:
    if isinstance(event, QueueEvent):
        return after_queue(state, event)
    if isinstance(event, TurnEvent):
        return after_turn(state, event)
    if isinstance(event, IdeaEvent):
        return _after_idea(state, event)
    if isinstance(event, DecisionEvent):
        return _after_decision(state, event)
    if isinstance(event, ActionEvent):
        return _after_action(state, event)
    return state


def _after_meeting(state: MeetingState, event: MeetingEvent) -> MeetingState:  # noqa: C901  one case an event
    match event:
        case ev.MeetingOpened():
            return replace(
                state,
                group_id=event.group_id,
                details=event.details,
                follows_id=event.follows_id,
                phase=Phase.OPEN,
            )
        case ev.MeetingDetailsChanged():
            return replace(state, details=event.details)
        case ev.BoundsSet():
            return replace(state, bounds=event.bounds)
        case ev.NextMeetingSet():
            return replace(state, next_meeting=event.next_meeting)
        case ev.MeetingFinished():
            return replace(state, phase=Phase.FINISHED, room=when_finished(state.room))
        case ev.MeetingReopened():
            return replace(state, phase=Phase.OPEN)
        case ev.MeetingPutAway():
            return replace(state, is_put_away=True)
        case ev.MeetingBroughtBack():
            return replace(state, is_put_away=False)
        case _:
            assert_never(event)


def _after_stepping(seen: Attendance, event: StepOutEvent) -> Attendance:
    """Out, or back: then the time away has an end."""
    if isinstance(event, room_ev.PersonSteppedOut):
        return replace(seen, is_out=True, away=(*seen.away, (event.at, "")))
    return replace(seen, is_out=False, away=_back_again(seen.away, event.at))


def _back_again(away: tuple[tuple[str, str], ...], at: str) -> tuple[tuple[str, str], ...]:
    return tuple((gone, back or at) for gone, back in away)


def _after_attendance(state: MeetingState, event: AttendanceEvent) -> MeetingState:  # noqa: C901  one case an event
    who = event.person_id
    seen = state.attendance.get(who, Attendance(person_id=who))
    if not who:
        return state  # who was out is not kept once the minutes are agreed (DP-16)
    if isinstance(event, StepOutEvent):
        return _with_attendance(state, _after_stepping(seen, event))
    match event:
        case ev.PersonExpected():
            return _with_attendance(state, seen)
        case ev.PersonArrived():
            came_back = bool(seen.left_at)
            came = replace(
                seen,
                is_here=True,
                is_sorry=False,
                is_out=False,
                arrived_at=seen.arrived_at if came_back else event.at,
                left_at="",
                away=_back_again((*seen.away, (seen.left_at, "")), event.at) if came_back else seen.away,
            )
            return _with_attendance(state, came)
        case ev.PersonLeft():
            gone = replace(seen, is_here=False, is_out=False, left_at=event.at)
            return _with_attendance(state, gone, is_gone=True)
        case ev.PersonSentSorry():
            return _with_attendance(
                state,
                replace(
                    seen,
                    is_here=False,
                    is_sorry=True,
                    is_coming=False,
                    is_out=False,
                    arrived_at="",
                    left_at="",
                    away=(),
                ),
                is_gone=True,
            )
        case ev.PersonReplied():
            return _with_attendance(state, replace(seen, is_coming=event.is_coming, is_sorry=False))
        case ev.PersonTakenOff():
            kept = {other: attendance for other, attendance in state.attendance.items() if other != who}
            return _without_person(replace(state, attendance=kept), who)
        case ev.PerspectiveSaid():
            return _with_attendance(state, replace(seen, perspectives=event.perspectives))
        case ev.JobsTaken():
            return _with_attendance(state, replace(seen, jobs=event.jobs))
        case _:
            assert_never(event)


def _with_attendance(state: MeetingState, seen: Attendance, *, is_gone: bool = False) -> MeetingState:
    after = replace(state, attendance={**state.attendance, seen.person_id: seen})
    return _without_person(after, seen.person_id) if is_gone else after


def _without_person(state: MeetingState, person_id: PersonId) -> MeetingState:
    return replace(state, hands=without(state.hands, person_id), room=without_person(state.room, person_id))


def _after_agenda(state: MeetingState, event: AgendaEvent) -> MeetingState:
    if isinstance(event, RegroupEvent):
        return after_regrouping(state, event)
    match event:
        case ev.AgendaItemProposed():
            item = AgendaItem(id=event.item_id, details=event.details)
            return replace(state, agenda=(*state.agenda, item))
        case ev.AgendaItemMoved():
            return replace(state, agenda=_moved(state.agenda, event))
        case ev.AgendaItemChanged():
            return _with_item(state, event.item_id, details=event.details)
        case ev.AgendaItemOpened():
            return replace(state, agenda=_opened(state.agenda, event.item_id), room=when_item_opens(state.room))
        case ev.AgendaItemClosed():
            return _with_item(state, event.item_id, state_now=event.state)
        case ev.AgendaItemBroughtBack():
            return _with_item(state, event.item_id, state_now=ItemState.WAITING)
        case _:
            assert_never(event)


def _with_item(
    state: MeetingState,
    item_id: AgendaItemId,
    *,
    details: AgendaItemDetails | None = None,
    state_now: ItemState | None = None,
) -> MeetingState:
    agenda = tuple(
        replace(item, details=details or item.details, state=state_now or item.state) if item.id == item_id else item
        for item in state.agenda
    )
    return replace(state, agenda=agenda)


def _moved(agenda: tuple[AgendaItem, ...], event: ev.AgendaItemMoved) -> tuple[AgendaItem, ...]:
    moving = [item for item in agenda if item.id == event.item_id]
    rest = [item for item in agenda if item.id != event.item_id]
    place = max(0, min(event.position, len(rest)))
    return (*rest[:place], *moving, *rest[place:])


def _opened(agenda: tuple[AgendaItem, ...], item_id: AgendaItemId) -> tuple[AgendaItem, ...]:
    def state_of(item: AgendaItem) -> ItemState:
        if item.id == item_id:
            return ItemState.NOW
        return ItemState.DISCUSSED if item.state is ItemState.NOW else item.state

    return tuple(replace(item, state=state_of(item)) for item in agenda)


def _after_idea(state: MeetingState, event: IdeaEvent) -> MeetingState:
    match event:
        case ev.IdeaRecorded():
            idea = Idea(id=event.idea_id, words=event.words, details=event.details, perspectives=event.perspectives)
            return replace(state, ideas={**state.ideas, idea.id: idea})
        case ev.IdeaReworded():
            return replace(state, ideas=_changed(state.ideas, event.idea_id, words=event.words))
        case ev.IdeaChanged():
            ideas = _changed(state.ideas, event.idea_id, details=event.details)
            if event.perspectives is not None and event.idea_id in ideas:
                ideas = {**ideas, event.idea_id: replace(ideas[event.idea_id], perspectives=event.perspectives)}
            return replace(state, ideas=ideas)
        case _:
            assert_never(event)


def _after_decision(state: MeetingState, event: DecisionEvent) -> MeetingState:
    match event:
        case ev.DecisionRecorded():
            decision = Decision(id=event.decision_id, words=event.words, details=_as_it_may_be_told(event.details))
            decisions = {**state.decisions, decision.id: decision}
            return replace(state, decisions=decisions, room=when_decided(state.room))
        case ev.DecisionReworded():
            return replace(state, decisions=_changed(state.decisions, event.decision_id, words=event.words))
        case ev.DecisionChanged():
            details = _as_it_may_be_told(event.details)
            return replace(state, decisions=_changed(state.decisions, event.decision_id, details=details))
        case _:
            assert_never(event)


def _as_it_may_be_told(details: DecisionDetails) -> DecisionDetails:
    """Older versions kept names beside a secret count; nobody is told them any more (R15)."""
    return without_names(details) if details.how_decided is HowDecided.SECRET_COUNT else details


def _after_action(state: MeetingState, event: ActionEvent) -> MeetingState:
    match event:
        case ev.ActionAgreed():
            action = Action(id=event.action_id, words=event.words, details=event.details)
            return replace(state, actions={**state.actions, action.id: action})
        case ev.ActionReworded():
            return replace(state, actions=_changed(state.actions, event.action_id, words=event.words))
        case ev.ActionChanged():
            return replace(state, actions=_changed(state.actions, event.action_id, details=event.details))
        case _:
            assert_never(event)


def _changed(
    lines: Mapping[_Key, _Line],
    line_id: _Key,
    *,
    words: Words | None = None,
    details: IdeaDetails | DecisionDetails | ActionDetails | None = None,
) -> Mapping[_Key, _Line]:
    line = lines.get(line_id)
    if line is None:
        return lines
    changes: dict[str, Any] = {}
    if words is not None:
        changes["words"] = words
    if details is not None:
        changes["details"] = details
    return {**lines, line_id: replace(line, **changes)}
