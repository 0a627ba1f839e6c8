"""The things that were found, in two lists: what takes away "ready to print", and what could be easier."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.screens.minutes.finding_groups import FoundThing, PageOf
from coprod_desktop.ui.screens.minutes.finding_row import FindingRow
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_AT_FIRST = 20
"""So many rows are shown at first; a long list is asked for, so that the window stays quick."""

MendWords = Callable[[FoundThing], tuple[str, Icon]]


class _Part(QWidget):
    """A heading with a count, its rows, and more of them when they are asked for."""

    def __init__(self, theme: Theme, heading: str) -> None:
        super().__init__()
        self._words = heading
        self._most = _AT_FIRST
        self._heading = WrapLabel(theme, heading, TextStyle.STRONG)
        self.rows = RowList(theme, heading)
        self.more_button = BigButton(theme, self.tr("Show more"), kind=ButtonKind.QUIET, icon=Icon.OPEN_LIST)
        column = Column(theme, gap=8)
        for part in (self._heading, self.rows, self.more_button):
            column.addWidget(part)
        self.setLayout(column)

    def show_more(self) -> None:
        """More rows from now on."""
        self._most += _AT_FIRST

    def show_things(self, things: Sequence[FoundThing], make: Callable[[FoundThing], CardRow]) -> None:
        """Show these, the first of them if they are many."""
        self._heading.setText(f"{self._words}: {len(things)}")
        self.rows.set_rows([(thing.key, make(thing)) for thing in things[: self._most]])
        left = len(things) - self._most
        self.more_button.set_words(self.tr("Show more: {count}").format(count=left))
        self.more_button.setVisible(left > 0)
        self.setVisible(bool(things))


class FindingList(QWidget):
    """Signals with the key of a row: `chosen`; what was pressed in it: `mend_wanted`, `fine_wanted`, `again_wanted`."""

    chosen = Signal(str)
    mend_wanted = Signal(str)
    fine_wanted = Signal(str)
    again_wanted = Signal(str)

    def __init__(self, theme: Theme, page_of: PageOf) -> None:
        super().__init__()
        self._theme, self._page_of = theme, page_of
        self._chosen = ""
        self._things: Sequence[FoundThing] = ()
        self._begun: Collection[str] = ()
        self._mend_words: MendWords = lambda _thing: ("", Icon.REWORD)
        self.first = _Part(theme, self.tr("Put right first"))
        self.hints = _Part(theme, self.tr("Could be easier"))
        self.settled_rows = RowList(theme, self.tr("What our readers said is fine"))
        self.settled = Fold(theme, self.tr("Our readers said this is fine"), Icon.CHECK, lambda: self.settled_rows)
        column = Column(theme, gap=18)
        for part in (self.first, self.hints, self.settled):
            column.addWidget(part)
        self.setLayout(column)
        for part in (self.first, self.hints):
            part.hide()
            part.more_button.clicked.connect(partial(self._on_more, part))
        self.settled.hide()

    def show_things(self, things: Sequence[FoundThing], *, begun: Collection[str], mend_words: MendWords) -> None:
        """Show what was found. `begun` are the keys of things for which words are typed and not saved."""
        self._things, self._begun, self._mend_words = things, begun, mend_words
        self._show()

    def choose(self, key: str) -> None:
        """Open a row: its buttons stand below its words. The open row is closed."""
        self._chosen = key
        self._show()
        if key:
            self.chosen.emit(key)

    def choose_first(self) -> None:
        """Open the first row, if none is open."""
        keys = self.keys()
        if keys:
            self.choose(self._chosen if self._chosen in keys else keys[0])

    def keys(self) -> list[str]:
        """The keys of the rows that can be chosen, from the top."""
        return [*self.first.rows.keys(), *self.hints.rows.keys()]

    def row(self, key: str) -> FindingRow:
        """One row that can be chosen."""
        part = self.first if key in self.first.rows.keys() else self.hints  # noqa: SIM118
        row = part.rows.row(key)
        assert isinstance(row, FindingRow)
        return row

    def chosen_key(self) -> str:
        """Which row is open, or nothing."""
        return self._chosen if self._chosen in self.keys() else ""

    def chosen_target(self) -> QWidget | None:
        """What has the focus in the row that is open."""
        key = self.chosen_key()
        return self.row(key).focus_target() if key else None

    def first_target(self) -> QWidget | None:
        """What has the focus in the first row, if there is one."""
        keys = self.keys()
        return self.row(keys[0]).focus_target() if keys else None

    def has_focus(self) -> bool:
        """Whether the focus is in a row that is shown."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused) and focused.isVisible()

    def mend_button(self) -> BigButton | None:
        """The button that mends what is chosen."""
        key = self.chosen_key()
        return self.row(key).mend_button if key else None

    def _show(self) -> None:
        open_ones = [thing for thing in self._things if not thing.is_settled]
        keys = [thing.key for thing in open_ones]
        if self._chosen not in keys:
            self._chosen = ""
        blocking = [thing for thing in open_ones if thing.is_blocking]
        hints = [thing for thing in open_ones if not thing.is_blocking]
        self.first.show_things(blocking, self._row)
        self.hints.show_things(hints, self._row)
        settled = [thing for thing in self._things if thing.is_settled]
        self.settled.setVisible(bool(settled))
        self.settled.show_note(str(len(settled)))
        self.settled_rows.set_rows([(thing.key, self._settled_row(thing)) for thing in settled])

    def _row(self, thing: FoundThing) -> FindingRow:
        row = FindingRow(self._theme, thing, self._page_of, begun=thing.key in self._begun)
        row.pressed.connect(partial(self._on_pressed, thing.key))
        row.mend_pressed.connect(partial(self.mend_wanted.emit, thing.key))
        row.fine_pressed.connect(partial(self.fine_wanted.emit, thing.key))
        if thing.key == self._chosen:
            row.open(*self._mend_words(thing))
        return row

    def _settled_row(self, thing: FoundThing) -> CardRow:
        words = RowWords(title=thing.finding.message, note=thing.where_words(self._page_of), is_title_bold=False)
        row = CardRow(self._theme, words, is_pressable=False)
        again = BigButton(self._theme, self.tr("Show it again"), icon=Icon.UNDO, description=words.title)
        again.clicked.connect(partial(self.again_wanted.emit, thing.key))
        row.add_at_right(again)
        return row

    def _on_pressed(self, key: str) -> None:
        self.choose("" if key == self._chosen else key)

    def _on_more(self, part: _Part) -> None:
        shown = part.rows.keys()
        part.show_more()
        self._show()
        part.rows.focus_row(part.rows.keys()[len(shown)])
