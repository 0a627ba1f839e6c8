"""Pages: 200 decisions as easy read against a bare canvas with the same lines and pictures, and against no tags."""

import gc
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from coprod_desktop.minutes.easy_read import render_easy_read
from coprod_desktop.minutes.fonts import load_fonts
from coprod_desktop.minutes.page_builder import PdfFile
from coprod_desktop.minutes.pictures import Pictures
from coprod_desktop.minutes.styles import load_page_styles
from coprod_desktop.paths import templates_folder
from tests.benchmarks.book import book_of
from tests.benchmarks.canvas_script import acts_of, draw
from tests.benchmarks.report import Measure, ratio_of_rounds
from tests.benchmarks.untagged_canvas import without_tags

NAMES = ("pages", "pages-tagging")
ROUNDS = 9


def measure() -> list[Measure]:
    """Make the book, make it without tags, and draw its pages with a bare canvas, in turns; CPU time of each."""
    with TemporaryDirectory() as folder:
        book = partial(made_book, Path(folder))
        against_canvas = _against_canvas(book, Path(folder))
        against_untagged = _ratio(book, partial(untagged, book))
    return [
        Measure("pages", against_canvas, 2.2, "a bare canvas that draws the same lines and pictures"),
        Measure("pages-tagging", against_untagged, 1.3, "the same book without tags"),
    ]


def _against_canvas(book: Callable[[], PdfFile], folder: Path) -> float:
    acts = acts_of(book, load_fonts(folder), Pictures(templates_folder()))
    _same_pages(book, lambda: draw(acts))
    return _ratio(book, lambda: draw(acts))


def _ratio(ours: Callable[[], object], other: Callable[[], object]) -> float:
    """The two in turns; the first round does not count."""
    rounds = [(cpu(ours), cpu(other)) for _ in range(ROUNDS + 1)][1:]
    return ratio_of_rounds([mine for mine, _ in rounds], [floor for _, floor in rounds])


def made_book(font_cache: Path, decisions: int = 200) -> PdfFile:
    """The book as easy read, with its first page and its contents list; pictures are read anew each time."""
    return render_easy_read(
        book_of(decisions),
        fonts=load_fonts(font_cache),
        pictures=Pictures(templates_folder()),
        styles=load_page_styles(templates_folder()),
    )


def untagged(work: Callable[[], object]) -> None:
    """The same work with a canvas that draws all and tags nothing."""
    with without_tags():
        work()


def cpu(work: Callable[[], object]) -> float:
    """The CPU seconds that some work takes; what was left lying about before it is cleared away first."""
    gc.collect()
    before = time.process_time()
    work()
    return time.process_time() - before


def _same_pages(book: Callable[[], PdfFile], floor: Callable[[], bytes]) -> None:
    """The floor has drawn every page, the contents list among them, or the ratio would say nothing."""
    import pypdfium2

    made = book()
    pages = pypdfium2.PdfDocument(made.data)
    drawn = pypdfium2.PdfDocument(floor())
    assert len(drawn) == len(pages) == made.page_count
    assert "What is inside" in pages[1].get_textpage().get_text_bounded()
    assert "What is inside" in drawn[1].get_textpage().get_text_bounded()
