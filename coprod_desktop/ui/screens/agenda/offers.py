"""What earlier meetings kept for later or did not reach: one press puts it on, with the proposer it had."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.picture_words import picture_words
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.shown_words import shown_words

if TYPE_CHECKING:
    from coprod_desktop.services.memory_service import KeptItem


class AgendaOffers(QWidget):
    """Rows to press; under a blank agenda they are in sight, later behind a button that shows them.

    `proposer` tells whose item it was. Signal: `item_wanted(item id)`, the id that it had in its meeting.
    """

    item_wanted = Signal(str)

    def __init__(self, theme: Theme, *, proposer: Callable[[Proposer], str]) -> None:
        super().__init__()
        self._theme = theme
        self._proposer = proposer
        self._is_open = False
        self._shown: tuple[tuple[str, RowWords], ...] = ()
        self._line = IconLine(theme, Icon.KEEP_FOR_LATER, "", TextStyle.STRONG, icon_colour="muted")
        self._line.set_words(self.tr("From earlier meetings. Press one to put it on."))
        self.toggle = BigButton(theme, "", kind=ButtonKind.QUIET, icon=Icon.KEEP_FOR_LATER)
        self.toggle.clicked.connect(self._on_toggle)
        self.rows = RowList(theme, self.tr("From earlier meetings"))
        column = Column(theme, gap=8)
        column.addWidget(self._line)
        column.addLayout(flow_of(theme, self.toggle))
        column.addWidget(self.rows)
        self.setLayout(column)
        self.hide()

    def show_kept(self, kept: "Sequence[KeptItem]", *, is_blank: bool) -> None:
        """Offer these; `is_blank` says that the agenda has nothing on it, then they are in sight at once."""
        shown = tuple((one.item_id, self._words(one)) for one in kept)
        if shown != self._shown:
            self._shown = shown
            self.rows.set_rows([(item_id, self._row(item_id, words)) for item_id, words in shown])
        self.setVisible(bool(kept))
        self._line.setVisible(is_blank)
        self.toggle.setVisible(not is_blank)
        self._show_rows(is_open=is_blank or self._is_open)

    def _show_rows(self, *, is_open: bool) -> None:
        self.rows.setVisible(is_open)
        words = self.tr("Hide these: {count}") if is_open else self.tr("From earlier meetings: {count}")
        self.toggle.set_words(words.format(count=len(self._shown)))

    def _on_toggle(self) -> None:
        self._is_open = not self._is_open
        self._show_rows(is_open=self._is_open)

    def _row(self, item_id: str, words: RowWords) -> CardRow:
        row = CardRow(self._theme, words)
        row.pressed.connect(partial(self.item_wanted.emit, item_id))
        return row

    def _words(self, one: "KeptItem") -> RowWords:
        details = one.details
        where = self.tr("{meeting}, {day}").format(
            meeting=one.meeting_title, day=day_words(one.held_on, with_weekday=False)
        )
        return RowWords(
            title=shown_words(details.title),
            note=f"{self._proposer(details.proposer)}  \u00b7  {where}",
            right=self.tr("Put it on"),
            picture=picture_words().drawing(details.picture) if details.picture else None,
        )
