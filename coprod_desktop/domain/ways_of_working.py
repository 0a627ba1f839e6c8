"""How a group works in the room, carried over from its last meeting so that nothing is asked twice (UI-17)."""

from coprod_desktop.domain.events import Event
from coprod_desktop.domain.floor import set_everyone_check, set_next_rule
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.turns import set_nearly_share, set_turn_length, take_clocks_away


def ways_carried_over(new: MeetingState, last: MeetingState) -> tuple[Event, ...]:
    """The events that let a new meeting work as the last one did in the end.

    These are the length of turns, no clocks, the rule for who is next, when it is nearly time, and the wait
    until everyone has it. What is counted, what the wall may show and what people agreed to are asked anew.
    """
    return (
        *set_turn_length(new, last.turn_seconds),
        *(() if last.has_clocks else take_clocks_away(new)),
        *set_next_rule(new, last.room.next_rule),
        *set_nearly_share(new, last.room.nearly_share),
        *set_everyone_check(new, is_on=last.room.checks_everyone),
    )
