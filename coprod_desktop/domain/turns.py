"""Turns: one person's protected time. Nothing here moves on by itself (UI-14)."""

from collections.abc import Sequence

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.events import EndedBy, Event, PauseReason, Through
from coprod_desktop.domain.ids import AgendaItemId, PersonId, TurnId
from coprod_desktop.domain.meeting_setup import not_finished
from coprod_desktop.domain.meeting_state import MeetingState, Turn
from coprod_desktop.domain.person import UNTIMED, Person, Perspective
from coprod_desktop.domain.reasons import NotAllowed, Reason

ONE_MORE_MINUTE = 60
"""How many seconds "1 more minute" gives."""

LONGEST_TURN_SECONDS = 60 * 60
"""The longest turn that can be chosen."""

NEARLY_SHARE = 0.25
"""The share of a turn that is left when "Nearly time" is shown."""


def raise_hand(state: MeetingState, person_id: PersonId) -> tuple[Event, ...]:
    """A person asks to speak; asking twice changes nothing."""
    not_finished(state)
    if person_id not in state.people_here:
        raise NotAllowed(Reason.NOT_HERE)
    if person_id in state.hands:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.HandRaised(person_id=person_id),)


def lower_hand(state: MeetingState, person_id: PersonId) -> tuple[Event, ...]:
    """A person no longer asks to speak."""
    if person_id not in state.hands:
        raise NotAllowed(Reason.NOT_FOUND)
    return (ev.HandLowered(person_id=person_id),)


def start_turn(
    state: MeetingState,
    *,
    turn_id: TurnId,
    person_id: PersonId,
    at: str,
    allowed_seconds: int | None,
    with_people: tuple[PersonId, ...] = (),
    through: Through | None = None,
) -> tuple[Event, ...]:
    """Begin a person's turn on the item that is open. Where they speak from is fixed now."""
    not_finished(state)
    if state.current_turn is not None:
        raise NotAllowed(Reason.TURN_RUNNING)
    if person_id not in state.people_here:
        raise NotAllowed(Reason.NOT_HERE)
    item = state.current_item
    return (
        ev.TurnStarted(
            turn_id=turn_id,
            person_id=person_id,
            started_at=at,
            item_id=item.id if item else None,
            allowed_seconds=allowed_seconds,
            perspectives=spoken_from(state, (person_id,)),
            with_people=with_people,
            through=through,
        ),
    )


def pause_turn(
    state: MeetingState, *, used_ms: int, at: str, reason: PauseReason = PauseReason.ASKED
) -> tuple[Event, ...]:
    """Hold the clock; the person keeps the turn."""
    turn = _current(state)
    if turn.is_paused:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.TurnPaused(turn_id=turn.id, used_ms=used_ms, at=at, reason=reason),)


def resume_turn(state: MeetingState, *, at: str, counted_ms: int = 0) -> tuple[Event, ...]:
    """Go on with a paused turn; `counted_ms` adds time that people say was spoken while the clock held."""
    turn = _current(state)
    if not turn.is_paused:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.TurnResumed(turn_id=turn.id, used_ms=turn.used_ms + counted_ms, at=at),)


def extend_turn(state: MeetingState, *, by_seconds: int = ONE_MORE_MINUTE) -> tuple[Event, ...]:
    """Give the person more time. A turn without a timer needs none."""
    turn = _current(state)
    if turn.allowed_seconds is None:
        return ()
    return (ev.TurnExtended(turn_id=turn.id, by_seconds=by_seconds),)


def end_turn(
    state: MeetingState, *, at: str, used_ms: int, paused_seconds: int = 0, ended_by: EndedBy = EndedBy.FINISHED
) -> tuple[Event, ...]:
    """End the turn because a person said so."""
    turn = _current(state)
    return (
        ev.TurnEnded(turn_id=turn.id, ended_at=at, used_ms=used_ms, paused_seconds=paused_seconds, ended_by=ended_by),
    )


