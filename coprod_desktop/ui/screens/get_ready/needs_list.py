"""The rows of what helps people take part: everything undone in one list, the rest in folds below it; no names."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ready_line import ReadyLine
from coprod_desktop.domain.ready_parts import ReadyParts, ready_parts
from coprod_desktop.ui.screens.get_ready.line_words import LineWords
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.ready_row import ReadyFace
from coprod_desktop.ui.widgets.ready_rows import ReadyRows
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn

_NOTHING = ready_parts(())


class NeedsList(ScrollColumn):
    """The list. Signals: `step_pressed(key)` for the next step; `act_pressed(key, act)` for what else can be done.

    `people` leads to the people, for when nobody has told of anything.
    """

    step_pressed = Signal(str)
    act_pressed = Signal(str, str)

    def __init__(self, theme: Theme, words: LineWords) -> None:
        super().__init__(theme, gap=4)
        self._theme = theme
        self._words = words
        self._parts = _NOTHING
        self.rows = self._make_rows(self.tr("What we have not done yet"))
        self._given_up = self._make_rows(self.tr("What we cannot do"))
        self._done = self._make_rows(self.tr("What is done"))
        self._by_itself = RowList(theme, self.tr("What the program does by itself"), gap=0)
        self._folds = {
            self._given_up: Fold(theme, self.tr("What we cannot do"), Icon.DOES_NOT_AGREE, lambda: self._given_up),
            self._done: Fold(theme, self.tr("What is done"), Icon.ACTION, lambda: self._done),
            self._by_itself: Fold(
                theme, self.tr("What the program does by itself"), Icon.GET_READY, lambda: self._by_itself
            ),
        }
        self.people = BigButton(theme, self.tr("See our people"), icon=Icon.PEOPLE)
        self._empty = IconLine(theme, Icon.TELL_THEM, "", TextStyle.LEAD)
        self._all_done = IconLine(theme, Icon.ACTION, self.tr("All of it is arranged. Thank you."), TextStyle.LEAD)
        self._empty_part = self._make_empty()
        self._lay_out()

    def show_parts(self, parts: ReadyParts, *, has_people: bool) -> None:
        """Show what is to do and what is done."""
        self._parts = parts
        self.rows.show_faces(self._faces((*parts.unmet, *parts.to_do)))
        for part, lines in self._lines():
            self._folds[part].setVisible(bool(lines))
            self._folds[part].show_note(self._count_words(len(lines)))
            if self._folds[part].is_open:
                self._fill(part, lines)
        is_all_done = not parts.is_empty and not parts.unmet and not parts.to_do
        self._all_done.setVisible(is_all_done)
        self._empty_part.setVisible(parts.is_empty)
        self._empty.set_words(self._empty_words(has_people=has_people))
        self.people.setVisible(has_people)

    def first(self) -> QWidget | None:
        """The step of the first thing that is not ready, or none."""
        keys = self.rows.keys()
        if keys:
            row = self.rows.ready_row(keys[0])
            return row.step if not row.step.isHidden() else row.focus_target()
        return self.people if not self._empty_part.isHidden() and not self.people.isHidden() else None

    def close_row(self) -> bool:
        """Close the row that is open; says whether there was one."""
        return any([part.close_row() for part in (self.rows, self._given_up, self._done)])

    def focus_row_of(self, key: str) -> None:
        """Go back to a row that something was asked about."""
        for part in (self.rows, self._given_up, self._done):
            keys = part.keys()
            if key in keys and part.isVisible():
                part.focus_row(key)

    # Parts

    def _make_rows(self, name: str) -> ReadyRows:
        rows = ReadyRows(self._theme, name, states=self._words.states(), presses=self._words.presses())
        rows.step_pressed.connect(self.step_pressed)
        rows.act_pressed.connect(self.act_pressed)
        return rows

    def _make_empty(self) -> QWidget:
        column = Column(self._theme, gap=16, margins=(0, 12, 0, 0))
        column.addWidget(self._empty)
        column.addLayout(flow_of(self._theme, self.people))
        return holder(column)

    def _lay_out(self) -> None:
        for part in (self._empty_part, self._all_done, self.rows, *self._folds.values()):
            self.add(part)
        self.add_stretch()
        for part, fold in self._folds.items():
            fold.opened.connect(partial(self._on_opened, part))

    # What is shown

    def _lines(self) -> Sequence[tuple[RowList, Sequence[ReadyLine]]]:
        parts = self._parts
        return (
            (self._given_up, parts.given_up),
            (self._done, parts.done),
            (self._by_itself, parts.by_itself),
        )

    def _on_opened(self, opened: RowList) -> None:
        for part, lines in self._lines():
            if part is opened:
                self._fill(part, lines)

    def _fill(self, part: RowList, lines: Sequence[ReadyLine]) -> None:
        if isinstance(part, ReadyRows):
            part.show_faces(self._faces(lines))
        else:
            part.set_rows([(line.key, self._still_row(line)) for line in lines])

    def _faces(self, lines: Sequence[ReadyLine]) -> list[tuple[str, ReadyFace]]:
        return [(line.key, self._words.face(line, is_unmet=line in self._parts.unmet)) for line in lines]

    def _still_row(self, line: ReadyLine) -> CardRow:
        title, note = self._words.by_itself(line)
        words = RowWords(title=title, note=note, icon=self._words.icon(line))
        return CardRow(self._theme, words, is_pressable=False, is_flat=True)

    def _count_words(self, count: int) -> str:
        return self.tr("1 thing") if count == 1 else self.tr("{count} things").format(count=count)

    def _empty_words(self, *, has_people: bool) -> str:
        if has_people:
            return self.tr("Nobody has told us of anything. Ask everybody.")
        return self.tr("Nobody is asked to come yet.")
