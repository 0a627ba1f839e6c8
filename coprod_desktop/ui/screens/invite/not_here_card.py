"""What somebody could do before the day: who has not answered, who is missing, who is new, who was not seen (R07)."""

from collections.abc import Mapping
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal

from coprod_desktop.domain.not_here_yet import NotHereYet
from coprod_desktop.domain.person import Perspective
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.not_here_words import (
    missing_words,
    newcomer_words,
    no_answer_words,
    not_seen_words,
)
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn


class ToDo(StrEnum):
    """Rows that lead to something."""

    NO_ANSWER = "no_answer"
    NEWCOMERS = "newcomers"
    NOT_SEEN = "not_seen"


class NotHereCard(Card):
    """Rows in words, each with what to do. Perspectives, new people and people not seen only if the room cannot see.

    Beside the answers a perspective could point at one person. Signal: `opened(value of ToDo)`.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Who is not here yet"), " ", gap=4)
        self._theme = theme
        self._rows = RowList(theme, self.tr("Who is not here yet"), gap=0)
        scroll = ScrollColumn(theme)
        scroll.add(self._rows)
        scroll.add_stretch()
        self.add(scroll, 1)

    def show_standing(
        self,
        standing: NotHereYet,
        labels: Mapping[Perspective, str],
        *,
        to_write_to: int,
        waiting: int,
        is_sent: bool,
        is_only_us: bool,
    ) -> None:
        """Show how it stands with this meeting, and with people who were not seen for a while."""
        rows: dict[str, tuple[RowWords, bool]] = {}
        if standing.no_answer and (is_sent or standing.coming or standing.sorry):  # nobody can answer before
            rows[ToDo.NO_ANSWER] = (_row(no_answer_words(len(standing.no_answer)), Icon.PHONE), True)
        if is_only_us:
            for missing in standing.missing:
                rows[missing.perspective] = (_row(missing_words(missing, labels), Icon.IDEA), False)
            if standing.newcomers:
                rows[ToDo.NEWCOMERS] = (_row(newcomer_words(len(standing.newcomers)), Icon.TELL_THEM), True)
            if to_write_to or waiting:
                rows[ToDo.NOT_SEEN] = (_row(not_seen_words(to_write_to, waiting), Icon.AGREEMENT), True)
        self._show_rows(rows)
        self._show_note(standing, has_rows=bool(rows), is_only_us=is_only_us)

    def rows(self) -> list[str]:
        """The keys of what is shown: values of ToDo and of Perspective."""
        return self._rows.keys()

    def row(self, key: str) -> CardRow:
        """One row."""
        return self._rows.row(key)

    def _show_rows(self, rows: Mapping[str, tuple[RowWords, bool]]) -> None:
        if self._rows.keys() != list(rows):
            made = [(key, self._make_row(key, words, leads=leads)) for key, (words, leads) in rows.items()]
            self._rows.set_rows(made)
        for key, (words, _leads) in rows.items():
            self._rows.row(key).show_words(words)

    def _make_row(self, key: str, words: RowWords, *, leads: bool) -> CardRow:
        row = CardRow(self._theme, words, is_pressable=leads, is_flat=True)
        if leads:
            row.pressed.connect(partial(self.opened.emit, key))
        return row

    def _show_note(self, standing: NotHereYet, *, has_rows: bool, is_only_us: bool) -> None:
        note = "" if has_rows else self.tr("Nobody is waited for.")
        if standing.is_own_time:
            note = self.tr("This is members' own time. Nobody is missing.")
        elif not is_only_us:
            note = self.tr("There may be more. It shows when only you can see this.")
        elif standing.not_said and standing.missing:
            note = self.tr("Some who come did not say where they speak from.")
        self.set_heading(self.tr("Who is not here yet"), note)


def _row(words: tuple[str, str], icon: Icon) -> RowWords:
    title, note = words
    return RowWords(title=title, note=note, icon=icon)
