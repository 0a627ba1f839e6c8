"""Reads finished PDFs back for tests, in turn with the program: PDFium is not made for several threads."""

from pathlib import Path

import pypdfium2

from coprod_desktop.minutes.pdfium_turn import PDFIUM_TURN


def words_of_pages(pdf: Path | bytes) -> list[str]:
    """The words of each page, with single spaces."""
    with PDFIUM_TURN, pypdfium2.PdfDocument(pdf) as document:
        return [_words(document[number]) for number in range(len(document))]


def words_of(pdf: Path | bytes) -> str:
    """All words of a PDF, with single spaces."""
    return " ".join(words_of_pages(pdf))


def count_pages(pdf: Path | bytes) -> int:
    """How many pages a PDF has."""
    with PDFIUM_TURN, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def _words(page: pypdfium2.PdfPage) -> str:
    text_page = page.get_textpage()
    text = text_page.get_text_bounded()
    text_page.close()
    page.close()
    return " ".join(text.split())
