"""Who is in the room, as counts by perspective, never beside a name; and what still waits."""

from collections.abc import Mapping

from PySide6.QtWidgets import QSizePolicy

from coprod_desktop.domain.lines import IdeaOutcome
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.perspective_mark import Mark, PerspectiveMark
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_MARKS = {
    Perspective.LIVED_EXPERIENCE: Mark.LIVED_EXPERIENCE,
    Perspective.CARER: Mark.CARER,
    Perspective.LOCAL_PERSON: Mark.LOCAL_PERSON,
    Perspective.PROFESSIONAL: Mark.PROFESSIONAL,
    Perspective.SUPPORTER: Mark.SUPPORTER,
    Perspective.OTHER: Mark.OTHER,
    Perspective.NOT_SAID: Mark.NOT_SAID,
}


class RoomCounts(Card):
    """The side card of decisions. It only informs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("In the room now"), gap=10)
        self._theme = theme
        self._shown: tuple[tuple[Mark, str], ...] = ()
        self._marks = Column(theme, gap=8)
        self._nobody = WrapLabel(theme, self.tr("Nobody is checked in yet."), TextStyle.BODY, colour="muted")
        self._missing = MessageBar(
            theme,
            MessageKind.WARM,
            self.tr("Nobody with lived experience is here."),
            self.tr("What have they told us? You can decide for now, until they are asked."),
        )
        self._lines = (
            IconLine(theme, Icon.DECISIONS, ""),
            IconLine(theme, Icon.IDEA, ""),
            IconLine(theme, Icon.ACTION, ""),
        )
        self.add(self._nobody)
        self.add_layout(self._marks)
        self.add(self._missing)
        self.add(Divider(theme))
        for line in self._lines:
            self.add(line)
        self.add_stretch()
        self._missing.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_room(self, state: MeetingState, labels: Mapping[Perspective, str]) -> None:
        """Count the people who are in the room; `labels` are the group's own words for perspectives."""
        counts = _counts(state)
        shown = tuple(
            (_MARKS[key], self._count_words(key, counts[key], labels)) for key in Perspective if key in counts
        )
        if shown != self._shown:
            self._shown = shown
            empty_layout(self._marks)
            for mark, words in shown:
                self._marks.addWidget(PerspectiveMark(self._theme, mark, words))
        self._nobody.setVisible(not counts)
        self._missing.setVisible(bool(counts) and Perspective.LIVED_EXPERIENCE not in counts)
        self._show_waiting(state)

    def words(self) -> list[str]:
        """What the card says."""
        return [*(words for _mark, words in self._shown), *(line.words() for line in self._lines)]

    def lacks_lived_experience(self) -> bool:
        """Whether the card says that nobody with lived experience is here."""
        return not self._missing.isHidden()

    def _show_waiting(self, state: MeetingState) -> None:
        waiting = sum(1 for idea in state.ideas.values() if idea.details.outcome is IdeaOutcome.OPEN)
        words = (
            _lasting(
                len(state.decisions), self.tr("No decisions yet"), self.tr("1 decision"), self.tr("{count} decisions")
            ),
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

    def _count_words(self, perspective: Perspective, count: int, labels: Mapping[Perspective, str]) -> str:
        own = labels.get(perspective, "")
        if own:
            return f"{own}: {count}"
        one, several = {
            Perspective.LIVED_EXPERIENCE: (
                self.tr("1 with lived experience"),
                self.tr("{count} with lived experience"),
            ),
            Perspective.CARER: (self.tr("1 carer"), self.tr("{count} carers")),
            Perspective.LOCAL_PERSON: (self.tr("1 local person"), self.tr("{count} local people")),
            Perspective.PROFESSIONAL: (self.tr("1 professional"), self.tr("{count} professionals")),
            Perspective.SUPPORTER: (self.tr("1 supporter"), self.tr("{count} supporters")),
            Perspective.OTHER: (self.tr("1 something else"), self.tr("{count} something else")),
            Perspective.NOT_SAID: (self.tr("1 did not say"), self.tr("{count} did not say")),
        }[perspective]
        return _counted(count, one, several)


def _counts(state: MeetingState) -> dict[Perspective, int]:
    counts: dict[Perspective, int] = {}
    for who in state.people_here:
        for perspective in state.attendance[who].perspectives or (Perspective.NOT_SAID,):
            counts[perspective] = counts.get(perspective, 0) + 1
    return counts


def _counted(count: int, one: str, several: str) -> str:
    return one if count == 1 else several.format(count=count)


def _lasting(count: int, none: str, one: str, several: str) -> str:
    return _counted(count, one, several) if count else none
