"""Asks for a folder; tests replace `ask`, callers use nothing else."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from coprod_desktop.ui.widgets.save_place import SavePlace


class FolderPlace:
    """The computer's own way of asking for a folder."""

    @classmethod
    def ask(cls, parent: QWidget, words: str) -> Path | None:
        """The folder that was chosen, or None; it opens in the person's documents."""
        chosen = QFileDialog.getExistingDirectory(parent, words, str(SavePlace.documents()))
        return Path(chosen) if chosen else None
