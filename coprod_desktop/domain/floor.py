"""Who speaks next and why: hands by a rule that the group picks, and the go-round. A person always decides (R10)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from coprod_desktop.domain import room_events as ev
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ids import PersonId, TurnId
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.meeting_setup import not_finished
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.room import NextRule
from coprod_desktop.domain.turns import start_turn, turns_had, turns_on_item

_LEADS = (Job.FACILITATOR, Job.CHAIR)
_FEWEST_FOR_A_MIDDLE = 3


class WhyNext(StrEnum):
    """Why somebody is offered as next; the screen makes words of it."""

    WAS_INTERRUPTED = "was_interrupted"
    NO_TURN_YET = "no_turn_yet"
    FEWEST_TURNS = "fewest_turns"
    LONGEST_SINCE = "longest_since"
    NEXT_HAND = "next_hand"
    IN_THE_ROUND = "in_the_round"
    CAME_BACK_TO = "came_back_to"


@dataclass(frozen=True, kw_only=True)
class Offered:
    """A person who asked to speak, and why they stand where they stand. `turns` is how many they had on this item.

    `is_out`: they stepped out for a while, keep their place and are passed over until they are back (R18).
    """

    person_id: PersonId
    why: WhyNext
    turns: int = 0
    is_out: bool = False


def waiting_to_speak(state: MeetingState) -> tuple[Offered, ...]:
    """Everybody who asked to speak, in the order in which they are offered, with those who stepped out.

    Whoever was interrupted comes before all others. The order of hands settles what the rule leaves open.
    """
    item = state.current_item
    turns = turns_on_item(state, item.id if item else None)
    latest = _latest_turns(state) if state.room.next_rule is NextRule.LONGEST_SINCE else {}
    first = [who for who in state.hands if who in state.room.first_again]
    rest = [who for who in state.hands if who not in first]
    rest.sort(key=lambda who: _rank(state.room.next_rule, turns[who], latest.get(who, -1)))
    why = {who: _why(state.room.next_rule, turns[who]) for who in rest} | dict.fromkeys(first, WhyNext.WAS_INTERRUPTED)
    out = set(state.people_out)
    return tuple(Offered(person_id=who, why=why[who], turns=turns[who], is_out=who in out) for who in (*first, *rest))


def offered_next(state: MeetingState) -> tuple[Offered, ...]:
    """Those who asked to speak and are in the room, the one to offer first."""
    return tuple(one for one in waiting_to_speak(state) if not one.is_out)


def _rank(rule: NextRule, turns: int, latest: int) -> int:
    match rule:
        case NextRule.NO_TURN_YET:
            return 1 if turns else 0
        case NextRule.FEWEST_TURNS:
            return turns
        case NextRule.LONGEST_SINCE:
            return latest
        case NextRule.ORDER_OF_HANDS:
            return 0


def _why(rule: NextRule, turns: int) -> WhyNext:
    if rule is NextRule.ORDER_OF_HANDS:
        return WhyNext.NEXT_HAND
    if turns == 0:
        return WhyNext.NO_TURN_YET
    if rule is NextRule.LONGEST_SINCE:
        return WhyNext.LONGEST_SINCE
    return WhyNext.FEWEST_TURNS if rule is NextRule.FEWEST_TURNS else WhyNext.NEXT_HAND


def _latest_turns(state: MeetingState) -> dict[PersonId, int]:
    """The place of each person's latest turn among all turns of the meeting; who had none is not in it."""
    return {who: place for place, (_, people) in enumerate(turns_had(state)) for who in people}


def no_turn_yet(state: MeetingState) -> tuple[PersonId, ...]:
    """Who is here and has had no turn on the item that is open, in no order that means anything."""
    item = state.current_item
    turns = turns_on_item(state, item.id if item else None)
    return tuple(who for who in state.people_here if not turns[who])


def set_next_rule(state: MeetingState, rule: NextRule) -> tuple[Event, ...]:
    """Pick by which rule the next speaker is offered."""
    return () if rule is state.room.next_rule else (ev.NextRuleSet(rule=rule),)


