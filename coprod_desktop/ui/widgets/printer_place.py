"""Asks which printer; tests replace `ask`, callers use nothing else."""

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

DOTS_AN_INCH = 300


class PrinterPlace:
    """The computer's own way of asking for a printer."""

    @classmethod
    def ask(cls, parent: QWidget, words: str, *, on_both_sides: bool) -> QPrinter | None:
        """The printer that was chosen, set to A4 at its full size, or None.

        The person may change sides, colour and copies there; all pages are printed, so a range is not offered.
        """
        printer = cls.set_up(QPrinter(QPrinter.PrinterMode.HighResolution), on_both_sides=on_both_sides)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(words)
        for option in ("PrintPageRange", "PrintSelection", "PrintCurrentPage"):
            dialog.setOption(QAbstractPrintDialog.PrintDialogOption[option], False)
        if not dialog.exec():
            return None
        return cls.at_own_size(printer)

    @classmethod
    def set_up(cls, printer: QPrinter, *, on_both_sides: bool) -> QPrinter:
        """A4 at its own size, on both sides of the paper or on one."""
        sides = QPrinter.DuplexMode.DuplexLongSide if on_both_sides else QPrinter.DuplexMode.DuplexNone
        printer.setDuplex(sides)
        return cls.at_own_size(printer)

    @staticmethod
    def at_own_size(printer: QPrinter) -> QPrinter:
        """The whole A4 sheet: nothing is made smaller to fit, as every page has wide margins (LP-10)."""
        printer.setFullPage(True)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        printer.setPageMargins(QMarginsF(0, 0, 0, 0))
        printer.setResolution(DOTS_AN_INCH)
        return printer


def is_on_both_sides(printer: QPrinter) -> bool:
    """Whether both sides of the paper are printed."""
    return printer.duplex() is not QPrinter.DuplexMode.DuplexNone
