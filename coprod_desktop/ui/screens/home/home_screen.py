"""The home screen: carry on, begin, or set up a group; painted before anything heavy is loaded."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout

from coprod_desktop.ui.screens.home.first_view import FirstView
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.screen import Screen

if TYPE_CHECKING:  # the first paint needs one of the two
    from coprod_desktop.ui.screens.home.group_home import GroupHome
    from coprod_desktop.ui.screens.home.start_home import StartHome


class HomeScreen(Screen):
    """The likeliest next thing in one blue panel, the rest beside it.

    Signals: `sample_requested`, `close_requested`, `new_meeting_requested`, and those of Screen.
    """

    sample_requested = Signal()
    close_requested = Signal()
    new_meeting_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view: FirstView | None = None
        self._stack = QStackedLayout()
        self.setLayout(self._stack)
        self._start: StartHome | None = None
        self._group: GroupHome | None = None

    def show_first(self, view: FirstView) -> None:
        """Show what is known so far."""
        self.show_home(view)

    def show_home(self, view: FirstView) -> None:
        """Show the group's home, or the start when there is no group yet."""
        if view == self._view:
            return
        self._view = view
        if view.has_group:
            self._show_group(view)
        elif self._start is None:
            self._start = self._make_start()
        if not view.has_group and self._start is not None:
            self._stack.setCurrentWidget(self._start)

    def show_closed(self, words: str, folder: Path) -> None:
        """Show that the file cannot be opened, and nothing that would need it."""
        from coprod_desktop.ui.widgets.closed_file_card import ClosedFileCard  # rarely, so not before the first paint

        card = ClosedFileCard(self._theme, words, folder)
        card.close_button.clicked.connect(self.close_requested)
        self._stack.addWidget(card)
        self._stack.setCurrentWidget(card)
        self.bind("F8", card.close_button)
        self.starts_at(card.close_button)
        card.close_button.setFocus()

    def show_picture(self, picture: bytes | None, says: str) -> None:
        """Show what the unfinished meeting talks about, beside its name."""
        if self._group is not None:
            self._group.panel.show_picture(picture, says)

    def next_meeting_id(self) -> str:
        """The meeting to come that home tells of, empty if there is none."""
        card = self._view.next_meeting() if self._view is not None else None
        return card.id if card is not None else ""

    def show_not_arranged(self, meeting_id: str, count: int) -> None:
        """Say how many things are not arranged for the next meeting; it is counted after the first picture."""
        if self._group is not None and meeting_id == self.next_meeting_id():
            self._group.show_not_arranged(count)

    def show_who_waits(self, count: int) -> None:
        """Say how many wait to hear what happened to their idea; it is counted after the first picture."""
        if self._group is not None:
            self._group.show_who_waits(count)

    def title(self) -> str:
        """Where we are."""
        return self.tr("Home")

    def focus_first(self) -> None:
        """Carry on, if there is a meeting to carry on with."""
        if self._group is not None and self._view is not None and self._view.has_group:
            self.starts_at(self._group.first_button())
        super().focus_first()

    def _show_group(self, view: FirstView) -> None:
        if self._group is None:
            self._group = self._make_group()
            self._stack.addWidget(self._group)
        self._group.show_view(view)
        self._stack.setCurrentWidget(self._group)

    def _make_group(self) -> "GroupHome":
        from coprod_desktop.ui.screens.home.group_home import GroupHome

        group = GroupHome(self._theme)
        group.meeting_requested.connect(self.meeting_requested)
        group.new_meeting_requested.connect(self.new_meeting_requested)
        group.go_requested.connect(self.go_requested)
        self.bind("F8", group.carry_on)
        for button in (group.new, group.new_in_panel):
            self.bind("Ctrl+N", button)
        self.bind("F8", group.new_in_panel)
        return group

    def _make_start(self) -> "StartHome":
        from coprod_desktop.ui.screens.home.start_home import StartHome

        start = StartHome(self._theme)
        start.set_up.clicked.connect(partial(self.go_requested.emit, "group"))
        start.try_it.clicked.connect(self.sample_requested)
        self.bind("F8", start.set_up)
        self.bind("F4", start.try_it)
        self.starts_at(start.set_up)
        self._stack.addWidget(start)
        return start
