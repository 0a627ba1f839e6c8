"""The groups in this data folder: show another one, or set one up."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn


class GroupsSide(Card):
    """One row for each group. Signals: `group_pressed(id)`, `new_requested`."""

    group_pressed = Signal(str)
    new_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Change group"), gap=14)
        self._theme = theme
        self._rows = RowList(theme, self.tr("Groups on this laptop"))
        self._new = BigButton(theme, self.tr("Set up another group"), icon=Icon.ADD)
        self._new.clicked.connect(self.new_requested)
        scroll = ScrollColumn(theme)
        scroll.add(self._rows)
        scroll.add_stretch()
        self.add(scroll, 1)
        saved = self.tr("Each change is saved at once.")
        self.add(IconLine(theme, Icon.SAVE, saved, TextStyle.NOTE))
        self.add(self._new)

    def show_groups(self, groups: Iterable[tuple[str, str]], current: str) -> None:
        """Show these groups, by id and name."""
        listed = dict(groups)
        if list(listed) != self._rows.keys():
            self._rows.set_rows([(key, self._make_row(key, name)) for key, name in listed.items()])
        for key, name in listed.items():
            is_current = key == current
            note = self.tr("You see this group now.") if is_current else ""
            self._rows.row(key).show_words(RowWords(title=name, note=note))
            self._rows.row(key).set_chosen(is_current)

    def row(self, group_id: str) -> CardRow:
        """The row of one group."""
        return self._rows.row(group_id)

    def _make_row(self, key: str, name: str) -> CardRow:
        row = CardRow(self._theme, RowWords(title=name))
        row.pressed.connect(partial(self.group_pressed.emit, key))
        return row
