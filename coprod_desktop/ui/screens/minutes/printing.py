"""Sends the copies of one paper to a printer, page by page, off the window's thread."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from coprod_desktop.services.pack_plan import Goes, HowMade, PackPlan
from coprod_desktop.services.printing_service import PrintPage, print_pages
from coprod_desktop.ui.widgets.long_work import Job, Progress, Stopped
from coprod_desktop.ui.widgets.printer_place import DOTS_AN_INCH

if TYPE_CHECKING:
    from coprod_desktop.services.pack_service import PreparedPack, PrintJob


def papers_of(plan: PackPlan) -> tuple[str, ...]:
    """The papers that copies of this plan are printed on, in the order of the list."""
    on_paper = [line.paper for line in plan.wanted if line.goes is Goes.PAPER]
    return tuple(dict.fromkeys(on_paper))


def only_on(plan: PackPlan, paper: str) -> PackPlan:
    """The plan with the copies of one paper alone."""
    for line in plan.wanted:
        if line.goes is Goes.FILE or line.paper != paper:
            plan = plan.with_copies(line.number, 0)
    return plan


def print_job(printer: QPrinter, prepared: "PreparedPack", sheet_words: Callable[[int], str]) -> Job:
    """What prints these copies; it gives True when all was sent, None when it was stopped."""
    is_both_sides = printer.duplex() != QPrinter.DuplexMode.DuplexNone

    def work(tell: Progress, is_stopped: Stopped) -> bool | None:
        jobs = prepared.printable(HowMade.ONE_PER_PERSON, on_progress=tell, is_cancelled=is_stopped)
        painter = QPainter()
        try:
            for number, image in enumerate(_sheets(jobs, printer, is_both_sides=is_both_sides)):
                if is_stopped():
                    printer.abort()
                    return None
                if not _draw(painter, printer, image):
                    raise OSError("the printer did not answer")
                tell(number, number + 1, sheet_words(number + 1))
        finally:
            if painter.isActive():
                painter.end()
        return None if is_stopped() else True

    return work


def _sheets(jobs: "Iterator[PrintJob]", printer: QPrinter, *, is_both_sides: bool) -> "Iterator[PrintPage | None]":
    """The pages of each copy; None is an empty back, so that the next copy begins on a new sheet."""
    in_colour = printer.colorMode() == QPrinter.ColorMode.Color
    for job in jobs:
        for _copy in range(job.copies):
            yield from print_pages(job.data, dpi=DOTS_AN_INCH, in_colour=in_colour)
            if is_both_sides and job.page_count % 2:
                yield None


def _draw(painter: QPainter, printer: QPrinter, page: "PrintPage | None") -> bool:
    if painter.isActive():
        printer.newPage()
    elif not painter.begin(printer):
        return False
    if page is not None:
        kind = QImage.Format.Format_Grayscale8 if page.is_grey else QImage.Format.Format_RGB32
        image = QImage(page.pixels, page.width, page.height, page.stride, kind)
        painter.drawImage(QRectF(printer.pageLayout().fullRectPixels(printer.resolution())), image)
    return True
