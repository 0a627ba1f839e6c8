"""The file of the minutes in sight: its name, how it is made, kept and opened by the computer's own program."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.faults import StorageFault
from coprod_desktop.services.minutes_service import MinutesContent
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.widgets.long_work import LongWork

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

Then = Callable[[Path], None]


class CopyFile(QObject):
    """Makes the pages off the window's thread, if they are not in sight already; the window is never kept waiting.

    Signals: `told(words)` what went well, `warned(words)` what did not; `is_busy_changed` when making begins or ends.
    """

    told = Signal(str)
    warned = Signal(str)
    is_busy_changed = Signal()

    def __init__(self, services: "Services", bridge: MeetingBridge, pages: PagesInSight, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._bridge, self._pages = services, bridge, pages
        self._then: Callable[[bytes], None] | None = None
        self._work = LongWork(self)
        self._work.done.connect(self._on_made)
        self._work.failed.connect(self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being made."""
        return self._work.is_running

    def name(self) -> str:
        """A name for the file: what, who and when. No person and no format stand in it (DP-04)."""
        return self._services.minutes.suggested_file_name(
            self._bridge.meeting_id, self._pages.order, self._bridge.state
        )

    def save(self, path: Path, then: Then) -> None:
        """Keep the minutes in sight at a path, as the record is now; `then` hears when the file is there."""
        content = self._pages.content_now()
        if content is None or self.is_busy:
            return
        keep = partial(self._keep, path, then, self._pages.order.format)
        data = self._pages.data_of(content)
        if data:
            keep(data)
        else:
            self._make(content, keep)

    def open_to_print(self) -> None:
        """Keep the minutes beside the records, and hand them to the program that shows such files."""
        folder = self._services.folder / "minutes"
        with suppress(OSError):  # then the file cannot be written either, and that is said
            folder.mkdir(exist_ok=True)
        self.save(folder / self.name(), self.open)

    def open(self, path: Path) -> None:
        """Open a file that was kept."""
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.told.emit(self.tr("The minutes are open in another window. Print them there."))
        else:
            words = self.tr("This computer has no program to open it.")
            self.warned.emit(f"{words} {self.tr('The file is here: {path}').format(path=path)}")

    def note(self, keep: Callable[[], None]) -> bool:
        """Do what writes a file and notes it in the record; what goes wrong is said."""
        try:
            keep()
        except NotWritten:
            self.warned.emit(self.tr("The file could not be written there. Please choose another place."))
        except StorageFault as fault:
            self._bridge.failed.emit(fault)
        else:
            return True
        return False

    def end(self) -> None:
        """Let the thread finish."""
        self._work.end()

    def _make(self, content: MinutesContent, keep: Callable[[bytes], None]) -> None:
        minutes, order = self._services.minutes, self._pages.order
        self._then = keep
        self._work.start(lambda _tell, _is_stopped: minutes.render(content, order))
        self.is_busy_changed.emit()

    def _keep(self, path: Path, then: Then, format: MinutesFormat, data: bytes) -> None:
        meeting_id = self._bridge.meeting_id
        if self.note(lambda: self._services.minutes.keep(meeting_id, format, data, path)):
            then(path)

    def _on_made(self, data: bytes | None) -> None:
        then, self._then = self._then, None
        self.is_busy_changed.emit()
        if data is not None and then is not None and self._bridge.has_meeting:
            then(data)

    def _on_failed(self, fault: Exception) -> None:
        self._then = None
        self._services.error_log.note(fault)
        self.is_busy_changed.emit()
        self.warned.emit(self.tr("These pages could not be made. Nothing is lost. Please try another format."))
