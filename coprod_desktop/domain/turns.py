"""Turns: one person's protected time. Nothing here moves on by itself (UI-14)."""

from collections import Counter
from collections.abc import Iterator, Sequence

from coprod_desktop.domain import events as ev
from coprod_desktop.domain import room_events as room_ev
from coprod_desktop.domain.events import EndedBy, Event, PauseReason, Through
from coprod_desktop.domain.ids import AgendaItemId, PersonId, TurnId
from coprod_desktop.domain.meeting_setup import not_finished
from coprod_desktop.domain.meeting_state import MeetingState, Turn
from coprod_desktop.domain.person import UNTIMED, Person, Perspective, agreed_codes
from coprod_desktop.domain.reasons import NotAllowed, Reason

ONE_MORE_MINUTE = 60
"""How many seconds "1 more minute" gives."""

LONGEST_TURN_SECONDS = 60 * 60
"""The longest turn that can be chosen."""

LARGEST_NEARLY_SHARE = 0.5
"""The largest share of a turn that can be left when "Nearly time" is shown."""


def raise_hand(state: MeetingState, person_id: PersonId) -> tuple[Event, ...]:
    """A person asks to speak; asking twice changes nothing."""
    not_finished(state)
    if person_id not in state.people_here:
        raise NotAllowed(Reason.NOT_HERE)
    if person_id in state.hands:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.HandRaised(person_id=person_id),)


def interrupt_turn(state: MeetingState, *, at: str, used_ms: int, paused_seconds: int = 0) -> tuple[Event, ...]:
    """Somebody had to stop in the middle: the turn is over, and they are offered before all others."""
    turn = _current(state)
    ended = end_turn(state, at=at, used_ms=used_ms, paused_seconds=paused_seconds, ended_by=EndedBy.STOPPED)
    return (*ended, ev.HandRaised(person_id=turn.person_id, is_first=True))


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
    conversation_id: str = "",
    runs_meeting: bool = False,
) -> tuple[Event, ...]:
    """Begin a person's turn on the item that is open. Where they speak from is fixed now.

    What was said before must have reached everyone first, if the group wants to wait for that (R10).
    """
    not_finished(state)
    if state.current_turn is not None:
        raise NotAllowed(Reason.TURN_RUNNING)
    if state.room.is_waiting_for_everyone:
        raise NotAllowed(Reason.NOT_EVERYONE_HAS_IT)
    _goes_on(state)
    return (
        _started(
            state,
            turn_id,
            person_id,
            at=at,
            allowed_seconds=allowed_seconds,
            with_people=_others(state, person_id, with_people),
            through=through,
            conversation_id=conversation_id,
            runs_meeting=runs_meeting,
        ),
    )


def add_to_turn(
    state: MeetingState,
    *,
    turn_id: TurnId,
    person_id: PersonId,
    at: str,
    used_ms: int,
    allowed_seconds: int | None,
    through: Through | None = None,
) -> tuple[Event, ...]:
    """Let a person add to what the speaker says: the speaker's turn is kept, and its clock holds at `used_ms`."""
    turn = _current(state)
    if turn.adds_to is not None or turn.person_id == person_id:
        raise NotAllowed(Reason.TURN_RUNNING)
    _goes_on(state)
    started = _started(
        state,
        turn_id,
        person_id,
        at=at,
        allowed_seconds=allowed_seconds,
        through=through,
        adds_to=turn.id,
    )
    if turn.is_paused:
        return (started,)
    held = ev.TurnPaused(turn_id=turn.id, used_ms=used_ms, at=at, reason=PauseReason.SOMEBODY_ADDS)
    return (held, started)


def end_added_turn(state: MeetingState, *, at: str, used_ms: int, paused_seconds: int = 0) -> tuple[Event, ...]:
    """What was added is said: the turn that was kept goes on, if it had been held for this and nothing else is."""
    turn = _current(state)
    kept = state.turns.get(turn.adds_to) if turn.adds_to else None
    if kept is None:
        raise NotAllowed(Reason.NO_TURN)
    ended = end_turn(state, at=at, used_ms=used_ms, paused_seconds=paused_seconds)
    if kept.pause_reason is not PauseReason.SOMEBODY_ADDS or _is_all_held(state):
        return ended
    return (*ended, ev.TurnResumed(turn_id=kept.id, used_ms=kept.used_ms, at=at))


