"""Peers: the same 200 decisions with pictures by WeasyPrint and by Typst, both as PDF/UA-1, in turns with ours."""

import importlib.util
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.pages import cpu, made_book
from tests.benchmarks.peer_pages import typst_pages, web_page
from tests.benchmarks.report import Measure, ratio_of_rounds

NAMES = ("pages-weasyprint", "pages-typst")
ROUNDS = 2
_MOST_PAGES_APART = 1.25


def measure() -> list[Measure]:
    """CPU time of all; a peer that is not installed is named and left out."""
    with TemporaryDirectory() as folder:
        ours = partial(made_book, Path(folder))
        ours()  # makes the bold font, which the peers are given too
        measures = []
        for name, maker, goal in (("weasyprint", _weasyprint, 0.2), ("typst", _typst, None)):
            peer = maker(Path(folder)) if _is_there(name) else None
            if peer is None:
                print(f"pages-{name}: left out, because {name} or what it needs is not installed (make bench does).")
                continue
            against = f"{name} with pdf/ua-1, {_pages(ours().data, peer())}"
            rounds = [(cpu(ours), cpu(peer)) for _ in range(ROUNDS)]
            ratio = ratio_of_rounds([mine for mine, _ in rounds], [other for _, other in rounds])
            measures.append(Measure(f"pages-{name}", ratio, goal, against))
    return measures


def _is_there(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def _weasyprint(folder: Path) -> Callable[[], bytes] | None:
    try:
        from weasyprint import HTML
    except OSError:  # it is there, and Pango is not
        return None
    page = folder / "page.html"
    page.write_text(web_page(folder), encoding="utf-8")

    def work() -> bytes:
        data: bytes = HTML(filename=str(page)).write_pdf(pdf_variant="pdf/ua-1")
        return data

    return work


def _typst(folder: Path) -> Callable[[], bytes]:
    import typst

    typst_compile: Any = typst.compile
    pages = folder / "pages.typ"
    pages.write_text(typst_pages(folder), encoding="utf-8")

    def work() -> bytes:
        data: bytes = typst_compile(
            pages, root=folder, font_paths=[str(folder / "fonts")], ignore_system_fonts=True, pdf_standards=["ua-1"]
        )
        return data

    return work


def _pages(ours: bytes, theirs: bytes) -> str:
    """How many pages each has; the comparison is fair only if they are about as many."""
    import pypdfium2

    counts = [len(pypdfium2.PdfDocument(data)) for data in (ours, theirs)]
    assert max(counts) <= _MOST_PAGES_APART * min(counts), f"{counts} pages are too far apart"
    return f"{counts[0]} pages and {counts[1]}"
