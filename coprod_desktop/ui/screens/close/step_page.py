"""One step of closing: what is read or answered, the acts under it, and a card beside it."""

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn


class StepPage(Card):
    """`back` goes back one step; `side` stands beside the page."""

    def __init__(self, theme: Theme, words: tuple[str, str], side: tuple[str, str]) -> None:
        """`words` and `side` are the heading of each card and the line under it."""
        super().__init__(theme, *words, heading_style=TextStyle.TITLE, gap=12)
        self.side = Card(theme, *side, gap=8)
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")

    def first_act(self) -> QWidget:
        """The likeliest next act."""
        raise NotImplementedError

    def hold(self, parts: tuple[QWidget, ...], acts: tuple[QWidget, ...], *, acts_first: bool = False) -> None:
        """Put in the parts, which scroll, and the acts, which are always in sight."""
        inside = ScrollColumn(self._theme)
        for part in parts:
            inside.add(part)
        inside.add_stretch()
        row = flow_of(self._theme, *acts, self.back, gap=12)
        if acts_first:
            self.add_layout(row)
        self.add(inside, 1)
        if not acts_first:
            self.add_layout(row)
