"""What the group keeps for its room: its agreement, its cards, and its steps when something serious is said."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.group import Group
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.cards_form import CardsForm
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.lines_field import LinesField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

AGREEMENT, CARDS, SERIOUS_STEPS = "agreement", "cards", "serious_steps"
"""The fields of a group that are written here."""


class RoomFolds(QWidget):
    """Three parts, shut at first. Signal: `changed(fields of the group with their new values)`."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._group: Group | None = None
        self._agreement: LinesField | None = None
        self._cards: CardsForm | None = None
        self._steps: LinesField | None = None
        self._folds = {
            AGREEMENT: Fold(theme, self.tr("Our group agreement"), Icon.AGREEMENT, self._make_agreement),
            CARDS: Fold(theme, self.tr("Our cards"), Icon.CARDS, self._make_cards),
            SERIOUS_STEPS: Fold(theme, self.tr("When something serious is said"), Icon.SERIOUS, self._make_steps),
        }
        column = Column(theme, gap=0)
        for fold in self._folds.values():
            column.addWidget(fold)
        self.setLayout(column)

    def show_group(self, group: Group) -> None:
        """Show what is kept; words that are half typed stay."""
        self._group = group
        self._folds[AGREEMENT].show_note(self._count(group.agreement))
        self._folds[CARDS].show_note(" · ".join(card.name for card in group.cards))
        self._folds[SERIOUS_STEPS].show_note(self._count(group.serious_steps))
        if self._agreement is not None:
            self._agreement.show_lines(group.agreement)
        if self._cards is not None:
            self._cards.show_cards(group.cards)
        if self._steps is not None:
            self._steps.show_lines(group.serious_steps)

    def fold(self, key: str) -> Fold:
        """One part, by the field of the group that it writes."""
        return self._folds[key]

    def refuse(self, field: str, words: str) -> bool:
        """Say beside the field why it was not kept; says whether it is one of these."""
        place = {AGREEMENT: self._agreement, CARDS: self._cards, SERIOUS_STEPS: self._steps}.get(field)
        if place is None:
            return False
        place.refuse(words)
        return True

    def _make_agreement(self) -> QWidget:
        self._agreement = LinesField(
            self._theme,
            self.tr("How we want to be together"),
            hint=self.tr("Such as: We listen. Anybody can say stop. You can change it at any meeting."),
            line_words=self.tr("Agreement, line {number}"),
            add_words=self.tr("Add a line"),
        )
        self._agreement.lines_changed.connect(self._on_agreement)
        if self._group is not None:
            self._agreement.show_lines(self._group.agreement)
        return self._agreement

    def _make_cards(self) -> QWidget:
        self._cards = CardsForm(self._theme)
        self._cards.cards_changed.connect(self._on_cards)
        if self._group is not None:
            self._cards.show_cards(self._group.cards)
        return self._cards

    def _make_steps(self) -> QWidget:
        self._steps = LinesField(
            self._theme,
            self.tr("What we do then, step by step"),
            hint=self.tr("Such as: We stop. We ask what the person wants. Who we phone, and the number."),
            line_words=self.tr("Step {number}"),
            add_words=self.tr("Add a step"),
        )
        self._steps.lines_changed.connect(self._on_steps)
        if self._group is not None:
            self._steps.show_lines(self._group.serious_steps)
        column = Column(self._theme, gap=14)
        column.addWidget(self._steps)
        promise = self.tr("This program never asks what happened. It only shows these steps.")
        column.addWidget(WrapLabel(self._theme, promise, TextStyle.NOTE))
        return holder(column)

    def _count(self, lines: Iterable[str]) -> str:
        count = len(tuple(lines))
        if count == 0:
            return self.tr("Nothing is written yet.")
        return self.tr("1 line") if count == 1 else self.tr("%d lines") % count

    def _on_agreement(self, lines: object) -> None:
        self.changed.emit({AGREEMENT: lines})

    def _on_cards(self, cards: object) -> None:
        self.changed.emit({CARDS: cards})

    def _on_steps(self, lines: object) -> None:
        self.changed.emit({SERIOUS_STEPS: lines})
