"""Beside the list of people: bring in or save a list, and those who are no longer here."""

from PySide6.QtCore import Signal

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card


class PeopleListsCard(Card):
    """Signals: `bring_in_requested`; `save_requested`; `no_longer_here_requested`."""

    bring_in_requested = Signal()
    save_requested = Signal()
    no_longer_here_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=8)
        self.setAccessibleName(self.tr("Lists"))
        self._bring_in = BigButton(theme, self.tr("Bring in a list"), icon=Icon.FILE)
        self._save = BigButton(theme, self.tr("Save a list"), icon=Icon.SAVE)
        self.add(self._bring_in)
        self.add(self._save)
        self.no_longer_here = BigButton(
            theme, self.tr("People who are no longer here"), kind=ButtonKind.QUIET, icon=Icon.PEOPLE
        )
        self.add(self.no_longer_here)
        self.add_stretch()
        self._bring_in.clicked.connect(self.bring_in_requested)
        self._save.clicked.connect(self.save_requested)
        self.no_longer_here.clicked.connect(self.no_longer_here_requested)

    def show_counts(self, *, people: int, no_longer_here: int) -> None:
        """With nobody there is no list to save."""
        self._save.setVisible(bool(people))
        self.no_longer_here.setVisible(bool(no_longer_here))
