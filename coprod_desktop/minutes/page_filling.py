"""Lets blocks stand a little closer where one more of them then fits on a page (ER-30)."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import CondPageBreak

from coprod_desktop.minutes.flowables import Part, WordsPart

_ALMOST = 0.1


def fill_pages(parts: Sequence[Any], *, frame_height: float, usual_gap: float, least_gap: float) -> None:
    """Narrows the gaps on each page that can so hold one block more; `parts` begin at the top of a page.

    Where a part has to be cut, no page is foreseen and nothing is changed.
    """
    if any(isinstance(part, Part) and part.cut_for_pages_of for part in parts):
        return
    start = 0
    while start < len(parts):
        end = _end_of_page(parts, start, frame_height, usual_gap, usual_gap)
        closer = _end_of_page(parts, start, frame_height, usual_gap, least_gap)
        if _blocks(parts, end, closer):
            for part in parts[start:closer]:
                if _has_usual_gap(part, usual_gap):
                    part.spaceBefore = least_gap
            end = closer
        start = max(end, start + 1)


def _end_of_page(parts: Sequence[Any], start: int, frame_height: float, usual_gap: float, gap: float) -> int:
    """The number of the first part that no longer fits, with another gap where the usual one stands."""
    used = after = 0.0
    for number in range(start, len(parts)):
        part = parts[number]
        if isinstance(part, CondPageBreak):
            if used and frame_height - used < part.height:
                return number
            continue
        if not isinstance(part, Part):
            return number + 1
        before = gap if _has_usual_gap(part, usual_gap) else part.spaceBefore
        needed = part.height + (max(before, after) if used else 0.0)
        if used + needed > frame_height + _ALMOST:
            return number
        used, after = used + needed, part.spaceAfter
    return len(parts)


def _has_usual_gap(part: object, usual_gap: float) -> bool:
    return isinstance(part, WordsPart) and abs(part.spaceBefore - usual_gap) < _ALMOST


def _blocks(parts: Sequence[Any], start: int, end: int) -> int:
    return sum(isinstance(part, WordsPart) for part in parts[start:end])
