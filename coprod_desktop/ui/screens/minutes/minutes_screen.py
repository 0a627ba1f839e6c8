"""The minutes as they will print, and beside them what can be done with them, one panel at a time."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.screens.minutes.copy_panel import CopyPanel
from coprod_desktop.ui.screens.minutes.overview_panel import OverviewPanel
from coprod_desktop.ui.screens.minutes.page_side import PageSide
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import COPY, OVERVIEW, MinutesPanel
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.work_area import WorkArea

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class MinutesScreen(MeetingScreen):
    """Left the true page, right what to do with it. Signals: those of Screen."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self.pages = PagesInSight(services, bridge, self)
        self.page_side = PageSide(theme, self.pages)
        made: dict[str, type[MinutesPanel]] = {OVERVIEW: OverviewPanel, COPY: CopyPanel}
        self._panels = {key: maker(theme, services, bridge, self.pages) for key, maker in made.items()}
        self._stack = QStackedWidget()
        self._lay_out(theme)
        self.pages.failed.connect(self._on_failed)

    def title(self) -> str:
        """Where we are."""
        return self.tr("Minutes")

    def panel(self, key: str) -> MinutesPanel:
        """One of the panels, by its key."""
        return self._panels[key]

    def show_panel(self, key: str) -> None:
        """Put another panel beside the page, with the focus on its likeliest act."""
        panel = self._panels[key]
        self._stack.setCurrentWidget(panel)
        if self._bridge.has_meeting:
            panel.show_state(self._bridge.state)
        panel.on_shown()
        first = panel.likeliest()
        if first is not None:
            first.setFocus()

    def show_state(self, state: MeetingState) -> None:
        """Make the pages again when something was changed while they are in sight."""
        if state.details is not None:
            self._shown_panel().show_state(state)
            self.pages.make_soon()

    def press(self, key: str) -> bool:
        """F8 presses the likeliest act of the panel in sight."""
        likeliest = self._shown_panel().likeliest()
        if key == "F8" and likeliest is not None and likeliest.isEnabled():
            likeliest.click()
            return True
        return super().press(key)

    def focus_first(self) -> None:
        """Put the focus on the likeliest act of the panel in sight."""
        first = self._shown_panel().likeliest()
        if first is not None:
            self.starts_at(first)
        super().focus_first()

    def leave(self) -> bool:
        """Back to the first panel."""
        panel = self._shown_panel()
        if panel.leave():
            return True
        if panel is self._panels[OVERVIEW]:
            return False
        self.show_panel(OVERVIEW)
        return True

    def end(self) -> None:
        """Let the threads finish and close the pages."""
        self.pages.end()
        for panel in self._panels.values():
            panel.end()

    def _shown_panel(self) -> MinutesPanel:
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, MinutesPanel) else self._panels[OVERVIEW]

    def _lay_out(self, theme: Theme) -> None:
        for panel in self._panels.values():
            self._stack.addWidget(panel)
            panel.panel_wanted.connect(self.show_panel)
            panel.page_wanted.connect(self.page_side.turn_to)
            panel.warned.connect(self.warned)
            panel.told.connect(self.told)
        right: QWidget = self._stack
        whole = Column(theme)
        whole.addWidget(WorkArea(theme, self.page_side, right, shares=(424, 704)))
        self.setLayout(whole)

    def _on_failed(self, _fault: Exception) -> None:
        self.warned.emit(self.tr("These pages could not be made. Nothing is lost. Please try another format."))
