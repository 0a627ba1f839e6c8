"""The main card of turns: its edges are narrower with little room, so that a turn fits without scrolling."""

from PySide6.QtGui import QResizeEvent

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.card import Card

_TIGHT_BELOW = 700
_TIGHT, _WIDE = (14, 6, 14, 8), (24, 20, 24, 14)


class TurnCard(Card):
    """A card that holds a turn."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=10)
        self._is_tight = False
        self.body.set_margins(_WIDE)
        theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the edges for the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_tight = self.width() < self._theme.px(_TIGHT_BELOW)
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            self.body.set_margins(_TIGHT if is_tight else _WIDE)
