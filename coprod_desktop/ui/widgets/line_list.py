"""Ideas, decisions and jobs as rows, in named sections."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class Act(NamedTuple):
    """A button under the chosen row."""

    key: str
    words: str
    icon: Icon


class Section(NamedTuple):
    """Rows of one kind, each with its key."""

    key: str
    title: str
    rows: Sequence[tuple[str, RowWords]]


class LineList(QWidget):
    """Sections of rows. Signals: `pressed(key)`; `act_pressed(act key, row key)` of the chosen row."""

    pressed = Signal(str)
    act_pressed = Signal(str, str)

    def __init__(self, theme: Theme, sections: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme = theme
        self._titles: dict[str, WrapLabel] = {}
        self._lists: dict[str, RowList] = {}
        self._shown: dict[str, tuple[list[str], str, list[str]]] = {}
        self._buttons: dict[str, BigButton] = {}
        column = Column(theme, gap=8)
        for key, title in sections:
            self._titles[key] = WrapLabel(theme, title, TextStyle.LABEL)
            self._lists[key] = RowList(theme, title)
            column.addWidget(self._titles[key])
            column.addWidget(self._lists[key])
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_sections(self, sections: Sequence[Section], *, chosen: str = "", acts: Sequence[Act] = ()) -> None:
        """Show these rows; the acts stand under the chosen one. Rows that are the same only get new words."""
        for section in sections:
            self._titles[section.key].setText(section.title)
            self._titles[section.key].setVisible(bool(section.rows))
            self._lists[section.key].setVisible(bool(section.rows))
            keys = [key for key, _words in section.rows]
            shown = (keys, chosen if chosen in keys else "", [act.key for act in acts] if chosen in keys else [])
            if shown != self._shown.get(section.key):
                self._shown[section.key] = shown
                rows = [(key, self._make_row(key, words, chosen, acts)) for key, words in section.rows]
                self._lists[section.key].set_rows(rows)
            else:
                for key, words in section.rows:
                    self._lists[section.key].row(key).show_words(words)

    def words(self) -> list[str]:
        """What all rows say, from the top."""
        return [rows.row(key).spoken() for rows in self._lists.values() for key in rows.keys()]  # noqa: SIM118 (not a mapping)

    def focus_row(self, key: str) -> bool:
        """Go to a row; says whether it is there."""
        for rows in self._lists.values():
            if key in rows.keys():  # noqa: SIM118 (not a mapping)
                rows.focus_row(key)
                return True
        return False

    def focus_act(self) -> None:
        """Go to the first act of the chosen row."""
        for button in list(self._buttons.values())[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self, key: str) -> BigButton:
        """The button of an act of the chosen row."""
        return self._buttons[key]

    def _make_row(self, key: str, words: RowWords, chosen: str, acts: Sequence[Act]) -> CardRow:
        row = CardRow(self._theme, words)
        row.pressed.connect(partial(self.pressed.emit, key))
        if key != chosen:
            return row
        row.set_chosen(True)
        self._buttons.clear()
        for act in acts:
            button = BigButton(self._theme, act.words, icon=act.icon)
            button.clicked.connect(partial(self.act_pressed.emit, act.key, key))
            row.add_below(button)
            self._buttons[act.key] = button
        return row
