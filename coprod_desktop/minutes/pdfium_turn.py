"""PDFium draws one page at a time in the whole program: it is not made for several threads, even with two files."""

import threading

PDFIUM_TURN = threading.RLock()
"""Held while PDFium works, on the screen, for the printer and in the checks."""
