"""Saves the page "How we shared the talking", or opens it to print."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.long_work import LongWork, Progress, Stopped
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.widgets.saved_file import SavedFile

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class LearningPageActs(QWidget):
    """2 buttons and what came of them. The page has no name on it, and "few people" instead of small numbers."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, *others: QWidget) -> None:
        """`others` are buttons that stand beside these."""
        super().__init__()
        self._services = services
        self._bridge = bridge
        self._work = LongWork(self)
        self._path: Path | None = None
        self._opens = False
        self.save_button = BigButton(theme, self.tr("Save a page"), kind=ButtonKind.QUIET, icon=Icon.SAVE)
        self.open_button = BigButton(theme, self.tr("Open to print"), kind=ButtonKind.QUIET, icon=Icon.PRINT)
        self._saved = SavedFile(theme, self.save_button)
        column = Column(theme, gap=10)
        column.addWidget(self._saved)
        column.addLayout(flow_of(theme, self.save_button, self.open_button, *others))
        self.setLayout(column)
        self.save_button.clicked.connect(self._on_save)
        self.open_button.clicked.connect(self._on_open)
        self._work.done.connect(self._on_made)
        self._work.failed.connect(self._on_failed)

    def can_make(self, can_make: bool) -> None:
        """Whether the page may be made and opened now: not where its numbers may not be seen."""
        for button in (self.save_button, self.open_button):
            button.setVisible(can_make)

    def message_words(self) -> str:
        """What came of it."""
        return self._saved.words()

    def end(self) -> None:
        """Wait for what is being made."""
        self._work.end()

    def _on_save(self) -> None:
        suggested = SavePlace.documents() / self._file_name()
        path = SavePlace.ask(self, self.tr("Save a page"), suggested, self.tr("PDF (*.pdf)"))
        if path is not None:
            self._begin(path if path.suffix else path.with_suffix(".pdf"), opens=False)

    def _on_open(self) -> None:
        folder = self._services.folder / "minutes"
        with suppress(OSError):  # then the file cannot be written either, and that is said
            folder.mkdir(exist_ok=True)
        self._begin(folder / self._file_name(), opens=True)

    def _file_name(self) -> str:
        return f"{self.tr('How we shared the talking')}.pdf"

    def _begin(self, path: Path, *, opens: bool) -> None:
        if self._work.is_running:
            return
        voice, bridge = self._services.equal_voice, self._bridge
        content = bridge.ask(lambda: voice.content(bridge.state, running_ms=bridge.used_ms)).value
        if content is None:
            return
        self._path, self._opens = path, opens
        self._saved.put_away()

        def make(_tell: Progress, _is_stopped: Stopped) -> bytes:
            return voice.render(content)

        self._work.start(make)

    def _on_made(self, data: object) -> None:
        from coprod_desktop.services.equal_voice_service import NotWritten

        if not isinstance(data, bytes) or self._path is None:
            return
        try:
            self._services.equal_voice.save(data, self._path)
        except NotWritten as fault:
            self._saved.tell_trouble(self.tr("The page could not be saved there."), str(fault))
            return
        self._saved.tell_saved(self.tr("The page is saved."), self._path)
        if self._opens:
            self._saved.open()

    def _on_failed(self, fault: Exception) -> None:
        self._services.error_log.note(fault)
        self._saved.tell_trouble(self.tr("The page could not be made."), self.tr("Nothing is lost."))
