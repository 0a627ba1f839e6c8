"""The jobs that follow from a decision, each with a button to change it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting_state import Action
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.decision_summaries import DecisionSummaries
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.part_row import PartRow


class JobRows(QWidget):
    """A row for each job. Signal: `job_pressed(action id)`, to change one."""

    job_pressed = Signal(str)

    def __init__(self, theme: Theme, say: DecisionSummaries) -> None:
        super().__init__()
        self._theme = theme
        self._say = say
        self._rows: list[PartRow] = []
        self._column = Column(theme, gap=8)
        self.setLayout(self._column)
        self.hide()

    def show_jobs(self, actions: Sequence[Action]) -> None:
        """Show these jobs; the focus stays on the row where it was."""
        focused = self.focusWidget()
        at = next((place for place, row in enumerate(self._rows) if focused and row.isAncestorOf(focused)), None)
        empty_layout(self._column)
        self._rows = [self._make_row(action) for action in actions]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(self._rows))
        if at is not None and self._rows:
            self._rows[min(at, len(self._rows) - 1)].change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_row(self, action: Action) -> PartRow:
        row = PartRow(self._theme, Icon.ACTION, self.tr("Who will do it"))
        row.show_words(self._say.action(action.words, action.details), self.tr("Change"))
        row.change.clicked.connect(partial(self.job_pressed.emit, action.id))
        return row
