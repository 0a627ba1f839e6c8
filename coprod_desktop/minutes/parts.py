"""Long minutes in parts: each with its own first page, its chapters, and whom to ask (ER-30)."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from coprod_desktop.minutes.blocks import MinutesContent, Section
from coprod_desktop.minutes.wording import Wording


def parts_of(content: MinutesContent, wording: Wording, count: int = 2) -> tuple[MinutesContent, ...]:
    """The minutes in so many parts of nearly the same length, cut between chapters; none is empty.

    Every part ends with whom to ask. What came before the agenda stands in the first, and so does "For you".
    """
    *chapters, last = content.sections or (Section(heading=""),)
    groups = _groups(chapters, min(max(count, 1), most_parts(content)))
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


def most_parts(content: MinutesContent) -> int:
    """Into how many parts minutes can be cut: no chapter is torn in two."""
    return max(len(content.sections) - 1, 1)


def parts_needed(
    content: MinutesContent, wording: Wording, *, most_pages: int, count_pages: Callable[[MinutesContent], int]
) -> int:
    """The fewest parts that have no more pages than `most_pages` each.

    Where even single chapters have more, as in very large letters, there is a part for each chapter.
    """
    whole = count_pages(content)
    if whole <= most_pages:
        return 1
    for count in range(-(-whole // most_pages), most_parts(content) + 1):
        parts = parts_of(content, wording, count)
        if all(count_pages(part) <= most_pages for part in parts):
            return len(parts)
    return most_parts(content)


def _groups(chapters: Sequence[Section], count: int) -> list[tuple[Section, ...]]:
    """The chapters in their order in so many groups, the longest of them as short as can be."""
    lengths = [sum(map(_length, chapters[start:end])) for start, end in _stretches(len(chapters))]
    fitting = (_filled(chapters, most) for most in sorted(set(lengths)))
    groups = next((found for found in fitting if len(found) <= count), [])
    while groups and len(groups) < count:
        longest = max((group for group in groups if len(group) > 1), key=lambda group: sum(map(_length, group)))
        at = groups.index(longest)
        groups[at : at + 1] = _groups(longest, 2)
    return groups


def _stretches(count: int) -> list[tuple[int, int]]:
    return [(start, end) for start in range(count) for end in range(start + 1, count + 1)]


def _filled(chapters: Sequence[Section], most: float) -> list[tuple[Section, ...]]:
    """As few groups as hold no more than so much, or one chapter that is longer."""
    groups: list[tuple[Section, ...]] = []
    for chapter in chapters:
        if groups and sum(map(_length, groups[-1])) + _length(chapter) <= most:
            groups[-1] = (*groups[-1], chapter)
        else:
            groups.append((chapter,))
    return groups


def _length(chapter: Section) -> float:
    """How much of the pages a chapter takes: its blocks, and its heading."""
    return len(chapter.blocks) + 0.5
