"""A clock that stands still until a test moves it, and ids that count."""

from datetime import UTC, datetime, timedelta
from itertools import count

from coprod_desktop.services.new_ids import NewId


class FixedClock:
    """Wall time and monotonic time, moved together or apart."""

    def __init__(self, at: datetime = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)) -> None:
        self._wall = at
        self._monotonic = 1000.0

    def now(self) -> datetime:
        """The time now, UTC with zone."""
        return self._wall

    def monotonic(self) -> float:
        """Seconds that never go back."""
        return self._monotonic

    def pass_seconds(self, seconds: float) -> None:
        """Let time pass on both clocks."""
        self._wall += timedelta(seconds=seconds)
        self._monotonic += seconds

    def sleep(self, seconds: float) -> None:
        """Let the computer sleep as on Linux: wall time passes, monotonic time does not."""
        self._wall += timedelta(seconds=seconds)


def counted_ids(start: str = "id") -> NewId:
    """Ids that count up: "id-1", "id-2"."""
    numbers = count(1)
    return lambda: f"{start}-{next(numbers)}"
