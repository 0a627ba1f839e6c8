"""Runs all benchmarks: `python -m tests.benchmarks [--json FILE] [NAME ...]`."""

import argparse
import os
from pathlib import Path

from tests.benchmarks import acts, growth, pack, pages, peers, ready, search, start, turn
from tests.benchmarks.report import Measure, show, write


def main() -> None:
    """Measure what was asked for, or everything."""
    parser = argparse.ArgumentParser(description="Ratios measured in one run; lower is better.")
    parser.add_argument("--json", type=Path)
    parser.add_argument("names", nargs="*")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    measures: list[Measure] = []
    for group in (start, acts, turn, ready, search, pages, peers, growth, pack):
        if not asked.names or set(asked.names) & set(group.NAMES):
            measures += group.measure()
    show(measures)
    if asked.json:
        write(measures, asked.json)


if __name__ == "__main__":
    main()
