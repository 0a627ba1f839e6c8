"""On which items which cards were shown, in the order of the agenda, so that hard words show (R13)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.closing import ItemCards
from coprod_desktop.domain.group import Card
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card_mark import CardMark
from coprod_desktop.ui.widgets.layouts import Column, Row, empty_layout, holder
from coprod_desktop.ui.widgets.shown_words import shown_words
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class HotSpots(QWidget):
    """No person is counted and no item is ranked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = Column(theme, gap=6)
        self.setLayout(self._column)

    def show_cards(self, shown: Sequence[ItemCards], cards: Sequence[Card]) -> None:
        """Show each item with its cards; a card that the group has no more keeps its colour as its name."""
        empty_layout(self._column)
        if not shown:
            self._column.addWidget(WrapLabel(self._theme, self.tr("No card was shown."), TextStyle.NOTE))
        known = {card.key: card for card in cards}
        for one in shown:
            title = shown_words(one.item.details.title) if one.item is not None else self.tr("Between items")
            self._column.addWidget(WrapLabel(self._theme, title, TextStyle.SMALL_STRONG))
            for key, count in one.counts.items():
                self._column.addWidget(self._row(known.get(key), key, count))

    def _row(self, card: Card | None, key: str, count: int) -> QWidget:
        row = Row(self._theme, gap=8)
        if card is not None:
            row.addWidget(CardMark(self._theme, card, size=22))
        row.addWidget(WrapLabel(self._theme, self._times(self._meaning(card, key), count), TextStyle.NOTE), 1)
        return holder(row)

    def _meaning(self, card: Card | None, key: str) -> str:
        return (card.meaning or card.name) if card is not None else key

    def _times(self, meaning: str, count: int) -> str:
        words = self.tr("{card}: 1 time") if count == 1 else self.tr("{card}: {count} times")
        return words.format(card=meaning.rstrip("."), count=count)
