"""Who is in the room, as counts by perspective, never beside a name; and what still waits."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.perspective_mark import Mark, PerspectiveMark
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


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

    def show_counts(self, counts: Sequence[tuple[Mark, str]], *, lacks_lived_experience: bool) -> None:
        """Show counts in words beside their marks."""
        if tuple(counts) != self._shown:
            self._shown = tuple(counts)
            empty_layout(self._marks)
            for mark, words in counts:
                self._marks.addWidget(PerspectiveMark(self._theme, mark, words))
        self._nobody.setVisible(not counts)
        self._missing.setVisible(bool(counts) and lacks_lived_experience)

    def show_waiting(self, decisions: str, ideas: str, jobs: str) -> None:
        """Say how many decisions there are, and what waits."""
        for line, words in zip(self._lines, (decisions, ideas, jobs), strict=True):
            line.set_words(words)

    def words(self) -> list[str]:
        """What the card says."""
        return [*(words for _mark, words in self._shown), *(line.words() for line in self._lines)]
