"""The pages that are looked at: which minutes were asked for, and what was made of them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.check_service import CheckReport, Finding
from coprod_desktop.services.minutes_service import MinutesContent, MinutesFile, MinutesOrder, PageImages
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.widgets.long_work import LongWork
from coprod_desktop.ui.widgets.page_maker import PageMaker

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_PAGE_PIXELS = 1000
_SETTLE_MS = 300


class PagesInSight(QObject):
    """Makes the pages of one order off the window's thread, and again when the meeting has changed.

    Signals: `order_changed` when other minutes are wanted, `made` when their pages are there, `failed(Exception)`,
    `checked` when it is known what could be easier to read.
    """

    order_changed = Signal()
    made = Signal()
    failed = Signal(object)
    checked = Signal()

    def __init__(self, services: "Services", bridge: MeetingBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self.order = MinutesOrder()
        self.data = b""
        self.made_count = 0
        self._pages: PageImages | None = None
        self._being_made: tuple[MinutesOrder, MinutesContent] | None = None
        self._made: tuple[MinutesOrder, MinutesContent] | None = None
        self.report: CheckReport | None = None
        self._pages_of: Mapping[str, int] = {}
        self._maker = PageMaker(self)
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_failed)
        self._checking = LongWork(self)
        self._checking.done.connect(self._on_checked)
        self._checking.failed.connect(self._on_not_checked)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.make)

    @property
    def is_text(self) -> bool:
        """Whether the minutes in sight are words without pages, to read or to listen to."""
        return self.order.format in (MinutesFormat.PLAIN_TEXT, MinutesFormat.AUDIO)

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
        """The same minutes but for something, such as `format` or `size_pt`."""
        self.want_order(replace(self.order, **changes))

    def want_order(self, order: MinutesOrder) -> None:
        """Other minutes."""
        self.order = order
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
        outcome = self._bridge.ask(
            lambda: minutes.content(self._bridge.meeting_id, self._bridge.state, for_person=order.for_person)
        )
        content = outcome.value
        if content is not None:
            self._being_made = (order, content)
            self._maker.order(lambda: minutes.made(content, order))

    def bytes_now(self) -> bytes:
        """The minutes as the record is now: those in sight, or made anew if something was changed since."""
        meeting_id, state, who = self._bridge.meeting_id, self._bridge.state, self.order.for_person
        content = self._services.minutes.content(meeting_id, state, for_person=who)
        is_in_sight = self._made == (self.order, content) and bool(self.data)
        return self.data if is_in_sight else self._services.minutes.render(content, self.order)

    def page_of(self, finding: Finding) -> int | None:
        """The page that a finding is about, from 0; None if it is about no page."""
        return finding.page - 1 if finding.page else self.page_of_ref(finding.ref)

    def page_of_ref(self, ref: str) -> int | None:
        """The page where a decision, an idea, a job or an item begins, from 0."""
        page = self._pages_of.get(ref)
        return page - 1 if page else None

    def settle(self, finding: Finding, *, is_fine: bool) -> None:
        """Readers say that this is fine, or take it back. Raises StorageFault."""
        checks = self._services.checks
        (checks.settle if is_fine else checks.unsettle)(self._bridge.meeting_id, finding)
        if self.report is not None:
            self.report = self.report.with_settled(finding, is_fine)
            self.checked.emit()

    def end(self) -> None:
        """Let the threads finish and close the pages."""
        self._settle.stop()
        self._checking.end()
        self._maker.wait()
        if self._pages is not None:
            self._pages.close()

    def _on_made(self, file: MinutesFile) -> None:
        self.data, self._made, self._pages_of = file.data, self._being_made, file.page_of_ref
        self.made_count += 1
        if not self.is_text:
            if self._pages is not None:
                self._pages.close()
            self._pages = self._services.minutes.pages(file.data)
        self.made.emit()
        self._check()

    def _check(self) -> None:
        """Look at the pages in the background; a newer look stops an older one."""
        if self._made is None or not self._bridge.has_meeting:
            return
        checks, (order, content), data = self._services.checks, self._made, self.data
        gathered = self._bridge.ask(lambda: checks.gather(self._bridge.meeting_id, order, content)).value
        if gathered is not None:
            self._checking.start(lambda _tell, _is_stopped: checks.judge(gathered, data))

    def _on_checked(self, report: CheckReport | None) -> None:
        if report is not None:
            self.report = report
            self.checked.emit()

    def _on_not_checked(self, fault: Exception) -> None:
        self._services.error_log.note(fault)

    def _on_failed(self, fault: Exception) -> None:
        self.data = b""
        self._services.error_log.note(fault)
        self.failed.emit(fault)
