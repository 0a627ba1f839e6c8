"""Large-print pages, measured: one size for all words, short lines, blank lines between blocks, page turns."""

from functools import cache
from typing import Any

import pytest

from tests.minutes.page_geometry import MM, Pages, read_pages
from tests.minutes.printing import HOSTILE, block, chapter, content, large_print
from tests.minutes.read_out import ReadOut, read_out
from tests.minutes.sample_content import sample_content

SIZES = (12, 14, 16, 18, 20, 22, 24, 28, 36, 48)
PARAGRAPH = "We talked about the bus stops for a long time and we heard from many people who use them. " * 4


@cache
def data(size_pt: float = 18, **wishes: Any) -> bytes:
    return large_print(sample_content(), size_pt=size_pt, **wishes).data


@cache
def pages(size_pt: float = 18, **wishes: Any) -> Pages:
    return read_pages(data(size_pt, **wishes))


@cache
def said(size_pt: float = 18) -> ReadOut:
    return read_out(data(size_pt))


def paragraph_lines(**wishes: Any) -> list[float]:
    found = read_pages(large_print(content(chapter("One", block(PARAGRAPH))), **wishes).data)
    return [run.y for run in found.body if run.text.strip() in PARAGRAPH and run.page == found.body[-1].page]


@pytest.mark.parametrize("size", SIZES)
def test_no_words_are_smaller_than_the_size_that_was_asked_for(size: float) -> None:
    assert min(run.size for run in pages(size).runs) == pytest.approx(size, abs=0.01)  # LP-03
    assert pages(size).commonest_size() == pytest.approx(size, abs=0.01)


def test_the_usual_size_is_18_pt_and_sizes_end_at_12_and_48() -> None:
    assert read_pages(large_print(sample_content()).data).commonest_size() == 18
    assert read_pages(large_print(sample_content(), size_pt=4).data).commonest_size() == 12
    assert read_pages(large_print(sample_content(), size_pt=90).data).commonest_size() == 48


@pytest.mark.parametrize("size", [12, 18, 28])
def test_headings_are_bold_and_a_third_and_a_sixth_larger(size: float) -> None:
    title = pages(size).place_of("What")
    chapters = [run for run in pages(size).body if run.text.startswith("4. Lunch") and "Bold" in run.font]

    assert title.size / size == pytest.approx(1.33, abs=0.05)
    assert chapters[0].size / size == pytest.approx(1.17, abs=0.05)
    assert "Bold" in title.font


@pytest.mark.parametrize("spacing", [1.0, 1.25, 1.5, 2.0])
def test_line_spacing_is_the_one_that_was_asked_for(spacing: float) -> None:
    heights = paragraph_lines(line_spacing=spacing)
    steps = [upper - lower for upper, lower in zip(heights, heights[1:], strict=False)]

    assert len(steps) > 3
    assert all(step / 18 == pytest.approx(spacing, abs=0.01) for step in steps)


def test_the_usual_line_spacing_is_one_and_a_quarter() -> None:
    heights = paragraph_lines()

    assert (heights[0] - heights[1]) / 18 == pytest.approx(1.25, abs=0.01)


def test_one_blank_line_stands_between_blocks() -> None:
    found = read_pages(large_print(content(chapter("One", block("First."), block("Second.")))).data)

    assert (found.place_of("First.").y - found.place_of("Second.").y) / (18 * 1.25) == pytest.approx(2, abs=0.01)


@pytest.mark.parametrize("size", SIZES)
def test_no_line_has_more_than_70_letters(size: float) -> None:
    found = read_pages(
        large_print(content(chapter("Il", block("It fills little by little. " * 30))), size_pt=size).data
    )

    assert max(len(run.text.strip()) for run in found.body) <= 70


@pytest.mark.parametrize(("size", "margin"), [(12, 30), (14, 30), (16, 25), (18, 25), (28, 25)])
def test_margins_are_25_mm_and_30_mm_for_clear_print(size: float, margin: float) -> None:
    assert min(run.x for run in pages(size).runs) == pytest.approx(margin * MM, abs=0.5)
    assert max(run.right for run in pages(size).runs) <= (210 - margin) * MM + 0.4 * size


def test_a_binding_edge_of_30_mm_is_left_when_asked_for() -> None:
    assert min(run.x for run in pages(18, bound=True).runs) == pytest.approx(30 * MM, abs=0.5)
    assert min(run.x for run in pages(12, bound=True).runs) == pytest.approx(30 * MM, abs=0.5)


