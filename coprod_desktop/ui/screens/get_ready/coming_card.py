"""Who is coming: how many of those who were asked, and by where they speak from; nobody is named."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.coming_counts import ComingCount
from coprod_desktop.domain.person import Perspective
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.layouts import CLOSE, Column, Row, empty_layout, holder
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.perspective_counts import MARKS, counted_words
from coprod_desktop.ui.widgets.perspective_mark import PerspectiveMark
from coprod_desktop.ui.widgets.share_dots import ShareDots
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_MOST_DOTS: Final = 6
"""More would not fit beside the words; then every line has its count alone."""


class ComingCard(Card):
    """One big number, a line for each perspective, and in pale yellow a perspective that nobody coming holds."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Who is coming"), gap=6)
        self.body.set_margins(CLOSE)
        self._theme = theme
        self._number = WrapLabel(theme, "", TextStyle.HEADING)
        self._after = WrapLabel(theme, "", TextStyle.BODY, colour="muted")
        self._lines = Column(theme, gap=0)
        self._shown: tuple[object, ...] = ()
        self._bar = MessageBar(theme, MessageKind.WARM, "", icon=Icon.PEOPLE)
        figure = Row(theme, gap=10)
        figure.addWidget(self._number)
        figure.addWidget(self._after, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add_beside_heading(holder(figure))
        self.add(self._bar)
        self.add_layout(self._lines)
        self._bar.hide()

    def show_coming(
        self, coming: int, asked: int, counts: Sequence[ComingCount], labels: Mapping[Perspective, str]
    ) -> None:
        """Show how many come of how many were asked."""
        self._number.setText(str(coming))
        self._after.setText(self.tr("of {count} asked").format(count=asked))
        shown = (tuple(counts), tuple(labels.items()))
        if shown == self._shown:
            return
        self._shown = shown
        empty_layout(self._lines)
        has_dots = max((count.asked for count in counts), default=0) <= _MOST_DOTS
        for count in counts:
            self._lines.addWidget(self._line(count, counted_words(count.perspective, labels), has_dots=has_dots))

    def show_missing(self, title: str, what_to_do: str) -> None:
        """Say which perspective nobody coming holds, and one thing that can be done; no words take it away."""
        if not title:
            self._bar.hide()
        elif self._bar.isHidden() or self._bar.words() != f"{title} {what_to_do}":
            self._bar.show_message(MessageKind.WARM, title, what_to_do, Icon.PEOPLE)

    def _line(self, count: ComingCount, words: str, *, has_dots: bool) -> QWidget:
        mark = MARKS[count.perspective]
        if not count.is_kept_back:
            return ShareDots(self._theme, mark, words, count.coming, count.asked, has_dots=has_dots)
        few = self.tr("few people") if count.is_few else self.tr("not told here")
        return PerspectiveMark(self._theme, mark, f"{words}: {few}")
