"""Booklets, and pages as pictures for a printer. None of it reads the database, so it may work in any thread."""

from collections.abc import Iterator
from pathlib import Path

from coprod_desktop.minutes.print_page import PrintPage
from coprod_desktop.services.record_file import NotWritten, write_whole

__all__ = ["BOOKLET_SUFFIX", "PrintPage", "booklet", "booklet_path", "page_count", "print_pages", "write_booklet"]

BOOKLET_SUFFIX = " (booklet to print on A3)"
"""What the name of a booklet's file ends with; it stands beside the tagged file, which is the one to read."""

_FOR_PRINTING_ONLY = "booklet for printing only"


def booklet(data: bytes) -> bytes:
    """A PDF as a booklet: A4 pages two by two on A3, to fold and staple in the middle."""
    from coprod_desktop.minutes.booklet import booklet as folded

    return folded(data, for_printing_only=_FOR_PRINTING_ONLY)


def booklet_path(tagged_file: Path) -> Path:
    """Where the booklet of a file belongs."""
    return tagged_file.with_name(f"{tagged_file.stem}{BOOKLET_SUFFIX}.pdf")


def write_booklet(tagged_file: Path) -> Path:
    """Write the booklet of a tagged PDF beside it. Raises NotWritten."""
    try:
        data = tagged_file.read_bytes()
    except OSError as fault:
        raise NotWritten(f"{tagged_file} could not be read.") from fault
    path = booklet_path(tagged_file)
    write_whole(path, booklet(data))
    return path


def page_count(data: bytes) -> int:
    """How many pages a PDF has."""
    from coprod_desktop.minutes.printed_file import pages_in

    return pages_in(data)


def print_pages(
    data: bytes, *, dpi: int = 300, in_colour: bool = True, first: int = 0, last: int | None = None
) -> Iterator[PrintPage]:
    """Pages as pictures for a printer, one at a time, as `PrintPage`; `dpi` are dots an inch.

    Print them on the whole sheet at their own size (LP-10): the margins are wide enough for every printer.
    """
    from coprod_desktop.minutes.print_pages import print_pages as drawn

    return drawn(data, dpi=dpi, in_colour=in_colour, first=first, last=last)
