"""What a group does before it begins, as a short list; each says how it stands, and nothing is forced (R08)."""

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList


class Opening(StrEnum):
    """The 5 things, in the order in which they are offered."""

    AGREEMENT = "agreement"
    ACCESS = "access"
    DECLARE = "declare"
    COUNTING = "counting"
    JOBS = "jobs"


class Standing(NamedTuple):
    """How one of them stands, in words."""

    words: str
    is_done: bool


class BeforeWeBegin(Card):
    """Signal: `opened(key)`, to open one of the 5."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        note = self.tr("In any order. None is a must.")
        super().__init__(theme, self.tr("Before we begin"), note, padding=16, gap=4)
        self._theme = theme
        self._titles = {
            Opening.AGREEMENT: self.tr("Our agreement"),
            Opening.ACCESS: self.tr("Does the room work for us?"),
            Opening.DECLARE: self.tr("Anything to tell us first?"),
            Opening.COUNTING: self.tr("What do we count today?"),
            Opening.JOBS: self.tr("Jobs today"),
        }
        self._standings: Mapping[Opening, Standing] = {}
        self._rows = RowList(theme, self.tr("Before we begin"), gap=0)
        self._rows.set_rows([(key.value, self._make_row(key)) for key in Opening])
        self.add(self._rows)

    def show_standings(self, standings: Mapping[Opening, Standing]) -> None:
        """Show how all of them stand."""
        if standings == self._standings:
            return
        self._standings = dict(standings)
        for key, standing in standings.items():
            self._rows.row(key).show_words(self._words(key, standing))

    def choose(self, chosen: Opening | None) -> None:
        """Mark the one that is open."""
        for key in Opening:
            self._rows.row(key).set_chosen(key is chosen)

    def row(self, key: Opening) -> CardRow:
        """The row of one of them."""
        return self._rows.row(key)

    def focus_after(self, key: Opening) -> bool:
        """Go to the next one that nobody has done; says whether there was one."""
        keys = list(Opening)
        at = keys.index(key) + 1
        found = next((one for one in (*keys[at:], *keys[:at]) if not self._is_done(one)), None)
        if found is not None:
            self._rows.focus_row(found)
        return found is not None

    def _is_done(self, key: Opening) -> bool:
        standing = self._standings.get(key)
        return standing is not None and standing.is_done

    def _make_row(self, key: Opening) -> CardRow:
        row = CardRow(self._theme, RowWords(title=self._titles[key]), is_flat=True, flat_side=10)
        row.pressed.connect(partial(self.opened.emit, key.value))
        return row

    def _words(self, key: Opening, standing: Standing) -> RowWords:
        return RowWords(
            title=self._titles[key],
            note=standing.words,
            note_icon=Icon.CHECK if standing.is_done else None,
            note_colour="good" if standing.is_done else "muted",
        )