def want_to_add(state: MeetingState, person_id: PersonId) -> tuple[Event, ...]:
    """A person wants to add to what the speaker says; they are shown beside the speaker."""
    turn = state.current_turn
    if turn is None or turn.adds_to is not None:
        raise NotAllowed(Reason.NO_TURN)
    _here(state, person_id)
    if person_id in (turn.person_id, *turn.with_people, *state.room.adders):
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.WantedToAdd(person_id=person_id),)


def no_longer_add(state: MeetingState, person_id: PersonId) -> tuple[Event, ...]:
    """A person does not want to add now."""
    if person_id not in state.room.adders:
        raise NotAllowed(Reason.NOT_FOUND)
    return (ev.NoLongerWantsToAdd(person_id=person_id),)


# The go-round


def leads_meeting(state: MeetingState, person_id: PersonId) -> bool:
    """Whether a person runs the meeting today, as its facilitator or chair."""
    seen = state.attendance.get(person_id)
    return seen is not None and any(job in _LEADS for job in seen.jobs)


def round_order(state: MeetingState) -> tuple[PersonId, ...]:
    """Everybody who is here, in the order in which they came, but beginning after whoever began last time.

    Whoever runs the meeting takes part and comes neither first nor last, if there are at least 3 people.
    """
    here = list(state.people_here)
    start = (here.index(state.room.last_first) + 1) % len(here) if state.room.last_first in here else 0
    order = [*here[start:], *here[:start]]
    leads = [who for who in order if leads_meeting(state, who)]
    others = [who for who in order if who not in leads]
    if not leads or len(others) < _FEWEST_FOR_A_MIDDLE - 1:
        return tuple(order)
    return tuple(_with_ends_free(order, leads))


def _with_ends_free(order: list[PersonId], leads: Sequence[PersonId]) -> list[PersonId]:
    """The order with the first and the last place given to the nearest person who does not run the meeting."""
    moved = list(order)
    first = next(place for place, who in enumerate(moved) if who not in leads)
    moved.insert(0, moved.pop(first))
    last = max(place for place, who in enumerate(moved) if who not in leads)
    moved.append(moved.pop(last))
    return moved


def start_go_round(state: MeetingState, order: tuple[PersonId, ...] = ()) -> tuple[Event, ...]:
    """Ask everybody in turn, in this order; without one in the usual order (`round_order`)."""
    not_finished(state)
    if state.current_turn is not None:
        raise NotAllowed(Reason.TURN_RUNNING)
    if state.room.go_round is not None:
        raise NotAllowed(Reason.ALREADY_THERE)
    asked = tuple(dict.fromkeys(order)) or round_order(state)
    if not asked or any(who not in state.people_here for who in asked):
        raise NotAllowed(Reason.NOT_HERE)
    item = state.current_item
    return (ev.GoRoundStarted(order=asked, item_id=item.id if item else None),)


def to_ask_in_round(state: MeetingState) -> tuple[PersonId, ...]:
    """Who can be asked in the go-round now, in order: whoever stepped out keeps a place and is not among them."""
    go_round, out = state.room.go_round, set(state.people_out)
    return tuple(who for who in go_round.waiting if who not in out) if go_round is not None else ()


def next_in_round(state: MeetingState) -> Offered | None:
    """Who is asked next in the go-round; whoever stepped out is waited for at the end, never dropped."""
    go_round, waiting = state.room.go_round, to_ask_in_round(state)
    if go_round is None or not waiting:
        return None
    why = WhyNext.CAME_BACK_TO if waiting[0] in go_round.asked_back else WhyNext.IN_THE_ROUND
    return Offered(person_id=waiting[0], why=why)


def pass_in_round(state: MeetingState, person_id: PersonId) -> tuple[Event, ...]:
    """A person passes; nobody asks why and no turn is counted."""
    _waits_in_round(state, person_id)
    return (ev.GoRoundPassed(person_id=person_id),)


def come_back_in_round(state: MeetingState, person_id: PersonId) -> tuple[Event, ...]:
    """A person is asked again when everybody else has been."""
    _waits_in_round(state, person_id)
    return (ev.GoRoundComesBack(person_id=person_id),)


