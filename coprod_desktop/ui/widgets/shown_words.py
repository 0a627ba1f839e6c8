"""The words of a line as they are shown, also when they were taken out for good."""

from PySide6.QtCore import QCoreApplication


def shown_words(words: str) -> str:
    """The words; where there are none any more it says so."""
    return words or QCoreApplication.translate("Wording", "Some private words were taken out.")
