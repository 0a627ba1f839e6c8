"""The places of the group as a list: find one, open one, write down a new one."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from coprod_desktop.domain.venue import Venue
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
from coprod_desktop.ui.widgets.venue_words import known_words, lacks_words, one_line
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_FIELD_FROM = 6
"""With so many places there is a field to find one in."""


class VenueList(Card):
    """Rows of places. Signals: `venue_chosen(id)`; `add_requested(name)`, empty if none was typed; `search_changed`."""

    venue_chosen = Signal(str)
    add_requested = Signal(str)
    search_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Our places"), heading_style=TextStyle.TITLE, gap=14)
        self._theme = theme
        self.add_button = BigButton(
            theme, self.tr("Add a place"), kind=ButtonKind.PRIMARY, icon=Icon.ADD, key="F4", height=46
        )
        self.add_beside_heading(self.add_button)
        self.search = LineField(theme)
        self._search_row = FormRow(theme, self.tr("Find a place by its name or address"), self.search)
        self._none = WrapLabel(theme, self.tr("No place on the list is called that."))
        self.rows = RowList(theme, self.tr("Our places"), is_one_stop=True)
        self.empty = EmptyRow(theme, self.tr("Where does your group meet?"), self.tr("A name is enough."), key="F4")
        scroll = ScrollColumn(theme)
        for part in (self.rows, self._none, self.empty):
            scroll.add(part)
        scroll.add_stretch()
        self.add(self._search_row)
        self.add(scroll, 1)
        self.add_button.clicked.connect(self._on_add)
        self.empty.clicked.connect(self._on_add)
        self.search.textEdited.connect(self.search_changed)

    def show_venues(self, venues: Iterable[Venue], *, total: int) -> None:
        """Show these places, of so many in the group; the focus stays on the same row."""
        listed = list(venues)
        keys = [str(venue.id) for venue in listed]
        if keys == self.rows.keys():
            for venue in listed:
                self.rows.row(str(venue.id)).show_words(_row_words(venue))
        else:
            self.rows.set_rows([(str(venue.id), self._row(venue)) for venue in listed])
        self._show_parts(found=len(listed), total=total)

    def focus_first(self) -> None:
        """Go to the first place, or to what asks for one."""
        if self.rows.keys():
            self.rows.focus_row(self.rows.keys()[0])
        else:
            self.empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_venue(self, venue_id: str) -> None:
        """Go to a row, or to the first one."""
        if venue_id in self.rows.keys():  # noqa: SIM118 - this is a method of the list, not a mapping
            self.rows.focus_row(venue_id)
        else:
            self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the search to the rows."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.rows.keys():
            self.rows.focus_row(self.rows.keys()[0])
        else:
            super().keyPressEvent(event)

    def clear_search(self) -> None:
        """Show every place again."""
        self.search.clear()
        self.search_changed.emit()

    def _row(self, venue: Venue) -> CardRow:
        row = CardRow(self._theme, _row_words(venue))
        row.pressed.connect(partial(self.venue_chosen.emit, str(venue.id)))
        return row

    def _show_parts(self, *, found: int, total: int) -> None:
        typed = self.search.text().strip()
        note = self.tr("What somebody found is kept. Nobody measures a door twice.")
        self.set_heading(self.tr("Our places"), note)
        self.add_button.setVisible(bool(total))
        self._search_row.setVisible(total >= _FIELD_FROM or bool(typed))
        self.rows.setVisible(bool(found))
        self._none.setVisible(bool(total) and not found)
        add = self.tr("Add {name}").format(name=typed)
        self.empty.set_words(add if total and typed else self.tr("Where does your group meet?"))
        self.empty.setVisible(not found)

    def _on_add(self) -> None:
        self.add_requested.emit("" if self.rows.keys() else self.search.text().strip())


def _row_words(venue: Venue) -> RowWords:
    note = "\n".join(filter(None, (one_line(venue.address), known_words(venue), lacks_words(venue))))
    return RowWords(title=venue.name, note=note, icon=Icon.PLACE)