def test_there_are_no_pictures_and_no_colour_behind_words() -> None:
    assert pages().shapes == []
    assert [one.alt for one in said().said if one.tag == "Figure"] == ["Empty box to tick"] * 6


@pytest.mark.parametrize("size", [12, 16, 18, 20, 24])
def test_the_blocks_of_a_decision_stay_on_one_page_where_they_fit(size: float) -> None:
    found = [one for one in said(size).said if one.tag == "P"]
    start = next(index for index, one in enumerate(found) if one.text.startswith("There will be a quiet room"))

    assert len({one.page for one in found[start - 1 : start + 7]}) == 1  # LP-14


@pytest.mark.parametrize("size", [12, 16, 18, 20, 24, 28])
def test_a_heading_keeps_the_block_after_it_on_its_page(size: float) -> None:
    everything = said(size).said
    for heading, after in zip(everything, everything[1:], strict=False):
        if heading.tag in ("H2", "H3"):
            assert after.page == heading.page, heading


def test_a_heading_at_the_end_of_a_full_page_moves_on_with_its_block() -> None:
    for blocks in range(4, 16):
        first = chapter("One", *(block(f"Sentence {number}.") for number in range(blocks)))
        second = chapter("Two", block("After the heading.", "And more after it."))
        words = read_out(large_print(content(first, second)).data).said
        page_of = {one.text: one.page for one in words}
        assert page_of["Two"] == page_of["After the heading. And more after it."], blocks


def test_a_paragraph_longer_than_a_page_leaves_no_line_alone() -> None:
    found = read_pages(large_print(content(chapter("One", block(PARAGRAPH * 12)))).data)
    lines = [run for run in found.body if run.text.strip() and run.text.strip() in PARAGRAPH * 12]

    assert len({run.page for run in lines}) > 1
    for number in {run.page for run in lines}:
        assert len([run for run in lines if run.page == number]) >= 2


@pytest.mark.parametrize("size", SIZES)
def test_head_and_foot_never_touch_each_other_or_the_words_between(size: float) -> None:
    found = pages(size)
    for number in range(len(found.sizes)):
        body = [run for run in found.body if run.page == number]
        foot = [run for run in found.running if run.page == number and run.y < 300]
        head = [run for run in found.running if run.page == number and run.y > 600]
        assert min(run.y for run in body) - 0.22 * size > max(run.y + 0.73 * size for run in foot)
        assert all(max(run.y + 0.73 * run.size for run in body) < run.y - 0.22 * size for run in head)
        for one in foot:
            for other in foot:
                if one is not other and abs(one.y - other.y) < 0.5 * size:
                    assert one.right - 0.3 * size <= other.x or other.right - 0.3 * size <= one.x


def test_draft_words_are_bold_at_the_foot_of_every_page() -> None:
    for number in range(len(pages().sizes)):
        foot = [run for run in pages().running if run.page == number and run.text.startswith("Not finished")]
        assert len(foot) == 1
        assert "Bold" in foot[0].font
    finished = read_pages(large_print(sample_content(draft=False)).data)
    assert not any("Not finished" in run.text for run in finished.runs)
    assert any(run.text.startswith("Meeting on Tuesday") and run.mark < 0 for run in finished.runs)


def test_a_contents_list_with_numbered_items_comes_with_four_pages() -> None:
    assert "2. Where should the new shelters go?" in [one.text.rsplit(" ", 1)[0] for one in said().said]
    assert read_out(large_print(content(chapter("One", block("Words.")))).data).of("Link") == []


def test_item_numbers_are_the_same_as_in_easy_read() -> None:
    assert [words for words in said().headings if words[0].isdigit()] == [
        f"{section.number}. {section.heading}" for section in sample_content().sections if section.number
    ]


@pytest.mark.parametrize("size", [12, 18, 48])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_printed_as_they_are_everywhere(text: str, size: float) -> None:
    parts = block(text, label=text, items=(text,), answers=(text,))
    made = large_print(
        content(
            chapter(text, parts, number=text, ref=text),
            title=text,
            group_name=text,
            foot_words=text,
            draft_words=text,
            page_word=text,
            contents_heading=text,
            cover=(parts,),
        ),
        size_pt=size,
    )

    assert read_out(made.data).faults == []


@pytest.mark.parametrize("text", ["word " * 4000, "x" * 20_000])
def test_a_giant_text_keeps_all_its_words(text: str) -> None:
    made = large_print(content(chapter("One", block(text, label="Label"))), size_pt=48)

    assert read_out(made.data).of("P")[-1].replace(" ", "") == text.replace(" ", "")
