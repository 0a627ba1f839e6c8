"""How much of a turn is used, from real clocks; ticks only ask, they are never counted."""

from dataclasses import dataclass

from coprod_desktop.domain.ids import TurnId
from coprod_desktop.domain.meeting_state import Turn
from coprod_desktop.services.clock import Clock

LONGEST_GAP_SECONDS = 5.0
"""A longer gap between two looks at the clock means that the computer was busy or asleep."""

MOST_DRIFT_SECONDS = 2.0
"""A larger difference between wall time and monotonic time means sleep or a changed clock."""


@dataclass(frozen=True)
class Stall:
    """The computer was asleep, busy, or its clock was changed, for about `away_seconds`."""

    used_ms: int
    away_seconds: int


class TurnTimer:
    """Follows the current turn. Times are in milliseconds spoken."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._turn_id: TurnId | None = None
        self._is_running = False
        self._used_ms = 0
        self._since = 0.0
        self._last_monotonic = 0.0
        self._last_wall = 0.0

    @property
    def turn_id(self) -> TurnId | None:
        """The turn that is followed."""
        return self._turn_id

    @property
    def is_running(self) -> bool:
        """Whether time is being counted now."""
        return self._is_running

    def follow(self, turn: Turn | None) -> None:
        """Take over what the record says of the current turn; a turn that goes on keeps its count."""
        if turn is None:
            self._turn_id, self._is_running, self._used_ms = None, False, 0
            return
        is_same = turn.id == self._turn_id
        if is_same and self._is_running and not turn.is_paused:
            return
        known_ms = self._used_ms if is_same and not turn.is_paused else 0
        self._turn_id, self._used_ms = turn.id, max(turn.used_ms, known_ms)
        self._is_running = not turn.is_paused
        self._look()
        self._since = self._last_monotonic

    def used_ms(self) -> int:
        """Milliseconds spoken so far."""
        if not self._is_running:
            return self._used_ms
        now = self._clock.monotonic()
        if now - self._last_monotonic > LONGEST_GAP_SECONDS:
            now = (
                self._last_monotonic
            )  # asleep or busy since then: only what was seen is counted, until somebody is asked
        return self._used_ms + round((now - self._since) * 1000)

    def check(self) -> Stall | None:
        """Look at both clocks; says so if the time since the last look cannot be trusted."""
        if not self._is_running:
            return None
        monotonic, wall = self._last_monotonic, self._last_wall
        self._look()
        passed = self._last_monotonic - monotonic
        drift = (self._last_wall - wall) - passed
        if passed <= LONGEST_GAP_SECONDS and abs(drift) <= MOST_DRIFT_SECONDS:
            return None
        used_ms = self._used_ms + round((monotonic - self._since) * 1000)
        return Stall(used_ms=used_ms, away_seconds=max(0, round(max(passed, passed + drift))))

    def _look(self) -> None:
        self._last_monotonic = self._clock.monotonic()
        self._last_wall = self._clock.now().timestamp()
