"""What the cards of the group mean, in its own words (R13)."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.group import DEFAULT_CARDS, SPARE_CARDS, Card
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card_mark import CardMark
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.saved_field import SavedField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_BESIDE_FIELD = 34


class CardsForm(QWidget):
    """One field for each card there can be; an empty one is not used. Signal: `cards_changed(tuple of Card)`."""

    cards_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._cards: tuple[Card, ...] = ()
        self._fields: dict[str, SavedField] = {}
        column = Column(theme, gap=14)
        told = self.tr("Write what each card means to you. An empty card is not used.")
        column.addWidget(WrapLabel(theme, told, TextStyle.NOTE))
        for card in (*DEFAULT_CARDS, *SPARE_CARDS):
            field = self._fields[card.key] = SavedField(theme, card_words(card))
            field.left_with.connect(partial(self._on_left, card))
            row = Row(theme, gap=14)
            row.addWidget(_lowered(theme, CardMark(theme, card)), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(field, 1)
            column.addLayout(row)
        self.setLayout(column)

    def show_cards(self, cards: Iterable[Card]) -> None:
        """Show what is kept; words that are half typed stay."""
        self._cards = tuple(cards)
        meanings = {card.key: card.meaning for card in self._cards}
        for key, field in self._fields.items():
            field.show_words(meanings.get(key, ""))

    def refuse(self, words: str) -> None:
        """Say beside the first card what to put right."""
        next(iter(self._fields.values())).refuse(words)

    def _on_left(self, card: Card, words: str) -> None:
        kept = {one.key: one for one in self._cards}
        kept[card.key] = replace(kept.get(card.key, card), meaning=words)
        self.cards_changed.emit(tuple(kept[key] for key in self._fields if key in kept))


def card_words(card: Card) -> str:
    """A card as it is asked about: its colour and its shape, in words."""
    words = {
        "red": QCoreApplication.translate("CardsForm", "Red card, with 8 sides"),
        "yellow": QCoreApplication.translate("CardsForm", "Yellow card, with a triangle"),
        "green": QCoreApplication.translate("CardsForm", "Green card, with a circle"),
        "blue": QCoreApplication.translate("CardsForm", "Blue card, with a square"),
        "purple": QCoreApplication.translate("CardsForm", "Purple card, with a diamond"),
        "white": QCoreApplication.translate("CardsForm", "White card, with a star"),
    }
    return words.get(card.key, card.name)


def _lowered(theme: Theme, mark: QWidget) -> QWidget:
    """A mark beside the field itself, under the height of its label."""
    column = Column(theme, gap=0, margins=(0, _BESIDE_FIELD, 0, 0))
    column.addWidget(mark)
    holder = QWidget()
    holder.setLayout(column)
    return holder
