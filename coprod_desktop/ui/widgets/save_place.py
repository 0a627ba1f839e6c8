"""Asks where a file shall be saved; tests replace `ask`, callers use nothing else."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


class SavePlace:
    """The computer's own way of asking for a place."""

    @classmethod
    def ask(cls, parent: QWidget, words: str, suggested: Path, kinds: str) -> Path | None:
        """The place that was chosen, or None. `kinds` is as "PDF (*.pdf)"."""
        chosen, _kind = QFileDialog.getSaveFileName(parent, words, str(suggested), kinds)
        return Path(chosen) if chosen else None

    @staticmethod
    def documents() -> Path:
        """Where a person keeps files; home if that folder is not there, else the box opens anywhere."""
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return documents if documents.is_dir() else Path.home()
