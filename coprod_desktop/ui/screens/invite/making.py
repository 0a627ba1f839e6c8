"""Makes papers off the window's thread, and says how far it is and what came of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from coprod_desktop.services.error_log import ErrorLog
from coprod_desktop.services.invitation_service import InvitationResult, PreparedInvitations
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.folder_outcome import FolderOutcome
from coprod_desktop.ui.widgets.long_work import LongWork, Progress, Stopped
from coprod_desktop.ui.widgets.message_bar import MessageKind


class Making(FolderOutcome):
    """One thing in sight at a time: how far the work is, or its outcome, or nothing.

    Signals: those of FolderOutcome; `made` when the papers are there; `ended(whether Stop had the focus)` when the work
    is over, however it ended.
    """

    ended = Signal(bool)
    made = Signal()

    def __init__(self, theme: Theme, error_log: ErrorLog) -> None:
        super().__init__(theme, "")
        self._error_log = error_log
        self._ready_words: Callable[[int], str] = str
        self.work = LongWork(self)
        self.stop_requested.connect(self.work.stop)
        self.work.progressed.connect(self.progress.show_progress)
        self.work.done.connect(self._on_done)
        self.work.failed.connect(self._on_failed)

    def start(self, prepared: PreparedInvitations, folder: Path, ready_words: Callable[[int], str]) -> None:
        """Begin; `ready_words` says that the papers of so many people are there. The button to stop has the focus."""
        self._ready_words = ready_words
        self.begin(self.tr("Making the papers"), self.tr("Making the pages."))

        def make(tell: Progress, is_stopped: Stopped) -> object:
            return prepared.make(folder, on_progress=tell, is_cancelled=is_stopped)

        self.work.start(make)

    def end(self) -> None:
        """Stop, before the program ends."""
        self.work.end()

    def _on_done(self, result: object) -> None:
        had_focus = self.progress.stop_button.hasFocus()
        if isinstance(result, InvitationResult):
            self.show_made(result.folder, self._ready_words(len(result.plan.lines)))
            self.made.emit()
        else:
            self.say(MessageKind.WARM, self.tr("Stopped. Nothing was kept."))
        self.ended.emit(had_focus)

    def _on_failed(self, fault: Exception) -> None:
        had_focus = self.progress.stop_button.hasFocus()
        if isinstance(fault, NotWritten):
            self.say(MessageKind.FAILED, self.tr("The papers could not be written there."), str(fault))
        else:
            self._error_log.note(fault)
            self.say(MessageKind.FAILED, self.tr("The papers could not be made."), self.tr("Nothing is lost."))
        self.ended.emit(had_focus)
