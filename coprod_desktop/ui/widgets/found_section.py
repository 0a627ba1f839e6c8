"""A heading with rows under it, each of which opens something; more of them come on a press."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

AT_ONCE: Final = 20
"""So many rows are shown before somebody asks for more."""


class FoundSection(QWidget):
    """Rows that keep the focus when others come. Signal: `line_chosen(key)`, when a row is pressed."""

    line_chosen = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._most = AT_ONCE
        self._listed: list[tuple[str, RowWords]] = []
        self._heading = WrapLabel(theme, "", TextStyle.HEADING)
        self.rows = RowList(theme, name, gap=0, is_one_stop=True)
        self.more = BigButton(theme, self.tr("Show more"), kind=ButtonKind.QUIET, icon=Icon.MORE)
        column = Column(theme, gap=4)
        for part in (self._heading, self.rows):
            column.addWidget(part)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(column)
        self.more.clicked.connect(self._on_more)

    def show_rows(self, heading: str, rows: Iterable[tuple[str, RowWords]], *, is_new: bool = False) -> None:
        """Show these; with no row there is no heading. `is_new` begins with the first of them again."""
        self._listed = list(rows)
        self._most = AT_ONCE if is_new else self._most
        self._heading.setText(heading)
        self.rows.setAccessibleName(heading)
        self._heading.setVisible(bool(heading and self._listed))
        self.setVisible(bool(self._listed))
        self._show()

    def focus_first(self) -> bool:
        """Go to the first row; says whether there is one."""
        return self.focus_line("")

    def focus_line(self, key: str) -> bool:
        """Go to a row, or to the first one; says whether there is one."""
        keys = [key for key in self.rows.keys() if key]  # noqa: SIM118 - no mapping
        if keys:
            self.rows.focus_row(key if key in keys else keys[0])
        return bool(keys)

    def _show(self) -> None:
        shown = self._listed[: self._most]
        if [key for key, _ in shown] == self.rows.keys():
            for key, words in shown:
                self.rows.row(key).show_words(words)
        else:
            self.rows.set_rows([(key, self._row(key, words)) for key, words in shown])
        self.more.setVisible(len(self._listed) > self._most)

    def _row(self, key: str, words: RowWords) -> CardRow:
        if key in self.rows.keys():  # noqa: SIM118 - this is a method of the list, not a mapping
            kept = self.rows.row(key)
            kept.show_words(words)
            return kept
        row = CardRow(self._theme, words, is_flat=True)
        row.pressed.connect(partial(self.line_chosen.emit, key))
        return row

    def _on_more(self) -> None:
        first_new = self._listed[self._most][0]
        self._most += 2 * AT_ONCE
        self._show()
        self.rows.focus_row(first_new)
