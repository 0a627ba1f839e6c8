"""A line that was found, as a row: its words, what became of it, whose it was, and at which meeting."""

from datetime import date
from typing import Final

from PySide6.QtCore import QObject

from coprod_desktop.domain.proposer import Source
from coprod_desktop.services.search_service import Found, FoundKind, Whose
from coprod_desktop.ui.theme import Icon
from coprod_desktop.ui.widgets.became_words import became_words
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.word_offers import shortened
from coprod_desktop.ui.wording import day_words, joined, words_for

_ICONS: Final = {
    FoundKind.IDEA: Icon.IDEA,
    FoundKind.DECISION: Icon.DECISIONS,
    FoundKind.ACTION: Icon.ACTION,
    FoundKind.ITEM: Icon.AGENDA,
    FoundKind.WORD: Icon.WORDS_HELP,
}

WORD_KEY: Final = "word "


def found_key(found: Found, number: int) -> str:
    """What tells a row apart; a word of the list has no line, so its key is its place."""
    return found.line_id or f"{WORD_KEY}{number}"


class FoundWords(QObject):
    """Says rows. `today` is the day up to which somebody has waited."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today

    def row(self, found: Found, *, group_name: str = "") -> RowWords:
        """The row. `group_name` is told where lines of several groups stand together."""
        if found.kind is FoundKind.WORD:
            note = "\n".join(filter(None, (shortened(found.means), group_name)))
            return RowWords(title=shortened(found.text), note=note, icon=_ICONS[found.kind], right=self.tr("Open"))
        waits = found.became is not None and found.became.still_waits
        where = " \u00b7 ".join(filter(None, (self._whose(found.whose), found.meeting_title, group_name)))
        return RowWords(
            title=found.text or self.tr("Some private words were taken out."),
            note="\n".join(filter(None, (self._became(found), where))),
            icon=_ICONS[found.kind],
            note_icon=Icon.WAIT if waits else None,
            right=self.tr("Open"),
        )

    def _whose(self, whose: Whose) -> str:
        """Whose a line is, as it may be printed; somebody who did not want to be named is only counted."""
        people = joined([*whose.names, *self._unnamed(whose.unnamed)])
        sources = [words_for(source) for source in whose.sources if source is not Source.UNNAMED or not whose.unnamed]
        number = [self.tr("Number {number}").format(number=whose.ticket)] if whose.ticket is not None else []
        return " \u00b7 ".join(filter(None, (people, *sources, *number)))

    def _unnamed(self, count: int) -> list[str]:
        if count == 1:
            return [self.tr("1 person who is not named")]
        return [self.tr("{count} people who are not named").format(count=count)] if count else []

    def _became(self, found: Found) -> str:
        if found.became is None or found.held_on is None:
            return ""
        told = [became_words(found.became).format(day=day_words(found.held_on, with_weekday=False))]
        for waits in found.waits_for:
            told += [self.tr("{who} must also say yes.").format(who=waits.who), *self._waited(waits.asked_on)]
        if found.due_on is not None and found.became.still_waits:
            told.append(self.tr("We wanted it by {day}.").format(day=day_words(found.due_on, with_weekday=False)))
        return " ".join(told)

    def _waited(self, asked_on: date | None) -> list[str]:
        days = (self._today - asked_on).days if asked_on is not None else 0
        if days == 1:
            return [self.tr("We have waited 1 day.")]
        return [self.tr("We have waited {count} days.").format(count=days)] if days > 1 else []
