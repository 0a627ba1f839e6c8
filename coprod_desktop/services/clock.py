"""The clock that everything else is handed: today, now, and a time that only goes forward."""

import time
from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """What a service may ask of a clock."""

    def now(self) -> datetime:
        """The time now, UTC with zone."""

    def monotonic(self) -> float:
        """Seconds that never go back, for how long something took."""


class SystemClock:
    """The clock of this laptop."""

    def now(self) -> datetime:
        """The time now, UTC with zone."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never go back, for how long something took."""
        return time.monotonic()


def local_time(clock: Clock) -> str:
    """The time now as local ISO 8601 with offset, to the second."""
    return clock.now().astimezone().isoformat(timespec="seconds")


def today(clock: Clock) -> date:
    """The local date."""
    return clock.now().astimezone().date()


def now_here(clock: Clock) -> datetime:
    """The time now as it is told in the room, with its offset."""
    return clock.now().astimezone()
