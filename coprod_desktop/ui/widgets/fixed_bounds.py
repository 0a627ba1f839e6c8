"""What is fixed already: what, who fixed it and why, each kept as soon as its field is left."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting import FixedBound
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.saved_field import SavedField


class _BoundCard(Card):
    """One thing that is fixed. Signals: `left` when a field was changed; `taken_off`."""

    left = Signal()
    taken_off = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=16, is_sunken=True)
        self.what = SavedField(theme, self.tr("What is fixed?"))
        self._by_whom = SavedField(theme, self.tr("Who fixed it?"))
        self._why = SavedField(theme, self.tr("Why?"))
        self._take_off = BigButton(theme, self.tr("Take off"), kind=ButtonKind.QUIET, icon=Icon.REMOVE)
        self._take_off.clicked.connect(self.taken_off)
        for field in (self.what, self._by_whom, self._why):
            field.left_with.connect(self._on_left)
            self.add(field)
        self.add(self._take_off)
        self._take_off.hide()

    def show_bound(self, bound: FixedBound | None) -> None:
        """Show what is kept; half-typed words stay."""
        shown = bound or FixedBound(what="")
        self.what.show_words(shown.what)
        if bound is not None or not self.what.is_half_typed():
            self._by_whom.show_words(shown.by_whom)
            self._why.show_words(shown.why)
        self._take_off.setVisible(bound is not None)
        self._take_off.setAccessibleDescription(shown.what)
        self.setAccessibleName(shown.what or self.tr("One more thing that is fixed"))

    def bound(self) -> FixedBound:
        """What is typed."""
        return FixedBound(what=self.what.words(), by_whom=self._by_whom.words(), why=self._why.words())

    def _on_left(self, _words: str) -> None:
        self.left.emit()


class FixedBounds(QWidget):
    """All that is fixed, and always one more empty place. Signal: `bounds_changed(tuple of FixedBound)`."""

    bounds_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[_BoundCard] = []
        self._column = Column(theme, gap=10)
        self.setLayout(self._column)
        self.show_bounds(())

    def show_bounds(self, bounds: Sequence[FixedBound]) -> None:
        """Show what is kept; half-typed words and the focus stay."""
        while len(self._cards) <= len(bounds):
            self._add_card()
        while len(self._cards) > len(bounds) + 1:
            self._remove_card()
        for card, bound in zip(self._cards, (*bounds, None), strict=True):
            card.show_bound(bound)

    def _add_card(self) -> None:
        card = _BoundCard(self._theme)
        card.left.connect(self._on_left)
        card.taken_off.connect(partial(self._on_taken_off, card))
        self._cards.append(card)
        self._column.addWidget(card)

    def _remove_card(self) -> None:
        card = self._cards.pop()
        if card.isAncestorOf(self.window().focusWidget() or self):
            self._cards[-1].what.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _on_left(self) -> None:
        typed = (card.bound() for card in self._cards)
        self.bounds_changed.emit(tuple(bound for bound in typed if bound.what.strip()))

    def _on_taken_off(self, taken: _BoundCard) -> None:
        kept = (card.bound() for card in self._cards if card is not taken)
        taken.what.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bounds_changed.emit(tuple(bound for bound in kept if bound.what.strip()))
