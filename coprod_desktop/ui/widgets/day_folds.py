"""What else makes a good day: food, money for taking part, times that cannot move, members' own time (R04, R43)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.room import FixedEnd
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.clock_words import easy_time
from coprod_desktop.ui.widgets.fixed_ends import FixedEnds
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.folded_field import FoldedField
from coprod_desktop.ui.widgets.layouts import Column

FOOD, MONEY, OWN_TIME, FIXED_ENDS = "food", "taking_part_money", "own_time_at", "fixed_ends"
"""The fields of a meeting that are written here, and the times that cannot move."""


class DayFolds(QWidget):
    """Four parts, shut at first. Signals: `left_with(field, words)`; `fixed_ends_changed(tuple of FixedEnd)`."""

    left_with = Signal(str, str)
    fixed_ends_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ends: FixedEnds | None = None
        self._kept_ends: tuple[FixedEnd, ...] = ()
        self._fields = self._make_fields(theme)
        title = self.tr("Times that cannot move")
        self._ends_fold = Fold(theme, title, Icon.CANNOT_MOVE, self._make_ends)
        column = Column(theme, gap=0)
        for fold in (self._fields[FOOD], self._fields[MONEY], self._ends_fold, self._fields[OWN_TIME]):
            column.addWidget(fold)
        self.setLayout(column)
        for name, field in self._fields.items():
            field.left_with.connect(partial(self.left_with.emit, name))

    def show_details(self, details: MeetingDetails, ends: Sequence[FixedEnd], *, group_money: str) -> None:
        """Show what is kept; half-typed words stay. `group_money` is what the group says of money, to take over."""
        self._fields[FOOD].show_words(details.food)
        self._fields[MONEY].show_words(details.taking_part_money)
        self._fields[MONEY].offer(group_money)
        self._fields[OWN_TIME].show_words(details.own_time_at)
        self._kept_ends = tuple(ends)
        told = (f"{end.what.rstrip(' .')}: {easy_time(end.at)}" for end in ends)
        self._ends_fold.show_note(" · ".join(told) or self.tr("Nothing is written yet."))
        if self._ends is not None:
            self._ends.show_values(self._kept_ends)

    def fold(self, key: str) -> Fold:
        """One part, by its key."""
        return self._ends_fold if key == FIXED_ENDS else self._fields[key]

    def refuse(self, field: str, words: str) -> None:
        """Say beside the field why it was not kept."""
        if field in self._fields:
            self._fields[field].refuse(words)

    def _make_fields(self, theme: Theme) -> dict[str, FoldedField]:
        food, money, own_time = self.tr("Food"), self.tr("Money for taking part"), self.tr("Members' own time before")
        return {
            FOOD: FoldedField(
                theme,
                food,
                Icon.FOOD,
                self.tr("What is there to eat and drink?"),
                hint=self.tr("Such as: Tea, coffee and lunch."),
                lines=2,
            ),
            MONEY: FoldedField(
                theme,
                money,
                Icon.MONEY,
                self.tr("What money is there for taking part?"),
                hint=self.tr("Such as: We pay your fares on the day."),
                lines=2,
            ),
            OWN_TIME: FoldedField(
                theme,
                own_time,
                Icon.PEOPLE,
                self.tr("When do members meet by themselves?"),
                hint=self.tr("Before everybody comes. Such as: 9:30am."),
            ),
        }

    def _make_ends(self) -> QWidget:
        self._ends = FixedEnds(self._theme)
        self._ends.show_values(self._kept_ends)
        self._ends.values_changed.connect(self.fixed_ends_changed)
        return self._ends
