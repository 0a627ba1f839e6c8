"""Search: one key press over ten years of meetings against the same raw query; and ten years against one year."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.search_service import MOST_FOUND, Filters
from coprod_desktop.storage.driver import FILE_NAME, connect
from tests.benchmarks.report import Measure
from tests.benchmarks.years import GROUP, OWN_IDEAS, WRITER, make_years

NAMES = ("search-key", "search-growth", "trace-growth")
MEETINGS, DECISIONS_EACH = 520, 39
MEETINGS_OF_A_YEAR = 52
ROUNDS = 40
_PATH_ROUNDS = 15
_NOT_COUNTED = 2
_TYPED = ("bus shelter", "shasel", "council letters for")
_RAW = (
    "SELECT l.number, l.meeting_id, l.held_on, l.kind, l.line_id, l.said, l.easy_words, l.became, l.proposers "
    "FROM line_words w CROSS JOIN line_index l ON l.number = w.rowid "
    "WHERE line_words MATCH ? AND l.group_id = ? ORDER BY w.rowid DESC LIMIT ?"
)


def measure() -> list[Measure]:
    """All three in one run, over two stores that are made for it."""
    with TemporaryDirectory() as ten, TemporaryDirectory() as one:
        make_years(Path(ten), MEETINGS, DECISIONS_EACH)
        make_years(Path(one), MEETINGS_OF_A_YEAR, DECISIONS_EACH)
        many, few = open_services(Path(ten)), open_services(Path(one))
        key, growth = _keys(many, few, Path(ten))
        trace = _ratio(lambda: _paths(many), lambda: _paths(few), _PATH_ROUNDS)
        many.close()
        few.close()
    years = f"{MEETINGS_OF_A_YEAR} meetings instead of {MEETINGS}"
    return [
        Measure("search-key", key, 2.0, f"the same raw FTS5 query over {MEETINGS * DECISIONS_EACH:,} decisions"),
        Measure("search-growth", growth, 3.0, years),
        Measure("trace-growth", trace, 2.0, f"{years}, {OWN_IDEAS} own ideas in both"),
    ]


def _keys(many: Services, few: Services, folder: Path) -> tuple[float, float]:
    """Every key of what is typed, in turns; the mean of how the usual times of each key compare."""
    raw = connect(str(folder / FILE_NAME), wait_seconds=5)
    keys = [typed[:end] for typed in _TYPED for end in range(1, len(typed) + 1)]
    ours, bare, year = ([] for _ in range(3))
    for key in keys:
        match = " AND ".join(f'"{word}"*' for word in key.split())
        acts = (
            lambda key=key: many.search.find(key, Filters(group_id=GROUP), MOST_FOUND),
            lambda match=match: raw.execute(_RAW, (match, GROUP, MOST_FOUND)).fetchall(),
            lambda key=key: few.search.find(key, Filters(group_id=GROUP), MOST_FOUND),
        )
        for kept, seconds in zip((ours, bare, year), _usual(acts, ROUNDS), strict=True):
            kept.append(seconds)
    raw.close()
    return sum(ours) / sum(bare), sum(ours) / sum(year)


def _paths(services: Services) -> None:
    services.trace.read_anew()
    paths = services.trace.paths_of(GROUP, WRITER)
    assert len(paths) == OWN_IDEAS, "all own ideas should be traced"
    assert all(len(path.steps) == len(("idea", "decision", "action")) for path in paths)


def _ratio(act: Callable[[], object], other: Callable[[], object], rounds: int) -> float:
    mine, theirs = _usual((act, other), rounds)
    return mine / theirs


def _usual(acts: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """The usual seconds of acts that take turns; the first few do not count."""
    times: list[list[float]] = [[] for _ in acts]
    for _ in range(rounds + _NOT_COUNTED):
        for kept, act in zip(times, acts, strict=True):
            started = time.perf_counter()
            act()
            kept.append(time.perf_counter() - started)
    return [median(kept[_NOT_COUNTED:]) for kept in times]
