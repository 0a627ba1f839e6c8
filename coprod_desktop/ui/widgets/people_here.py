"""How many people are here, and how many speak from each perspective: counts, never names."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.participation import perspectives_here
from coprod_desktop.domain.person import Perspective
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.layouts import Row
from coprod_desktop.ui.widgets.perspective_counts import PerspectiveCounts
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class PeopleHere(Card):
    """One big number, and below it the counts with their marks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Here now"), gap=6)
        self._number = WrapLabel(theme, "0", TextStyle.NUMBER)
        self._of = WrapLabel(theme, "", TextStyle.LEAD, colour="muted")
        self._counts = PerspectiveCounts(theme, gap=2)
        figure = Row(theme, gap=10)
        figure.addWidget(self._number)
        figure.addWidget(self._of, 1, Qt.AlignmentFlag.AlignVCenter)
        self.add_layout(figure)
        scroll = ScrollColumn(theme)
        scroll.add(self._counts)
        scroll.add_stretch()
        self.add(scroll, 1)

    def show_people(self, state: MeetingState, labels: Mapping[Perspective, str]) -> None:
        """Count who is in the room now, with the group's own labels."""
        self._number.setText(str(len(state.people_here)))
        self._of.setText(self.tr("of {count} people on the list").format(count=len(state.attendance)))
        self._counts.show_counts(perspectives_here(state), labels)