def change_turn(
    state: MeetingState,
    *,
    with_people: tuple[PersonId, ...] | None = None,
    through: Through | None = None,
    runs_meeting: bool = False,
) -> tuple[Event, ...]:
    """Put right who shares the current turn, what the person speaks through, or whether it runs the meeting."""
    turn = _current(state)
    shared = turn.with_people if with_people is None else _others(state, turn.person_id, with_people)
    if (shared, through, runs_meeting) == (turn.with_people, turn.through, turn.runs_meeting):
        return ()
    changed = ev.TurnFactsChanged(turn_id=turn.id, with_people=shared, through=through, runs_meeting=runs_meeting)
    return (changed,)


def _others(state: MeetingState, person_id: PersonId, people: Sequence[PersonId]) -> tuple[PersonId, ...]:
    """Who shares a turn: other people in the room, each once."""
    if any(who not in state.people_here for who in people):
        raise NotAllowed(Reason.NOT_HERE)
    return tuple(who for who in dict.fromkeys(people) if who != person_id)


def _goes_on(state: MeetingState) -> None:
    if _is_all_held(state):
        raise NotAllowed(Reason.ALL_PAUSED)


def _is_all_held(state: MeetingState) -> bool:
    return state.room.is_paused or state.room.break_now is not None


def _started(
    state: MeetingState,
    turn_id: TurnId,
    person_id: PersonId,
    *,
    at: str,
    allowed_seconds: int | None,
    with_people: tuple[PersonId, ...] = (),
    through: Through | None = None,
    adds_to: TurnId | None = None,
    conversation_id: str = "",
    runs_meeting: bool = False,
) -> ev.TurnStarted:
    if person_id not in state.people_here:
        raise NotAllowed(Reason.NOT_HERE)
    item = state.current_item
    return ev.TurnStarted(
        turn_id=turn_id,
        person_id=person_id,
        started_at=at,
        item_id=item.id if item else None,
        allowed_seconds=allowed_seconds,
        perspectives=spoken_from(state, (person_id,)),
        with_people=with_people,
        through=through,
        adds_to=adds_to,
        conversation_id=conversation_id,
        runs_meeting=runs_meeting,
    )


def pause_turn(
    state: MeetingState, *, used_ms: int, at: str, reason: PauseReason = PauseReason.ASKED
) -> tuple[Event, ...]:
    """Hold the clock; the person keeps the turn. A turn that is held already can still become time to think."""
    turn = _current(state)
    if turn.is_paused and (reason is not PauseReason.THINKING or turn.pause_reason is reason):
        raise NotAllowed(Reason.ALREADY_THERE)
    if turn.is_paused:
        held = ev.TurnPaused(turn_id=turn.id, used_ms=turn.used_ms, at=at, reason=reason)
        return (*resume_turn(state, at=at), held)
    return (ev.TurnPaused(turn_id=turn.id, used_ms=used_ms, at=at, reason=reason),)


def resume_turn(state: MeetingState, *, at: str, counted_ms: int = 0) -> tuple[Event, ...]:
    """Go on with a paused turn; `counted_ms` adds time that people say was spoken while the clock held."""
    turn = _current(state)
    if not turn.is_paused:
        raise NotAllowed(Reason.ALREADY_THERE)
    _goes_on(state)
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


def set_item_turn_length(state: MeetingState, item_id: AgendaItemId, seconds: int | None) -> tuple[Event, ...]:
    """Choose the length of turns on one item; None for no timers on it."""
    if state.item(item_id) is None:
        raise NotAllowed(Reason.NOT_FOUND, "item")
    if seconds is not None and not 1 <= seconds <= LONGEST_TURN_SECONDS:
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "turn_seconds")
    if item_id in state.room.item_lengths and state.room.item_lengths[item_id] == seconds:
        return ()
    return (room_ev.ItemTurnLengthSet(item_id=item_id, seconds=seconds),)


def drop_item_turn_length(state: MeetingState, item_id: AgendaItemId) -> tuple[Event, ...]:
    """Turns on an item are as long as usual again."""
    return (room_ev.ItemTurnLengthDropped(item_id=item_id),) if item_id in state.room.item_lengths else ()


def set_nearly_share(state: MeetingState, share: float) -> tuple[Event, ...]:
    """Choose the share of a turn that is left when "Nearly time" is shown; 0 for never."""
    if not 0 <= share <= LARGEST_NEARLY_SHARE:
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "nearly_share")
    return () if share == state.room.nearly_share else (room_ev.NearlyShareSet(share=share),)


