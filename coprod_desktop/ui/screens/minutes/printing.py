"""Sends the copies of one paper to a printer, page by page, off the window's thread."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from coprod_desktop.services.pack_plan import Goes, HowMade, PackLine, PackPlan, Sides
from coprod_desktop.services.printing_service import PrintPage, print_pages
from coprod_desktop.ui.widgets.long_work import Job, Progress, Stopped
from coprod_desktop.ui.widgets.printer_place import DOTS_AN_INCH

if TYPE_CHECKING:
    from coprod_desktop.services.pack_service import PreparedPack, PrintJob

PageWords = Callable[[int, int], str]
"""What is said of a page that is sent, by its number and how many there are."""


class PrinterFault(Exception):
    """The printer did not take the pages."""


def papers_of(plan: PackPlan) -> tuple[str, ...]:
    """The papers that copies of this plan are printed on, in the order of the list; capitals make no difference."""
    papers: dict[str, str] = {}
    for line in plan.wanted:
        if line.goes is Goes.PAPER:
            papers.setdefault(line.paper.casefold(), line.paper)
    return tuple(papers.values())


def copies_on(plan: PackPlan, paper: str) -> int:
    """How many copies go on one paper."""
    return sum(line.copies for line in plan.wanted if _is_on(line, paper))


def only_on(plan: PackPlan, paper: str) -> PackPlan:
    """The plan with the copies of one paper alone."""
    for line in plan.wanted:
        if not _is_on(line, paper):
            plan = plan.with_copies(line.number, 0)
    return plan


def print_job(printer: QPrinter, prepared: "PreparedPack", how: HowMade, page_words: PageWords) -> Job:
    """What prints these copies. It gives the print jobs that were sent, or None when it was stopped."""
    is_both_sides = prepared.plan.sides is Sides.BOTH

    def work(tell: Progress, is_stopped: Stopped) -> "Sequence[PrintJob] | None":
        made = list(prepared.printable(how, on_progress=tell, is_cancelled=is_stopped))
        jobs = made if how is HowMade.ONE_PER_PERSON else made[1:]  # each run has a list of its own in front
        if is_stopped():
            return None
        total = sum(job.copies * job.page_count for job in jobs)
        with _Sheets(printer) as sheets:
            for page in _pages(jobs, printer, is_both_sides=is_both_sides):
                if is_stopped():
                    sheets.stop()
                    return None
                sheets.print(page)
                if page is not None:
                    tell(sheets.pages, total, page_words(sheets.pages, total))
        return jobs

    return work


class _Sheets:
    """Draws pages on a printer, one after the other, each on the next side of the paper."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer, self._painter = printer, QPainter()
        self.pages = 0

    def __enter__(self) -> "_Sheets":
        return self

    def __exit__(self, *_fault: object) -> None:
        if self._painter.isActive() and not self._painter.end():
            raise PrinterFault
        if self._printer.printerState() is QPrinter.PrinterState.Error:
            raise PrinterFault

    def print(self, page: PrintPage | None) -> None:
        """One side at its own size; None leaves it empty. Raises PrinterFault."""
        is_ready = self._printer.newPage() if self._painter.isActive() else self._painter.begin(self._printer)
        if not is_ready:
            raise PrinterFault
        if page is not None:
            self._draw(page)
            self.pages += 1

    def stop(self) -> None:
        """Print no more of it."""
        self._printer.abort()

    def _draw(self, page: PrintPage) -> None:
        kind = QImage.Format.Format_Grayscale8 if page.is_grey else QImage.Format.Format_RGB32
        image = QImage(page.pixels, page.width, page.height, page.stride, kind)
        size = self._printer.resolution() / DOTS_AN_INCH
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        self._painter.drawImage(QRectF(0, 0, page.width * size, page.height * size), image)


def _is_on(line: PackLine, paper: str) -> bool:
    return line.goes is Goes.PAPER and line.paper.casefold() == paper.casefold()


def _pages(jobs: "Sequence[PrintJob]", printer: QPrinter, *, is_both_sides: bool) -> Iterator[PrintPage | None]:
    """The pages of each copy; None is an empty back, so that the next copy begins on a fresh sheet."""
    in_colour = printer.colorMode() == QPrinter.ColorMode.Color
    copies = [job for job in jobs for _ in range(job.copies)]
    for at, job in enumerate(copies, 1):
        yield from print_pages(job.data, dpi=DOTS_AN_INCH, in_colour=in_colour)
        if is_both_sides and job.page_count % 2 and at < len(copies):
            yield None
