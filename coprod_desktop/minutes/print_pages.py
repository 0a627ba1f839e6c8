"""Pages of a finished PDF as pictures for a printer: as fine as it prints, one at a time."""

from collections.abc import Iterator

import pypdfium2

from coprod_desktop.minutes.pdfium_turn import PDFIUM_TURN
from coprod_desktop.minutes.print_page import PrintPage

_POINTS_IN_AN_INCH = 72


def print_pages(
    data: bytes, *, dpi: int = 300, in_colour: bool = True, first: int = 0, last: int | None = None
) -> Iterator[PrintPage]:
    """The pages from `first` to `last` (both counted, from 0) in so many dots an inch, at their own size."""
    with PDFIUM_TURN:
        document = pypdfium2.PdfDocument(data)
        end = len(document) if last is None else min(last + 1, len(document))
    try:
        for number in range(first, end):
            yield _drawn(document, number, dpi / _POINTS_IN_AN_INCH, in_colour=in_colour)
    finally:
        with PDFIUM_TURN:
            document.close()


def _drawn(document: pypdfium2.PdfDocument, number: int, scale: float, *, in_colour: bool) -> PrintPage:
    with PDFIUM_TURN:
        page = document[number]
        bitmap = page.render(scale=scale, grayscale=not in_colour, prefer_bgrx=in_colour, optimize_mode="print")
        try:
            pixels = bytes(bitmap.buffer)
            return PrintPage(number, bitmap.width, bitmap.height, bitmap.stride, not in_colour, pixels)
        finally:
            bitmap.close()
            page.close()
