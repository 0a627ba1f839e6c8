"""We started late: shorter, fewer, or end later. Everything is shown before it is taken (R09)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.agenda_order import countable
from coprod_desktop.domain.agenda_time import AgendaTime
from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.late_start import LaterEnd, NewLength, later_end, shorter
from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.meeting_state import AgendaItem, MeetingState
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.clock_words import clock_words
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.form_row import FormRow, form_row
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.shown_words import shown_words
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

SHORTER, FEWER, LATER = "shorter", "fewer", "later"
"""The 3 ways."""


class LateForm(FormPanel):
    """The three ways, and below what the chosen one would do. Buttons to connect: `save`, `back`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("We started late"), self.tr("Do this"))
        self.lengths: tuple[NewLength, ...] = ()
        self.end: LaterEnd | None = None
        self._over_by = 0
        self._items: dict[str, AgendaItem] = {}
        self._numbers: dict[AgendaItemId, int] = {}
        self._how_late = WrapLabel(theme, "", TextStyle.BODY)
        ways = [
            Choice(SHORTER, self.tr("Less time for items")),
            Choice(FEWER, self.tr("Fewer items")),
            Choice(LATER, self.tr("End later")),
        ]
        self._ways = ChoiceButtons(theme, self.tr("What shall we do?"), ways)
        self._ways.chosen_changed.connect(self._show_way)
        self._effect = WrapLabel(theme, "", TextStyle.BODY)
        self._fewer = ChoiceButtons(theme, self.tr("What do we leave out today?"), is_several=True)
        self._fewer.chosen_changed.connect(self._show_way)
        outcomes = [
            Choice(ItemState.PARKED, self.tr("Keep for later")),
            Choice(ItemState.CARRIED_OVER, self.tr("For next time")),
        ]
        self._outcome = ChoiceButtons(theme, self.tr("Where do they go?"), outcomes)
        self._outcome.set_chosen(ItemState.PARKED)
        self._fewer_part = self._make_fewer()
        self.add_part(self._how_late)
        self.add_field("way", self.tr("What shall we do?"), self._ways)
        self.add_part(self._fewer_part)
        self.add_part(self._effect)
        self.end_fields(has_more=False)

    @property
    def way(self) -> str:
        """Which of the three was chosen, or nothing."""
        return self._ways.chosen_key() or ""

    @property
    def left_out(self) -> list[AgendaItemId]:
        """The items that are not talked about today."""
        return [AgendaItemId(key) for key in self._fewer.chosen()]

    @property
    def outcome(self) -> ItemState:
        """Where they go."""
        return ItemState(self._outcome.chosen_key() or ItemState.PARKED)

    def show_late(self, state: MeetingState, time: AgendaTime) -> None:
        """Show what each way would do now; nothing is chosen."""
        self.lengths, self.end = shorter(state, time), later_end(state, time)
        self._over_by = time.over_by
        self._items = {item.id: item for item in countable(state)}
        self._numbers = {item.id: number for number, item in enumerate(state.listed_items, 1)}
        self._how_late.setText(self._late_words(time))
        self._ways.set_chosen()
        self._fewer.set_choices([Choice(item.id, self._item_words(item)) for item in self._items.values()])
        self.clear_errors()
        self._show_way()

    def begin(self) -> None:
        """Go to the three ways."""
        self._ways.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fewer(self) -> QWidget:
        column = Column(self._theme, gap=14)
        self._fewer_row: FormRow = form_row(self._theme, column, self.tr("What do we leave out today?"), self._fewer)
        form_row(self._theme, column, self.tr("Where do they go?"), self._outcome)
        return holder(column)

    def _late_words(self, time: AgendaTime) -> str:
        words = [self.tr("We started {count} minutes late.").format(count=time.late_by)]
        if time.over_by:
            words.append(self.tr("The items are {count} minutes too long.").format(count=time.over_by))
        words.append(self.tr("Nothing changes before you choose."))
        return " ".join(words)

    def _show_way(self) -> None:
        self._fewer_part.setVisible(self.way == FEWER)
        words, can_do = {SHORTER: self._shorter, FEWER: self._fewer_items, LATER: self._later}.get(
            self.way, lambda: ("", False)
        )()
        self._effect.setText(words)
        self._effect.setVisible(bool(words))
        self.save.setVisible(can_do)
        self.save.set_words(self._save_words())

    def _shorter(self) -> tuple[str, bool]:
        if self._over_by == 0:
            return self.tr("It fits already. No item needs to be shorter."), False
        if not self.lengths:
            return self.tr("There is too little time for this. Please choose another way."), False
        return "\n".join(self._length_words(one) for one in self.lengths), True

    def _length_words(self, length: NewLength) -> str:
        words = self.tr("{new} minutes, not {old}")
        if length.minutes == length.was:
            words = self.tr("{new} minutes, as before")
        told = words.format(new=length.minutes, old=length.was)
        return f"{self._numbered(self._items[length.item_id])}  \u00b7  {told}"

    def _fewer_items(self) -> tuple[str, bool]:
        chosen: Sequence[AgendaItemId] = self.left_out
        if not chosen:
            return "", False
        left = self._over_by - sum(self._items[one].details.minutes_wanted or 0 for one in chosen)
        if left > 0:
            return self.tr("That is still {count} minutes too long.").format(count=left), True
        return self.tr("Now it fits."), True

    def _later(self) -> tuple[str, bool]:
        if self.end is None:
            return self.tr("We do not know a later end. Please choose another way."), False
        time = clock_words(self.end.at)
        if not self.end.is_allowed:
            words = self.tr("We would need until {time}. A fixed time comes before. Please choose another way.")
            return words.format(time=time), False
        return self.tr("We would finish at {time}. Ask everyone if this is fine.").format(time=time), True

    def _save_words(self) -> str:
        if self.way == LATER and self.end is not None:
            return self.tr("End at {time}").format(time=clock_words(self.end.at))
        if self.way == FEWER:
            return self.tr("Leave these out today")
        return self.tr("Use these minutes")

    def _item_words(self, item: AgendaItem) -> str:
        if not item.details.minutes_wanted:
            return self._numbered(item)
        minutes = self.tr("{count} minutes").format(count=item.details.minutes_wanted)
        return f"{self._numbered(item)}  \u00b7  {minutes}"

    def _numbered(self, item: AgendaItem) -> str:
        return f"{self._numbers[item.id]}. {shown_words(item.details.title)}"
