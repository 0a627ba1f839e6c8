"""Asks which file shall be opened; tests replace `ask`, callers use nothing else."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from coprod_desktop.ui.widgets.save_place import SavePlace


class OpenPlace:
    """The computer's own way of asking for a file."""

    @classmethod
    def ask(cls, parent: QWidget, words: str, kinds: str) -> Path | None:
        """The file that was chosen, or None. `kinds` is as "Pictures (*.png *.jpg)"."""
        chosen, _kind = QFileDialog.getOpenFileName(parent, words, str(SavePlace.documents()), kinds)
        return Path(chosen) if chosen else None
