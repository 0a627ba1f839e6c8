"""Makes a paper off the window's thread, and saves it where they say."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.widgets.long_work import LongWork
from coprod_desktop.ui.widgets.save_place import SavePlace

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.person_papers import PersonPaper


class PaperSaving(QObject):
    """Signals: `told(words)` what went well, `warned(words)` what did not; `is_busy_changed`."""

    told = Signal(str)
    warned = Signal(str)
    is_busy_changed = Signal()

    def __init__(self, services: "Services", parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._window = services, parent
        self._path = Path()
        self._work = LongWork(self)
        self._work.done.connect(self._on_made)
        self._work.failed.connect(self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Whether a paper is being made."""
        return self._work.is_running

    def save(self, paper: "PersonPaper") -> None:
        """Ask for a place, then make the paper and keep it there."""
        if self.is_busy:
            return
        kinds = self.tr("Text (*.txt)") if paper.file_name.endswith(".txt") else self.tr("PDF (*.pdf)")
        place = SavePlace.documents() / paper.file_name
        path = SavePlace.ask(self._window.window(), self.tr("Where shall we save it?"), place, kinds)
        if path is None:
            return
        self._path = path
        papers = self._services.person_papers
        self._work.start(lambda _tell, _is_stopped: papers.render(paper))
        self.is_busy_changed.emit()

    def end(self) -> None:
        """Let the thread finish."""
        self._work.end()

    def _on_made(self, data: bytes | None) -> None:
        self.is_busy_changed.emit()
        if data is None:
            return
        from coprod_desktop.services.person_papers import NotWritten

        try:
            self._services.person_papers.save(data, self._path)
        except NotWritten:
            self.warned.emit(self.tr("The file could not be written there. Please choose another place."))
        else:
            self.told.emit(self.tr("It is saved: {path}").format(path=self._path))

    def _on_failed(self, fault: Exception) -> None:
        self._services.error_log.note(fault)
        self.is_busy_changed.emit()
        self.warned.emit(self.tr("This page could not be made. Nothing is lost. Please try again."))
