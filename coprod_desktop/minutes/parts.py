"""Long minutes in parts: each with its own first page, its chapters, and whom to ask (ER-30)."""

from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.minutes.blocks import MinutesContent, Section
from coprod_desktop.minutes.wording import Wording


def parts_of(content: MinutesContent, wording: Wording, count: int = 2) -> tuple[MinutesContent, ...]:
    """The minutes in so many parts of nearly the same length, cut between chapters; none is empty.

    Every part ends with whom to ask. What came before the agenda stands in the first, and so does "For you".
    """
    *chapters, last = content.sections or (Section(heading=""),)
    groups = _groups(chapters, max(count, 1))
    if len(groups) < 2:
        return (content,)
    return tuple(
        replace(
            content,
            title=wording("title_of_part", title=content.title, part=str(number), count=str(len(groups))),
            part_words=wording("part_of", part=str(number), count=str(len(groups))),
            sections=(*group, last),
            contents_count=wording.count("contents_count", len(group) + 1),
            for_you=content.for_you if number == 1 else None,
        )
        for number, group in enumerate(groups, 1)
    )


def _groups(chapters: Sequence[Section], count: int) -> list[tuple[Section, ...]]:
    """The chapters in their order, cut where each group comes nearest to its share."""
    total = sum(map(_length, chapters))
    groups: list[list[Section]] = [[]]
    told = 0.0
    for chapter in chapters:
        share = total * len(groups) / count
        middle = told + _length(chapter) / 2
        if groups[-1] and middle > share and len(groups) < count:
            groups.append([])
        groups[-1].append(chapter)
        told += _length(chapter)
    return [tuple(group) for group in groups if group]


def _length(chapter: Section) -> float:
    """How much of the pages a chapter takes: its blocks, and its heading."""
    return len(chapter.blocks) + 0.5
