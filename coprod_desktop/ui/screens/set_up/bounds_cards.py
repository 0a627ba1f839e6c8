"""What is open and what is fixed, said honestly; what was written last time is offered, never taken over unasked."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting import Bounds
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.bounds_folds import BoundsFolds
from coprod_desktop.ui.widgets.bounds_lines import BoundsLines
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.fixed_bounds import FixedBounds
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.open_bounds import OpenBounds
from coprod_desktop.ui.wording import words_for


class BoundsCards(QWidget):
    """An offer, and three cards. Signal: `changed(Bounds)`."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bounds = Bounds()
        self._last = Bounds()
        self._offer = Card(theme, self.tr("Last time"), self.tr("Is this still so? You can change it afterwards."))
        self._last_lines = BoundsLines(theme, words_for)
        self.use_again = BigButton(theme, self.tr("Use these again"), icon=Icon.CHECK)
        self._open = OpenBounds(theme, words_for)
        self._fixed = FixedBounds(theme)
        self._folds = BoundsFolds(theme)
        self.setLayout(self._laid_out())
        self.use_again.clicked.connect(self._on_use_again)
        self._open.values_changed.connect(self._on_open)
        self._fixed.values_changed.connect(self._on_fixed)
        self._folds.changed.connect(self._on_folds)

    def show_bounds(self, bounds: Bounds, last: Bounds) -> None:
        """Show what is kept, and offer what was written for the last meeting while nothing is written for this one."""
        self._bounds, self._last = bounds, last
        self._last_lines.show_bounds(last)
        is_offered = bounds.is_empty and not last.is_empty
        if not is_offered and self.use_again.hasFocus():
            self._open.focus_first()
        self._offer.setVisible(is_offered)
        self._open.show_values(bounds.open_lines)
        self._fixed.show_values(bounds.fixed)
        self._folds.show_bounds(bounds)

    def fold(self, key: str) -> Fold:
        """One of the parts that are shut at first, by the field of the bounds that it writes."""
        return self._folds.fold(key)

    def _laid_out(self) -> Column:
        theme = self._theme
        column = Column(theme, gap=14)
        self._offer.add(self._last_lines)
        self._offer.add_layout(flow_of(theme, self.use_again))
        column.addWidget(self._offer)
        for card in self._cards():
            column.addWidget(card)
        return column

    def _cards(self) -> Iterator[Card]:
        theme = self._theme
        is_open = Card(theme, self.tr("What is open"), self.tr("Say how open it is. All three are fine."), gap=14)
        is_open.add(self._open)
        is_fixed = Card(theme, self.tr("What is fixed"), self.tr("Say it honestly. Then nobody is misled."), gap=14)
        is_fixed.add(self._fixed)
        more = Card(theme, self.tr("More that people should know"), gap=6)
        more.add(self._folds)
        yield from (is_open, is_fixed, more)

    def _on_use_again(self) -> None:
        self.changed.emit(self._last)

    def _on_open(self, lines: Any) -> None:
        words, how_open = tuple(words for words, _ in lines), tuple(how_open for _, how_open in lines)
        self.changed.emit(replace(self._bounds, open=words, how_open=how_open))

    def _on_fixed(self, fixed: Any) -> None:
        self.changed.emit(replace(self._bounds, fixed=fixed))

    def _on_folds(self, fields: dict[str, Any]) -> None:
        self.changed.emit(replace(self._bounds, **fields))