def take_clocks_away(state: MeetingState) -> tuple[Event, ...]:
    """No clocks here: every clock, ring and hint goes; turns keep their order."""
    return (ev.ClocksTakenAway(),) if state.has_clocks else ()


def bring_clocks_back(state: MeetingState) -> tuple[Event, ...]:
    """Show clocks again."""
    return () if state.has_clocks else (ev.ClocksBroughtBack(),)


def usual_seconds(state: MeetingState) -> int | None:
    """How long turns are now, in seconds: as chosen for the item that is open, else for the meeting; None untimed."""
    item = state.current_item
    if item is not None and item.id in state.room.item_lengths:
        return state.room.item_lengths[item.id]
    return state.turn_seconds


def allowed_seconds(state: MeetingState, person: Person) -> int | None:
    """How long this person's turn is, in seconds: their own length if they have one, else the usual one.

    Where turns have no timer nobody has one.
    """
    usual = usual_seconds(state)
    if usual is None:
        return None
    own = own_seconds(person, usual)
    if own is None:
        return usual
    return None if own == UNTIMED else max(own, usual)


def own_seconds(person: Person, usual: int) -> int | None:
    """The length that a person chose, in seconds, else what helps them: no timer (AN-18) or twice as long (AN-16)."""
    from coprod_desktop.domain.need_rules import (  # not needed before home can be used
        CODES_WITH_LONGER_TURNS,
        CODES_WITHOUT_CLOCKS,
    )

    if person.turn_seconds is not None or not person.needs:
        return person.turn_seconds
    codes = agreed_codes((person,))
    if codes & CODES_WITHOUT_CLOCKS:
        return UNTIMED
    return min(2 * usual, LONGEST_TURN_SECONDS) if codes & CODES_WITH_LONGER_TURNS else None


def shows_rings(state: MeetingState, people: Sequence[Person]) -> bool:
    """Whether any ring may be shown: if anyone in the room is untimed, there is no ring for anyone (R11)."""
    is_anyone_untimed = UNTIMED in _own_lengths(state, people)
    return state.has_clocks and usual_seconds(state) is not None and not is_anyone_untimed


def shows_lengths(state: MeetingState, people: Sequence[Person]) -> bool:
    """Whether a clock may tell how long a whole turn is: not if anyone in the room has a length of their own (R11)."""
    return not _own_lengths(state, people)


def spoken_from(state: MeetingState, people: Sequence[PersonId]) -> tuple[Perspective, ...]:
    """Where these people said today that they speak from, each perspective once."""
    seen = (state.attendance[who] for who in people if who in state.attendance)
    return tuple(dict.fromkeys(perspective for one in seen for perspective in one.perspectives))


def turns_on_item(state: MeetingState, item_id: AgendaItemId | None) -> Counter[PersonId]:
    """How many turns each person has had on an item."""
    return Counter(person_id for turn, people in turns_had(state) if turn.item_id == item_id for person_id in people)


def turns_had(state: MeetingState) -> Iterator[tuple[Turn, tuple[PersonId, ...]]]:
    """Each turn and who had it. A passed turn is none; who shares a turn has had it; a conversation is one turn each.

    What a facilitator said to run the meeting is not a turn.
    """
    in_conversation: set[tuple[str, PersonId]] = set()
    for turn in state.turns.values():
        if turn.ended_by is EndedBy.PASSED or turn.runs_meeting:
            continue
        people = tuple(dict.fromkeys((turn.person_id, *turn.with_people)))
        if turn.conversation_id:
            people = tuple(who for who in people if (turn.conversation_id, who) not in in_conversation)
            in_conversation.update((turn.conversation_id, who) for who in people)
        if people:
            yield turn, people


def _own_lengths(state: MeetingState, people: Sequence[Person]) -> set[int]:
    """Of everyone who came, also of those who went home: a clock that comes back as they leave would tell of them."""
    came = {who for who, seen in state.attendance.items() if seen.came}
    usual = usual_seconds(state) or 0
    lengths = (own_seconds(person, usual) for person in people if person.id in came)
    return {seconds for seconds in lengths if seconds is not None}


def _current(state: MeetingState) -> Turn:
    turn = state.current_turn
    if turn is None:
        raise NotAllowed(Reason.NO_TURN)
    return turn
