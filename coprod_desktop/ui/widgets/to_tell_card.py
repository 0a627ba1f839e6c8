"""What one person has still to be told of their ideas, on their own page (R27)."""

from PySide6.QtCore import Signal

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow_layout import flow_of


class ToTellCard(Card):
    """How many ideas have news, a slip, and one press when they heard it.

    Signals: `slip_requested`, `told_requested`.
    """

    slip_requested = Signal()
    told_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("What happened to their ideas"), " ", gap=10, is_sunken=True)
        self.slip = BigButton(theme, self.tr("Make the slip"), icon=Icon.PRINT)
        self.told = BigButton(theme, self.tr("They heard it"), icon=Icon.CHECK)
        self.add_layout(flow_of(theme, self.slip, self.told))
        self.slip.clicked.connect(self.slip_requested)
        self.told.clicked.connect(self.told_requested)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Say how many ideas have news for them."""
        words = self.tr("There is nothing new to tell them.")
        if count:
            several = self.tr("They wait to hear about {count} ideas.").format(count=count)
            words = self.tr("They wait to hear about 1 idea.") if count == 1 else several
        self.set_heading(self.tr("What happened to their ideas"), words)
        self.told.setVisible(bool(count))
