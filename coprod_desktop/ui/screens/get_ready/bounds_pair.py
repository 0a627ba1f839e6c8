"""What is open and what is fixed, side by side and equally large (R05)."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.lines import HowOpen
from coprod_desktop.domain.meeting import Bounds
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.icon_label import IconLabel
from coprod_desktop.ui.widgets.layouts import Column, Row, empty_layout
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import words_for

_MOST_LINES: Final = 2
_LEAST_WIDTH: Final = 300
_SHORT: Final = 30
"""So many letters stand on one line of a close card."""

_LONG: Final = 70
"""A line with more letters would take the room of the list above."""

_Line = tuple[str, str]


class BoundsPair(QWidget):
    """Two cards. Signal: `change_wanted`, for either of them."""

    change_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._open = _BoundsCard(theme, self.tr("What is open"), Icon.UNLOCK)
        self._fixed = _BoundsCard(theme, self.tr("What is fixed"), Icon.FIXED)
        row = EvenRow(theme, gap=14, least=_LEAST_WIDTH)
        for card in (self._open, self._fixed):
            card.change.clicked.connect(self.change_wanted)
            row.addWidget(card)
        self.setLayout(row)

    def set_close(self, *, is_close: bool) -> None:
        """With little room each card is one row: the heading, and how much is written down."""
        for card in (self._open, self._fixed):
            card.set_close(is_close=is_close)

    @property
    def is_long(self) -> bool:
        """Whether the words that would be shown take many lines."""
        return any(card.is_long for card in (self._open, self._fixed))

    def show_bounds(self, bounds: Bounds) -> None:
        """Show what is written down."""
        nothing = self.tr("Nothing is written down yet.")
        self._open.show_lines([(what, _how(how)) for what, how in bounds.open_lines], nothing)
        self._fixed.show_lines([(one.what, one.why or one.by_whom) for one in bounds.fixed], nothing)


class _BoundsCard(Card):
    """One of the two: the first lines, and how many more there are; or only the number of lines."""

    def __init__(self, theme: Theme, heading: str, icon: Icon) -> None:
        super().__init__(theme, padding=14, gap=4)
        self._theme = theme
        self._is_close = False
        self._shown: tuple[Sequence[_Line], str] = ((), "")
        self._drawn: object = None
        self.change = BigButton(theme, self.tr("Change"), kind=ButtonKind.QUIET, description=heading)
        self._count = WrapLabel(theme, "", TextStyle.NOTE)
        words = Column(theme, gap=0)
        words.addWidget(WrapLabel(theme, heading, TextStyle.HEADING))
        words.addWidget(self._count)
        top = Row(theme, gap=12)
        top.addWidget(IconLabel(theme, icon))
        top.addLayout(words, 1)
        top.addWidget(self.change)
        self.add_layout(top)
        self._lines = Column(theme, gap=6)
        self.add_layout(self._lines)
        self.add_stretch()
        self.setAccessibleName(heading)

    def set_close(self, *, is_close: bool) -> None:
        """Show only how many lines there are."""
        if is_close != self._is_close:
            self._is_close = is_close
            self._draw()

    @property
    def is_long(self) -> bool:
        """Whether the first lines are long."""
        return any(len(words) > _LONG for line in self._shown[0][:_MOST_LINES] for words in line)

    def show_lines(self, lines: Sequence[_Line], nothing: str) -> None:
        """Show these lines, or in words that there are none."""
        self._shown = tuple(lines), nothing
        self._draw()

    def _draw(self) -> None:
        lines, nothing = self._shown
        is_counted = self._is_close or not lines
        if (self._shown, is_counted) == self._drawn:
            return
        self._drawn = self._shown, is_counted
        self._count.setText(self._count_words(lines) or nothing)
        self._count.setVisible(is_counted)
        empty_layout(self._lines)
        for what, about in () if is_counted else lines[:_MOST_LINES]:
            self._add_line(what, about)
        more = len(lines) - _MOST_LINES
        if more > 0 and not is_counted:
            words = self.tr("And {count} more.").format(count=more)
            self._lines.addWidget(WrapLabel(self._theme, words, TextStyle.NOTE))

    def _count_words(self, lines: Sequence[_Line]) -> str:
        """The one thing there is, or how many; the words themselves only if they are short."""
        if len(lines) == 1 and len(lines[0][0]) <= _SHORT:
            return lines[0][0]
        one, several = self.tr("1 thing is written down."), self.tr("{count} things are written down.")
        return "" if not lines else one if len(lines) == 1 else several.format(count=len(lines))

    def _add_line(self, what: str, about: str) -> None:
        column = Column(self._theme, gap=0)
        column.addWidget(WrapLabel(self._theme, what, TextStyle.STRONG))
        if about:
            column.addWidget(WrapLabel(self._theme, about, TextStyle.NOTE))
        self._lines.addLayout(column)


def _how(how: HowOpen | None) -> str:
    return words_for(how) if how is not None else ""
