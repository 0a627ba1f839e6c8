"""The booklet: A4 pages at their own size on A3, in the order of folded sheets, each of them once."""

import io

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as some

from coprod_desktop.minutes.booklet import A3_LANDSCAPE, booklet, booklet_order
from tests.minutes.printing import easy_read
from tests.minutes.sample_content import sample_content

WORDS = "booklet for printing only"


def test_eight_pages_are_laid_out_for_two_folded_sheets() -> None:
    assert booklet_order(8) == ((7, 0), (1, 6), (5, 2), (3, 4))


def test_places_without_a_page_stay_empty() -> None:
    assert booklet_order(1) == ((None, 0), (None, None))
    assert booklet_order(6) == ((None, 0), (1, None), (5, 2), (3, 4))


@given(some.integers(min_value=1, max_value=300))
def test_folded_sheets_are_read_from_the_first_page_to_the_last(page_count: int) -> None:
    """Stack the sheets, fold them in the middle, and turn the leaves one after the other."""
    sides = booklet_order(page_count)
    fronts, backs = sides[::2], sides[1::2]
    first_half = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    second_half = [page for front, back in zip(fronts, backs, strict=True) for page in (front[0], back[1])]
    read = [page for page in first_half + second_half[::-1] if page is not None]
    assert read == list(range(page_count))
    assert len(sides) * 2 - page_count < 4


@pytest.fixture(scope="module")
def pages() -> bytes:
    return easy_read(sample_content()).data


@pytest.fixture(scope="module")
def folded(pages: bytes) -> bytes:
    return booklet(pages, for_printing_only=WORDS)


def test_every_page_stands_where_the_fold_wants_it_with_all_of_its_words(pages: bytes, folded: bytes) -> None:
    source, sides = pypdfium2.PdfDocument(pages), pypdfium2.PdfDocument(folded)
    texts = [_words(page) for page in source]
    assert len(set(texts)) == len(texts)  # or a page in the wrong place would not be seen
    half = A3_LANDSCAPE[0] / 2
    for side, (left, right) in zip(sides, booklet_order(len(source)), strict=True):
        assert _words(side, 0, half) == ("" if left is None else texts[left])
        assert _words(side, half, 2 * half) == ("" if right is None else texts[right])


def test_letters_keep_their_size(pages: bytes, folded: bytes) -> None:
    assert _heights(folded) == _heights(pages)


def test_the_sheets_are_a3_and_turned_on_the_short_edge(folded: bytes) -> None:
    with pikepdf.open(io.BytesIO(folded)) as pdf:
        assert {tuple(round(float(side)) for side in page.mediabox) for page in pdf.pages} == {(0, 0, 1191, 842)}
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"


def test_it_says_that_it_is_for_printing_and_claims_no_tags(folded: bytes) -> None:
    with pikepdf.open(io.BytesIO(folded)) as pdf:
        assert str(pdf.docinfo["/Title"]).endswith(f"({WORDS})")
        assert "/StructTreeRoot" not in pdf.Root
        assert "/MarkInfo" not in pdf.Root
        assert b"pdfuaid" not in folded


def test_the_same_pages_make_the_same_booklet(pages: bytes, folded: bytes) -> None:
    assert booklet(pages, for_printing_only=WORDS) == folded


def _words(page: pypdfium2.PdfPage, left: float | None = None, right: float | None = None) -> str:
    text = page.get_textpage()
    try:
        return " ".join(text.get_text_bounded(left=left, right=right).split())
    finally:
        text.close()


def _heights(data: bytes) -> list[int]:
    """How high each letter stands, in hundredths of a point, over the whole file."""
    heights: list[int] = []
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        for number in range(text.count_chars()):
            _, bottom, _, top = text.get_charbox(number)
            heights.append(round((top - bottom) * 100))
        text.close()
    document.close()
    return sorted(height for height in heights if height)
