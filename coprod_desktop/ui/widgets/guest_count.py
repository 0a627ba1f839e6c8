"""How many guests are here: people who are counted and not named."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.opening import MOST_GUESTS
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.number_field import NumberField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class GuestCount(QWidget):
    """A number with less and more. Signal: `counted(how many)`, when a person changes it."""

    counted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._number = NumberField(theme, 0, 0, MOST_GUESTS)
        self._number.setKeyboardTracking(False)  # "12" is one act, not 1 and then 12
        self._number.setAccessibleName(self.tr("Guests"))
        note = self.tr("Counted, not named.")
        self._number.setAccessibleDescription(note)
        label = WrapLabel(theme, self.tr("Guests"), TextStyle.STRONG)
        label.setBuddy(self._number)
        words = Column(theme, gap=0)
        words.addWidget(label)
        words.addWidget(WrapLabel(theme, note, TextStyle.NOTE))
        row = Row(theme, gap=12)
        row.addLayout(words, 1)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._number.valueChanged.connect(self.counted)

    def show_count(self, count: int) -> None:
        """Show how many were counted; this is no act."""
        if count != self._number.value():
            was_blocked = self._number.blockSignals(True)
            self._number.setValue(count)
            self._number.blockSignals(was_blocked)

    def field(self) -> NumberField:
        """The number."""
        return self._number
