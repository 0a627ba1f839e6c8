"""Large print as each person asked for it: paper, line spacing, a wide margin for staples."""

import pytest

from coprod_desktop.domain.person import MinutesChoice, MinutesFormat
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.services.minutes_order import MinutesOrder, suggested_file_name
from tests.minutes.page_geometry import MM, read_pages
from tests.minutes.printing import block, chapter, content, large_print, styles
from tests.minutes.sample_content import sample_content


def _brightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("paper", sorted(styles().papers))
def test_black_letters_stand_out_on_every_paper(paper: str) -> None:
    colour = styles().paper_colour(f" {paper.upper()} ")
    assert colour is not None
    assert (_brightness(colour) + 0.05) / (_brightness("#000000") + 0.05) >= 7


def test_a_paper_that_nobody_knows_is_no_fault() -> None:
    assert styles().paper_colour("pale lilac") is None
    assert styles().paper_colour("") == "#FFFFFF"


@pytest.mark.parametrize("spacing", [1.0, 1.25, 1.5, 2.0])
def test_lines_are_as_far_apart_as_the_person_wished(spacing: float) -> None:
    sentence = "We will ask the council for a bench and a light at every bus stop in the whole of our town."
    pages = read_pages(large_print(content(chapter("One", block(sentence))), line_spacing=spacing).data)
    heights = [run.y for run in pages.body if run.text.strip() and run.text.strip() in sentence]
    assert len(heights) >= 2
    assert (heights[0] - heights[1]) / 18 == pytest.approx(spacing, abs=0.02)


def test_bound_pages_have_30_mm_on_the_left() -> None:
    pages = read_pages(large_print(sample_content(), bound=True).data)
    assert min(run.x for run in pages.runs) == pytest.approx(30 * MM, abs=0.5)


def test_an_order_takes_all_of_a_choice_and_refuses_lines_that_touch() -> None:
    choice = MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=30, paper="cream", line_spacing=1.5, is_bound=True)
    order = MinutesOrder.of(choice)
    assert (order.size_pt, order.paper, order.line_spacing, order.is_bound) == (30, "cream", 1.5, True)
    assert order.needs_size_advice
    assert MinutesOrder.of(None).format is MinutesFormat.EASY_READ
    with pytest.raises(NotAllowed):
        MinutesOrder(line_spacing=0.9).checked_spacing()


def test_the_name_of_a_file_is_safe_everywhere_and_tells_no_need() -> None:
    order = MinutesOrder(format=MinutesFormat.LARGE_PRINT, size_pt=24, paper="yellow")
    name = suggested_file_name(order, title='Who / what: "now"?', group_name="A <b> group.", held_on=None)
    assert name == "Who what now - A b group.pdf"
    assert suggested_file_name(order, title="CON", group_name="", held_on=None) == "CON_.pdf"
    assert len(suggested_file_name(order, title="\u0175" * 300, group_name="", held_on=None).encode()) < 130
