"""Print runs: copies that go on the same paper in the same size, one after the other."""

from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.services.pack_plan import PackLine, PackPlan
from coprod_desktop.services.pack_words import papers_in_order


def runs_of(lines: Sequence[PackLine]) -> list[tuple[PackLine, ...]]:
    """The runs of some lines: white paper first, small letters first, else in the order of the lines."""
    papers = papers_in_order(line.paper.casefold() for line in lines)
    found: dict[tuple[str, float], list[PackLine]] = {}
    for line in lines:
        found.setdefault((line.paper.casefold(), line.size_pt), []).append(line)
    ordered = sorted(found, key=lambda key: (papers.index(key[0]), key[1]))
    return [tuple(found[key]) for key in ordered]


def only(plan: PackPlan, lines: Sequence[PackLine]) -> PackPlan:
    """The plan with copies of these lines alone."""
    numbers = {line.number for line in lines}
    kept = [line if line.number in numbers else replace(line, copies=0) for line in plan.all_lines]
    return replace(plan, lines=tuple(kept[:-1]), common=kept[-1])
