"""Asks which printer; tests replace `ask`, callers use nothing else."""

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

DOTS_AN_INCH = 300


class PrinterPlace:
    """The computer's own way of asking for a printer."""

    @classmethod
    def ask(cls, parent: QWidget, words: str, *, on_both_sides: bool) -> QPrinter | None:
        """The printer that was chosen, set to A4 at its full size, or None."""
        printer = cls.set_up(QPrinter(QPrinter.PrinterMode.HighResolution), on_both_sides=on_both_sides)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(words)
        return printer if dialog.exec() else None

    @staticmethod
    def set_up(printer: QPrinter, *, on_both_sides: bool) -> QPrinter:
        """A4 at its own size: nothing is made smaller to fit, as every page has wide margins (LP-10)."""
        printer.setFullPage(True)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        printer.setPageMargins(QMarginsF(0, 0, 0, 0))
        printer.setResolution(DOTS_AN_INCH)
        sides = QPrinter.DuplexMode.DuplexLongSide if on_both_sides else QPrinter.DuplexMode.DuplexNone
        printer.setDuplex(sides)
        return printer
