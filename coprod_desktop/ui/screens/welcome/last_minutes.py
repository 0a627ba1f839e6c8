"""The question about the minutes of the meeting before, on the page who is here (R26)."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.last_minutes_card import LastMinutesCard
from coprod_desktop.ui.widgets.row_face import RowWords

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class LastMinutes(QObject):
    """A row that opens the question. Signals: `opened`, `look_requested(meeting id)`, `settled` after yes, `left`."""

    opened = Signal()
    look_requested = Signal(str)
    settled = Signal()
    left = Signal()

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._services, self._bridge = services, bridge
        self._asked: MeetingId | None = None
        self.row = CardRow(theme, RowWords(title=""))
        self.card = LastMinutesCard(theme)
        for part in (self.row, self.card):
            part.hide()
        self.row.pressed.connect(self.opened)
        self.card.agreed.connect(self._on_agreed)
        self.card.look_requested.connect(self._on_look)
        self.card.left.connect(self.left)

    def show_state(self, state: MeetingState, *, can_ask: bool) -> None:
        """Ask while the meeting is open, if the row can be seen now."""
        may_ask = can_ask and state.is_open
        asked = self._bridge.ask(partial(self._services.editions.to_agree, state.id)).value if may_ask else None
        self.row.setHidden(asked is None)
        if asked is not None:
            self._asked, told = asked.meeting_id, asked.standing
            day = day_words(asked.held_on)
            self.row.show_words(self.card.ask(day, told.edition, len(told.changes), asked.to_talk_about))

    def _on_agreed(self) -> None:
        if self._asked is None:
            return
        agree = partial(self._services.editions.agree, self._asked, in_meeting=self._bridge.meeting_id)
        if self._bridge.ask(agree).is_done:
            self.settled.emit()

    def _on_look(self) -> None:
        if self._asked is not None:
            self.look_requested.emit(self._asked)
