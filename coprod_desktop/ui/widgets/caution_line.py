"""One calm line about what is good to know; it is spoken when it comes, and it bars nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import SpokenLabel
from coprod_desktop.ui.widgets.icon_label import IconLabel
from coprod_desktop.ui.widgets.layouts import Row


class CautionLine(QWidget):
    """Hidden until there is something to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._label = SpokenLabel(theme, "", TextStyle.NOTE)
        row = Row(theme, gap=8)
        row.addWidget(IconLabel(theme, Icon.IDEA), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.setLayout(row)
        self.hide()

    def say(self, words: str) -> None:
        """Show these words; none hide the line."""
        self._label.say(words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """What it says now, or nothing."""
        return self._label.text()
