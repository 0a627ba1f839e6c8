"""Who put items on the agenda: counts by perspective, never names."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.perspective_counts import PerspectiveCounts, counted_words
from coprod_desktop.ui.widgets.proposer_choice import OTHER_WAYS
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_FEW_ITEMS: Final = 3


class AgendaVoices(QWidget):
    """Counts are shown from 3 items, so that they do not point at one person; a hint names a perspective only.

    The agenda says who put each item on: the room could work out where somebody speaks from, so it sees no counts.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._few = WrapLabel(theme, "", TextStyle.NOTE)
        self._counts = PerspectiveCounts(theme, gap=2)
        self._other_ways = IconLine(theme, Icon.OTHER_WAY, "", icon_colour="muted")
        self._hint = IconLine(theme, Icon.ASK_THE_GROUP, "", TextStyle.NOTE)
        column = Column(theme, gap=4)
        for part in (self._few, self._counts, self._other_ways, self._hint):
            column.addWidget(part)
        self.setLayout(column)

    def show_agenda(self, state: MeetingState, labels: Mapping[Perspective, str], *, is_only_us: bool) -> None:
        """Show the counts of this agenda, with the group's own labels, if the room cannot see them."""
        is_shown = len(state.agenda) >= _FEW_ITEMS
        counts = _items_by_perspective(state) if is_shown and is_only_us else {}
        told = sum(any(one in OTHER_WAYS for one in item.details.proposer.sources) for item in state.agenda)
        few = self.tr("We show counts when there are 3 items.")
        self._few.setText(few if is_only_us else self.tr("We show counts only when the room cannot see them."))
        self._few.setVisible(not is_shown or not is_only_us)
        self._counts.setVisible(bool(counts))
        self._counts.show_counts(counts, labels, total=len(state.agenda))
        self._other_ways.setVisible(is_shown and told > 0)
        self._other_ways.set_words(
            self.tr("Told us another way: {count} of {total}").format(count=told, total=len(state.agenda))
        )
        self._show_hint(counts, labels)

    def _show_hint(self, counts: Mapping[Perspective, int], labels: Mapping[Perspective, str]) -> None:
        quiet = [one for one, count in counts.items() if not count and one is not Perspective.NOT_SAID]
        self._hint.setVisible(bool(quiet))
        if quiet:
            words = self.tr("No item yet from: {who}. You could ask what they want to add.")
            self._hint.set_words(words.format(who=counted_words(quiet[0], labels)))


def _items_by_perspective(state: MeetingState) -> dict[Perspective, int]:
    """For each perspective in the room, how many items somebody put on from it."""
    asked = [{one for who in item.details.proposer.people for one in _said(state, who)} for item in state.agenda]
    known = {one for who in state.people_here for one in _said(state, who)}.union(*asked)
    return {one: sum(one in voices for voices in asked) for one in Perspective if one in known}


def _said(state: MeetingState, person_id: PersonId) -> tuple[Perspective, ...]:
    seen = state.attendance.get(person_id)
    return seen.perspectives if seen is not None else ()
