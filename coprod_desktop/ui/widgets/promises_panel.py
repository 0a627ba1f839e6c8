"""What the group promised before: first what is still to do, then what was done: did it help? (R28)"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import Helped
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import announce
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.promise_row import PromiseRow, ShownPromise, ToAskRow, ToDoRow
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.scrolled_view import show_from_top
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_AT_FIRST: Final = 12


class _Rows(RowList):
    """Rows whose presses are the buttons in them."""

    def focus_row(self, key: str) -> None:
        """Go to the row itself, before its presses: a stray Enter says nothing about it."""
        super().focus_row(key)
        show_from_top(self.row(key))


class PromisesPanel(Card):
    """Rows to go through. Nobody is late here, and nobody is ranked.

    Signals: `done(key)`; `stopped(key)`; `day_kept(key, day or None)`; `answered(key, Helped, person id, words)`.
    Button to connect: `back`.
    """

    done = Signal(str)
    stopped = Signal(str)
    day_kept = Signal(str, object)
    answered = Signal(str, object, str, str)

    def __init__(self, theme: Theme, answers: Mapping[Helped, str]) -> None:
        note = self.tr("Ask who had the job. One press says how it is.")
        super().__init__(theme, self.tr("What we promised"), note, heading_style=TextStyle.TITLE, gap=10)
        self._theme = theme
        self._answers = answers
        self._shown: tuple[ShownPromise, ...] = ()
        self._people: tuple[tuple[PersonId, str], ...] = ()
        self._shows_all = False
        self._scroll = ScrollColumn(theme, gap=10)
        self._to_do_label = WrapLabel(theme, self.tr("Still to do"), TextStyle.LABEL)
        self.to_do = _Rows(theme, self._to_do_label.text())
        self._to_ask_label = WrapLabel(theme, self.tr("We did this. Did it help?"), TextStyle.LABEL)
        self.to_ask = _Rows(theme, self._to_ask_label.text())
        self._nothing = WrapLabel(theme, self.tr("Nothing waits here now."), TextStyle.BODY)
        self.more = BigButton(theme, "", kind=ButtonKind.QUIET, icon=Icon.MORE)
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        for part in (self._to_do_label, self.to_do, self._to_ask_label, self.to_ask, self.more, self._nothing):
            self._scroll.add(part)
        self._scroll.add_stretch()
        self.add(self._scroll, 1)
        self.add_layout(flow_of(theme, self.back))
        self.more.clicked.connect(self._on_more)

    def show_promises(self, shown: Sequence[ShownPromise], people: Sequence[tuple[PersonId, str]]) -> None:
        """Show these, and offer these people to say whether something helped; half-typed words stay."""
        if (tuple(shown), tuple(people)) != (self._shown, self._people):
            self._shown, self._people = tuple(shown), tuple(people)
            self._show()

    def begin(self) -> None:
        """Go to the first promise, at the top."""
        self._shows_all = False
        self._show()
        self._scroll.verticalScrollBar().setValue(0)
        rows = next((rows for rows in (self.to_do, self.to_ask) if rows.keys()), None)
        if rows is None:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            rows.focus_row(rows.keys()[0])
        keep_in_view(self._theme, self)

    def _show(self) -> None:
        in_sight = self._shown if self._shows_all else self._shown[:_AT_FIRST]
        had_focus = any(rows.focused_key() is not None for rows in (self.to_do, self.to_ask))
        for rows, label, is_to_ask in (
            (self.to_do, self._to_do_label, False),
            (self.to_ask, self._to_ask_label, True),
        ):
            mine = [shown for shown in in_sight if shown.is_to_ask is is_to_ask]
            label.setVisible(bool(mine))
            rows.setVisible(bool(mine))
            rows.set_rows([(shown.key, self._row(rows, shown)) for shown in mine])
        hidden = len(self._shown) - len(in_sight)
        self.more.set_words(self.tr("Show {count} more").format(count=hidden))
        self.more.setVisible(hidden > 0)
        self._nothing.setVisible(not self._shown)
        if had_focus and not any(rows.focused_key() for rows in (self.to_do, self.to_ask)):
            self._focus_likely()

    def _focus_likely(self) -> None:
        rows = next((rows for rows in (self.to_do, self.to_ask) if rows.keys()), None)
        if rows is not None:
            rows.focus_row(rows.keys()[-1 if rows is self.to_do else 0])
        else:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, rows: RowList, shown: ShownPromise) -> CardRow:
        known = rows.keys()
        kept = rows.row(shown.key) if shown.key in known else None
        if isinstance(kept, PromiseRow) and kept.shown == shown:
            row: PromiseRow = kept
        else:
            row = self._make_ask(shown) if shown.is_to_ask else self._make_to_do(shown)
            row.day_kept.connect(partial(self.day_kept.emit, shown.key))
        if isinstance(row, ToAskRow) and row is not kept:
            row.show_people(self._people)
        return row

    def _make_to_do(self, shown: ShownPromise) -> ToDoRow:
        row = ToDoRow(self._theme, shown)
        row.done.clicked.connect(partial(self.done.emit, shown.key))
        row.not_yet.clicked.connect(partial(self._on_not_yet, shown.key))
        row.stop.clicked.connect(partial(self.stopped.emit, shown.key))
        return row

    def _make_ask(self, shown: ShownPromise) -> ToAskRow:
        row = ToAskRow(self._theme, shown, self._answers)
        row.answered.connect(partial(self.answered.emit, shown.key))
        if shown.new_day is not None:
            row.show_day()
        return row

    def _on_not_yet(self, key: str) -> None:
        """It stays on the list: nothing is written down, and another day is offered."""
        row = self.to_do.row(key)
        if isinstance(row, PromiseRow):
            row.show_day()
            announce(self, self.tr("Not yet. It stays on our list."))

    def _on_more(self) -> None:
        first_new = self._shown[_AT_FIRST].key
        self._shows_all = True
        self._show()
        to_do = self.to_do.keys()
        rows = self.to_do if first_new in to_do else self.to_ask
        rows.focus_row(first_new)
