"""The names of people who are no longer here, and nothing else about them."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class NoLongerHereList(Card):
    """Rows of names by the alphabet. Signals: `person_chosen(id)`; `back_requested`."""

    person_chosen = Signal(str)
    back_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        kept = self.tr("Their ideas stay in the record under the name they chose.")
        super().__init__(theme, self.tr("People who are no longer here"), kept, heading_style=TextStyle.TITLE, gap=14)
        self._back = BigButton(theme, self.tr("All people"), icon=Icon.BACK)
        self._back.clicked.connect(self.back_requested)
        self.add_beside_heading(self._back)
        self._nobody = WrapLabel(theme, self.tr("Nobody is on this list."))
        self._rows = RowList(theme, self.tr("People who are no longer here"), is_one_stop=True)
        scroll = ScrollColumn(theme)
        scroll.add(self._nobody)
        scroll.add(self._rows)
        scroll.add_stretch()
        self.add(scroll, 1)

    def show_people(self, people: Iterable[tuple[str, str]]) -> None:
        """Show these people by id and name."""
        listed = list(people)
        self._rows.set_rows((key, self._row(key, name)) for key, name in listed)
        self._nobody.setVisible(not listed)
        self._rows.setVisible(bool(listed))

    def focus_person(self, person_id: str = "") -> None:
        """Go to a name, to the first, or to the way back."""
        keys = self._rows.keys()
        if keys:
            self._rows.focus_row(person_id if person_id in keys else keys[0])
        else:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, key: str, name: str) -> CardRow:
        row = CardRow(self._theme, RowWords(title=name))
        row.pressed.connect(partial(self.person_chosen.emit, key))
        return row
