"""Who is coming: how many of those who were asked, and by where they speak from; nobody is named."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.coming_counts import ComingCount
from coprod_desktop.domain.person import Perspective
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.layouts import Column, Row, empty_layout
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.perspective_counts import MARKS, counted_words
from coprod_desktop.ui.widgets.perspective_mark import PerspectiveMark
from coprod_desktop.ui.widgets.share_dots import ShareDots
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class ComingCard(Card):
    """One big number, a line for each perspective, and in pale yellow a perspective that nobody coming holds."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Who is coming"), gap=6)
        self._theme = theme
        self._number = WrapLabel(theme, "", TextStyle.NUMBER)
        self._after = WrapLabel(theme, "", TextStyle.LEAD, colour="muted")
        self._lines = Column(theme, gap=2)
        self._shown: tuple[object, ...] = ()
        self._bar = MessageBar(theme, MessageKind.WARM, "", icon=Icon.PEOPLE)
        figure = Row(theme, gap=10)
        figure.addWidget(self._number)
        figure.addWidget(self._after, 1, Qt.AlignmentFlag.AlignVCenter)
        self.add_layout(figure)
        self.add_layout(self._lines)
        self.add(self._bar)
        self._bar.hide()

    def show_coming(self, coming: int, asked: int, counts: Sequence[ComingCount], labels: "_Labels") -> None:
        """Show how many come of how many were asked."""
        self._number.setText(str(coming))
        one, several = self.tr("of 1 person asked"), self.tr("of {count} people asked")
        self._after.setText(one if asked == 1 else several.format(count=asked))
        shown = (tuple(counts), tuple(labels.items()))
        if shown == self._shown:
            return
        self._shown = shown
        empty_layout(self._lines)
        for count in counts:
            self._lines.addWidget(self._line(count, counted_words(count.perspective, labels)))

    def show_missing(self, title: str, what_to_do: str) -> None:
        """Say which perspective nobody coming holds, and one thing that can be done; no words take it away."""
        if not title:
            self._bar.hide()
        elif self._bar.isHidden() or self._bar.words() != f"{title} {what_to_do}":
            self._bar.show_message(MessageKind.WARM, title, what_to_do, Icon.PEOPLE)

    def _line(self, count: ComingCount, words: str) -> QWidget:
        mark = MARKS[count.perspective]
        if not count.is_kept_back:
            return ShareDots(self._theme, mark, words, count.coming, count.asked)
        few = self.tr("few people") if count.is_few else self.tr("not told here")
        return PerspectiveMark(self._theme, mark, f"{words}: {few}")


_Labels = Mapping[Perspective, str]
