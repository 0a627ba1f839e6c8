"""Who waits to hear what happened to their idea, with a slip for each and one press when they were told (R27)."""

from collections.abc import Sequence
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn

_AT_ONCE: Final = 3
_NOBODY: Final = ""


class Waiting(NamedTuple):
    """One who waits: a key, what to call them here, and the words of their newest idea."""

    key: str
    name: str
    words: str


class WaitsToHearCard(Card):
    """The list, three at first, and the papers to give out.

    Signals: `slips_requested` for all of them, `page_requested` for the group's page, `slip_requested(key)`,
    `told_requested(key)` when somebody told one of them, `all_told_requested` when all slips were given out.
    """

    slips_requested = Signal()
    page_requested = Signal()
    slip_requested = Signal(str)
    told_requested = Signal(str)
    all_told_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Who waits to hear"), " ", gap=10)
        self._theme = theme
        self._waiting: tuple[Waiting, ...] = ()
        self._is_long = False
        self._tellers: list[Choice] = []
        self._rows = RowList(theme, self.tr("Who waits to hear"), gap=0)
        self.slips = BigButton(theme, self.tr("Make all slips"), kind=ButtonKind.PRIMARY, icon=Icon.PRINT, key="F8")
        self.all_told = BigButton(theme, self.tr("We gave them out"), icon=Icon.TELL_THEM)
        self._more = BigButton(theme, self.tr("Show all"), kind=ButtonKind.QUIET, icon=Icon.MORE)
        self.page = BigButton(theme, self.tr("A page for the group"), icon=Icon.FILE)
        self.choice = ChoiceButtons(theme, self.tr("Who tells them?"))
        self.who = Fold(theme, self.tr("Who tells them?"), Icon.PERSON, lambda: self.choice)
        self._lay_out(theme)
        self._connect()
        self.show_waiting(())

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show who waits; with nobody there is only the page for the group."""
        self._waiting = tuple(waiting)
        self.set_heading(self.tr("Who waits to hear"), waits_to_hear_words(len(waiting)) or self._nobody())
        for part in (self.slips, self._list):
            part.setVisible(bool(waiting))
        grows = QSizePolicy.Policy.Preferred if waiting else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, grows)
        self.slips.set_words(self.tr("Make the slip") if len(waiting) == 1 else self.tr("Make all slips"))
        if not waiting:
            self.show_made(is_made=False)
        self._show_rows()

    def show_made(self, *, is_made: bool) -> None:
        """Whether slips were made that can be given out now."""
        self.all_told.setVisible(is_made and bool(self._waiting))

    def show_busy(self, is_busy: bool) -> None:
        """Whether papers are being made."""
        for button in (self.slips, self.page):
            button.setEnabled(not is_busy)

    def show_tellers(self, people: Sequence[tuple[str, str]]) -> None:
        """Offer these people, by id and name, as who tells; whoever is chosen stays chosen."""
        tellers = [Choice(_NOBODY, self.tr("Not said")), *(Choice(key, name) for key, name in people)]
        if tellers == self._tellers:
            return
        chosen = self.teller()
        self._tellers = tellers
        self.choice.set_choices(tellers)
        self.choice.set_chosen(chosen if chosen in dict(people) else _NOBODY)
        self._show_teller()

    def has_waiting(self) -> bool:
        """Whether anybody waits."""
        return bool(self._waiting)

    def teller(self) -> str:
        """The id of who tells, empty if that was not said."""
        return self.choice.chosen_key() or _NOBODY

    def row(self, key: str) -> CardRow:
        """The row of one who waits."""
        return self._rows.row(key)

    def _lay_out(self, theme: Theme) -> None:
        """The acts for all stay in sight; who waits scrolls between them."""
        for part in (self.slips, self.all_told):
            self.add(part)
        self._list = ScrollColumn(theme, gap=8)
        self._list.add(self._rows)
        self._list.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.add(self.who)
        self._list.add_stretch()
        self.add(self._list, 1)
        self.add(self.page)

    def _connect(self) -> None:
        self.slips.clicked.connect(self.slips_requested)
        self.page.clicked.connect(self.page_requested)
        self.all_told.clicked.connect(self.all_told_requested)
        self._more.clicked.connect(self._on_more)
        self.choice.chosen_changed.connect(self._show_teller)

    def _show_rows(self) -> None:
        shown = self._waiting if self._is_long else self._waiting[:_AT_ONCE]
        self._rows.set_rows([(one.key, self._make_row(one)) for one in shown])
        self._more.setVisible(len(shown) < len(self._waiting))

    def _make_row(self, one: Waiting) -> CardRow:
        words = RowWords(title=one.name, note=one.words)
        row = CardRow(self._theme, words, is_pressable=False, is_flat=True, flat_side=0)
        told = BigButton(self._theme, self.tr("They heard it"), icon=Icon.CHECK, description=one.name)
        told.clicked.connect(partial(self.told_requested.emit, one.key))
        slip = BigButton(self._theme, self.tr("Slip"), kind=ButtonKind.QUIET, icon=Icon.PRINT, description=one.name)
        slip.clicked.connect(partial(self.slip_requested.emit, one.key))
        row.add_below(told)
        if len(self._waiting) > 1:  # one slip is all slips
            row.add_below(slip)
        return row

    def _on_more(self) -> None:
        self._is_long = True
        self._show_rows()
        keys = self._rows.keys()
        self._rows.focus_row(keys[_AT_ONCE])

    def _show_teller(self) -> None:
        self.who.show_note(dict((one.key, one.words) for one in self._tellers).get(self.teller(), ""))

    def _nobody(self) -> str:
        return self.tr("Nobody waits to hear now.")


def waits_to_hear_words(count: int) -> str:
    """How many people wait, in words; empty if nobody does."""
    if not count:
        return ""
    one = QCoreApplication.translate("WaitsToHear", "1 person waits to hear what happened to their idea.")
    several = QCoreApplication.translate("WaitsToHear", "{count} people wait to hear what happened to their idea.")
    return one if count == 1 else several.format(count=count)
