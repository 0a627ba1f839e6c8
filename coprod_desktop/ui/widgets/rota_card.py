"""Jobs on a rota: who has each today, who has not had a go yet, and a kind line when one person holds a lot (R08)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Final

from PySide6.QtCore import Signal

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.jobs import PEN_AND_LAPTOP, JobRota, Share
from coprod_desktop.services.people_service import folded
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.caution_line import CautionLine
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn

_MOST_NAMES: Final = 8
"""With more names than this a line is not read any more; then it says how many people it is."""


class RotaCard(Card):
    """One row for each job. Nobody is ranked: names stand by alphabet, with no number beside a name.

    Signal: `job_pressed(value of the job)`, to change who has it.
    """

    job_pressed = Signal(str)

    def __init__(self, theme: Theme, words: Callable[[StrEnum], str]) -> None:
        note = self.tr("Press a job to say who does it.")
        super().__init__(theme, self.tr("Jobs today"), note, heading_style=TextStyle.TITLE, gap=8)
        self._theme = theme
        self._words = words
        self._shares = CautionLine(theme)
        self._rows = RowList(theme, self.tr("Jobs today"), gap=0)
        scroll = ScrollColumn(theme)
        scroll.add(self._shares)
        scroll.add(self._rows)
        scroll.add_stretch()
        self.add(scroll, 1)

    def show_jobs(self, rotas: Sequence[JobRota], shares: Sequence[Share], names: Mapping[PersonId, str]) -> None:
        """Show who has each job; `names` is what the room calls the people on today's list."""
        keys = [rota.job.value for rota in rotas]
        if keys != self._rows.keys():
            self._rows.set_rows([(key, self._make_row(key)) for key in keys])
        for rota in rotas:
            self._rows.row(rota.job.value).show_words(self._row_words(rota, names))
        words = " ".join(self._share_words(share, names) for share in shares)
        if words != self._shares.words():
            self._shares.say(words)

    def row(self, job: StrEnum) -> CardRow:
        """The row of one job."""
        return self._rows.row(job.value)

    def share_words(self) -> str:
        """What is said about sharing, or nothing."""
        return self._shares.words()

    def _make_row(self, key: str) -> CardRow:
        row = CardRow(self._theme, RowWords(title=key), is_flat=True)
        row.pressed.connect(partial(self.job_pressed.emit, key))
        return row

    def _row_words(self, rota: JobRota, names: Mapping[PersonId, str]) -> RowWords:
        has_it = ", ".join(_by_alphabet(rota.today, names)) or self.tr("nobody yet")
        lines = (self.tr("Today: {names}").format(names=has_it), self._not_yet(rota, names))
        return RowWords(title=self._words(rota.job), note="\n".join(filter(None, lines)))

    def _not_yet(self, rota: JobRota, names: Mapping[PersonId, str]) -> str:
        waiting = _by_alphabet(rota.not_yet, names)
        if not waiting:
            return self.tr("Everybody has had a go.") if rota.had_a_go else ""
        if len(waiting) > _MOST_NAMES:
            return self.tr("Not had a go yet: {count} people").format(count=len(waiting))
        return self.tr("Not had a go yet: {names}").format(names=", ".join(waiting))

    def _share_words(self, share: Share, names: Mapping[PersonId, str]) -> str:
        name = names.get(share.person_id, "")
        if set(share.jobs) >= PEN_AND_LAPTOP:
            return self.tr("{name} has the pen and the laptop. Shall somebody share?").format(name=name)
        return self.tr("{name} has many jobs today. Shall somebody share?").format(name=name)


def _by_alphabet(people: Iterable[PersonId], names: Mapping[PersonId, str]) -> list[str]:
    return sorted((names[who] for who in people if who in names), key=folded)
