"""Small cards under each other, each kept as soon as one of its fields is left, and always one more empty one."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.saved_field import SavedField

V = TypeVar("V")

_LEAST_FIELD = 240


class KeptEntry(Card, Generic[V]):
    """One thing with its fields. Signals: `left` when a field was changed; `taken_off`.

    Subclasses `hold` their parts, and read and fill them. Without words in the first field the thing is not there.
    """

    left = Signal()
    taken_off = Signal()

    first: SavedField

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=16, is_sunken=True)
        self.kept: V | None = None
        self.fields: tuple[SavedField, ...] = ()
        self.take_off = BigButton(theme, self.tr("Take off"), kind=ButtonKind.QUIET, icon=Icon.REMOVE)
        self.take_off.clicked.connect(self.taken_off)
        self.take_off.hide()

    def hold(self, first: SavedField, *parts: QWidget) -> None:
        """Put the parts of the entry under each other, the button to take it off last."""
        self.first = first
        self.fields = (first, *(field for part in parts for field in _fields_in(part)))
        for field in self.fields:
            field.left_with.connect(self._on_left)
        for part in (first, *parts, self.take_off):
            self.add(part)

    def read(self) -> V:
        """What stands in the fields."""
        raise NotImplementedError

    def fill(self, value: V | None) -> None:
        """Show a value in the fields, or that they are empty; half-typed words stay."""
        raise NotImplementedError

    def spare_words(self) -> str:
        """What the empty card is for."""
        raise NotImplementedError

    def lacks(self) -> bool:
        """Whether something is still missing without which it cannot be kept; says so beside the field."""
        return False

    def show_value(self, value: V | None) -> None:
        """Show what is kept; None makes it the empty card."""
        was_kept, self.kept = self.kept is not None, value
        is_half_typed = any(field.is_half_typed() for field in self.fields)
        if value is not None or (was_kept and not is_half_typed):  # what was begun in the empty card stays
            self.fill(value)
        self.take_off.setVisible(value is not None)
        words = self.first.words() if value is not None else self.spare_words()
        self.take_off.setAccessibleDescription(words)
        self.setAccessibleName(words)

    def value(self) -> V | None:
        """What is to be kept: nothing without its first words, and what was there before while something lacks."""
        if not self.first.words().strip():
            return None
        return self.kept if self.lacks() else self.read()

    def tell(self) -> None:
        """Something other than words was changed."""
        self.left.emit()

    def _on_left(self, _words: str) -> None:
        self.left.emit()


class KeptEntries(QWidget, Generic[V]):
    """All entries. Signal: `values_changed(tuple)`."""

    values_changed = Signal(object)

    def __init__(self, theme: Theme, make: Callable[[], KeptEntry[V]]) -> None:
        super().__init__()
        self._make = make
        self._cards: list[KeptEntry[V]] = []
        self._column = Column(theme, gap=10)
        self.setLayout(self._column)
        self.show_values(())

    def show_values(self, values: Sequence[V]) -> None:
        """Show what is kept; half-typed words and the focus stay."""
        while len(self._cards) <= len(values):
            self._add_card()
        while len(self._cards) > len(values) + 1:
            self._remove_card()
        for card, value in zip(self._cards, (*values, None), strict=True):
            card.show_value(value)

    def focus_first(self) -> None:
        """Go to the first field."""
        self._cards[0].first.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_card(self) -> None:
        card = self._make()
        card.left.connect(self._on_left)
        card.taken_off.connect(partial(self._on_taken_off, card))
        self._cards.append(card)
        self._column.addWidget(card)

    def _remove_card(self) -> None:
        card = self._cards.pop()
        if card.isAncestorOf(self.window().focusWidget() or self):
            self._cards[-1].first.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _on_left(self) -> None:
        self._tell(card.value() for card in self._cards)

    def _on_taken_off(self, taken: KeptEntry[V]) -> None:
        taken.first.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(card.value() for card in self._cards if card is not taken)

    def _tell(self, values: Iterable[V | None]) -> None:
        told = tuple(value for value in values if value is not None)
        if told != tuple(card.kept for card in self._cards if card.kept is not None):
            self.values_changed.emit(told)


def side_by_side(theme: Theme, *fields: QWidget) -> QWidget:
    """Fields of the same width beside each other, under each other where there is little room."""
    row = EvenRow(theme, gap=12, least=_LEAST_FIELD)
    for field in fields:
        row.addWidget(field)
    return holder(row)


def _fields_in(part: QWidget) -> Iterable[SavedField]:
    return [part] if isinstance(part, SavedField) else part.findChildren(SavedField)
