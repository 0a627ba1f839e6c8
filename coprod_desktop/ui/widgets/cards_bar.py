"""The group's own cards to press, counted to the item that is open; nobody's name is asked (R13)."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.group import Card
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card_mark import paint_card_shape
from coprod_desktop.ui.widgets.flow_group import FlowGroup
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.press_button import GroupButton
from coprod_desktop.ui.widgets.text_block import lay_out, least_width, natural_width
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_HEIGHT, _MARK, _SIDE, _GAP = 56, 24, 10, 7
_HOT = 3
"""How often a card is shown on one item before it is said in words."""


class CardButton(GroupButton):
    """One card: its shape in its colour, and its word. What it means and its key are told as well."""

    def __init__(self, theme: Theme, card: Card, key: str) -> None:
        self._card = card
        self._key = key
        super().__init__(theme, card.name)
        self.show_count(0)
        self.setToolTip(card.meaning)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_count(self, count: int) -> None:
        """How often it was shown on this: a number under the word, so that no button moves."""
        self.set_words(f"{self._card.name}\n{count}" if count else self._card.name)
        words = QCoreApplication.translate("CardsBar", "{meaning} Key: {key}")
        self.setAccessibleDescription(words.format(meaning=self._card.meaning, key=self._key).strip())

    def heightForWidth(self, width: int) -> int:
        """The height that the words need."""
        block = lay_out(self._theme, self._words, TextStyle.SMALL_STRONG, width - self._beside_words())
        return max(self._theme.px(_HEIGHT), block.height + self._theme.px(12))

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        width = self._beside_words() + natural_width(self._theme, self._words, TextStyle.SMALL_STRONG)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word on a line."""
        width = self._beside_words() + least_width(self._theme, self._words, TextStyle.SMALL_STRONG)
        return QSize(width, self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        theme, colours, px = self._theme, self._theme.colours, self._theme.px
        painter = smooth_painter(self)
        is_hot = self.underMouse() or self.isDown()
        edge = colours.primary if is_hot else colours.line
        rounded_box(painter, self.rect(), px(10), colours.soft if is_hot else colours.surface, edge, 1.5 * theme.unit)
        mark = QRectF(px(_SIDE), (self.height() - px(_MARK)) / 2, px(_MARK), px(_MARK))
        block = lay_out(theme, self._words, TextStyle.SMALL_STRONG, self.width() - self._beside_words())
        block.draw(painter, mark.right() + px(_GAP), (self.height() - block.height) / 2, colours.text)
        paint_card_shape(painter, theme, mark, self._card)

    def _beside_words(self) -> int:
        px = self._theme.px
        return 2 * px(_SIDE) + px(_MARK) + px(_GAP) + px(2)


class _Cards(FlowGroup):
    """The cards beside each other; arrows move through them."""

    def show_buttons(self, buttons: Sequence[CardButton]) -> None:
        """Show these and no others."""
        empty_layout(self._flow)
        for button in buttons:
            self._flow.addWidget(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move through the cards."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        by = step.get(Qt.Key(event.key()))
        items = [self._flow.itemAt(index) for index in range(self._flow.count())]
        buttons = [widget for item in items if item is not None and (widget := item.widget()) is not None]
        focused = self.window().focusWidget()
        if by is None or focused not in buttons:
            super().keyPressEvent(event)
            return
        buttons[(buttons.index(focused) + by) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)


class CardsBar(QWidget):
    """The cards, and how often each was shown on this. Signal: `card_pressed(key of the card)`."""

    card_pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: tuple[Card, ...] = ()
        self._card_buttons: list[CardButton] = []
        self._title = WrapLabel(theme, "", TextStyle.SMALL_STRONG)
        self._buttons = _Cards(theme, self.tr("Cards"))
        self._shown = WrapLabel(theme, "", TextStyle.NOTE)
        self._shown.hide()
        column = Column(theme, gap=6)
        for part in (self._title, self._buttons, self._shown):
            column.addWidget(part)
        self.setLayout(column)

    def show_cards(self, cards: Sequence[Card], counts: Mapping[str, int]) -> None:
        """Show the group's cards, and the counts of what is open now."""
        if tuple(cards) != self._cards:
            self._cards = tuple(cards)
            self._card_buttons = [self._button(card, number) for number, card in enumerate(cards, 1)]
            self._buttons.show_buttons(self._card_buttons)
            keys = self.tr("Alt 1") if len(cards) == 1 else self.tr("Alt 1 to {last}").format(last=len(cards))
            self._title.setText(self.tr("Cards, with {keys}. No names.").format(keys=keys))
        for card, button in zip(self._cards, self._card_buttons, strict=True):
            button.show_count(counts.get(card.key, 0))
        hot = [card for card in cards if counts.get(card.key, 0) >= _HOT]
        words = " ".join(self._times(card, counts[card.key]) for card in hot)
        self._shown.setText(words)
        self._shown.setVisible(bool(words))

    def words(self) -> str:
        """How often each card was shown on this."""
        return self._shown.text()

    def _button(self, card: Card, number: int) -> CardButton:
        button = CardButton(self._theme, card, f"Alt {number}")
        button.clicked.connect(partial(self.card_pressed.emit, card.key))
        return button

    def _times(self, card: Card, count: int) -> str:
        meaning = (card.meaning or card.name).rstrip(".")
        return self.tr('"{card}" was shown {count} times on this.').format(card=meaning, count=count)
