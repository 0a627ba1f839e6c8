"""The agenda: it starts blank, and anyone can put something on in their own words."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.agenda import minutes_wanted
from coprod_desktop.domain.ids import AgendaItemId, PersonId
from coprod_desktop.domain.lines import AgendaItemDetails, ItemState
from coprod_desktop.domain.meeting_state import AgendaItem, MeetingState
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets import agenda_list as acts
from coprod_desktop.ui.widgets.agenda_list import AgendaList
from coprod_desktop.ui.widgets.agenda_time import AgendaTime
from coprod_desktop.ui.widgets.agenda_voices import AgendaVoices
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.clock_words import easy_time, minutes_between
from coprod_desktop.ui.widgets.empty_row import EmptyRow
from coprod_desktop.ui.widgets.face_layout import FaceLayout
from coprod_desktop.ui.widgets.item_panel import ItemPanel
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.typed_words import has_typed_words
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import proposer_words, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_OUTCOMES: Final = {
    acts.KEEP: ItemState.PARKED,
    acts.NEXT_TIME: ItemState.CARRIED_OVER,
    acts.FINISH: ItemState.DISCUSSED,
}


class AgendaScreen(MeetingScreen):
    """Numbered items, the empty row that invites, what is kept for later, and the time. Opening one goes to turns."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._services = services
        self._changed_item: AgendaItemId | None = None
        note = self.tr("Say it, sign it or point to it. We write it in your words.")
        self._empty = EmptyRow(theme, self.tr("What else shall we talk about?"), note, key="F4")
        self._panel = ItemPanel(theme, name=bridge.name, words=words_for)
        self._list = AgendaList(theme, proposer=self._proposer_words, words=words_for)
        self._next = BigButton(theme, "", kind=ButtonKind.PRIMARY, icon=Icon.START, key="F8")
        self._time = AgendaTime(theme)
        self._voices = AgendaVoices(theme)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """Where we are."""
        return self.tr("Our agenda")

    def show_state(self, state: MeetingState) -> None:
        """Show the agenda as it is now; what is typed and chosen stays."""
        group = self._services.groups.current()
        self._list.show_agenda(state)
        self._voices.show_agenda(state, group.perspective_labels if group else {})
        self._panel.show_people(_who_can_ask(state, self._bridge))
        self._show_next(state)
        self._show_time(state)

    def leave(self) -> bool:
        """Close the pictures, then the panel, then the chosen row."""
        if not self._panel.isHidden():
            if not self._panel.close_pictures():
                self._close_panel()
            return True
        if self._list.chosen is None:
            return False
        self._list.focus_item(self._list.chosen)
        self._list.choose(None)
        return True

    # Building

    def _lay_out(self) -> None:
        theme = self._theme
        main = Card(theme, gap=8)
        main.add_layout(self._make_heading())
        self._rows = ScrollColumn(theme)
        self._rows.add(self._list)
        self._rows.add_stretch()
        for part in (self._rows, self._panel):
            main.add(part, 1)
        main.add(self._empty)
        self._panel.hide()
        self._next.hide()
        column = Column(theme)
        column.addWidget(WorkArea(theme, main, self._make_side()))
        self.setLayout(column)

    def _make_heading(self) -> FaceLayout:
        note = self.tr("Anyone can put something on. Their name stays with it.")
        words = Column(self._theme, gap=2)
        words.addWidget(WrapLabel(self._theme, self.title(), TextStyle.TITLE))
        words.addWidget(WrapLabel(self._theme, note, TextStyle.NOTE))
        heading = FaceLayout(self._theme, side=0)
        heading.addWidget(holder(words))
        heading.addWidget(self._next)
        return heading

    def _make_side(self) -> QWidget:
        theme = self._theme
        time = Card(theme, self.tr("Time"), gap=4)
        time.add(self._time)
        voices = Card(theme, self.tr("Who put items on"), gap=4)
        inner = ScrollColumn(theme)
        inner.add(self._voices)
        inner.add_stretch()
        voices.add(inner, 1)
        column = Column(theme, gap=14)
        column.addWidget(time)
        column.addWidget(voices, 1)
        return holder(column)

    def _connect(self) -> None:
        self._list.act_requested.connect(self._on_act)
        self._empty.clicked.connect(self._open_panel)
        self._panel.sent.connect(self._on_sent)
        self._panel.closed.connect(self._close_panel)
        self._next.clicked.connect(self._on_next)
        self._time.times_requested.connect(partial(self.go_requested.emit, "setup"))
        self.bind("F4", self._empty)
        self.bind("F8", self._panel.send)
        self.bind("F8", self._next)
        self.starts_at(self._empty)

    # Showing

    def _proposer_words(self, proposer: Proposer) -> str:
        return proposer_words(proposer, self._bridge.name)

    def _show_next(self, state: MeetingState) -> None:
        number, item = _next_item(state)
        self._next.setVisible(item is not None and self._panel.isHidden())
        if item is not None:
            is_now = item.state is ItemState.NOW
            words = self.tr("Go on with item {number}") if is_now else self.tr("Start item {number}")
            self._next.set_words(words.format(number=number))

    def _show_time(self, state: MeetingState) -> None:
        start, end = (state.details.starts_at, state.details.ends_at) if state.details else ("", "")
        self._time.show_time(minutes_wanted(state), minutes_between(start, end), easy_time(end))

    # Acts on a row

    def _on_act(self, item_id: AgendaItemId, act: str) -> None:
        requests = self._bridge.requests
        if act == acts.OPEN:
            self._open(item_id)
        elif act == acts.CHANGE:
            self._on_change(item_id)
        elif act == acts.BACK:
            self._bridge.ask(partial(requests.bring_item_back, item_id))
        elif act in _OUTCOMES:
            self._settle(item_id, _OUTCOMES[act])
        else:
            self._bridge.ask(partial(requests.move_item, item_id, by=-1 if act == acts.UP else 1))

    def _settle(self, item_id: AgendaItemId, outcome: ItemState) -> None:
        if self._bridge.ask(partial(self._bridge.requests.close_item, item_id, outcome)).is_done:
            self._list.choose(None)
            likely = self._next if self._next.isVisible() else self._empty
            likely.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, item_id: AgendaItemId) -> None:
        if self._bridge.ask(partial(self._bridge.requests.open_item, item_id)).is_done:
            self.go_requested.emit("turns")

    def _on_next(self) -> None:
        _, item = _next_item(self._bridge.state)
        if item is not None and item.state is ItemState.NOW:
            self.go_requested.emit("turns")
        elif item is not None:
            self._open(item.id)

    def is_half_typed(self) -> bool:
        """Whether an item was begun and not put on."""
        return has_typed_words(self._panel)

    # The panel for a new item, or for changing one

    def _on_change(self, item_id: AgendaItemId) -> None:
        item = self._bridge.state.item(item_id)
        if item is not None:
            self._changed_item = item_id
            self._panel.ask_to_change(item.details)
            self._open_panel()

    def _open_panel(self) -> None:
        self._panel.show()
        self._panel.focus_words()
        for part in (self._rows, self._empty, self._next):
            part.hide()

    def _close_panel(self) -> None:
        """Words typed for a new item stay in the panel for the next time it is opened."""
        changed, self._changed_item = self._changed_item, None
        self._rows.show()
        self._empty.show()
        if not self._list.focus_item(changed):
            self._empty.setFocus(Qt.FocusReason.OtherFocusReason)
        self._panel.hide()
        if changed is not None:
            self._panel.ask_for_new()
        self._show_next(self._bridge.state)

    def _on_sent(self) -> None:
        outcome = self._bridge.ask(partial(self._send, self._panel.details()), says_refusals=False)
        if outcome.refusal is not None:
            self._panel.show_error(outcome.refusal.field, words_for(outcome.refusal.reason))
        elif outcome.is_done:
            self._panel.ask_for_new()
            self._close_panel()

    def _send(self, details: AgendaItemDetails) -> None:
        if self._changed_item is None:
            self._bridge.requests.propose_item(details)
        else:
            self._bridge.requests.change_item(self._changed_item, details)


def _next_item(state: MeetingState) -> tuple[int, AgendaItem | None]:
    """The item that is open, else the first that waits, with its number."""
    for wanted in (ItemState.NOW, ItemState.WAITING):
        for number, item in enumerate(state.listed_items, 1):
            if item.state is wanted:
                return number, item
    return 0, None


def _who_can_ask(state: MeetingState, bridge: MeetingBridge) -> list[PersonId]:
    """Who is here; before anybody came, everyone on the list; without a list, everyone of the group."""
    people = state.people_here or tuple(state.attendance) or tuple(person.id for person in bridge.people)
    return sorted(people, key=lambda who: bridge.name(who).casefold())
