"""Beside a place: what is known of it in a few words, and taking it off the list."""

from PySide6.QtCore import Signal

from coprod_desktop.domain.venue import Venue
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.venue_words import known_words, lacks_words
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class VenueSide(Card):
    """What is known. Signal: `remove_requested`."""

    remove_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("What we know"), gap=12)
        self._known = WrapLabel(theme, "", TextStyle.BODY)
        self._lacks = IconLine(theme, Icon.INFO, "", TextStyle.BODY)
        self.add(self._known)
        self.add(self._lacks)
        kept = self.tr("Each answer keeps its day. Next time you only look at what is old.")
        self.add(IconLine(theme, Icon.DATE, kept, TextStyle.NOTE))
        nobody = self.tr("Here is nothing about people and what they need.")
        self.add(IconLine(theme, Icon.PRIVATE, nobody, TextStyle.NOTE))
        self.add_stretch()
        self.remove = BigButton(theme, self.tr("Take it off the list"), kind=ButtonKind.QUIET, icon=Icon.REMOVE)
        self.remove.clicked.connect(self.remove_requested)
        self.add(self.remove)

    def show_venue(self, venue: Venue) -> None:
        """Show what is known of this place."""
        lacks = lacks_words(venue)
        self._known.setText(known_words(venue))
        self._lacks.set_words(lacks)
        self._lacks.setVisible(bool(lacks))
        self.remove.setVisible(bool(venue.name))
