"""How far the making of a folder of papers is, and what came of it: where it is, or why it is not there."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.progress_card import ProgressCard


class FolderOutcome(QWidget):
    """One thing in sight at a time, or nothing. Signals: `stop_requested`, `closed` when a message was put away."""

    stop_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, heading: str) -> None:
        super().__init__()
        self._folder: Path | None = None
        self.progress = ProgressCard(theme, heading)
        self.ready = MessageBar(
            theme, MessageKind.GOOD, "", act=self.tr("Open the folder"), act_icon=Icon.FOLDER, can_close=True
        )
        self.message = MessageBar(theme, MessageKind.WARM, "", can_close=True)
        column = Column(theme, gap=0)
        for part in self._parts():
            column.addWidget(part)
            part.hide()
        self.setLayout(column)
        self.progress.stop_requested.connect(self._on_stop)
        self.ready.act_requested.connect(self._on_open)
        for bar in (self.ready, self.message):
            bar.close_requested.connect(self.closed)
            bar.close_requested.connect(self.clear)
        self.hide()

    def begin(self, heading: str, words: str) -> None:
        """Something is being made; the button that stops it has the focus."""
        self._show(self.progress)
        self.progress.set_heading(heading)
        self.progress.show_progress(0, 1, words)
        self.progress.stop_button.setAccessibleDescription(heading)  # said with the focus
        self.progress.stop_button.setFocus()

    def show_made(self, folder: Path, words: str) -> None:
        """The folder is there; `words` say what is in it."""
        self._folder = folder
        self._show(self.ready)
        where = self.tr("It is here: {path}").format(path=folder)
        self.ready.show_message(MessageKind.GOOD, words, where)

    def say(self, kind: MessageKind, words: str, note: str = "") -> None:
        """Something else happened."""
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

    def _parts(self) -> tuple[QWidget, ...]:
        return self.progress, self.ready, self.message

    def _show(self, part: QWidget) -> None:
        self.clear()
        part.show()
        self.show()

    def _on_stop(self) -> None:
        self.progress.show_progress(0, 1, self.tr("Stopping."))
        self.stop_requested.emit()

    def _on_open(self) -> None:
        if self._folder is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            where = self.tr("The folder is here: {path}").format(path=self._folder)
            self.say(MessageKind.WARM, self.tr("This computer has no program to open it."), where)
