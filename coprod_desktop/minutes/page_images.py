"""Pages of a finished PDF as pictures for the screen."""

from dataclasses import dataclass

import pypdfium2

from coprod_desktop.minutes.pdfium_turn import PDFIUM_TURN


@dataclass(frozen=True)
class PageImage:
    """One page as pixels of 4 bytes (blue, green, red, unused), `stride` bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


class PageImages:
    """The pages of one PDF, drawn when asked for, one at a time."""

    def __init__(self, data: bytes) -> None:
        with PDFIUM_TURN:
            self._document = pypdfium2.PdfDocument(data)

    @property
    def count(self) -> int:
        """How many pages there are."""
        with PDFIUM_TURN:
            return len(self._document)

    def image(self, index: int, *, width: int) -> PageImage:
        """A page, counted from 0, `width` pixels wide."""
        with PDFIUM_TURN:
            page = self._document[index]
            bitmap = page.render(scale=width / page.get_width(), prefer_bgrx=True)
            try:
                return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                bitmap.close()
                page.close()

    def close(self) -> None:
        """Let go of the document."""
        with PDFIUM_TURN:
            self._document.close()
