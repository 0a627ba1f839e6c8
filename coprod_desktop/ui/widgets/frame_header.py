"""The top of every screen: which group, where we are, and what stands at the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.text_block import natural_width
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class FrameHeader(QWidget):
    """The group's name, below it the place, at the right chips and buttons that are put in.

    With little room it shows the name of the screen on one line instead; with hardly any, the buttons only.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_narrow = False
        self._group = WrapLabel(theme, "", TextStyle.GROUP_NAME)
        self._place = WrapLabel(theme, "", TextStyle.NOTE)
        self._screen = WrapLabel(theme, "", TextStyle.GROUP_NAME)
        self._left = Row(theme, gap=12)
        self._right = Row(theme, gap=12)
        words = Column(theme, gap=0)
        for label in (self._group, self._place, self._screen):
            words.addWidget(label)
        self._row = Row(theme, gap=16)
        self._row.addLayout(self._left)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._right)
        self.setLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show_words()

    def set_group_name(self, words: str) -> None:
        """Whose program this is."""
        self._group.setText(words)

    def group_name(self) -> str:
        """Whose program this is."""
        return self._group.text()

    def set_place(self, words: str) -> None:
        """Where we are: the meeting, the item."""
        self._place.setText(words)

    def set_screen(self, words: str) -> None:
        """The name of the screen, for when there is little room."""
        self._screen.setText(words)
        self._show_words()

    def set_narrow(self, is_narrow: bool) -> None:
        """With little room, only the name of the screen is shown."""
        self._is_narrow = is_narrow
        for row in (self._left, self._right):
            row.set_gap(8 if is_narrow else 12)
        self._show_words()

    def add_left(self, widget: QWidget) -> None:
        """Put a button before the name, such as Menu."""
        self._left.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_right(self, widget: QWidget) -> None:
        """Put a chip or a button at the right."""
        self._right.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the buttons; the name of the screen gives way to them."""
        least = super().minimumSizeHint()
        return QSize(self._beside_words(), least.height()) if self._is_narrow else least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the name of the screen still has room."""
        super().resizeEvent(event)
        self._show_words()

    def _show_words(self) -> None:
        for label in (self._group, self._place):
            label.setVisible(not self._is_narrow)
        room = self.width() - self._beside_words()
        name = natural_width(self._theme, self._screen.text(), TextStyle.GROUP_NAME)
        self._screen.setVisible(self._is_narrow and name <= room)

    def _beside_words(self) -> int:
        """What the buttons need when their words stand on one line."""
        parts = (self._left.sizeHint().width(), self._right.sizeHint().width())
        return sum(parts) + self._row.spacing() * 2
