"""The top of every screen: which group, where we are, and what stands at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class FrameHeader(QWidget):
    """The group's name, below it the place, at the right chips and buttons that are put in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._group = WrapLabel(theme, "", TextStyle.GROUP_NAME)
        self._place = WrapLabel(theme, "", TextStyle.NOTE)
        self._left = Row(theme, gap=12)
        self._right = Row(theme, gap=14)
        words = Column(theme, gap=0)
        words.addWidget(self._group)
        words.addWidget(self._place)
        row = Row(theme, gap=16)
        row.addLayout(self._left)
        row.addLayout(words, 1)
        row.addLayout(self._right)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_group_name(self, words: str) -> None:
        """Whose program this is."""
        self._group.setText(words)

    def group_name(self) -> str:
        """Whose program this is, as it is shown."""
        return self._group.text()

    def set_place(self, words: str) -> None:
        """Where we are: the meeting, the item."""
        self._place.setText(words)

    def set_narrow(self, is_narrow: bool) -> None:
        """With little room, leave out the second line."""
        self._place.setVisible(not is_narrow)

    def add_left(self, widget: QWidget) -> None:
        """Put a button before the name, such as Menu."""
        self._left.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_right(self, widget: QWidget) -> None:
        """Put a chip or a button at the right."""
        self._right.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
