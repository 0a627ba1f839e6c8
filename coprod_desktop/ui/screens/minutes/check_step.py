"""What every step of checking is: a panel from which Esc and its button lead back to Check and agree."""

from typing import TYPE_CHECKING

from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import CHECK, MinutesPanel
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.big_button import BigButton

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class CheckStep(MinutesPanel):
    """A step with the way back; `add_step_back` puts its heading there."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self.step_back: BigButton | None = None

    def add_step_back(self, heading: str) -> None:
        """The heading of the step, and the button that leads back to Check and agree."""
        self.step_back = self.add_way_back(heading, self.tr("To check and agree"), CHECK)

    def leave(self) -> bool:
        """Back to Check and agree."""
        self.panel_wanted.emit(CHECK)
        return True
