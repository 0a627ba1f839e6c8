"""The rows of the agenda: numbered items, and below what is kept for later."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.agenda_order import mergeable
from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.lines import HowOpen, ItemState
from coprod_desktop.domain.meeting_state import AgendaItem, MeetingState
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.act_row import ActRow, RowAct
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.picture_words import picture_words
from coprod_desktop.ui.widgets.proposer_choice import OTHER_WAYS
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.shown_words import shown_words
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

OPEN, FINISH, UP, DOWN, KEEP, CHANGE, NEXT_TIME, BACK, SPLIT, TOGETHER = (
    *("open", "finish", "up", "down", "keep"),
    *("change", "next_time", "back", "split", "together"),
)
"""The acts of a row."""

_SETTLED = (ItemState.DISCUSSED, ItemState.CARRIED_OVER, ItemState.NOT_REACHED)


class _ItemRow(ActRow):
    """A row with the minutes at its right, or below the words where there is little room."""

    def __init__(self, theme: Theme, words: RowWords, minutes: str, acts: Sequence[RowAct]) -> None:
        super().__init__(theme, words, acts)
        self._minutes = WrapLabel(theme, "", TextStyle.STRONG)
        self._shown: tuple[RowWords, str] | None = None
        self.add_at_right(self._minutes)
        self.show_item(words, minutes)

    def show_item(self, words: RowWords, minutes: str) -> None:
        """Say something else; focus and buttons stay."""
        if (words, minutes) == self._shown:
            return
        self._shown = words, minutes
        self.show_words(words)
        self.focus_target().setAccessibleDescription(minutes)
        self._minutes.setText(minutes)
        self._minutes.setVisible(bool(minutes))

    def set_chosen(self, is_chosen: bool) -> None:
        """Mark the row; what is told of the minutes stays."""
        super().set_chosen(is_chosen)
        said = filter(None, (self._minutes.text(), self.tr("Chosen") if is_chosen else ""))
        self.focus_target().setAccessibleDescription(". ".join(said))


class AgendaList(QWidget):
    """Shows the items; the chosen one has its acts below it.

    `proposer` tells whose item it is, `words` puts a state into words. Alt and an arrow move the row that has the
    focus. Signal: `act_requested(item id, act)`.
    """

    act_requested = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        *,
        proposer: Callable[[Proposer], str],
        words: Callable[[StrEnum], str],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._proposer = proposer
        self._state_words = words
        self._chosen: AgendaItemId | None = None
        self._shown: tuple[object, ...] = ()
        self._state: MeetingState | None = None
        self._items = RowList(theme, self.tr("Our agenda"))
        self._kept = RowList(theme, self.tr("Kept for later"))
        self._kept_line = IconLine(theme, Icon.KEEP_FOR_LATER, "", TextStyle.STRONG, icon_colour="muted")
        column = Column(theme, gap=8)
        for part in (self._items, self._kept_line, self._kept):
            column.addWidget(part)
        self.setLayout(column)
        self._kept_line.hide()

    @property
    def chosen(self) -> AgendaItemId | None:
        """The item whose acts can be seen."""
        return self._chosen

    def show_agenda(self, state: MeetingState) -> None:
        """Show the items as they are now. Rows stay where nothing but words changed; focus and choice always do."""
        self._state = state
        listed = state.listed_items
        kept = [item for item in state.agenda if item.state is ItemState.PARKED]
        shown = tuple(tuple((item.id, self._acts(item, items)) for item in items) for items in (listed, kept))
        if shown != self._shown:
            self._shown = shown
            self._make_rows(listed, kept)
            return
        for number, item in enumerate(listed, 1):
            self.row(item.id).show_item(self._words(item, str(number)), self._minutes_words(item))
        for item in kept:
            self.row(item.id).show_item(self._words(item), self._minutes_words(item))

    def choose(self, item_id: AgendaItemId | None) -> None:
        """Open the acts of an item, or close them."""
        self._chosen = item_id
        for row in self._rows():
            row.set_chosen(row is self._row_of(item_id))

    def focus_item(self, item_id: AgendaItemId | None) -> bool:
        """Go to the row of an item; says whether it is there."""
        row = self._row_of(item_id)
        if row is not None:
            row.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        return row is not None

    def row(self, item_id: AgendaItemId) -> _ItemRow:
        """The row of an item."""
        row = self._row_of(item_id)
        if row is None:
            raise LookupError(item_id)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with Up or Down moves the item whose row, or one of whose buttons, has the focus."""
        act = {Qt.Key.Key_Up: UP, Qt.Key.Key_Down: DOWN}.get(Qt.Key(event.key()))
        item_id = self._items.focused_key() or self._kept.focused_key()
        if act is None or item_id is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif any(one.key == act for one in self.row(AgendaItemId(item_id)).acts):
            self.act_requested.emit(item_id, act)

    def _make_rows(self, listed: Sequence[AgendaItem], kept: Sequence[AgendaItem]) -> None:
        chosen = self._row_of(self._chosen)
        focused_act = chosen.focused_act() if chosen is not None else ""
        self._items.set_rows([(item.id, self._make_row(item, listed, str(at))) for at, item in enumerate(listed, 1)])
        self._kept.set_rows([(item.id, self._make_row(item, kept)) for item in kept])
        self._kept_line.setVisible(bool(kept))
        self._kept_line.set_words(self.tr("Kept for later: {count}").format(count=len(kept)))
        row = self._row_of(self._chosen)
        self.choose(self._chosen if row is not None else None)
        swapped = {UP: DOWN, DOWN: UP}.get(focused_act, "")
        if row is not None and focused_act and not row.focus_act(focused_act, swapped):
            self.focus_item(self._chosen)

    def _make_row(self, item: AgendaItem, items: Sequence[AgendaItem], number: str = "") -> _ItemRow:
        """The row of an item; the one there is, if it can do the same."""
        words, acts = self._words(item, number), self._acts(item, items)
        row = self._row_of(item.id)
        if row is not None and row.acts == acts:
            row.show_item(words, self._minutes_words(item))
            return row
        row = _ItemRow(self._theme, words, self._minutes_words(item), acts)
        row.pressed.connect(partial(self._on_pressed, item.id))
        row.act_requested.connect(partial(self.act_requested.emit, item.id))
        return row

    def _on_pressed(self, item_id: AgendaItemId) -> None:
        self.choose(None if item_id == self._chosen else item_id)

    def _rows(self) -> list[_ItemRow]:
        found = (rows.row(key) for rows in (self._items, self._kept) for key in list(rows.keys()))
        return [row for row in found if isinstance(row, _ItemRow)]

    def _row_of(self, item_id: AgendaItemId | None) -> _ItemRow | None:
        keys = [*self._items.keys(), *self._kept.keys()]
        return self._rows()[keys.index(item_id)] if item_id in keys else None

    def _words(self, item: AgendaItem, number: str = "") -> RowWords:
        details = item.details
        told = any(source in OTHER_WAYS for source in details.proposer.sources)
        return RowWords(
            title=shown_words(details.title),
            note="  \u00b7  ".join((self._proposer(details.proposer), *self._facts(item))),
            note_icon=Icon.OTHER_WAY if told else None,
            number=number,
            picture=picture_words().drawing(details.picture) if details.picture else None,
            badge=self.tr("Now") if item.state is ItemState.NOW else "",
        )

    def _facts(self, item: AgendaItem) -> Iterator[str]:
        """What else is told of an item: what became of it, how many asked for it, how open it is, what is fixed."""
        if item.state in _SETTLED:
            yield self._state_words(item.state)
        elif item.count is not None:
            yield self.tr("Dots or hands: {count}").format(count=item.count)
        if item.details.how_open is not HowOpen.DECIDE:
            yield self._state_words(item.details.how_open)
        if item.details.may_be_hard:
            yield self.tr("This may be hard")
        if item.details.fixed:
            yield self.tr("Fixed: {what}").format(what=item.details.fixed)

    def _minutes_words(self, item: AgendaItem) -> str:
        minutes = item.details.minutes_wanted
        if not minutes:
            return ""
        return self.tr("1 minute") if minutes == 1 else self.tr("{count} minutes").format(count=minutes)

    def _acts(self, item: AgendaItem, items: Sequence[AgendaItem]) -> tuple[RowAct, ...]:
        change = RowAct(CHANGE, self.tr("Change"), Icon.REWORD)
        if item.state in _SETTLED:
            return (RowAct(BACK, self.tr("Talk about it again"), Icon.BACK), change)
        next_time = RowAct(NEXT_TIME, self.tr("For next time"), Icon.DATE)
        split = RowAct(SPLIT, self.tr("Split"), Icon.SPLIT)
        later: tuple[RowAct, ...] = (change, split, next_time)
        if self._state is not None and mergeable(self._state, item.id):
            later = (change, split, RowAct(TOGETHER, self.tr("Put together with"), Icon.PUT_TOGETHER), next_time)
        if item.state is ItemState.PARKED:
            return (RowAct(BACK, self.tr("Put it back"), Icon.BACK), *later)
        acts = [RowAct(OPEN, self.tr("Start this item"), Icon.START)]
        if item.state is ItemState.NOW:
            acts = [RowAct(FINISH, self.tr("Finish this item"), Icon.CHECK)]
        if items[0].id != item.id:
            acts.append(RowAct(UP, self.tr("Move up"), Icon.MOVE_UP, "Alt \u2191"))
        if items[-1].id != item.id:
            acts.append(RowAct(DOWN, self.tr("Move down"), Icon.MOVE_DOWN, "Alt \u2193"))
        keep = RowAct(KEEP, self.tr("Keep for later"), Icon.KEEP_FOR_LATER)
        return (*acts, keep, *later)
