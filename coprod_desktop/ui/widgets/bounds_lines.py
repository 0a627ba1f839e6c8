"""What is open and what is fixed, to read: one line each in bold, and below it how open, or who fixed it and why."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting import Bounds
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.icon_label import IconLabel
from coprod_desktop.ui.widgets.layouts import Column, Row, empty_layout
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class _Line(NamedTuple):
    icon: Icon
    words: str
    note: str


class BoundsLines(QWidget):
    """Words only; nothing can be pressed."""

    def __init__(self, theme: Theme, words_for: Callable[[StrEnum], str]) -> None:
        super().__init__()
        self._theme = theme
        self._words_for = words_for
        self._shown: tuple[_Line, ...] = ()
        self._column = Column(theme, gap=10)
        self.setLayout(self._column)

    def show_bounds(self, bounds: Bounds) -> None:
        """Show these; made anew only if something is different."""
        lines = tuple(self._lines(bounds))
        if lines == self._shown:
            return
        self._shown = lines
        empty_layout(self._column)
        for line in lines:
            self._column.addLayout(self._make_row(line))

    def _lines(self, bounds: Bounds) -> Iterator[_Line]:
        for words, how_open in bounds.open_lines:
            yield _Line(Icon.UNLOCK, words, self._words_for(how_open) if how_open else self.tr("Open"))
        for one in bounds.fixed:
            who = self.tr("Fixed by: {who}").format(who=one.by_whom.rstrip(".")) if one.by_whom else self.tr("Fixed")
            yield _Line(Icon.FIXED, one.what, ". ".join(part for part in (who, one.why) if part))
        for words in bounds.not_given_up:
            yield _Line(Icon.NOT_GIVEN_UP, words, self.tr("People who use the service will not give this up"))
        if bounds.why_now:
            yield _Line(Icon.DATE, self.tr("Why now"), bounds.why_now)
        if bounds.hoped_gain:
            yield _Line(Icon.HOPES, self.tr("What the organisation hopes for"), bounds.hoped_gain)

    def _make_row(self, line: _Line) -> Row:
        words = Column(self._theme, gap=0)
        words.addWidget(WrapLabel(self._theme, line.words, TextStyle.STRONG))
        words.addWidget(WrapLabel(self._theme, line.note, TextStyle.NOTE))
        row = Row(self._theme, gap=10)
        row.addWidget(IconLabel(self._theme, line.icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row
