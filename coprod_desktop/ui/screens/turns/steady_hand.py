"""A finger that comes down twice: a stray second press takes no time from anybody."""

from dataclasses import dataclass

from coprod_desktop.domain.ids import AgendaItemId, TurnId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.services.clock import Clock

STRAY_SECONDS = 0.5
"""How soon after a change a press cannot be an answer to it; a tremor or a stiff key presses twice sooner."""


@dataclass(frozen=True, kw_only=True)
class _Floor:
    """What the one likely act depends on."""

    turn_id: TurnId | None
    item_id: AgendaItemId | None
    is_waiting: bool
    is_paused: bool
    is_all_held: bool


class SteadyHand:
    """Tells a stray second press from one that is meant.

    It is stray within half a second after a turn began, ended or went on, or after the item changed or a break ended.
    Nothing is lost: pressing again later acts.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._floor: _Floor | None = None
        self._changed_at: float | None = None

    def see(self, state: MeetingState) -> None:
        """Notice whether what the likely act would do is another thing now."""
        was, now = self._floor, _floor_of(state)
        self._floor = now
        if was is not None and _is_new(was, now):
            self._changed_at = self._clock.monotonic()

    def is_stray(self) -> bool:
        """Whether a press comes too soon to be meant."""
        return self._changed_at is not None and self._clock.monotonic() - self._changed_at < STRAY_SECONDS


def _floor_of(state: MeetingState) -> _Floor:
    turn, item, room = state.current_turn, state.current_item, state.room
    return _Floor(
        turn_id=turn.id if turn is not None else None,
        item_id=item.id if item is not None else None,
        is_waiting=room.is_waiting_for_everyone,
        is_paused=turn is not None and turn.is_paused,
        is_all_held=room.is_paused or room.break_now is not None,
    )


def _is_new(was: _Floor, now: _Floor) -> bool:
    """A pause that begins changes nothing: somebody asked for it, and may end the turn at once."""
    is_another = (was.turn_id, was.item_id, was.is_waiting) != (now.turn_id, now.item_id, now.is_waiting)
    return is_another or (was.is_paused and not now.is_paused) or (was.is_all_held and not now.is_all_held)
