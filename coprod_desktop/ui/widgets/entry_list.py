"""A few entries of the same kind under each other: add one, change one, take one away."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column

V = TypeVar("V")


class Entry(QWidget, Generic[V]):
    """One entry. Subclasses show a value and read it; `value` is None when nothing was filled in."""

    def value(self) -> V | None:
        """What was filled in."""
        raise NotImplementedError

    def fill(self, value: V) -> None:
        """Show a value."""
        raise NotImplementedError

    def show_error(self, words: str) -> None:
        """Say beside the field that must be there what is missing."""
        raise NotImplementedError

    def is_lacking(self) -> bool:
        """Whether something was filled in, but not what must be there."""
        raise NotImplementedError

    def can_remove(self) -> bool:
        """Whether it can be taken away again without a trace."""
        return True

    def can_change(self) -> bool:
        """Whether its fields are there to be changed."""
        return True


class EntryList(QWidget, Generic[V]):
    """Entries and a button for one more. An entry with nothing in it counts as not there."""

    def __init__(self, theme: Theme, make: Callable[[], Entry[V]], *, add_words: str, remove_words: str) -> None:
        super().__init__()
        self._theme = theme
        self._make = make
        self._remove_words = remove_words
        self._entries: list[tuple[Entry[V], Card]] = []
        self._removes: dict[Entry[V], BigButton] = {}
        self._column = Column(theme, gap=10)
        self.add = BigButton(theme, add_words, icon=Icon.ADD)
        column = Column(theme, gap=10)
        column.addLayout(self._column)
        column.addLayout(flow_of(theme, self.add))
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.add.clicked.connect(self._on_add)

    def values(self) -> tuple[V, ...]:
        """What was filled in, from the top."""
        found = (entry.value() for entry, _card in self._entries)
        return tuple(value for value in found if value is not None)

    def fill(self, values: Sequence[V]) -> None:
        """Show these values; without any, one empty entry invites."""
        filled = [entry for entry in self.entries() if entry.value() is not None]
        if not self._entries or tuple(values) != self.values():
            for entry in self.entries():
                self._drop(entry)
            filled = [self._append() for _value in values]
        for entry, value in zip(filled, values, strict=True):
            entry.fill(value)
            self._removes[entry].setVisible(entry.can_remove())
        if not self._entries:
            self._append()

    def entries(self) -> list[Entry[V]]:
        """The entries, from the top."""
        return [entry for entry, _card in self._entries]

    def begin(self) -> None:
        """Go to the first entry that can be changed."""
        first = next((entry for entry in self.entries() if entry.can_change()), self.add)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, words: str) -> None:
        """Say what is missing in the first entry that lacks something."""
        lacking = next((entry for entry in self.entries() if entry.is_lacking()), self.entries()[0])
        lacking.show_error(words)

    def _append(self) -> Entry[V]:
        entry = self._make()
        card = Card(self._theme, padding=16, gap=10, is_sunken=True)
        remove = BigButton(self._theme, self._remove_words, kind=ButtonKind.QUIET, icon=Icon.REMOVE)
        remove.clicked.connect(partial(self._on_remove, entry))
        card.add(entry)
        card.add_layout(flow_of(self._theme, remove))
        self._entries.append((entry, card))
        self._removes[entry] = remove
        self._column.addWidget(card)
        return entry

    def _drop(self, entry: Entry[V]) -> None:
        card = next(card for other, card in self._entries if other is entry)
        self._entries = [pair for pair in self._entries if pair[0] is not entry]
        del self._removes[entry]
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _on_add(self) -> None:
        self._append().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self, entry: Entry[V]) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(entry)
        if not self._entries:
            self._append()
