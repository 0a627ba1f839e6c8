"""The panels that open in the agenda: split, put together, set the order, breaks, and after a late start."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.agenda_time import agenda_time
from coprod_desktop.domain.break_hints import break_ideas
from coprod_desktop.domain.meeting_state import AgendaItem, MeetingState
from coprod_desktop.services.clock import local_time
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.agenda.late_form import FEWER, SHORTER, LateForm
from coprod_desktop.ui.screens.agenda.order_form import OrderForm
from coprod_desktop.ui.screens.agenda.split_form import SplitForm
from coprod_desktop.ui.screens.agenda.times_form import TimesForm
from coprod_desktop.ui.screens.agenda.together_form import TogetherForm
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.wording import joined, proposer_words, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class AgendaForms(QWidget):
    """One panel at a time. Signals: `opened`; `closed(item id)`, with the item that the panel was about, if any."""

    opened = Signal()
    closed = Signal(str)

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._services = services
        self._bridge = bridge
        self._item_id = ""
        self.split = SplitForm(theme)
        self.together = TogetherForm(theme, proposer=partial(proposer_words, name=bridge.name), joined=joined)
        self.order = OrderForm(theme, words=words_for)
        self.times = TimesForm(theme)
        self.late = LateForm(theme)
        self.forms: tuple[FormPanel, ...] = (self.split, self.together, self.order, self.times, self.late)
        column = Column(theme)
        for form, request in zip(self.forms, self._requests(), strict=True):
            column.addWidget(form, 1)
            form.hide()
            form.back.clicked.connect(self.close)
            form.save.clicked.connect(partial(self._on_save, form, request))
        self.setLayout(column)

    @property
    def is_open(self) -> bool:
        """Whether a panel can be seen."""
        return not self.isHidden()

    def show_state(self, state: MeetingState) -> None:
        """Close a panel about an item that is not there any more; offer numbers for the items that wait now."""
        if not self.order.isHidden() and self.is_open:
            self.order.show_agenda(state)
        if self.is_open and self._item_id and all(item.id != self._item_id for item in state.agenda):
            self.close()

    def begin(self) -> None:
        """Go to the first field of the panel."""
        next(form for form in self.forms if not form.isHidden()).begin()

    def close(self) -> bool:
        """Go back to the list; numbers that were typed for the order stay."""
        self.closed.emit(self._item_id)
        return True

    # What is asked

    def ask_to_split(self, item: AgendaItem, proposer: str) -> None:
        """Make several items of one."""
        self.split.show_item(item, proposer)
        self._open(self.split, item.id)

    def ask_to_put_together(self, item: AgendaItem, others: Sequence[AgendaItem]) -> None:
        """Put other items together with this one."""
        self.together.show_item(item, others)
        self._open(self.together, item.id)

    def ask_for_order(self) -> None:
        """Count dots or hands."""
        self.order.show_agenda(self._bridge.state)
        self._open(self.order)

    def ask_for_times(self) -> None:
        """Plan breaks, and tell which times cannot move."""
        state = self._bridge.state
        ideas = break_ideas(state, [person for who in state.attendance if (person := self._bridge.person(who))])
        self.times.show_times(state.room.planned_breaks, state.room.fixed_ends, ideas)
        self._open(self.times)

    def ask_after_late_start(self) -> None:
        """Shorter, fewer, or end later."""
        state = self._bridge.state
        self.late.show_late(state, agenda_time(state, local_time(self._services.clock)))
        self._open(self.late)

    def _open(self, form: FormPanel, item_id: str = "") -> None:
        self._item_id = item_id
        for other in self.forms:
            other.setVisible(other is form)
        self.opened.emit()

    # What is done

    def _requests(self) -> tuple[Callable[[], None], ...]:
        return (self._split, self._put_together, self._put_in_order, self._keep_times, self._after_late_start)

    def _on_save(self, form: FormPanel, request: Callable[[], None]) -> None:
        outcome = self._bridge.ask(request, says_refusals=False)
        if outcome.refusal is not None:
            words = words_for(outcome.refusal.reason)
            if not form.show_error(outcome.refusal.field, words):
                self._bridge.refused.emit(outcome.refusal)
        elif outcome.is_done:
            if form is self.order:
                self.order.forget()
            self.close()

    def _split(self) -> None:
        if self.split.item_id is not None:
            self._bridge.requests.split_item(self.split.item_id, self.split.titles())

    def _put_together(self) -> None:
        form = self.together
        if form.item_id is not None:
            self._bridge.requests.merge_items(form.item_id, form.others(), form.title_words())

    def _put_in_order(self) -> None:
        self._bridge.requests.order_items(self.order.counts(), self.order.ordered_by)

    def _keep_times(self) -> None:
        self._bridge.requests.plan_times(*self.times.values())

    def _after_late_start(self) -> None:
        requests, form = self._bridge.requests, self.late
        if form.way == SHORTER:
            requests.shorten_items(form.lengths)
        elif form.way == FEWER:
            requests.put_off_items(form.left_out, form.outcome)
        elif form.end is not None:
            requests.end_later(form.end.at)
