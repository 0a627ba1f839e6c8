"""The agenda: it starts blank, and anyone can put something on in their own words."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from coprod_desktop.domain.agenda import items_to_come
from coprod_desktop.domain.agenda_order import countable, mergeable
from coprod_desktop.domain.ids import AgendaItemId, PersonId
from coprod_desktop.domain.lines import AgendaItemDetails, ItemState
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.room import WallScene
from coprod_desktop.domain.wall import scene_of
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.promise_keeping import PromiseKeeping
from coprod_desktop.ui.screens.agenda.agenda_forms import AgendaForms
from coprod_desktop.ui.screens.agenda.agenda_side import AgendaSide
from coprod_desktop.ui.screens.agenda.offers import AgendaOffers
from coprod_desktop.ui.screens.agenda.remembering import Remembering
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets import agenda_list as acts
from coprod_desktop.ui.widgets.agenda_list import AgendaList
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.empty_row import EmptyRow
from coprod_desktop.ui.widgets.face_layout import FaceLayout
from coprod_desktop.ui.widgets.item_panel import ItemPanel
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.typed_words import has_typed_words
from coprod_desktop.ui.widgets.word_offers import show_our_words
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
_LEAST_TO_ORDER: Final = 2


class AgendaScreen(MeetingScreen):
    """Numbered items, the empty row that invites, what is kept for later, and the time. Opening one goes to turns."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._services = services
        self._changed_item: AgendaItemId | None = None
        note = self.tr("Say it, sign it or point to it. We write it in your words.")
        self._empty = EmptyRow(theme, self.tr("What shall we talk about?"), note, key="F4")
        self._panel = ItemPanel(theme, name=bridge.name, words=words_for)
        self._list = AgendaList(theme, proposer=self._proposer_words, words=words_for)
        self._offers = AgendaOffers(theme, proposer=partial(proposer_words, name=bridge.name_to_show))
        self._next = BigButton(theme, "", kind=ButtonKind.PRIMARY, icon=Icon.START, key="F8")
        self._order = BigButton(theme, self.tr("Set the order"), icon=Icon.SET_ORDER)
        self._side = AgendaSide(theme, services)
        self._memory = Remembering(theme, services, bridge)
        self._forms = AgendaForms(theme, services, bridge)
        self.promises = PromiseKeeping(theme, services, bridge)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """Where we are."""
        return self.tr("Our agenda")

    def show_state(self, state: MeetingState) -> None:
        """Show the agenda as it is now; what is typed and chosen stays."""
        group = self._services.groups.current()
        show_our_words(self._panel, group.words if group is not None else ())
        self._list.show_agenda(state)
        self._side.show_state(state, is_only_us=self._bridge.sight.is_only_us)
        self._offers.show_kept(self._memory.kept(state), is_blank=not state.agenda)
        self._panel.show_people(_who_can_ask(state, self._bridge))
        self._forms.show_state(state)
        self._show_promises(state)
        first, else_ = self.tr("What shall we talk about?"), self.tr("What else shall we talk about?")
        self._empty.set_words(else_ if state.agenda else first)
        self._show_next(state)

    def focus_first(self) -> None:
        """Begin with the empty row; once the group has talked, with the next item, or with the end of the meeting."""
        state = self._bridge.state
        has_talked = not items_to_come(state) or any(item.state is not ItemState.WAITING for item in state.listed_items)
        self.starts_at(self._next if has_talked and self._next.isVisible() else self._empty)
        super().focus_first()

    def leave(self) -> bool:
        """Close the pictures, then the panel, then the chosen row."""
        if not self._panel.isHidden():
            if not self._panel.close_pictures():
                self._close_panel()
            return True
        if self._forms.is_open:
            self._forms.close()
            return True
        if not self.promises.panel.isHidden():
            self._close_promises()
            return True
        if self._list.chosen is None:
            return False
        self._list.focus_item(self._list.chosen)
        self._list.choose(None)
        return True

    def is_half_typed(self) -> bool:
        """Whether something was begun and not put into the record."""
        return has_typed_words(self._panel) or (self._forms.is_open and has_typed_words(self._forms))

    # Building

    def _lay_out(self) -> None:
        self._card = main = Card(self._theme, gap=8)
        self._heading = holder(self._make_heading())
        main.add(self._heading)
        self._rows = ScrollColumn(self._theme)
        for rows in (self._list, self._offers):
            self._rows.add(rows)
        self._rows.add_stretch()
        self._side.put_first(self.promises.row)
        for part in (self._rows, self._panel, self._forms):
            main.add(part, 1)
        main.add(self._empty)
        for hidden in (self._panel, self._forms, self._next, self._order):
            hidden.hide()
        pages = Column(self._theme)
        for card in (main, self.promises.panel):  # each has its own frame; one is shown at a time
            pages.addWidget(card, 1)
        self._area = WorkArea(self._theme, holder(pages), self._side)
        column = Column(self._theme)
        column.addWidget(self._area)
        self.setLayout(column)

    def _make_heading(self) -> FaceLayout:
        note = self.tr("Anyone can put something on. Their name stays with it.")
        words = Column(self._theme, gap=2)
        words.addWidget(WrapLabel(self._theme, self.title(), TextStyle.TITLE))
        words.addWidget(WrapLabel(self._theme, note, TextStyle.NOTE))
        heading = FaceLayout(self._theme, side=0)
        for part in (holder(words), self._order, self._next):
            heading.addWidget(part)
        return heading

    def _connect(self) -> None:
        self._list.act_requested.connect(self._on_act)
        self._side.wall_pressed.connect(self._on_wall)
        self.bind("F10", self._side.show_wall)
        self._offers.item_wanted.connect(self._on_offer)
        self._empty.clicked.connect(self._open_panel)
        self._panel.sent.connect(self._on_sent)
        self._panel.closed.connect(self._close_panel)
        self._panel.take_out.clicked.connect(self._on_take_out)
        self._panel.typed.connect(self._memory.on_typed)
        self._next.clicked.connect(self._on_next)
        self._order.clicked.connect(self._forms.ask_for_order)
        self.follow_sight()
        self._side.times_requested.connect(partial(self.go_requested.emit, "setup"))
        self._side.breaks_requested.connect(self._forms.ask_for_times)
        self._side.late_requested.connect(self._forms.ask_after_late_start)
        self._forms.opened.connect(self._on_form_opened)
        self._forms.closed.connect(self._on_form_closed)
        self.promises.opened.connect(self._open_promises)
        self.promises.left.connect(self._close_promises)
        self.promises.acted.connect(self._on_promise)
        self._memory.item_wanted.connect(self._on_offer)
        self._memory.told.connect(self.told)
        self.bind("F4", self._empty)
        self.bind("F8", self._panel.send)
        for form in self._forms.forms:
            self.bind("F8", form.save)
        self.bind("F8", self._next)

    # Showing

    def _proposer_words(self, proposer: Proposer) -> str:
        return proposer_words(proposer, self._bridge.name)

    def _show_next(self, state: MeetingState) -> None:
        is_list = self._panel.isHidden() and self._forms.isHidden() and self.promises.panel.isHidden()
        item = next(iter(items_to_come(state)), None)
        self._order.setVisible(is_list and len(countable(state)) >= _LEAST_TO_ORDER)
        is_all_done = item is None and state.is_open and bool(state.agenda)
        self._next.setVisible(is_list and (item is not None or is_all_done))
        self._next.set_icon(Icon.CLOSE_MEETING if item is None else Icon.START)
        if item is None:
            self._next.set_words(self.tr("Close the meeting"))
        else:
            is_now = item.state is ItemState.NOW
            words = self.tr("Go on with item {number}") if is_now else self.tr("Start item {number}")
            self._next.set_words(words.format(number=state.listed_items.index(item) + 1))

    def _show_list(self, *, is_shown: bool) -> None:
        for part in (self._rows, self._empty):
            part.setVisible(is_shown)
        self._show_next(self._bridge.state)
        self._show_promises(self._bridge.state)

    # Acts on a row

    def _on_act(self, item_id: AgendaItemId, act: str) -> None:
        requests = self._bridge.requests
        if act == acts.OPEN:
            self._open(item_id)
        elif act == acts.BACK:
            self._bridge.ask(partial(requests.bring_item_back, item_id))
        elif act in _OUTCOMES:
            self._settle(item_id, _OUTCOMES[act])
        elif act in (acts.UP, acts.DOWN):
            self._bridge.ask(partial(requests.move_item, item_id, by=-1 if act == acts.UP else 1))
        else:
            self._ask_about(item_id, act)

    def _ask_about(self, item_id: AgendaItemId, act: str) -> None:
        state = self._bridge.state
        item = state.item(item_id)
        if item is None:
            return
        if act == acts.SPLIT:
            self._forms.ask_to_split(item, self._proposer_words(item.details.proposer))
        elif act == acts.TOGETHER:
            self._forms.ask_to_put_together(item, mergeable(state, item_id))
        else:
            self._changed_item = item_id
            self._panel.ask_to_change(item.details)
            self._open_panel()

    def _on_take_out(self) -> None:
        item_id = self._changed_item
        if item_id is not None:
            self._close_panel()
            self.go_requested.emit(f"take_out/{item_id}")

    def _settle(self, item_id: AgendaItemId, outcome: ItemState) -> None:
        if self._bridge.ask(partial(self._bridge.requests.close_item, item_id, outcome)).is_done:
            self._list.choose(None)
            self._focus_likely()

    def _focus_likely(self) -> None:
        likely = self._next if self._next.isVisible() else self._empty
        likely.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, item_id: AgendaItemId) -> None:
        if self._bridge.ask(partial(self._bridge.requests.open_item, item_id)).is_done:
            self.go_requested.emit("turns")

    def _on_next(self) -> None:
        item = next(iter(items_to_come(self._bridge.state)), None)
        if item is not None and item.state is ItemState.NOW:
            self.go_requested.emit("turns")
        elif item is not None:
            self._open(item.id)
        else:
            self.go_requested.emit("close")

    def _on_offer(self, item_id: str) -> None:
        """Put on what an earlier meeting kept, in its words and with its proposer."""
        kept = self._memory.kept_item(item_id)
        if kept is None:
            return
        outcome = self._bridge.ask(partial(self._bridge.requests.propose_item, kept.details))
        if outcome.value is not None:
            if not self._panel.isHidden():
                self._panel.ask_for_new()
                self._close_panel()
            self._list.focus_item(outcome.value)

    # The panel for a new item, or for changing one

    def _open_panel(self) -> None:
        self._panel.show()
        self._memory.place(self._panel, self._side, is_stacked=self._area.is_stacked)
        self._panel.focus_words()
        self._show_list(is_shown=False)
        if self._changed_item is None:
            self._memory.on_typed(self._panel.typed_words())

    def _close_panel(self) -> None:
        """Words typed for a new item stay in the panel for the next time it is opened."""
        changed, self._changed_item = self._changed_item, None
        for part in (self._rows, self._empty):
            part.show()
        if not self._list.focus_item(changed):
            self._empty.setFocus(Qt.FocusReason.OtherFocusReason)
        self._panel.hide()
        self._memory.hide(self._side)
        if changed is not None:
            self._panel.ask_for_new()
        self._show_list(is_shown=True)

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

    def _on_wall(self) -> None:
        is_on_wall = scene_of(self._bridge.state) is WallScene.BOUNDS
        scene = WallScene.FOLLOW if is_on_wall else WallScene.BOUNDS
        self._bridge.ask(partial(self._bridge.room.choose_scene, scene))

    # What earlier meetings promised

    def _show_promises(self, state: MeetingState) -> None:
        is_list = self._panel.isHidden() and self._forms.isHidden() and self.promises.panel.isHidden()
        self.promises.show_state(state, can_ask=is_list)

    def _open_promises(self) -> None:
        self.promises.panel.show()
        self.promises.panel.begin()
        self._heading.hide()
        self._show_list(is_shown=False)
        self._card.hide()

    def _close_promises(self) -> None:
        for part in (self._card, self._heading, self._rows, self._empty):
            part.show()
        self._empty.setFocus(Qt.FocusReason.OtherFocusReason)
        self.promises.panel.hide()
        self._show_list(is_shown=True)
        if not self.promises.row.isHidden():
            self.promises.row.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_promise(self, kind: str) -> None:
        self.acted.emit(kind)
        self._show_promises(self._bridge.state)

    # The other panels

    def _on_form_opened(self) -> None:
        self._panel.hide()
        self._forms.show()
        self._forms.begin()
        self._heading.hide()
        self._show_list(is_shown=False)

    def _on_form_closed(self, item_id: str) -> None:
        """Go back to the list, to the item it was about."""
        for part in (self._heading, self._rows, self._empty):
            part.show()
        if not self._list.focus_item(AgendaItemId(item_id)):
            self._empty.setFocus(Qt.FocusReason.OtherFocusReason)
        self._forms.hide()
        self._show_list(is_shown=True)


def _who_can_ask(state: MeetingState, bridge: MeetingBridge) -> list[PersonId]:
    """Who is here; before anybody came, everyone on the list; without a list, everyone of the group."""
    people = state.people_here or tuple(state.attendance) or tuple(person.id for person in bridge.people)
    return bridge.by_name(people)
