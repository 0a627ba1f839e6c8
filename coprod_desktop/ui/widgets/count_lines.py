"""A number beside each of several things, such as the dots that agenda items got."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.count_field import CountField
from coprod_desktop.ui.widgets.face_layout import FaceLayout
from coprod_desktop.ui.widgets.layouts import Column, empty_layout, holder
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class CountLine(NamedTuple):
    """One thing that is counted: its key and its words."""

    key: str
    words: str


class CountLines(QWidget):
    """Return and the arrows go from number to number. Signal: `finished`, at Return in the last number."""

    finished = Signal()
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._fields: dict[str, CountField] = {}
        self._column = Column(theme, gap=8)
        self.setLayout(self._column)
        self.setAccessibleName(name)

    def show_lines(self, lines: Sequence[CountLine]) -> None:
        """Offer a number for each of these, empty at first."""
        empty_layout(self._column)
        self._fields = {}
        for line in lines:
            field = CountField(self._theme)
            field.setAccessibleName(line.words)
            words = Column(self._theme)
            words.addWidget(WrapLabel(self._theme, line.words, TextStyle.STRONG))
            row = FaceLayout(self._theme, side=0)
            row.addWidget(holder(words))
            row.addWidget(field)
            self._column.addWidget(holder(row))
            self._fields[line.key] = field
        for first in list(self._fields.values())[:1]:
            self.setFocusProxy(first)

    def counts(self) -> Mapping[str, int]:
        """The numbers that were typed, by key."""
        return {key: count for key, field in self._fields.items() if (count := field.count()) is not None}

    def field(self, key: str) -> CountField:
        """The field of one thing."""
        return self._fields[key]

    def has_focus(self) -> bool:
        """Whether one of the numbers has the focus."""
        return any(field.hasFocus() for field in self._fields.values())

    def begin(self) -> None:
        """Go to the first number."""
        self._focus(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return, Up and Down go to another number."""
        fields = list(self._fields.values())
        at = next((place for place, field in enumerate(fields) if field.hasFocus()), None)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
        step = steps.get(Qt.Key(event.key()))
        if at is None or step is None:
            super().keyPressEvent(event)
        elif at + step == len(fields) and event.key() != Qt.Key.Key_Down:
            self.finished.emit()
        else:
            self._focus(at + step)

    def _focus(self, place: int) -> None:
        fields = list(self._fields.values())
        if 0 <= place < len(fields):
            fields[place].setFocus(Qt.FocusReason.TabFocusReason)
