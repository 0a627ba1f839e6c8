"""Asks where a file shall be saved; tests replace `ask`, callers use nothing else."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class SavePlace:
    """The computer's own way of asking for a place."""

    @classmethod
    def ask(cls, parent: QWidget, words: str, suggested: Path, kinds: str) -> Path | None:
        """The place that was chosen, or None. `kinds` is as "PDF (*.pdf)"."""
        chosen, _kind = QFileDialog.getSaveFileName(parent, words, str(suggested), kinds)
        return Path(chosen) if chosen else None
