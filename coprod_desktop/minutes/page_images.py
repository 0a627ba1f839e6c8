"""Pages of a finished PDF as pictures for the screen."""

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True)
class PageImage:
    """One page as pixels of 4 bytes (blue, green, red, unused), `stride` bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


class PageImages:
    """The pages of one PDF, drawn when asked for. Use it from one thread only: PDFium knows no other way."""

    def __init__(self, data: bytes) -> None:
        self._document = pypdfium2.PdfDocument(data)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._document)

    def image(self, index: int, *, width: int) -> PageImage:
        """A page, counted from 0, `width` pixels wide."""
        page = self._document[index]
        bitmap = page.render(scale=width / page.get_width(), prefer_bgrx=True)
        try:
            return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()
            page.close()

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()
