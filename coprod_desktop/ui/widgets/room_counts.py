"""Who is in the room, as counts by perspective, never beside a name; and what still waits."""

from collections.abc import Mapping

from PySide6.QtWidgets import QSizePolicy

from coprod_desktop.domain.ideas import waits_for_answer
from coprod_desktop.domain.lines import Outcome
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.participation import perspectives_here
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.told_voice import LEAST_PEOPLE
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.perspective_counts import PerspectiveCounts
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class RoomCounts(Card):
    """The side card of decisions. It only informs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("In the room now"), gap=10)
        self._counts = PerspectiveCounts(theme, gap=8)
        self._nobody = WrapLabel(theme, self.tr("Nobody is checked in yet."), TextStyle.BODY, colour="muted")
        self._missing = MessageBar(
            theme,
            MessageKind.WARM,
            self.tr("Nobody here has said they speak from their own life."),
            self.tr("What have people with lived experience told us? You can decide for now, until they are asked."),
        )
        self._lines = (
            IconLine(theme, Icon.DECISIONS, ""),
            IconLine(theme, Icon.IDEA, ""),
            IconLine(theme, Icon.ACTION, ""),
        )
        self.add(self._nobody)
        self.add(self._counts)
        self.add(self._missing)
        self.add(Divider(theme))
        for line in self._lines:
            self.add(line)
        self.add_stretch()
        self._missing.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_room(
        self, state: MeetingState, labels: Mapping[Perspective, str], *, is_only_us: bool, says_missing: bool = True
    ) -> None:
        """Count the people who are in the room; `labels` are the group's own words for perspectives.

        Where the room can see it, fewer than 3 people are a few (DP-14). `says_missing` is False where the main card
        says itself that nobody speaks from their own life.
        """
        counts = perspectives_here(state)
        self._counts.show_counts(counts, labels, told_from=1 if is_only_us else LEAST_PEOPLE)
        self._nobody.setVisible(not state.people_here)
        is_missing = bool(state.people_here) and Perspective.LIVED_EXPERIENCE not in counts
        self._missing.setVisible(is_missing and says_missing)
        self._show_waiting(state)

    def _show_waiting(self, state: MeetingState) -> None:
        waiting = sum(waits_for_answer(idea) for idea in state.ideas.values())
        standing = sum(one.details.outcome is not Outcome.WITHDRAWN for one in state.decisions.values())
        words = (
            _lasting(standing, self.tr("No decisions yet"), self.tr("1 decision"), self.tr("{count} decisions")),
            _lasting(
                waiting,
                self.tr("No idea waits for an answer"),
                self.tr("1 idea waits for an answer"),
                self.tr("{count} ideas wait for an answer"),
            ),
            _lasting(len(state.actions), self.tr("No jobs yet"), self.tr("1 job"), self.tr("{count} jobs")),
        )
        for line, said in zip(self._lines, words, strict=True):
            line.set_words(said)


def _lasting(count: int, none: str, one: str, several: str) -> str:
    if count == 0:
        return none
    return one if count == 1 else several.format(count=count)
