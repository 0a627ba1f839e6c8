"""The first step of closing: decisions and jobs read aloud, what waits, and beside them the cards on each item."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.closing import cards_by_item, to_read_back
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.screens.close.step_page import StepPage
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.hot_spots import HotSpots
from coprod_desktop.ui.widgets.read_back_list import ReadBackList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.waiting_list import WaitingList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import vocabulary_with


class ReadBackPage(StepPage):
    """`to_check_out` goes on; `waiting` tells what is settled."""

    def __init__(self, theme: Theme, title: str, name: Callable[[PersonId], str]) -> None:
        note = self.tr("Step 1 of 3. Read this aloud. Take your time.")
        super().__init__(theme, (title, note), (self.tr("Cards on each item"), self.tr("Nobody is named.")))
        self._spots = HotSpots(theme)
        vocabulary = vocabulary_with(name)
        self._lines = ReadBackList(theme, vocabulary=vocabulary)
        self.waiting = WaitingList(theme, vocabulary=vocabulary)
        self._nothing_waits = WrapLabel(theme, self.tr("Nothing waits."), TextStyle.NOTE)
        self.to_check_out = BigButton(
            theme, self.tr("How was it for us?"), kind=ButtonKind.PRIMARY, icon=Icon.TELL_THEM, key="F8"
        )
        waits = WrapLabel(theme, self.tr("What waits"), TextStyle.HEADING)
        in_sight = self.tr("Ideas without an answer stay in sight. We see them again next time.")
        self._in_sight = WrapLabel(theme, in_sight, TextStyle.NOTE)
        parts = (self._lines, waits, self._nothing_waits, self._in_sight, self.waiting)
        self.hold(parts, (self.to_check_out,), acts_first=True)  # what is read aloud begins in sight, however long
        self._fill_side()

    def show_state(self, state: MeetingState, group: Group | None) -> None:
        """Show what is read back."""
        told = to_read_back(state)
        self._lines.show_lines(told.decisions, told.actions)
        self.waiting.show_waiting(told.items_waiting, told.ideas_waiting)
        self._in_sight.setVisible(bool(told.ideas_waiting))
        self._nothing_waits.setVisible(not told.items_waiting and not told.ideas_waiting)
        self._spots.show_cards(cards_by_item(state), group.cards if group else ())

    def first_act(self) -> QWidget:
        """Going on."""
        return self.to_check_out

    def _fill_side(self) -> None:
        inside = ScrollColumn(self._theme)
        inside.add(self._spots)
        inside.add_stretch()
        self.side.add(inside, 1)
