"""One measured ratio, and how a list of them is printed."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Measure:
    """A ratio (lower is better), what it was measured against, and the goal, None for a figure to look at only."""

    name: str
    ratio: float
    goal: float | None
    against: str


def ratio_of_rounds(ours: Sequence[float], floors: Sequence[float]) -> float:
    """The median of the ratios of rounds that were run one after the other."""
    return median(mine / floor for mine, floor in zip(ours, floors, strict=True))


def show(measures: Sequence[Measure]) -> None:
    """Print a line for each."""
    for measure in measures:
        print(f"{measure.name:<16} {measure.ratio:6.2f}  {_verdict(measure):<20} against {measure.against}")


def _verdict(measure: Measure) -> str:
    if measure.goal is None:
        return "no goal"
    return f"goal {measure.goal:.1f} {'reached' if measure.ratio <= measure.goal else 'NOT reached'}"


def write(measures: Sequence[Measure], path: Path) -> None:
    """Write them as JSON."""
    path.write_text(json.dumps([asdict(measure) for measure in measures], indent=1), encoding="utf-8")
