"""The minutes as they will print, and beside them what can be done with them, one panel at a time."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.screens.minutes.agree_panel import AgreePanel
from coprod_desktop.ui.screens.minutes.check_panel import CheckPanel
from coprod_desktop.ui.screens.minutes.copy_panel import CopyPanel
from coprod_desktop.ui.screens.minutes.findings_panel import FindingsPanel
from coprod_desktop.ui.screens.minutes.kit_panel import KitPanel
from coprod_desktop.ui.screens.minutes.overview_panel import OverviewPanel
from coprod_desktop.ui.screens.minutes.pack_panel import PackPanel
from coprod_desktop.ui.screens.minutes.page_side import PageSide
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import (
    AGREE,
    CHECK,
    COPY,
    FINDINGS,
    KIT,
    OVERVIEW,
    PACK,
    PHOTOS,
    PICTURES,
    READERS,
    RETURNED,
    SHEETS,
    MinutesPanel,
)
from coprod_desktop.ui.screens.minutes.photos_panel import PhotosPanel
from coprod_desktop.ui.screens.minutes.pictures_panel import PicturesPanel
from coprod_desktop.ui.screens.minutes.readers_panel import ReadersPanel
from coprod_desktop.ui.screens.minutes.returned_panel import ReturnedPanel
from coprod_desktop.ui.screens.minutes.sheets_panel import SheetsPanel
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.one_page_stack import OnePageStack
from coprod_desktop.ui.widgets.work_area import WorkArea

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_PANELS: Final[dict[str, type[MinutesPanel]]] = {
    OVERVIEW: OverviewPanel,
    COPY: CopyPanel,
    FINDINGS: FindingsPanel,
    PACK: PackPanel,
    PICTURES: PicturesPanel,
    PHOTOS: PhotosPanel,
    KIT: KitPanel,
    CHECK: CheckPanel,
    READERS: ReadersPanel,
    SHEETS: SheetsPanel,
    RETURNED: ReturnedPanel,
    AGREE: AgreePanel,
}


class MinutesScreen(MeetingScreen):
    """Left the true page, right what to do with it. Signals: those of Screen."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self.pages = PagesInSight(services, bridge, self)
        self.page_side = PageSide(theme, self.pages)
        self._theme, self._services = theme, services
        self._panels: dict[str, MinutesPanel] = {}
        self._stack = OnePageStack()
        self._area = WorkArea(theme, self.page_side, self._stack, shares=(424, 704))
        self._lay_out(theme)
        self.pages.failed.connect(self._on_failed)

    def title(self) -> str:
        """Where we are."""
        return self.tr("Minutes")

    def panel(self, key: str) -> MinutesPanel:
        """One of the panels, by its key; made when it is first asked for."""
        made = self._panels.get(key)
        if made is None:
            made = self._panels[key] = _PANELS[key](self._theme, self._services, self._bridge, self.pages)
            self._stack.addWidget(made)
            self._area.arrange()
            made.panel_wanted.connect(self.show_panel)
            made.page_wanted.connect(self.page_side.turn_to)
            made.go_requested.connect(self.go_requested)
            made.warned.connect(self.warned)
            made.told.connect(self.told)
            made.acted.connect(self.acted)
            if isinstance(made, OverviewPanel):
                made.mend_wanted.connect(self._on_mend_wanted)
        return made

    def show_panel(self, key: str) -> None:
        """Put another panel beside the page, with the focus on its likeliest act."""
        panel = self.panel(key)
        self._stack.setCurrentWidget(panel)
        if self._bridge.has_meeting:
            panel.show_state(self._bridge.state)
        panel.on_shown()
        self._focus(panel)

    def show_part(self, part: str) -> None:
        """Go to a panel."""
        self.show_panel(part)

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
        first = self._shown_panel().focus_target()
        if first is not None:
            self.starts_at(first)
        super().focus_first()

    def leave(self) -> bool:
        """Back to the first panel."""
        panel = self._shown_panel()
        if panel.leave():
            return True
        if panel is self.panel(OVERVIEW):
            return False
        self.show_panel(OVERVIEW)
        return True

    def is_half_typed(self) -> bool:
        """Whether a panel holds words that were typed and not saved."""
        return any(panel.is_half_typed() for panel in self._panels.values())

    def end(self) -> None:
        """Let the threads finish and close the pages."""
        self.pages.end()
        for panel in self._panels.values():
            panel.end()

    def _shown_panel(self) -> MinutesPanel:
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, MinutesPanel) else self.panel(OVERVIEW)

    def _focus(self, panel: MinutesPanel) -> None:
        first = panel.focus_target()
        if first is not None and first.isEnabled():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, theme: Theme) -> None:
        self.panel(OVERVIEW)
        whole = Column(theme)
        whole.addWidget(self._area)
        self.setLayout(whole)

    def _on_mend_wanted(self, key: str) -> None:
        self.show_panel(FINDINGS)
        panel = self.panel(FINDINGS)
        assert isinstance(panel, FindingsPanel)
        panel.mend(key)

    def _on_failed(self, _fault: Exception) -> None:
        self.warned.emit(self.tr("These pages could not be made. Nothing is lost. Please try another format."))
