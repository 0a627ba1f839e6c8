"""What is shown of a turn that runs: whose it is, how much of the clock, and why the clock holds."""

from dataclasses import dataclass
from enum import Enum


class ClockKind(Enum):
    """What is shown of time: all of it, its shape only, a plain ring, or nothing at all."""

    FIGURES = "figures"
    SHAPE = "shape"
    NO_TIMER = "no_timer"
    NONE = "none"

    @property
    def has_time(self) -> bool:
        """Whether the time left can be seen in any way."""
        return self in (ClockKind.FIGURES, ClockKind.SHAPE)


class Hold(Enum):
    """Why the clock does not run; time to think and an interpreter's time are part of the turn (R11)."""

    RUNS = "runs"
    PAUSED = "paused"
    THINKING = "thinking"
    INTERPRETING = "interpreting"

    @property
    def is_part_of_turn(self) -> bool:
        """Whether the person is not done, only slower than the clock."""
        return self in (Hold.THINKING, Hold.INTERPRETING)


@dataclass(frozen=True, kw_only=True)
class TurnFace:
    """What the panel shows of a turn. Seconds and milliseconds say so in their names.

    `note` is a line under the name; `adder` is who wants to add to this, with `more_adders` others behind them.
    """

    name: str
    clock: ClockKind
    hold: Hold = Hold.RUNS
    note: str = ""
    adder: str = ""
    more_adders: int = 0
    allowed_seconds: int = 0
    nearly_seconds: int = 0
    figures_below_seconds: float | None = None
    used_ms: int = 0
