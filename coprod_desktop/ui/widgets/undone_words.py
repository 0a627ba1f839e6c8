"""Words that were undone are in the record still: they can be chosen to be taken out for good."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class UndoneWords(QWidget):
    """A button, and after it was pressed the words. Signals: `asked`, to be shown them; `chosen(line id)`."""

    asked = Signal()
    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.open = BigButton(theme, self.tr("Words that were undone"), kind=ButtonKind.QUIET, icon=Icon.UNDO)
        self.lines = ChoiceButtons(theme, self.tr("Words that were undone"))
        self._nothing = WrapLabel(theme, self.tr("Nothing was undone here."), TextStyle.NOTE)
        column = Column(theme, gap=12)
        column.addLayout(flow_of(theme, self.open))
        column.addWidget(self._nothing)
        column.addWidget(self.lines)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.open.clicked.connect(self.asked)
        self.lines.chosen_changed.connect(self._on_chosen)
        self.forget()

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these line ids and their words."""
        self.lines.set_choices([Choice(line_id, words) for line_id, words in lines])
        self.lines.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        if lines:
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Nothing of the words stays here."""
        self.lines.set_choices(())
        self.lines.hide()
        self._nothing.hide()

    def _on_chosen(self) -> None:
        line_id = self.lines.chosen_key()
        if line_id:
            self.chosen.emit(line_id)
