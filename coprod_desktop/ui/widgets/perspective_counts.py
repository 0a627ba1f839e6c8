"""How many there are from each perspective: always a mark, its word and a count, never a name."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from coprod_desktop.domain.person import Perspective
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.flow_layout import FlowLayout
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.perspective_mark import Mark, PerspectiveMark
from coprod_desktop.ui.widgets.share_dots import ShareDots

MARKS: Final = {
    Perspective.LIVED_EXPERIENCE: Mark.LIVED_EXPERIENCE,
    Perspective.CARER: Mark.CARER,
    Perspective.LOCAL_PERSON: Mark.LOCAL_PERSON,
    Perspective.PROFESSIONAL: Mark.PROFESSIONAL,
    Perspective.SUPPORTER: Mark.SUPPORTER,
    Perspective.OTHER: Mark.OTHER,
    Perspective.NOT_SAID: Mark.NOT_SAID,
}

_COUNTED: Final = {
    Perspective.LIVED_EXPERIENCE: "Lived experience",
    Perspective.CARER: "Unpaid carers",
    Perspective.LOCAL_PERSON: "Local people",
    Perspective.PROFESSIONAL: "Paid staff",
    Perspective.SUPPORTER: "Here to support",
    Perspective.OTHER: "Something else",
    Perspective.NOT_SAID: "Rather not say",
}

_FEW_LINES: Final = 3
_MOST_DOTS: Final = 4
"""More dots than these would not stand beside every word: then all lines have bars."""


def counted_words(perspective: Perspective, labels: Mapping[Perspective, str]) -> str:
    """The word beside a count: the group's own label if it has one."""
    return labels.get(perspective) or QCoreApplication.translate("PerspectiveCounts", _COUNTED[perspective])


class PerspectiveCounts(QWidget):
    """A line for each perspective: "Paid staff: 2", or with a total bars or dots and "2 of 3"."""

    def __init__(self, theme: Theme, *, gap: int = 4, is_flow: bool = False) -> None:
        """With `is_flow` the lines stand beside each other where there is room."""
        super().__init__()
        self._theme = theme
        self._column: QLayout = FlowLayout(theme, gap=12) if is_flow else Column(theme, gap=gap)
        self._shown: tuple[object, ...] = ()
        self.setLayout(self._column)
        if is_flow:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def show_counts(
        self,
        counts: Mapping[Perspective, int],
        labels: Mapping[Perspective, str],
        *,
        total: int | None = None,
        told_from: int = 1,
    ) -> None:
        """Show these counts in the order of the perspectives; `total` adds bars, or dots if there are many lines.

        Counts below `told_from` are told as "a few people".
        """
        shown = (tuple(counts.items()), tuple(labels.items()), total, told_from)
        if shown == self._shown:
            return
        self._shown = shown
        empty_layout(self._column)
        is_bar = len(counts) <= _FEW_LINES or (total or 0) > _MOST_DOTS
        for perspective in (one for one in Perspective if one in counts):
            mark, words, count = MARKS[perspective], counted_words(perspective, labels), counts[perspective]
            if total is None:
                told = str(count) if count >= told_from else self.tr("a few people")
                line: QWidget = PerspectiveMark(self._theme, mark, f"{words}: {told}")
            else:
                line = ShareDots(self._theme, mark, words, count, total, is_bar=is_bar)
            self._column.addWidget(line)
