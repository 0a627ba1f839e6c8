"""Chooses which agenda item's lines are shown, or all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column


class ItemChoice(QWidget):
    """One button that says what is shown and opens the choice. Signal: `chosen(key)`."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._choices: list[Choice] = []
        self.open = BigButton(theme, "", kind=ButtonKind.QUIET, icon=Icon.OPEN_LIST)
        self.items = ChoiceButtons(theme, self.tr("Which item?"))
        column = Column(theme, gap=8)
        column.addLayout(flow_of(theme, self.open))
        column.addWidget(self.items)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.items.hide()
        self.open.clicked.connect(self._on_open)
        self.items.chosen_changed.connect(self._on_chosen)

    def show_items(self, choices: Sequence[Choice], chosen: str) -> None:
        """Show what can be chosen and what is."""
        if list(choices) != self._choices:
            self._choices = list(choices)
            self.items.set_choices(choices)
        self.items.set_chosen(chosen)
        words = next((choice.words for choice in choices if choice.key == chosen), "")
        self.open.set_words(words)
        self.open.setAccessibleDescription(self.tr("Choose which item is shown."))

    def close_choice(self) -> bool:
        """Close the choice and change nothing; says whether it was open."""
        if self.items.isHidden():
            return False
        self.items.hide()
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _on_open(self) -> None:
        self.items.setVisible(self.items.isHidden())
        key = self.items.chosen_key()
        if not self.items.isHidden() and key is not None:
            self.items.button(key).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self) -> None:
        key = self.items.chosen_key()
        self.close_choice()
        if key is not None:
            self.chosen.emit(key)
