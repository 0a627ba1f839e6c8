"""The yellow band that says a turn is nearly over; it stays still and does not flash."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import SpokenLabel
from coprod_desktop.ui.widgets.icon_label import IconLabel
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class SignalBand(QWidget):
    """Words such as "Nearly time" with a bell. Its place stays free while it is hidden."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = SpokenLabel(theme, "", TextStyle.GROUP_NAME, colour="on_wind")
        self._note = WrapLabel(theme, "", TextStyle.NOTE, colour="on_wind")
        column = Column(theme, gap=0)
        column.addWidget(self._words)
        column.addWidget(self._note)
        row = Row(theme, gap=16, margins=(20, 10, 16, 10))
        icon = IconLabel(theme, Icon.NEARLY_TIME, size=32, colour="on_wind")
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(column, 1)
        self.setLayout(row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()
        theme.changed.connect(self.update)

    def say(self, words: str, note: str = "") -> None:
        """Show the band with these words and have them spoken once."""
        is_new = self.isHidden() or words != self._words.text()
        self._note.setText(note)
        self._note.setVisible(bool(note))
        if is_new:
            self._words.say(words)
        self.show()

    def words(self) -> str:
        """What the band says."""
        return self._words.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the band."""
        colours, unit = self._theme.colours, self._theme.unit
        radius = self._theme.px(12)
        rounded_box(smooth_painter(self), self.rect(), radius, colours.wind, colours.wind_line, 2 * unit)
