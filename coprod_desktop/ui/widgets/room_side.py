"""What belongs to the whole room beside the turns: the group's cards, and whether somebody has stepped out."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from coprod_desktop.domain.group import Card as RoomCard
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.cards_bar import CardsBar


class RoomSide(Card):
    """Signal: `card_pressed(key of the card)`. Button to connect: `stepped_out`, which leads to the names."""

    card_pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=12, gap=6)
        self.setAccessibleName(self.tr("For everybody in the room"))
        self.cards = CardsBar(theme)
        self.stepped_out = BigButton(theme, "", kind=ButtonKind.QUIET, icon=Icon.STEP_OUT)
        self.cards.card_pressed.connect(self.card_pressed)
        self.add(self.cards)
        self.add(self.stepped_out)

    def show_room(self, cards: Sequence[RoomCard], counts: Mapping[str, int], out: int) -> None:
        """Show the cards with the counts of what is open, and how many people stepped out; never who or why."""
        self.cards.show_cards(cards, counts)
        words = self.tr("1 person has stepped out") if out == 1 else self.tr("{count} people have stepped out")
        self.stepped_out.set_words(words.format(count=out))
        self.stepped_out.setVisible(out > 0)
