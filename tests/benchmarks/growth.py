"""Growth: 2,000 decisions against 200, each in a process of its own; time for one decision, and peak memory."""

import json
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.book import DECISIONS
from tests.benchmarks.pages import cpu, made_book
from tests.benchmarks.report import Measure

NAMES = ("pages-growth", "pages-memory")
TIMES_MORE = 10
MOST_MEGABYTES = 150.0
ROUNDS = 3

_BYTES_IN_A_MEGABYTE = 1_000_000
_MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


def measure() -> list[Measure]:
    """Small and large books in turns; the fonts are there already, and start-up is not counted."""
    with TemporaryDirectory() as folder:
        made_book(Path(folder), 10)  # the bold font is made once for a data folder
        rounds = [[_in_a_process(folder, DECISIONS * times) for times in (1, TIMES_MORE)] for _ in range(ROUNDS)]
    growth = median(large["seconds"] / small["seconds"] / TIMES_MORE for small, large in rounds)
    megabytes = max(large["megabytes"] for _, large in rounds)
    return [
        Measure("pages-growth", growth, 1.2, f"1 decision of {DECISIONS}, instead of {DECISIONS * TIMES_MORE:,}"),
        Measure("pages-memory", megabytes / MOST_MEGABYTES, 1.0, f"{MOST_MEGABYTES:.0f} MB; it was {megabytes:.0f} MB"),
    ]


def _in_a_process(folder: str, decisions: int) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.growth", folder, str(decisions)],
        check=True,
        capture_output=True,
        text=True,
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _tell(folder: Path, decisions: int) -> None:
    seconds = cpu(lambda: made_book(folder, decisions))
    print(json.dumps({"seconds": seconds, "megabytes": _peak_bytes() / _BYTES_IN_A_MEGABYTE}))


def _peak_bytes() -> int:
    """The most memory of this process alone: on Linux `ru_maxrss` also tells of the process that started it."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MEMORY_UNIT


if __name__ == "__main__":
    _tell(Path(sys.argv[1]), int(sys.argv[2]))
