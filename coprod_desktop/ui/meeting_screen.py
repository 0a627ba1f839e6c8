"""What the screens about the open meeting share: they show what is true while they are in sight."""

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.widgets.screen import Screen


class MeetingScreen(Screen):
    """A screen that hears of each act, and reads again what happened while another was in sight.

    Signals: those of Screen.
    """

    def __init__(self, bridge: MeetingBridge) -> None:
        super().__init__()
        self._bridge = bridge
        bridge.state_changed.connect(self._on_state_changed)

    def show_state(self, state: MeetingState) -> None:
        """Show what is true now; half-typed words and choices stay."""
        raise NotImplementedError

    def on_shown(self) -> None:
        """Show what happened while another screen was in sight."""
        if self._bridge.has_meeting:
            self.show_state(self._bridge.state)

    def follow_sight(self) -> None:
        """Show everything anew when somebody says who can see this screen (R08)."""
        self._bridge.sight.changed.connect(self._show_again)

    def _show_again(self) -> None:
        if self.isVisible() and self._bridge.has_meeting:
            self.show_state(self._bridge.state)

    def _on_state_changed(self, state: MeetingState) -> None:
        if self.isVisible():
            self.show_state(state)
