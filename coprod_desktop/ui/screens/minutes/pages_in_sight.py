"""The pages that are looked at: which minutes were asked for, and what was made of them."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.minutes_service import MinutesContent, MinutesOrder, PageImages
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.widgets.page_maker import PageMaker

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_PAGE_PIXELS = 1000
_SETTLE_MS = 300


class PagesInSight(QObject):
    """Makes the pages of one order off the window's thread, and again when the meeting has changed.

    Signals: `order_changed` when other minutes are wanted, `made` when their pages are there, `failed(Exception)`.
    """

    order_changed = Signal()
    made = Signal()
    failed = Signal(object)

    def __init__(self, services: "Services", bridge: MeetingBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self.order = MinutesOrder()
        self.data = b""
        self.made_count = 0
        self._pages: PageImages | None = None
        self._being_made: tuple[MinutesOrder, MinutesContent] | None = None
        self._made: tuple[MinutesOrder, MinutesContent] | None = None
        self._maker = PageMaker(self)
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_failed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.make)

    @property
    def is_text(self) -> bool:
        """Whether the minutes in sight are plain text."""
        return self.order.format is MinutesFormat.PLAIN_TEXT

    @property
    def content(self) -> MinutesContent | None:
        """What the pages in sight say."""
        return self._made[1] if self._made else None

    @property
    def count(self) -> int:
        """How many pages there are; none for plain text."""
        return self._pages.count if self._pages is not None and not self.is_text else 0

    def image(self, page: int, zoom: float) -> QImage:
        """One page as a picture, from 0."""
        if self._pages is None:
            return QImage()
        made = self._pages.image(page, width=int(_PAGE_PIXELS * zoom))
        return QImage(made.pixels, made.width, made.height, made.stride, QImage.Format.Format_RGB32).copy()

    def want(self, **changes: Any) -> None:
        """Other minutes, such as `format` or `size_pt`."""
        self.order = replace(self.order, **changes)
        self.order_changed.emit()
        self.make()

    def make_soon(self) -> None:
        """Make the pages again when no more changes come for a moment."""
        self._settle.start()

    def make(self) -> None:
        """Make the pages now; a meeting whose beginning was undone has none."""
        if not self._bridge.has_meeting:
            return
        order, minutes = self.order, self._services.minutes
        outcome = self._bridge.ask(lambda: minutes.content(self._bridge.meeting_id, self._bridge.state))
        content = outcome.value
        if content is not None:
            self._being_made = (order, content)
            self._maker.order(lambda: minutes.render(content, order))

    def bytes_now(self) -> bytes:
        """The minutes as the record is now: those in sight, or made anew if something was changed since."""
        content = self._services.minutes.content(self._bridge.meeting_id, self._bridge.state)
        is_in_sight = self._made == (self.order, content) and bool(self.data)
        return self.data if is_in_sight else self._services.minutes.render(content, self.order)

    def end(self) -> None:
        """Let the thread finish and close the pages."""
        self._settle.stop()
        self._maker.wait()
        if self._pages is not None:
            self._pages.close()

    def _on_made(self, data: bytes) -> None:
        self.data, self._made = data, self._being_made
        self.made_count += 1
        if not self.is_text:
            if self._pages is not None:
                self._pages.close()
            self._pages = self._services.minutes.pages(data)
        self.made.emit()

    def _on_failed(self, fault: Exception) -> None:
        self.data = b""
        self._services.error_log.note(fault)
        self.failed.emit(fault)
