"""What one person put forward and took on, across all meetings, the newest first, with what became of it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.services.person_history import LineKind, PastLine
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.became_words import became_words
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_AT_ONCE: Final = 10
_ICONS: Final = {
    LineKind.ITEM: Icon.AGENDA,
    LineKind.IDEA: Icon.IDEA,
    LineKind.DECISION: Icon.DECISIONS,
    LineKind.ACTION: Icon.ACTION,
}


class PersonHistoryList(QWidget):
    """Rows that open their meeting; ten at first, so that many years open as quickly as one.

    Signal: `meeting_chosen(meeting id)`.
    """

    meeting_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[PastLine, ...] = ()
        self._shown = _AT_ONCE
        self._none = WrapLabel(theme, self.tr("Nothing is in the record yet."), TextStyle.BODY)
        self._rows = RowList(theme, self.tr("What they said and did"), gap=0, is_one_stop=True)
        self._more = BigButton(theme, self.tr("Show more"), kind=ButtonKind.QUIET, icon=Icon.MORE)
        column = Column(theme, gap=10)
        column.addWidget(self._none)
        column.addWidget(self._rows)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(column)
        self._more.clicked.connect(self._on_more)

    def show_lines(self, lines: Sequence[PastLine]) -> None:
        """Show these, the first of them at once."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self._show()
        self._none.setVisible(not self._lines)

    def _show(self) -> None:
        shown = self._lines[: self._shown]
        self._rows.set_rows((f"{line.meeting_id} {line.line_id}", self._row(line)) for line in shown)
        self._rows.setVisible(bool(self._lines))
        self._more.setVisible(len(self._lines) > self._shown)

    def _row(self, line: PastLine) -> CardRow:
        became = became_words(line.became).format(day=day_words(line.held_on, with_weekday=False))
        due = self.tr("By %s.") % day_words(line.due_on) if line.due_on and line.became.still_waits else ""
        told = f"{became} {due}".strip()
        note = "\n".join(filter(None, (told, line.meeting_title)))
        words = RowWords(title=line.words, note=note, icon=_ICONS[line.kind], right=self.tr("Open"))
        row = CardRow(self._theme, words, is_flat=True)
        row.pressed.connect(partial(self.meeting_chosen.emit, line.meeting_id))
        return row

    def _on_more(self) -> None:
        first_new = self._shown
        self._shown += 5 * _AT_ONCE
        self._show()
        self._rows.focus_row(self._rows.keys()[first_new])
