"""Looks at a folder of symbols in the background, tells how far it is, and can be stopped."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.services.error_log import ErrorLog
from coprod_desktop.services.own_picture_service import FoundSymbols, OwnPictureService, PictureFault, PictureRefused
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.long_work import LongWork, Progress, Stopped
from coprod_desktop.ui.widgets.picture_fault_words import left_out_words, picture_fault_words
from coprod_desktop.ui.widgets.progress_card import ProgressCard


class SymbolReading(QWidget):
    """Signals: `found(FoundSymbols)`; `ended(words)` when there are none to take in, without words when stopped."""

    found = Signal(object)
    ended = Signal(str)

    def __init__(self, theme: Theme, pictures: OwnPictureService, error_log: ErrorLog) -> None:
        super().__init__()
        self._pictures, self._error_log = pictures, error_log
        self._work = LongWork(self)
        self.progress = ProgressCard(theme, self.tr("Looking at the symbols"))
        column = Column(theme)
        column.addWidget(self.progress)
        column.addStretch(1)
        self.setLayout(column)
        self.progress.stop_requested.connect(self.stop)
        self._work.progressed.connect(self._on_progressed)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)

    def begin(self, folder: Path) -> None:
        """Look at the PNG and SVG files of a folder; the focus goes to Stop."""

        def look(tell: Progress, is_stopped: Stopped) -> FoundSymbols | None:
            found = self._pictures.read_symbol_folder(folder, lambda done, total: tell(done, total, ""), is_stopped)
            return None if is_stopped() else found

        self.progress.begin(self.tr("Looking at the symbols. This may take a minute."))
        self.progress.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._work.start(look)

    def stop(self) -> None:
        """Look no further; nothing is kept."""
        self._work.stop()

    def end(self) -> None:
        """Let the thread finish, before the program ends."""
        self._work.end()

    def _on_progressed(self, done: int, total: int, _what: str) -> None:
        words = self.tr("Symbol {done} of {total}").format(done=done + 1, total=total)
        self.progress.show_progress(done, total, words)

    def _on_done(self, found: FoundSymbols | None) -> None:
        if found is not None and found.symbols:
            self.found.emit(found)
        else:
            self.ended.emit(left_out_words(found.left_out) if found is not None else "")

    def _on_failed(self, fault: Exception) -> None:
        if not isinstance(fault, PictureRefused):
            self._error_log.note(fault)
        reason = fault.fault if isinstance(fault, PictureRefused) else PictureFault.NOT_READABLE
        self.ended.emit(picture_fault_words(reason))
