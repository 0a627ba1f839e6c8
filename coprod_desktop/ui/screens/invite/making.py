"""Makes papers off the window's thread, and says how far it is and what came of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from coprod_desktop.services.error_log import ErrorLog
from coprod_desktop.services.invitation_service import InvitationResult, PreparedInvitations
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.long_work import LongWork, Progress, Stopped
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.progress_card import ProgressCard


class Making(QWidget):
    """One thing in sight at a time: how far the work is, or its outcome, or nothing.

    Signals: `made` when the papers are there; `ended(whether Stop had the focus)` when the work is over, however it
    ended; `closed` when the outcome was put away.
    """

    ended = Signal(bool)
    made = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, error_log: ErrorLog) -> None:
        super().__init__()
        self._error_log = error_log
        self._folder: Path | None = None
        self._ready_words: Callable[[int], str] = str
        self.work = LongWork(self)
        self.progress = ProgressCard(theme, self.tr("Making the papers"))
        self.ready = MessageBar(
            theme, MessageKind.GOOD, "", act=self.tr("Open the folder"), act_icon=Icon.FOLDER, can_close=True
        )
        self.message = MessageBar(theme, MessageKind.WARM, "", can_close=True)
        column = Column(theme, gap=0)
        for part in self._parts():
            column.addWidget(part)
            part.hide()
        self.setLayout(column)
        self._connect()
        self.hide()

    def start(self, prepared: PreparedInvitations, folder: Path, ready_words: Callable[[int], str]) -> None:
        """Begin; `ready_words` says that the papers of so many people are there. The button to stop has the focus."""
        self._ready_words = ready_words
        self._show(self.progress)
        self.progress.show_progress(0, 1, self.tr("Making the pages."))
        self.progress.stop_button.setFocus()

        def make(tell: Progress, is_stopped: Stopped) -> object:
            return prepared.make(folder, on_progress=tell, is_cancelled=is_stopped)

        self.work.start(make)

    def say(self, kind: MessageKind, words: str, note: str = "") -> None:
        """Say something else that happened."""
        self._show(self.message)
        self.message.show_message(kind, words, note)

    def clear(self) -> None:
        """Say nothing."""
        self.hide()
        for part in self._parts():
            part.hide()

    def words(self) -> str:
        """What is said, empty if nothing is."""
        for bar in (self.ready, self.message):
            if not bar.isHidden():
                return bar.words()
        return "" if self.progress.isHidden() else self.progress.words()

    def end(self) -> None:
        """Stop, before the program ends."""
        self.work.end()

    def _connect(self) -> None:
        self.progress.stop_requested.connect(self._on_stop)
        self.ready.act_requested.connect(self._on_open)
        for bar in (self.ready, self.message):
            bar.close_requested.connect(self.clear)
            bar.close_requested.connect(self.closed)
        self.work.progressed.connect(self.progress.show_progress)
        self.work.done.connect(self._on_done)
        self.work.failed.connect(self._on_failed)

    def _parts(self) -> tuple[QWidget, ...]:
        return self.progress, self.ready, self.message

    def _show(self, part: QWidget) -> None:
        self.clear()
        part.show()
        self.show()

    def _on_stop(self) -> None:
        self.progress.show_progress(0, 1, self.tr("Stopping."))
        self.work.stop()

    def _on_done(self, result: object) -> None:
        had_focus = self.progress.stop_button.hasFocus()
        if isinstance(result, InvitationResult):
            self._folder = result.folder
            self._show(self.ready)
            where = self.tr("It is here: {path}").format(path=result.folder)
            self.ready.show_message(MessageKind.GOOD, self._ready_words(len(result.plan.lines)), where)
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

    def _on_open(self) -> None:
        if self._folder is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            where = self.tr("The folder is here: {path}").format(path=self._folder)
            self.say(MessageKind.WARM, self.tr("This computer has no program to open it."), where)
