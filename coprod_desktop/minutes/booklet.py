"""A booklet from finished A4 pages: two side by side on A3, in the order in which folded sheets are read.

A4 pages on A3 keep their size, so 16 points stay 16 points. A4 folded from A4 would be 11 points and is not offered.
The booklet holds pictures of the pages in new places and no tags: it is for printing only, beside the tagged file.
"""

import io
from collections.abc import Iterator

import pikepdf

from coprod_desktop.minutes.styles import MM

A3_LANDSCAPE = (420 * MM, 297 * MM)
"""Width and height of an A3 sheet on its side, in points."""

_PAGES_OF_A_SHEET = 4


def booklet_order(page_count: int) -> tuple[tuple[int | None, int | None], ...]:
    """The pages (from 0) left and right on each side, front and back by turns; None is an empty place."""
    places = -(-page_count // _PAGES_OF_A_SHEET) * _PAGES_OF_A_SHEET
    sides = [
        side
        for first in range(0, places // 2, 2)
        for side in ((places - 1 - first, first), (first + 1, places - 2 - first))
    ]
    return tuple((_real(left, page_count), _real(right, page_count)) for left, right in sides)


def booklet(data: bytes, *, for_printing_only: str) -> bytes:
    """The booklet of a PDF, to print on both sides of A3, turned on the short edge, folded and stapled in the middle.

    `for_printing_only` are the words that the title of the booklet ends with.
    """
    with pikepdf.open(io.BytesIO(data)) as source, pikepdf.new() as pdf:
        for left, right in booklet_order(len(source.pages)):
            _add_side(pdf, source, left, right)
        pdf.docinfo["/Title"] = f"{source.docinfo.get('/Title', '')} ({for_printing_only})".strip()
        pdf.docinfo["/Creator"] = "coprod_desktop"
        pdf.Root.Lang = source.Root.get("/Lang", pikepdf.String("en-GB"))
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(
            DisplayDocTitle=True, PrintScaling=pikepdf.Name("/None"), Duplex=pikepdf.Name.DuplexFlipShortEdge
        )
        file = io.BytesIO()
        pdf.save(file, min_version="1.7", deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return file.getvalue()


def _real(place: int, page_count: int) -> int | None:
    return place if place < page_count else None


def _add_side(pdf: pikepdf.Pdf, source: pikepdf.Pdf, left: int | None, right: int | None) -> None:
    pdf.add_blank_page(page_size=A3_LANDSCAPE)
    side = pdf.pages[-1]
    drawn = pikepdf.Dictionary()
    code: list[str] = []
    for place, number in enumerate((left, right)):
        if number is not None:
            page = source.pages[number]
            name = f"/Page{number + 1}"
            drawn[name] = pdf.copy_foreign(page.as_form_xobject())
            code += _placed(name, page, place)
    side.obj.Resources = pikepdf.Dictionary(XObject=drawn)
    side.obj.Contents = pikepdf.Stream(pdf, "\n".join(code).encode("ascii"))


def _placed(name: str, page: pikepdf.Page, place: int) -> Iterator[str]:
    """In the middle of its half of the sheet, at the size it has."""
    left, bottom, right, top = (float(side) for side in page.mediabox)
    half = A3_LANDSCAPE[0] / 2
    x = place * half + (half - (right - left)) / 2 - left
    y = (A3_LANDSCAPE[1] - (top - bottom)) / 2 - bottom
    yield f"q 1 0 0 1 {x:.3f} {y:.3f} cm {name} Do Q"
