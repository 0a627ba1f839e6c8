"""Asks which picture file shall be opened; tests replace `ask`, callers use nothing else."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from coprod_desktop.ui.widgets.save_place import SavePlace


class OpenPlace:
    """The computer's own way of asking for a file."""

    @classmethod
    def ask(cls, parent: QWidget, words: str, kinds: str) -> Path | None:
        """The file that was chosen, or None. `kinds` is as "Pictures (*.png *.jpg)"; it opens in their pictures."""
        chosen, _kind = QFileDialog.getOpenFileName(parent, words, str(cls.pictures()), kinds)
        return Path(chosen) if chosen else None

    @staticmethod
    def pictures() -> Path:
        """The person's pictures, or where their documents are."""
        found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        return Path(found) if found and Path(found).is_dir() else SavePlace.documents()
