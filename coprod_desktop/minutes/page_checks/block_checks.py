"""Blocks, headings and chapters on their pages (ER-29, LP-14), and how many pages there are (ER-30)."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from coprod_desktop.minutes.page_checks.case import WHOLE_FILE, Case, Found
from coprod_desktop.minutes.page_checks.page_marks import MM
from coprod_desktop.minutes.page_checks.printed_document import Passage
from coprod_desktop.minutes.page_checks.told_blocks import ToldBlock

_MARGIN_MM = 25
_A_LINE = 1.5
_A_THIRD = 0.3
"""A third of a page, less a line: the height of the foot is not known here."""
_AIM_PAGES, _WARN_PAGES, _MOST_PAGES = 12, 20, 24
_LEAST_LINES = 2


def blocks_stay_whole(case: Case) -> Iterator[Found]:
    """No block, sentence or heading is cut by a page turn where a page can hold it (ER-29, LP-14)."""
    rule = case.rule("ER-29", "LP-14")
    blocks = list(case.printed_blocks)
    for told in blocks:
        first, last = told.pages
        if first != last and _height(told.passages) <= _room(case):
            yield Found(rule, "block_over_two_pages", first, case.has_room, told.passages[0].text, told.block.ref)
        elif first != last:
            yield Found(rule, "block_longer_than_a_page", first, False, told.passages[0].text, told.block.ref)
    yield from _lone_headings(case, rule)
    if case.is_easy_read:
        yield from _late_chapters(case, blocks)
    else:
        yield from _cut_decisions(case, blocks)
        yield from _lone_lines(case)


def number_of_pages(case: Case) -> Iterator[Found]:
    """12 pages are the aim, from 20 we warn, and over 24 the minutes should be split into parts (ER-30)."""
    count = case.document.page_count
    values = {"count": str(count), "most": str(_MOST_PAGES), "aim": str(_AIM_PAGES)}
    if count > _MOST_PAGES:
        yield Found("ER-30", "too_many_pages", WHOLE_FILE, text=_many(count), values=values)
    elif count >= _WARN_PAGES:
        yield Found("ER-30", "many_pages", WHOLE_FILE, False, text=_many(count), values=values)
    elif count > _AIM_PAGES:
        yield Found("ER-30", "more_pages_than_the_aim", WHOLE_FILE, False, text=_many(count), values=values)


def _many(count: int) -> str:
    return f"{count} pages"


def _room(case: Case) -> float:
    """The height in points that a page has for words: between the lowest head line and the highest foot line."""
    height = case.document.marks.sizes[0][1]
    top, bottom = height - _MARGIN_MM * MM, _MARGIN_MM * MM
    for run in case.document.running:
        if run.y > height / 2:
            top = min(top, run.y - 0.5 * run.size)
        else:
            bottom = max(bottom, run.y + 1.5 * run.size)
    return top - bottom - _A_LINE * case.size


def _height(passages: Iterable[Passage]) -> float:
    """About how high passages are when they stand on one page."""
    found = list(passages)
    total = 0.0
    for passage in found:
        step = _step(passage)
        total += sum(step for _ in passage.lines) + 0.35 * passage.size
    return total


def _step(passage: Passage) -> float:
    steps = [upper.y - lower.y for upper, lower in pairwise(passage.lines) if upper.page == lower.page]
    return steps[0] if steps else 1.5 * passage.size


def _lone_headings(case: Case, rule: str) -> Iterator[Found]:
    """Something of what follows stands on the page of its heading."""
    for heading, after in pairwise(case.document.passages):
        if heading.is_heading and heading.last_page != after.page:
            yield Found(rule, "heading_alone", heading.page, case.has_room, heading.text)


def _late_chapters(case: Case, blocks: list[ToldBlock]) -> Iterator[Found]:
    """A chapter of two blocks or more begins a new page when under a third of the page is left."""
    lowest = (case.document.marks.sizes[0][1] - 2 * _MARGIN_MM * MM) * _A_THIRD + _MARGIN_MM * MM - _A_LINE * case.size
    for number, heading in case.telling.headings.items():
        section = case.content.sections[number]
        if section.level > 1 or len(section.blocks) < 2 or heading.lines[0].y > lowest:
            continue
        if any(told.section is not None and told.pages[1] > heading.page for told in blocks if _is_of(told, section)):
            yield Found("ER-29", "chapter_begins_late", heading.page, text=heading.text, ref=section.ref)


def _is_of(told: ToldBlock, section: object) -> bool:
    return told.section is section or (
        told.section is not None and getattr(section, "heading", "") == told.section.heading
    )


def _cut_decisions(case: Case, blocks: list[ToldBlock]) -> Iterator[Found]:
    """All blocks of one decision stand on one page where it can hold them."""
    for (ref, _), group in groupby(blocks, key=lambda told: (told.block.ref, id(told.section))):
        together = list(group)
        first, last = together[0].pages[0], together[-1].pages[1]
        passages = [passage for told in together for passage in told.passages]
        height = _height(passages) + (case.printed_as.line_spacing or 1.25) * case.size * len(together)
        if ref and len(together) > 1 and first != last and height <= _room(case):
            yield Found("LP-14", "decision_over_two_pages", first, text=passages[0].text, ref=ref)


def _lone_lines(case: Case) -> Iterator[Found]:
    """A paragraph that goes over a page leaves two lines on either side."""
    for passage in case.document.passages:
        counts = [len(list(lines)) for _, lines in groupby(passage.lines, key=lambda line: line.page)]
        if len(counts) > 1 and min(counts[0], counts[-1]) < _LEAST_LINES:
            yield Found("LP-14", "lone_line", passage.page, case.has_room, passage.text)
