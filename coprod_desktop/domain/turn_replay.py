"""The meeting after hands went up and down, and after turns began, held, went on and ended."""

from dataclasses import replace
from typing import assert_never

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.events import QueueEvent, TurnEvent
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState, Turn
from coprod_desktop.domain.room_replay import when_turn_ends, when_turn_starts, without


def after_queue(state: MeetingState, event: QueueEvent) -> MeetingState:
    """The meeting after a hand went up or down, or clocks and lengths were chosen."""
    match event:
        case ev.HandRaised():
            return _with_hand(state, event.person_id, is_first=event.is_first)
        case ev.HandLowered():
            first = without(state.room.first_again, event.person_id)
            room = replace(state.room, first_again=first)
            return replace(state, hands=without(state.hands, event.person_id), room=room)
        case ev.TurnLengthSet():
            return replace(state, turn_seconds=event.seconds)
        case ev.ClocksTakenAway():
            return replace(state, has_clocks=False)
        case ev.ClocksBroughtBack():
            return replace(state, has_clocks=True)
        case _:
            assert_never(event)


def _with_hand(state: MeetingState, person_id: PersonId, *, is_first: bool) -> MeetingState:
    others = without(state.hands, person_id)
    if not is_first:
        return replace(state, hands=(*others, person_id))
    first = (*without(state.room.first_again, person_id), person_id)
    return replace(state, hands=(person_id, *others), room=replace(state.room, first_again=first))


def after_turn(state: MeetingState, event: TurnEvent) -> MeetingState:
    """The meeting after something happened to a turn."""
    if isinstance(event, ev.TurnStarted):
        turn = Turn(
            id=event.turn_id,
            person_id=event.person_id,
            started_at=event.started_at,
            item_id=event.item_id,
            allowed_seconds=event.allowed_seconds,
            perspectives=event.perspectives,
            with_people=event.with_people,
            through=event.through,
            adds_to=event.adds_to,
            conversation_id=event.conversation_id,
            runs_meeting=event.runs_meeting,
        )
        hands = without(state.hands, event.person_id)
        is_added = event.adds_to is not None
        room = when_turn_starts(state.room, event.person_id, is_added=is_added, conversation_id=event.conversation_id)
        return replace(state, turns={**state.turns, turn.id: turn}, last_turn_id=turn.id, hands=hands, room=room)
    running = state.turns.get(event.turn_id)
    if running is None:
        return state
    after = replace(state, turns={**state.turns, running.id: _turn_after(running, event)})
    return _after_end(after, running, event) if isinstance(event, ev.TurnEnded) else after


def _after_end(state: MeetingState, turn: Turn, event: ev.TurnEnded) -> MeetingState:
    """The turn that was kept goes on after what was added to it; who still wanted to add keeps a hand up."""
    if turn.adds_to is not None:
        return replace(state, last_turn_id=turn.adds_to if turn.id == state.last_turn_id else state.last_turn_id)
    hands = (*state.hands, *(who for who in state.room.adders if who not in state.hands))
    room = when_turn_ends(replace(state.room, adders=()), turn.person_id, event.ended_by)
    return replace(state, hands=hands, room=room)


def _held(turn: Turn, event: ev.TurnPaused) -> Turn:
    """A turn whose clock holds. A hold that was written between an undo and its redo finds it over, or held before."""
    if turn.is_over:
        return turn
    if turn.is_paused:
        return replace(turn, used_ms=max(turn.used_ms, event.used_ms))
    return replace(turn, is_paused=True, used_ms=event.used_ms, pause_reason=event.reason)


def _turn_after(turn: Turn, event: TurnEvent) -> Turn:
    match event:
        case ev.TurnStarted():
            return turn
        case ev.TurnFactsChanged():
            return replace(turn, with_people=event.with_people, through=event.through, runs_meeting=event.runs_meeting)
        case ev.TurnPaused():
            return _held(turn, event)
        case ev.TurnResumed():
            return replace(turn, is_paused=False, used_ms=event.used_ms, pause_reason=None)
        case ev.TurnExtended():
            allowed = None if turn.allowed_seconds is None else turn.allowed_seconds + event.by_seconds
            return replace(turn, allowed_seconds=allowed)
        case ev.TurnEnded():
            return replace(
                turn,
                is_paused=False,
                pause_reason=None,
                used_ms=event.used_ms,
                paused_seconds=event.paused_seconds,
                ended_at=event.ended_at,
                ended_by=event.ended_by,
            )
        case _:
            assert_never(event)
