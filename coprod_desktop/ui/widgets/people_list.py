"""The people of the group as a list: find one, open one, add one. Never a need or a perspective beside a name."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.empty_row import EmptyRow
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class PeopleList(Card):
    """Rows of people under a search field.

    Signals: `person_chosen(id)`; `add_requested(name)`, empty if no name was typed; `search_changed(words)`.
    """

    person_chosen = Signal(str)
    add_requested = Signal(str)
    search_changed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("People"), heading_style=TextStyle.TITLE, gap=14)
        self._theme = theme
        self._add = BigButton(
            theme, self.tr("Add a person"), kind=ButtonKind.PRIMARY, icon=Icon.ADD_PERSON, key="F4", height=46
        )
        self._add.clicked.connect(self._on_add)
        self.add_beside_heading(self._add)
        self._search = LineField(theme)
        self._search.textEdited.connect(self.search_changed)
        self._search.returnPressed.connect(self._on_search_return)
        self._search_row = FormRow(theme, self.tr("Find a person by name or by what they bring"), self._search)
        self._nobody = WrapLabel(theme, self.tr("Nobody on the list is like that."))
        self._rows = RowList(theme, self.tr("People"), is_one_stop=True)
        self._empty = EmptyRow(theme, self.tr("Who is in your group?"), self.tr("A first name is enough."), key="F4")
        self._empty.clicked.connect(self._on_add)
        self.add(self._search_row)
        scroll = ScrollColumn(theme)
        for part in (self._rows, self._nobody, self._empty):
            scroll.add(part)
        scroll.add_stretch()
        self.add(scroll, 1)

    def add_button(self) -> BigButton:
        """Adds a person."""
        return self._add

    def empty_row(self) -> EmptyRow:
        """Adds the first person, or the one who was looked for."""
        return self._empty

    def search_field(self) -> LineField:
        """Where a name is looked for."""
        return self._search

    def row_keys(self) -> list[str]:
        """The ids of the people shown."""
        return self._rows.keys()

    def row(self, person_id: str) -> CardRow:
        """The row of one person."""
        return self._rows.row(person_id)

    def show_people(self, rows: Iterable[tuple[str, RowWords]], *, total: int) -> None:
        """Show these people, of so many in the group."""
        listed = list(rows)
        if [key for key, _ in listed] == self._rows.keys():
            for key, words in listed:
                self._rows.row(key).show_words(words)
        else:
            self._rows.set_rows([(key, self._make_row(key, words)) for key, words in listed])
        self._show_parts(found=len(listed), total=total)

    def focus_first(self) -> None:
        """Put the focus where a name is looked for, or on what asks for the first one."""
        (self._empty if self._search_row.isHidden() else self._search).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the search to the rows."""
        if event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self.focus_person("")
        else:
            super().keyPressEvent(event)

    def focus_person(self, person_id: str) -> None:
        """Put the focus on a row, or on what is there instead."""
        if person_id in self._rows.keys():  # noqa: SIM118 - this is a method of the list, not a mapping
            self._rows.focus_row(person_id)
        elif self._rows.keys():
            self._rows.focus_row(self._rows.keys()[0])
        elif self._empty.isVisible():
            self._empty.setFocus()

    def clear_search(self) -> None:
        """Show everyone again."""
        self._search.clear()
        self.search_changed.emit("")

    def _make_row(self, key: str, words: RowWords) -> CardRow:
        row = CardRow(self._theme, words)
        row.pressed.connect(partial(self.person_chosen.emit, key))
        return row

    def _show_parts(self, *, found: int, total: int) -> None:
        typed = self._search.text().strip()
        count = self.tr("1 person") if total == 1 else self.tr("%d people") % total
        self.set_heading(self.tr("People"), count if total else self.tr("Everyone who takes part, as equals."))
        self._add.setVisible(bool(total))
        self._search_row.setVisible(bool(total))
        self._rows.setVisible(bool(found))
        self._nobody.setVisible(bool(total) and not found)
        self._empty.set_words(self.tr("Add %s") % typed if total and typed else self.tr("Who is in your group?"))
        self._empty.setVisible(not found)

    def _on_add(self) -> None:
        self.add_requested.emit("" if self._rows.keys() else self._search.text().strip())

    def _on_search_return(self) -> None:
        if self._rows.keys() or self._empty.isVisible():
            self.focus_person("")
