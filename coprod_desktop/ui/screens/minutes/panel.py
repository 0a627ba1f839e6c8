"""What every panel beside the page is: one thing to do with the minutes."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

OVERVIEW, COPY, FINDINGS, PACK = "overview", "copy", "findings", "pack"
PICTURES, PHOTOS, KIT = "pictures", "photos", "kit"
CHECK, READERS, SHEETS, RETURNED, AGREE = "check", "readers", "sheets", "returned", "agree"
"""The panels, by their keys."""


class MinutesPanel(QWidget):
    """A column that scrolls, with its acts under it.

    Signals: `panel_wanted(key)` to another panel; `page_wanted(page)` to turn the page, from 0;
    `go_requested(place)`, `warned(words)`, `told(words)` and `acted(kind)` as those of Screen.
    """

    panel_wanted = Signal(str)
    page_wanted = Signal(int)
    go_requested = Signal(str)
    warned = Signal(str)
    told = Signal(str)
    acted = Signal(str)

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__()
        self.theme, self.services, self.bridge, self.pages = theme, services, bridge, pages
        self.middle = ScrollColumn(theme, gap=14, margins=(0, 0, 0, 8))
        self.acts = Row(theme, gap=12)
        self.top = Row(theme, gap=12)
        self._column = Column(theme, gap=12)
        self._column.addLayout(self.top)
        self._column.addWidget(self.middle, 1)
        self._column.addLayout(self.acts)
        self.setLayout(self._column)

    def add_above_acts(self, widget: QWidget) -> None:
        """Put what came of an act beside its button, where it is in sight at every size of text."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def add_way_back(self, heading: str, words: str = "", key: str = OVERVIEW) -> BigButton:
        """A heading, and the button that leads back, to the overview if nothing else is said (Esc does the same)."""
        self.top.addWidget(WrapLabel(self.theme, heading, TextStyle.HEADING), 1)
        button = BigButton(self.theme, words or self.tr("To the minutes"), icon=Icon.BACK)
        button.clicked.connect(partial(self.panel_wanted.emit, key))
        self.top.addWidget(button)
        return button

    def show_state(self, state: MeetingState) -> None:
        """Show what is true of the meeting now."""

    def likeliest(self) -> BigButton | None:
        """The likeliest next act, which F8 presses."""
        return None

    def focus_target(self) -> QWidget | None:
        """What has the focus when the panel is shown: the likeliest act, if nothing else is said."""
        return self.likeliest()

    def on_shown(self) -> None:
        """Called each time the panel comes into sight."""

    def leave(self) -> bool:
        """Called by Esc: one step back inside the panel; says whether there was one."""
        return False

    def is_half_typed(self) -> bool:
        """Whether closing the program now would lose words that were typed."""
        return False

    def end(self) -> None:
        """Called once before the program ends."""