def record_turn(
    state: MeetingState,
    *,
    turn_id: TurnId,
    person_id: PersonId,
    item_id: AgendaItemId | None,
    started_at: str,
    ended_at: str,
    used_ms: int,
    allowed_seconds: int | None = None,
    paused_seconds: int = 0,
    ended_by: EndedBy = EndedBy.FINISHED,
    with_people: tuple[PersonId, ...] = (),
    through: Through | None = None,
) -> tuple[Event, ...]:
    """Write down a turn that is over, as paper or a file tells it; whoever had it may have gone home since."""
    if state.current_turn is not None:
        raise NotAllowed(Reason.TURN_RUNNING)
    if turn_id in state.turns:
        raise NotAllowed(Reason.ALREADY_THERE)
    if item_id is not None and state.item(item_id) is None:
        raise NotAllowed(Reason.NOT_FOUND, "item")
    started = ev.TurnStarted(
        turn_id=turn_id,
        person_id=person_id,
        started_at=started_at,
        item_id=item_id,
        allowed_seconds=allowed_seconds,
        perspectives=spoken_from(state, (person_id,)),
        with_people=with_people,
        through=through,
    )
    ended = ev.TurnEnded(
        turn_id=turn_id, ended_at=ended_at, used_ms=used_ms, paused_seconds=paused_seconds, ended_by=ended_by
    )
    return (started, ended)


def set_turn_length(state: MeetingState, seconds: int | None) -> tuple[Event, ...]:
    """Choose the usual length of a turn in this meeting; None for no timers."""
    if seconds is not None and not 1 <= seconds <= LONGEST_TURN_SECONDS:
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "turn_seconds")
    return () if seconds == state.turn_seconds else (ev.TurnLengthSet(seconds=seconds),)


def take_clocks_away(state: MeetingState) -> tuple[Event, ...]:
    """No clocks here: every clock, ring and hint goes; turns keep their order."""
    return (ev.ClocksTakenAway(),) if state.has_clocks else ()


def bring_clocks_back(state: MeetingState) -> tuple[Event, ...]:
    """Show clocks again."""
    return () if state.has_clocks else (ev.ClocksBroughtBack(),)


def allowed_seconds(state: MeetingState, person: Person) -> int | None:
    """How long this person's turn is, in seconds: their own length if they have one, else the group's."""
    if person.turn_seconds is None:
        return state.turn_seconds
    return None if person.turn_seconds == UNTIMED else person.turn_seconds


def shows_rings(state: MeetingState, people: Sequence[Person]) -> bool:
    """Whether any ring may be shown: if anyone in the room is untimed, there is no ring for anyone (R11)."""
    is_anyone_untimed = UNTIMED in _own_lengths(state, people)
    return state.has_clocks and state.turn_seconds is not None and not is_anyone_untimed


def shows_lengths(state: MeetingState, people: Sequence[Person]) -> bool:
    """Whether a clock may tell how long a whole turn is: not if anyone in the room has a length of their own (R11)."""
    return not _own_lengths(state, people)


def spoken_from(state: MeetingState, people: Sequence[PersonId]) -> tuple[Perspective, ...]:
    """Where these people said today that they speak from, each perspective once."""
    seen = (state.attendance[who] for who in people if who in state.attendance)
    return tuple(dict.fromkeys(perspective for one in seen for perspective in one.perspectives))


def turns_on_item(state: MeetingState, item_id: AgendaItemId | None) -> dict[PersonId, int]:
    """How many turns each person has had on an item; a passed turn is none."""
    counts: dict[PersonId, int] = {}
    for turn in state.turns.values():
        if turn.item_id == item_id and turn.ended_by is not EndedBy.PASSED:
            counts[turn.person_id] = counts.get(turn.person_id, 0) + 1
    return counts


def _own_lengths(state: MeetingState, people: Sequence[Person]) -> set[int]:
    here = set(state.people_here)
    return {person.turn_seconds for person in people if person.id in here and person.turn_seconds is not None}


def _current(state: MeetingState) -> Turn:
    turn = state.current_turn
    if turn is None:
        raise NotAllowed(Reason.NO_TURN)
    return turn
