"""Which lines belong to one path: walked along the links of the index, back to the first idea and on to each job."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from coprod_desktop.domain.what_became import LineKind
from coprod_desktop.storage.indexed_line import IndexedLine
from coprod_desktop.storage.line_search import FoundLine, LineSearch

MOST_LINES: Final = 400
"""A path that is longer is cut, so that a slip in a file cannot make it endless."""

_FIRST: Final = {LineKind.ITEM: 0, LineKind.IDEA: 1}


def lines_of_path(search: LineSearch, line_id: str) -> list[FoundLine]:
    """Every line that this one is linked with, in the order in which one goes on from the other.

    An agenda item goes on in all that was said about it. The item of a decision that came from no idea is with it.
    """
    found = search.by_ids((line_id,))
    start = found[0][0] if found else None
    if start is not None and start.line.kind is LineKind.ITEM:
        found += search.on_item(start.meeting_id, line_id)
    known = _linked(search, found)
    known |= _keyed(search.by_ids(_items_before(line for line, _ in known.values())))
    return _in_order(list(known.values()))


def _linked(search: LineSearch, found: list[FoundLine]) -> dict[int, FoundLine]:
    """All lines that are reached from these, in both directions."""
    known = _keyed(found)
    fresh = list(known.values())
    while fresh and len(known) < MOST_LINES:
        there = {line.line.line_id for line, _ in known.values()}
        before = {one for line, _ in fresh for one in line.line.from_ids} - there
        reached = [*search.by_ids(before), *search.following({line.line.line_id for line, _ in fresh})]
        fresh = [one for one in _keyed(reached).values() if one[0].number not in known]
        known |= _keyed(fresh)
    return known


def _items_before(lines: Iterable[IndexedLine]) -> set[str]:
    """The items of decisions that came from nothing else: whoever put them on the agenda had the first idea."""
    return {
        line.line.item_id
        for line in lines
        if line.line.kind is LineKind.DECISION and line.line.item_id and not line.line.from_ids
    }


def _in_order(found: list[FoundLine]) -> list[FoundLine]:
    """Meeting by meeting: the item, ideas, and each decision with its actions."""
    decisions = {line.line.line_id: line.number for line, _ in found if line.line.kind is LineKind.DECISION}

    def place(one: FoundLine) -> tuple[date, int, int, int]:
        line, number = one[0].line, one[0].number
        decided = next((decisions[before] for before in line.from_ids if before in decisions), number)
        is_action = line.kind is LineKind.ACTION
        return one[0].held_on, _FIRST.get(line.kind, 2), decided if is_action else number, number if is_action else 0

    return sorted(found, key=place)


def _keyed(found: Iterable[FoundLine]) -> dict[int, FoundLine]:
    return {one[0].number: one for one in found}
