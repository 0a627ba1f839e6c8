"""The part of a person's page that tells what they put forward and took on, and what they have still to be told."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coprod_desktop.domain.person import Person
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.people.picture_part import Acted
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.person_history_list import PersonHistoryList
from coprod_desktop.ui.widgets.person_part import PersonPart
from coprod_desktop.ui.widgets.to_tell_card import ToTellCard

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.feedback_service import ToHear


class HistoryPart(PersonPart):
    """Signals: `meeting_chosen(meeting id)`; `slip_wanted` for all that happened to their ideas."""

    meeting_chosen = Signal(str)
    slip_wanted = Signal()

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, acted: Acted) -> None:
        super().__init__()
        self._services, self._bridge, self._acted = services, bridge, acted
        self._to_hear: ToHear | None = None
        self.to_tell = ToTellCard(theme)
        self._list = PersonHistoryList(theme)
        column = Column(theme)
        column.addWidget(self.to_tell)
        column.addWidget(self._list)
        self.setLayout(column)
        self._list.meeting_chosen.connect(self.meeting_chosen)
        self.to_tell.slip_requested.connect(self.slip_wanted)
        self.to_tell.told_requested.connect(self._on_told)

    def show_person(self, person: Person) -> None:
        """Read their lines from the index."""
        lines = self._services.person_history.of(person)
        self._list.show_lines(lines)
        self._to_hear = self._services.feedback.waiting_for(person.group_id, person.id)
        self.to_tell.show_count(len(self._to_hear.lines) if self._to_hear else 0)
        self.to_tell.setVisible(bool(lines))

    def _on_told(self) -> None:
        to_hear = self._to_hear
        if to_hear is not None and self._bridge.ask(lambda: self._services.feedback.told_in_words(to_hear)).is_done:
            self._acted("answer_told")
