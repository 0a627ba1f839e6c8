"""What is read aloud as a meeting closes: decisions with whose idea each was, and who promised what (R18)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting_state import Action, Decision
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.line_rows import LineRows
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.vocabulary import Vocabulary
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class ReadBackList(QWidget):
    """One list to read from the top, in the words that will be printed."""

    def __init__(self, theme: Theme, *, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._theme = theme
        self._lines = LineRows(vocabulary)
        self._column = Column(theme, gap=8)
        self.setLayout(self._column)

    def show_lines(self, decisions: Sequence[Decision], actions: Sequence[Action]) -> None:
        """Show them in the order in which they were said."""
        empty_layout(self._column)
        decided = [self._lines.decision(one) for one in decisions]
        self._add(self.tr("What we decided"), decided, self.tr("There is no decision today."))
        promised = [self._lines.action(one) for one in actions]
        self._add(self.tr("Who does what"), promised, self.tr("Nobody has a job from today."))

    def _add(self, heading: str, rows: Sequence[RowWords], nothing: str) -> None:
        self._column.addWidget(WrapLabel(self._theme, heading, TextStyle.HEADING))
        for row in rows:
            self._column.addWidget(CardRow(self._theme, row, is_pressable=False))
        if not rows:
            self._column.addWidget(WrapLabel(self._theme, nothing, TextStyle.NOTE))
