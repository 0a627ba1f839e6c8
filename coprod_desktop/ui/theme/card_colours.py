"""The colours of the cards that people hold up: on every screen those of the real card, whatever the look."""

from typing import Final

from PySide6.QtGui import QColor

_COLOURS: Final = {
    "red": "#C4161C",
    "yellow": "#FFD400",
    "green": "#0B7A3B",
    "blue": "#1F5FBF",
    "purple": "#6B2C91",
    "white": "#FFFFFF",
}
_UNKNOWN: Final = "#8A8A8A"


def card_colour(key: str) -> QColor:
    """The colour of a card by its key; grey for a key that is not known."""
    return QColor(_COLOURS.get(key, _UNKNOWN))
