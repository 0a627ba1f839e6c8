"""A few short lines under a label: each can be changed or taken off, and another added."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.layouts import Column, Row, empty_layout
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.saved_field import SavedField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class LinesField(QWidget):
    """Lines of words. Signal: `lines_changed(tuple of lines)`, when one was changed, taken off or added."""

    lines_changed = Signal(object)

    def __init__(self, theme: Theme, label: str, *, hint: str, line_words: str, add_words: str) -> None:
        """`line_words` names the field of one line, with its `{number}`; `add_words` asks for another."""
        super().__init__()
        self._theme = theme
        self._line_words = line_words
        self._lines: tuple[str, ...] = ()
        self._fields: list[LineField] = []
        self._adding = SavedField(theme, add_words)
        self._adding.left_with.connect(self._on_added)
        self._rows = Column(theme, gap=8)
        words = Column(theme, gap=0)
        words.addWidget(WrapLabel(theme, label, TextStyle.STRONG))
        words.addWidget(WrapLabel(theme, hint, TextStyle.NOTE))
        column = Column(theme, gap=10)
        column.addLayout(words)
        column.addLayout(self._rows)
        column.addWidget(self._adding)
        self.setLayout(column)

    def lines(self) -> tuple[str, ...]:
        """The lines that are kept."""
        return self._lines

    def adding_field(self) -> SavedField:
        """The field in which another line is written."""
        return self._adding

    def show_lines(self, lines: Iterable[str]) -> None:
        """Show the lines that are kept; a line half typed stays."""
        wanted = tuple(lines)
        if wanted == self._lines and len(self._fields) == len(wanted):
            return
        focused = self._focused_at()
        self._lines = wanted
        if len(self._fields) == len(wanted):
            for field, words in zip(self._fields, wanted, strict=True):
                field.setText(words)
            return
        self._make_rows()
        if focused is not None:
            self._focus_line(focused)

    def refuse(self, words: str) -> None:
        """Say what to put right."""
        self._adding.refuse(words)

    def _on_added(self, words: str) -> None:
        before = len(self._lines)
        if words.strip():
            self.lines_changed.emit((*self._lines, words))
        if len(self._lines) > before:
            self._adding.clear_typed()

    def _on_changed(self, index: int) -> None:
        if index >= len(self._fields):
            return  # the rows are being made anew
        words = self._fields[index].text().strip()
        if words != self._lines[index]:
            kept = [line for place, line in enumerate(self._lines) if place != index or words]
            if words:
                kept[index] = words
            self.lines_changed.emit(tuple(kept))

    def _on_taken_off(self, index: int) -> None:
        self.lines_changed.emit(tuple(line for place, line in enumerate(self._lines) if place != index))

    def _make_rows(self) -> None:
        self._fields = []
        empty_layout(self._rows)
        for index, words in enumerate(self._lines):
            self._rows.addLayout(self._make_row(index, words))

    def _make_row(self, index: int, words: str) -> Row:
        field = LineField(self._theme, words)
        field.setAccessibleName(self._line_words.format(number=index + 1))
        field.editingFinished.connect(partial(self._on_changed, index))
        self._fields.append(field)
        button = BigButton(self._theme, self.tr("Take off"), kind=ButtonKind.QUIET, icon=Icon.REMOVE)
        button.setAccessibleDescription(words)
        button.clicked.connect(partial(self._on_taken_off, index))
        row = Row(self._theme, gap=8)
        row.addWidget(field, 1)
        row.addWidget(button)
        return row

    def _focused_at(self) -> int | None:
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused) or self._adding.isAncestorOf(focused):
            return None
        for index in range(self._rows.count()):
            row = self._rows.itemAt(index)
            inner = row.layout() if row is not None else None
            if inner is not None and inner.indexOf(focused) >= 0:
                return index
        return None

    def _focus_line(self, index: int) -> None:
        fields: list[QWidget] = [*self._fields, self._adding.field]
        fields[min(index, len(fields) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
