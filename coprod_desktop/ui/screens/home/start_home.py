"""Home before there is a group: set one up, or have a look at the sample."""

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.home_panel import HomePanel
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class StartHome(QWidget):
    """`set_up` is the likeliest act; `try_it` opens the sample group."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.set_up = BigButton(
            theme, self.tr("Set up our group"), kind=ButtonKind.ON_PRIMARY, icon=Icon.PEOPLE, key="F8"
        )
        self.try_it = BigButton(theme, self.tr("Try the sample group"), icon=Icon.START, key="F4")
        cards = EvenRow(theme, gap=14)
        cards.addWidget(self._make_sample())
        cards.addWidget(self._make_private())
        main = Column(theme, gap=16)
        main.addWidget(self._make_panel(), 3)
        main.addLayout(cards, 2)
        column = Column(theme)
        column.addWidget(WorkArea(theme, holder(main)))
        self.setLayout(column)

    def _make_panel(self) -> HomePanel:
        panel = HomePanel(
            self._theme,
            self.tr("Welcome"),
            self.tr("Start with a blank page"),
            self.tr("Plan your meeting together. Share the time fairly. Print minutes that everyone can read."),
        )
        panel.add_button(self.set_up)
        return panel

    def _make_sample(self) -> Card:
        words = self.tr("A sample group shows you how it works. All people in it are invented.")
        card = Card(self._theme, self.tr("Have a look first"), heading_style=TextStyle.BIG_HEADING)
        card.add(WrapLabel(self._theme, words))
        card.add_stretch()
        card.add(self.try_it)
        return card

    def _make_private(self) -> Card:
        words = self.tr("Everything stays on this laptop. The program never uses the internet.")
        card = Card(self._theme, self.tr("It stays here"), heading_style=TextStyle.BIG_HEADING)
        card.add(WrapLabel(self._theme, words))
        card.add_stretch()
        return card
