"""Looks into a finished PDF, without drawing it."""

import io

import pikepdf


class NotAPdf(Exception):
    """These bytes cannot be opened as a PDF."""


def pages_in(data: bytes) -> int:
    """How many pages a PDF has. Raises NotAPdf."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return len(pdf.pages)
    except pikepdf.PdfError as fault:
        raise NotAPdf("the file cannot be opened") from fault
