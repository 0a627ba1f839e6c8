"""The pages that are looked at: which minutes were asked for, what was made of them, and what the checks say."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.act_history import Act
from coprod_desktop.services.check_service import CheckReport, Finding
from coprod_desktop.services.minutes_service import (
    MOST_EASY_READ_PAGES,
    MinutesContent,
    MinutesFile,
    MinutesOrder,
    PageImages,
)
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.mending import mendable
from coprod_desktop.ui.widgets.long_work import LongWork
from coprod_desktop.ui.widgets.page_maker import PageMaker
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.minutes_service import MinutesService

_PAGE_PIXELS = 1000
_SETTLE_MS = 300


class PagesInSight(QObject):
    """Makes the pages of one order off the window's thread, and again when the meeting has changed.

    Signals: `order_changed` when other minutes are wanted, `made` when their pages are there, `failed(Exception)`,
    `checked` when it is known, or no longer known, what could be easier to read.
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
        self.part_count = 1
        """Into how many parts minutes of this length are best cut; 1 if they are short enough (ER-30)."""
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
    def is_at_work(self) -> bool:
        """Whether pages wait to be made, are being made, or are being read."""
        return self._settle.isActive() or self._maker.is_running or self._checking.is_running

    @property
    def content(self) -> MinutesContent | None:
        """What the pages in sight say."""
        return self._made[1] if self._made else None

    @property
    def count(self) -> int:
        """How many pages there are; none for plain text."""
        return self._pages.count if self._pages is not None and not self.is_text else 0

    def copy_words(self) -> str:
        """Which minutes these are, and whose own copy if they are somebody's."""
        format, who = words_for(self.order.format), self.order.for_person
        name = self._bridge.name(who) if who else ""
        return self.tr("{format} for {name}").format(format=format, name=name) if name else format

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
        """Other minutes. What was found in those before says nothing about these."""
        if order != self.order:
            self.report = None
        self.order = order
        self.order_changed.emit()
        self.checked.emit()
        self.make()

    def make_soon(self) -> None:
        """Make the pages again when no more changes come for a moment."""
        self._settle.start()

    def make(self) -> None:
        """Make the pages now, unless they are in sight already; a meeting whose beginning was undone has none."""
        self._settle.stop()
        content = self.content_now()
        if content is None:
            return
        order, minutes = self.order, self._services.minutes
        if self.data and self._made == (order, content):
            self._maker.drop()
            self.made.emit()
            self._check()
            return
        self._being_made = (order, content)
        self._maker.order(lambda: _made_and_counted(minutes, content, order))

    def content_now(self) -> MinutesContent | None:
        """What the minutes in sight say as the record is now."""
        if not self._bridge.has_meeting:
            return None
        meeting_id, state, who = self._bridge.meeting_id, self._bridge.state, self.order.for_person
        return self._bridge.ask(lambda: self._services.minutes.content(meeting_id, state, for_person=who)).value

    def data_of(self, content: MinutesContent) -> bytes:
        """The file of these minutes if it is in sight, else nothing: then it is to be made."""
        return self.data if self._made == (self.order, content) else b""

    def page_of(self, finding: Finding) -> int | None:
        """The page that a finding is about, from 0; None if it is about no page."""
        return finding.page - 1 if finding.page else self.page_of_ref(finding.ref)

    def page_where_said(self, finding: Finding) -> int | None:
        """The same, or the page of the line of the record that says what was found, from 0."""
        page = self.page_of(finding)
        if page is not None or not self._bridge.has_meeting:
            return page
        line = mendable(self._bridge.state, finding)
        return self.page_of_ref(line.ref) if line else None

    def page_of_ref(self, ref: str) -> int | None:
        """The page where a decision, an idea, a job or an item begins, from 0."""
        page = self._pages_of.get(ref)
        return page - 1 if page else None

    def settle(self, finding: Finding, *, is_fine: bool) -> None:
        """Readers say that this is fine, or take it back; Undo does the opposite. Raises StorageFault."""
        checks, meeting_id = self._services.checks, self._bridge.meeting_id
        say_fine = partial(checks.settle, meeting_id, finding)  # not of this screen, which may be gone at Undo
        take_back = partial(checks.unsettle, meeting_id, finding)
        do, undo = (say_fine, take_back) if is_fine else (take_back, say_fine)
        do()
        kind = "readers_said_fine" if is_fine else "readers_took_it_back"
        self._services.history.note(Act(kind=kind, undo=undo, redo=do))
        if self.report is not None:
            self.report = self.report.with_settled(finding, is_fine)
            self.checked.emit()

    def end(self) -> None:
        """Let the threads finish and close the pages."""
        self._settle.stop()
        self._checking.end()
        self._maker.wait()
        self._close_pages()

    def _close_pages(self) -> None:
        pages, self._pages = self._pages, None
        if pages is not None:
            pages.close()

    def _on_made(self, made: tuple[MinutesFile, int]) -> None:
        file, self.part_count = made
        self.data, self._made, self._pages_of = file.data, self._being_made, file.page_of_ref
        self.made_count += 1
        if not self.is_text:
            self._close_pages()
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
        if report is not None and self._made is not None and self._made[0] == self.order:
            self.report = report
            self.checked.emit()

    def _on_not_checked(self, fault: Exception) -> None:
        self._services.error_log.note(fault)

    def _on_failed(self, fault: Exception) -> None:
        self.data = b""
        self._services.error_log.note(fault)
        self.failed.emit(fault)


def _made_and_counted(
    minutes: "MinutesService", content: MinutesContent, order: MinutesOrder
) -> tuple[MinutesFile, int]:
    """The pages, and how many parts they are best cut into; a part keeps the number that it was asked for with."""
    file = minutes.made(content, order)
    if order.part is not None:
        return file, order.part_count
    is_long = order.format is MinutesFormat.EASY_READ and file.page_count > MOST_EASY_READ_PAGES
    return file, minutes.parts_needed(content, order) if is_long else 1
