"""Cards and stepping out beside the turns; it follows the meeting by itself."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from coprod_desktop.domain.group import Card
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.room_side import RoomSide

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class RoomStrip(RoomSide):
    """Signal: `go_requested(place)`, to the names of those who can step out."""

    go_requested = Signal(str)

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(theme)
        self._services = services
        self._bridge = bridge
        self._cards: tuple[Card, ...] = ()
        bridge.state_changed.connect(self._on_state_changed)
        self.card_pressed.connect(self._on_card)
        self.stepped_out.clicked.connect(partial(self.go_requested.emit, "pause/step-out"))

    def show_state(self, state: MeetingState) -> None:
        """Show the cards with the counts of the item that is open, and how many people stepped out."""
        item = state.current_item
        counts = state.room.cards.get(item.id if item else None, {})
        self.show_room(self._cards, counts, len(state.people_out))

    def on_shown(self) -> None:
        """Read the cards of the group again, which may have changed elsewhere, and show what happened."""
        group = self._services.groups.current()
        self._cards = group.cards if group else ()
        if self._bridge.has_meeting:
            self.show_state(self._bridge.state)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened while another screen was in sight."""
        super().showEvent(event)
        self.on_shown()

    def _on_state_changed(self, state: MeetingState) -> None:
        if self.isVisible():
            self.show_state(state)

    def _on_card(self, key: str) -> None:
        self._bridge.ask(partial(self._bridge.room.show_card, key))
