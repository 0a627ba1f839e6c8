"""Tells the number of an idea without a name at once, so that its person can take the number home (R14)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind


class NumberTold(QWidget):
    """Hidden until there is a number to tell. Signal: `slip_requested(number)`."""

    slip_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._number = 0
        self._bar = MessageBar(
            theme, MessageKind.GOOD, "", act=self.tr("Save a slip"), act_icon=Icon.PRINT, can_close=True
        )
        column = Column(theme)
        column.addWidget(self._bar)
        self.setLayout(column)
        self._bar.act_requested.connect(lambda: self.slip_requested.emit(self._number))
        self._bar.close_requested.connect(self.hide)
        self.hide()

    def tell(self, number: int) -> None:
        """Say the number."""
        self._number = number
        self.show()
        words = self.tr("This idea has number {number}.").format(number=number)
        note = self.tr("Give the number to whoever had the idea. We answer by number.")
        self._bar.show_message(MessageKind.GOOD, words, note)

    def forget(self) -> None:
        """Another meeting or line is looked at."""
        self.hide()

    def words(self) -> str:
        """What is told now."""
        return "" if self.isHidden() else self._bar.words()