def join_round(state: MeetingState, person_id: PersonId) -> tuple[Event, ...]:
    """Somebody who came later, or who passed and now wants to speak, is asked at the end."""
    if state.room.go_round is None:
        raise NotAllowed(Reason.NOT_FOUND)
    _here(state, person_id)
    if person_id in state.room.go_round.waiting:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.GoRoundJoined(person_id=person_id),)


def end_go_round(state: MeetingState) -> tuple[Event, ...]:
    """End the go-round; a turn that runs is ended first."""
    if state.room.go_round is None:
        raise NotAllowed(Reason.NOT_FOUND)
    if state.current_turn is not None:
        raise NotAllowed(Reason.TURN_RUNNING)
    return (ev.GoRoundEnded(),)


# Two people talk to and fro


def start_conversation(
    state: MeetingState, *, conversation_id: str, people: tuple[PersonId, PersonId]
) -> tuple[Event, ...]:
    """Let 2 people talk to and fro; nobody has the floor until one is tapped."""
    not_finished(state)
    if state.current_turn is not None:
        raise NotAllowed(Reason.TURN_RUNNING)
    if state.room.conversation is not None or people[0] == people[1]:
        raise NotAllowed(Reason.ALREADY_THERE)
    for who in people:
        _here(state, who)
    return (ev.ConversationStarted(conversation_id=conversation_id, people=people),)


def tap_conversation(
    state: MeetingState, person_id: PersonId, *, turn_id: TurnId, at: str, ended: tuple[Event, ...]
) -> tuple[Event, ...]:
    """One of the 2 speaks now; `ended` are the events that end the turn of the other. No timer, no ring."""
    talk = state.room.conversation
    if talk is None or person_id not in talk.people:
        raise NotAllowed(Reason.NOT_FOUND)
    turn = state.current_turn
    if turn is not None and turn.person_id == person_id:
        return ()
    between = _without_turn(state)
    started = start_turn(
        between, turn_id=turn_id, person_id=person_id, at=at, allowed_seconds=None, conversation_id=talk.id
    )
    return (*ended, *started)


def end_conversation(state: MeetingState, *, ended: tuple[Event, ...] = ()) -> tuple[Event, ...]:
    """The conversation is over, and with it the turn that runs, which `ended` ends."""
    if state.room.conversation is None:
        raise NotAllowed(Reason.NOT_FOUND)
    return (*ended, ev.ConversationEnded())


# Everyone has it


def set_everyone_check(state: MeetingState, *, is_on: bool) -> tuple[Event, ...]:
    """Whether the next turn and every yes wait until what was said has reached everyone (signs, captions, words)."""
    return () if is_on is state.room.checks_everyone else (ev.EveryoneCheckSet(is_on=is_on),)


def everyone_has_it(state: MeetingState) -> tuple[Event, ...]:
    """What was said has reached everyone; the wait is not counted for anybody."""
    return (ev.EveryoneHasIt(),) if state.room.is_waiting_for_everyone else ()


def ask_everyone(state: MeetingState) -> tuple[Event, ...]:
    """Note that everyone was asked for more on the item that is open: now or later, by voice, card or note."""
    item = state.current_item
    if item is None:
        raise NotAllowed(Reason.NOT_FOUND, "item")
    return (ev.EveryoneAsked(item_id=item.id),)


def _without_turn(state: MeetingState) -> MeetingState:
    return replace(state, last_turn_id=None, room=replace(state.room, is_waiting_for_everyone=False))


def _here(state: MeetingState, person_id: PersonId) -> None:
    if person_id not in state.people_here:
        raise NotAllowed(Reason.NOT_HERE)


def _waits_in_round(state: MeetingState, person_id: PersonId) -> None:
    go_round = state.room.go_round
    if go_round is None or person_id not in go_round.waiting:
        raise NotAllowed(Reason.NOT_FOUND)
    turn = state.current_turn
    if turn is not None and turn.person_id == person_id:
        raise NotAllowed(Reason.TURN_RUNNING)
