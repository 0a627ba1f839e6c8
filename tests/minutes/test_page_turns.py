"""Where pages turn: what stays whole, what flows on, and that page numbers in the words change neither (LP-14)."""

from collections import defaultdict
from dataclasses import replace

import pytest

from coprod_desktop.minutes.blocks import Block, BlockRole, MinutesContent, Section, See
from tests.minutes.page_geometry import Pages, read_pages
from tests.minutes.printing import block, chapter, content, easy_read, large_print
from tests.minutes.read_out import read_out

SIZES = (12, 14, 16, 18, 20, 22, 24, 28)


def _body_lines(pages: Pages) -> dict[int, list[str]]:
    lines: dict[int, list[str]] = defaultdict(list)
    for run in pages.body:
        lines[run.page].append(run.text.strip())
    return lines


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sentences", [2, 5, 9])
def test_no_block_of_large_print_is_split_where_a_page_can_hold_it(size: float, sentences: int) -> None:
    blocks = (block(*(f"Report{number}x is here." for _ in range(sentences))) for number in range(40))
    pages = read_pages(large_print(content(chapter("One", *blocks)), size_pt=size).data)
    found = [
        {page for page, lines in _body_lines(pages).items() if f"Report{n}x" in " ".join(lines)} for n in range(40)
    ]

    assert all(len(on) == 1 for on in found)
    assert len(set.union(*found)) > 1


@pytest.mark.parametrize("size", [12, 18, 28])
@pytest.mark.parametrize("sentences", range(20, 60, 7))
def test_a_paragraph_of_large_print_that_goes_over_a_page_leaves_two_lines_on_either(
    size: float, sentences: int
) -> None:
    long = block(*(f"This is sentence {number} of a long report." for number in range(sentences)))
    lines = _body_lines(read_pages(large_print(content(chapter("One", block("Before."), long)), size_pt=size).data))
    told = [[line for line in lines[page] if "sentence" in line or "report" in line] for page in sorted(lines)]
    told = [of_page for of_page in told if of_page]

    assert len(told) == 1 or min(map(len, told)) >= 2


def _who_does_what(names: int, refs: tuple[str, ...]) -> Block:
    see = tuple(
        See(
            refs=refs,
            on_page=f"Person number {number}: page {{page}}",
            on_pages=f"Person number {number}: pages {{page}}",
            in_part="",
            is_item=True,
        )
        for number in range(names)
    )
    return Block(
        sentences=("We have jobs to do.",), picture="job", label="Who will do what", role=BlockRole.ACTION, see=see
    )


def _with_a_list_of_pages(names: int) -> MinutesContent:
    jobs = tuple(block(f"Job {number}.", ref=f"job {number}") for number in range(3))
    return content(
        chapter("What we do", *jobs),
        Section(heading="What happens next", blocks=(_who_does_what(names, ("job 0", "job 1", "job 2")),)),
    )


@pytest.mark.parametrize("size", [16, 20, 24, 28, 36, 48, 72, 144])
@pytest.mark.parametrize("names", range(1, 10, 2))
def test_a_list_of_page_numbers_of_any_length_is_made_and_its_heading_is_not_alone(size: float, names: int) -> None:
    """Wider numbers than the real ones need more room: a block that just fits a page was turned down once."""
    made = easy_read(_with_a_list_of_pages(names), size_pt=size)
    out = read_out(made.data)
    items = [" ".join(one.text.split()) for one in out.said if one.tag == "LBody" and one.text.startswith("Person")]
    numbers = sorted({made.page_of_ref[f"job {number}"] for number in range(3)})

    told = ", ".join(map(str, numbers[:-1])) + (" and " if len(numbers) > 1 else "") + str(numbers[-1])
    assert items == [f"Person number {n}: page{'s' * (len(numbers) > 1)} {told}" for n in range(names)]
    assert out.faults == []
    if size <= 28:
        heading = next(at for at, one in enumerate(out.said) if one.text == "What happens next")
        assert out.said[heading + 1].page == out.said[heading].page


@pytest.mark.parametrize("names", range(1, 10))
def test_a_list_of_page_numbers_that_a_page_can_hold_stays_whole(names: int) -> None:
    for size in (14, 16, 18, 20, 24):
        said = read_out(easy_read(_with_a_list_of_pages(names), size_pt=size).data).said
        start = next(at for at, one in enumerate(said) if one.text == "Who will do what")
        pages = {one.page for one in said[start:] if one.tag in ("P", "LBody")}
        if names <= 5:
            assert len(pages) == 1


def _cover(*more: Block) -> MinutesContent:
    first = (
        block("We are a group.", "We plan together.", "We check it together."),
        block("These are the minutes of our meeting.", "Minutes tell you what people said.", "You can ask for help."),
        block("Tuesday 24 November 2026.", "10:30am to 12:50pm.", "The hall, Mill Lane, Town.", label="When and where"),
    )
    return replace(
        content(chapter("One", *(block(f"Sentence {number}.") for number in range(5)))),
        title="Minutes: Spring planning meeting",
        cover=(*first, *more),
    )


WHY = block("To plan the year.", label="Why we met", picture="target", role=BlockRole.PURPOSE)


@pytest.mark.parametrize("is_bound", [False, True])
@pytest.mark.parametrize("size", [14, 16, 18, 20])
def test_who_what_when_and_help_stand_on_the_first_page(size: float, is_bound: bool) -> None:
    said = read_out(easy_read(_cover(WHY), size_pt=size, bound=is_bound).data).said
    first = " ".join(one.text for one in said if one.page == 0)

    assert "We are a group." in first
    assert "You can ask for help." in first
    assert "The hall, Mill Lane, Town." in first


@pytest.mark.parametrize("size", [14, 16, 18, 20, 24, 28])
def test_what_does_not_fit_on_the_cover_flows_on_and_leaves_no_empty_page(size: float) -> None:
    said = read_out(easy_read(_cover(WHY, WHY), size_pt=size).data).said
    why = [one.page for one in said if one.text == "Why we met"]
    follows = [one.page for one in said if one.tag == "H2"][0]

    assert follows == why[-1] + 1 if why[-1] == 0 else follows == why[-1]


def test_a_chapter_that_is_no_agenda_item_may_begin_late_only_if_it_ends_there_too() -> None:
    """Words only, where a chapter may be short."""
    for lines in range(14, 26):
        first = chapter("One", *(block(f"Sentence {number}.") for number in range(lines)))
        second = chapter("Two", block("First."), block("Second."), block("Third."))
        data = easy_read(content(first, second), with_pictures=False).data
        said = read_out(data).said
        start = next(at for at, one in enumerate(said) if one.text == "Two")
        top = next(run.y for run in read_pages(data).body if run.text.strip() == "Two")
        is_late = top < 842 / 3
        assert not is_late or {one.page for one in said[start:]} == {said[start].page}
