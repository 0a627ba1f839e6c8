"""The part of a person's page that tells what they put forward and took on, across all meetings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coprod_desktop.domain.person import Person
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.person_history_list import PersonHistoryList
from coprod_desktop.ui.widgets.person_part import PersonPart

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class HistoryPart(PersonPart):
    """Signal: `meeting_chosen(meeting id)`."""

    meeting_chosen = Signal(str)

    def __init__(self, theme: Theme, services: "Services") -> None:
        super().__init__()
        self._services = services
        self._list = PersonHistoryList(theme)
        column = Column(theme)
        column.addWidget(self._list)
        self.setLayout(column)
        self._list.meeting_chosen.connect(self.meeting_chosen)

    def show_person(self, person: Person) -> None:
        """Read their lines from the index."""
        self._list.show_lines(self._services.person_history.of(person))
