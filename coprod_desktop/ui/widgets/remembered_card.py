"""What the group said before about what somebody is typing; it comes up by itself and takes nothing away (R44)."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from coprod_desktop.domain.what_became import Became
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import announce
from coprod_desktop.ui.widgets.became_words import became_words
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from coprod_desktop.services.memory_service import Remembered

MOST_LETTERS: Final = 110
"""A line that is longer is shown with its beginning; it is read whole where it stands."""


class RememberedCard(Card):
    """A small pale card with up to 3 rows; hidden while there are none.

    Signal: `line_chosen(line_id)`, when a row is pressed. It never takes the focus; that something came up is said
    once to a screen reader, and again only for lines that have not come up since `forget_told`.
    """

    line_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            self.tr("We talked about this before"),
            heading_style=TextStyle.LABEL,
            padding=14,
            gap=4,
            is_sunken=True,
        )
        self._told: set[str] = set()
        self._shown: tuple[Remembered, ...] = ()
        self._rows = RowList(theme, self.tr("We talked about this before"), gap=0)
        self.add(self._rows)
        self.hide()

    @property
    def shown_line_ids(self) -> tuple[str, ...]:
        """The lines that are shown, from the top."""
        return tuple(one.line_id for one in self._shown)

    def show_remembered(self, remembered: "Sequence[Remembered]") -> None:
        """Show these lines instead, the first at the top."""
        if tuple(remembered) == self._shown:
            return
        self._shown = tuple(remembered)
        self._rows.set_rows((one.line_id, self._row(one)) for one in self._shown)
        self.setVisible(bool(self._shown))
        self._tell_once()

    def forget_told(self) -> None:
        """Something else is typed from now on: the same lines are said again when they come up."""
        self._told.clear()

    def _row(self, one: "Remembered") -> CardRow:
        words = RowWords(
            title=_shortened(one.words),
            note=self._what_became(one),
            note_icon=Icon.WAIT if one.became.still_waits else None,
        )
        row = CardRow(self._theme, words, is_flat=True)
        row.pressed.connect(partial(self.line_chosen.emit, one.line_id))
        return row

    def _tell_once(self) -> None:
        new = [one for one in self._shown if one.line_id not in self._told]
        self._told.update(self.shown_line_ids)
        if new and self.isVisible():
            announce(self, self.tr("We talked about this before: {words}").format(words=_shortened(new[0].words)))

    def _what_became(self, one: "Remembered") -> str:
        day = day_words(one.held_on, with_weekday=False)
        sentences = [became_words(one.became).format(day=day), *self._who_was_asked(one)]
        if one.due_on is not None and one.became is Became.STILL_OPEN:
            sentences.append(self.tr("We wanted it by {day}.").format(day=_near_day(one.due_on, one.held_on)))
        return " ".join(sentences)

    def _who_was_asked(self, one: "Remembered") -> list[str]:
        said = []
        for waits in one.waits_for:
            said.append(self.tr("{who} must also say yes.").format(who=waits.who))
            if waits.asked_on is not None:
                said.append(self.tr("We asked on {day}.").format(day=_near_day(waits.asked_on, one.held_on)))
        return [*said, self.tr("No answer yet.")] if said else []


def _near_day(day: date, held_on: date) -> str:
    """A day with its year only if it is not the year of the meeting."""
    return day_words(day, with_year=day.year != held_on.year, with_weekday=False)


def _shortened(words: str) -> str:
    if len(words) <= MOST_LETTERS:
        return words
    return words[:MOST_LETTERS].rsplit(" ", 1)[0].rstrip(" .,;:") + "\u2026"
