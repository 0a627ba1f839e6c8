"""The plan of the pack that is in sight: read anew with the meeting, its pages counted in the background."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.services.pack_plan import PackPlan, Sides
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.widgets.long_work import LongWork

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.pack_service import PreparedPack

_SETTLE_MS = 300


class PackInSight(QObject):
    """Keeps what was chosen, and the copies that were made to count them, for when the pack is made.

    Signals: `changed(PackPlan)`; `counting(words)` tells how far the counting is, with no words when it is over.
    """

    changed = Signal(object)
    counting = Signal(str)

    def __init__(self, services: "Services", bridge: MeetingBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self.plan: PackPlan | None = None
        self._prepared: PreparedPack | None = None
        self._work = LongWork(self)
        self._work.progressed.connect(lambda _done, _total, words: self.counting.emit(words))
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._count)

    @property
    def is_counting(self) -> bool:
        """Whether pages are being counted, or are about to be."""
        return self._settle.isActive() or self._work.is_running

    def read(self, state: MeetingState) -> None:
        """Who gets what now; copies and sides that were chosen stay."""
        plan = self._plan_of(state)
        if plan is not None:
            self._show(plan)

    def set_copies(self, number: int, copies: int) -> None:
        """Another number of copies of a line; 0 leaves it out."""
        if self.plan is not None:
            self._show(self.plan.with_copies(number, copies))

    def set_sides(self, sides: Sides) -> None:
        """Print on both sides of the paper, or on one."""
        if self.plan is not None:
            self._show(self.plan.with_sides(sides))

    def count_again(self) -> None:
        """Count the pages that are not counted yet, when nothing more is changed for a moment."""
        if self.plan is not None and any(line.page_count is None for line in self.plan.wanted):
            self._work.stop()
            self._settle.start()

    def show_counted(self, counted: PackPlan) -> None:
        """Take over the pages of the copies that were counted."""
        if self.plan is not None:
            pages = {line.key: line.page_count for line in counted.wanted}
            known = {line.number: pages.get(line.key) for line in self.plan.wanted}
            self._show(
                self.plan.with_page_counts({number: count for number, count in known.items() if count is not None})
            )

    def prepared(self, part: Callable[[PackPlan], PackPlan]) -> "PreparedPack | None":
        """The pack, or a part of it, of the meeting as it is now, with the copies made so far. Counting ends."""
        self._settle.stop()
        self._work.stop()
        packs, state, plan = self._services.packs, self._bridge.state, self._plan_of(self._bridge.state)
        if plan is None:
            return None
        pack = self._bridge.ask(lambda: packs.prepare(part(plan), state)).value
        if pack is None:
            return None
        pack.going_on_from(self._prepared)
        if pack.plan.wanted == plan.wanted:
            self._prepared = pack
        return pack

    def end(self) -> None:
        """Stop and wait."""
        self._settle.stop()
        self._work.end()
        self._prepared = None

    def _plan_of(self, state: MeetingState) -> PackPlan | None:
        plan = self._bridge.ask(lambda: self._services.packs.plan(self._bridge.meeting_id, state)).value
        return _with_choices_of(self.plan, plan) if plan is not None else None

    def _show(self, plan: PackPlan) -> None:
        self.plan = plan
        self.changed.emit(plan)
        self.count_again()

    def _count(self) -> None:
        if not self._bridge.has_meeting:
            return
        pack = self.prepared(lambda plan: plan)
        if pack is not None:
            self._work.start(lambda tell, is_stopped: pack.counted(on_progress=tell, is_cancelled=is_stopped))

    def _on_done(self, counted: PackPlan | None) -> None:
        self.counting.emit("")
        if counted is not None and not self._settle.isActive():
            self.show_counted(counted)

    def _on_failed(self, fault: Exception) -> None:
        """Without the pages the pack can still be made, or it is said then why it cannot."""
        self.counting.emit("")
        self._services.error_log.note(fault)


def _with_choices_of(before: PackPlan | None, plan: PackPlan) -> PackPlan:
    """The new list with the copies and the sides that were chosen for the one before."""
    if before is None or before.meeting_id != plan.meeting_id:
        return plan
    chosen = {line.key: line.copies for line in before.all_lines}
    for line in plan.all_lines:
        copies = chosen.get(line.key, line.copies)
        plan = plan.with_copies(line.number, copies) if copies != line.copies else plan
    return plan.with_sides(before.sides)
