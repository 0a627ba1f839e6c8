"""The rows of a file, some at a time: first those with questions. They are private (DP-04)."""

from PySide6.QtCore import Qt, Signal

from coprod_desktop.services.people_file.preview import Preview
from coprod_desktop.ui.screens.people_file.finding_words import RowWording
from coprod_desktop.ui.screens.people_file.row_card import RowCard
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.tab_order import tab_stops

_ROWS_AT_A_TIME = 15


class PreviewRows(ScrollColumn):
    """Signal: `answered(row, key of the question, keys of the answers)`."""

    answered = Signal(int, str, list)

    def __init__(self, theme: Theme, wording: RowWording, preview: Preview) -> None:
        super().__init__(theme, gap=12)
        self._theme = theme
        self._wording = wording
        self._preview = preview
        self._cards: dict[int, RowCard] = {}
        self._rows = Column(theme, gap=12)
        self.more = BigButton(theme, "", kind=ButtonKind.QUIET, icon=Icon.MORE)
        self.more.clicked.connect(self._on_more)
        self.add(holder(self._rows))
        self.add(self.more)
        self.add_stretch()
        self._add_cards()

    def show_preview(self, preview: Preview, number: int, key: str) -> None:
        """Show what changed by an answer in one row; the focus stays at that question."""
        self._preview = preview
        card = self._cards[number]
        had = list(card.choices)
        card.show_row(preview)
        if list(card.choices) != had:
            card.focus_question(key)

    def card(self, number: int) -> RowCard:
        """One row that is shown."""
        return self._cards[number]

    def _add_cards(self) -> None:
        begin = len(self._cards)
        for reading in self._preview.rows[begin : begin + _ROWS_AT_A_TIME]:
            card = self._cards[reading.number] = RowCard(self._theme, self._wording, reading.number)
            card.show_row(self._preview)
            card.answered.connect(self.answered)
            self._rows.addWidget(card)
            card.show()
        left = len(self._preview.rows) - len(self._cards)
        self.more.set_words(self.tr("Show more rows. There are {count} more").format(count=f"{left:,}"))
        self.more.setVisible(left > 0)

    def _on_more(self) -> None:
        begin = len(self._cards)
        self._add_cards()
        first_new = self._cards[self._preview.rows[begin].number]
        for stop in (tab_stops(first_new) or [self.more] * self.more.isVisible())[:1]:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
