"""People and what each has said: one row a person, each answer one press."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.person_mark import initials_of
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList

_ALL: Final = 1_000_000
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -_ALL, Qt.Key.Key_End: _ALL}
"""How many rows a key goes on; Home and End go as far as there are rows."""


class AnswerLine(NamedTuple):
    """One row: its key, the name, what stands under it, and the key of the answer that was given."""

    key: str
    name: str
    note: str = ""
    answer: str = ""
    note_icon: Icon | None = None


class _RowAnswers(ChoiceButtons):
    """The answers of one row. Left and Right move through them; Up and Down belong to the list."""

    def keys(self) -> list[str]:
        """The keys of the answers, from the left."""
        return list(self._buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Up and Down to the list."""
        if Qt.Key(event.key()) in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
            return
        super().keyPressEvent(event)


class AnswerRow(CardRow):
    """A name with the answers beside it. Signal: `answered(key of the answer)`."""

    answered = Signal(str)

    def __init__(self, theme: Theme, line: AnswerLine, answers: Iterable[Choice]) -> None:
        super().__init__(theme, _words(line), is_pressable=False, is_flat=True)
        self.answers = _RowAnswers(theme, line.name, answers)
        self.answers.chosen_changed.connect(self._on_chosen)
        self.add_at_right(self.answers)
        self.show_line(line)

    def show_line(self, line: AnswerLine) -> None:
        """Say how it stands with this person."""
        self.show_words(_words(line))
        if self.answers.chosen_key() != (line.answer or None):
            self.answers.set_chosen(*([line.answer] if line.answer else []))

    def focus_answer(self, at: int | None = None) -> int:
        """Go to an answer by its place, or to the one that was given; gives the place."""
        keys = self.answers.keys()
        chosen = self.answers.chosen_key()
        place = at if at is not None else keys.index(chosen) if chosen in keys else 0
        self.answers.button(keys[place]).setFocus(Qt.FocusReason.TabFocusReason)
        return place

    def focus_target(self) -> QWidget:
        """The answer that was given, or the first."""
        return self.answers.button(self.answers.chosen_key() or self.answers.keys()[0])

    def focused_answer(self) -> int | None:
        """The place of the answer that has the focus."""
        focused = self.window().focusWidget()
        keys = self.answers.keys()
        return next((at for at, key in enumerate(keys) if self.answers.button(key) is focused), None)

    def _on_chosen(self) -> None:
        chosen = self.answers.chosen_key()
        if chosen is not None:
            self.answered.emit(chosen)


class _Rows(RowList):
    """The rows, whose arrow keys belong to the list around them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the list."""
        event.ignore()


class AnswerList(QWidget):
    """Rows that keep their places, so that nothing jumps while answers come in.

    It is one stop for Tab: Up, Down, Home and End move through the people, Left and Right through the answers, Space
    or Enter gives one, and letters go to a name that begins with them.
    Signal: `answered(key of the row, key of the answer)`.
    """

    answered = Signal(str, str)
    is_one_stop = True

    def __init__(self, theme: Theme, name: str, answers_of: Callable[[str], Sequence[Choice]]) -> None:
        """`answers_of` gives the answers that can be pressed, with the name of the person in their description."""
        super().__init__()
        self._theme = theme
        self._answers_of = answers_of
        self._names: dict[str, str] = {}
        self._rows = _Rows(theme, name, gap=0)
        column = Column(theme)
        column.addWidget(self._rows)
        self.setLayout(column)

    def show_lines(self, lines: Sequence[AnswerLine]) -> None:
        """Show these people; rows that are there already stay."""
        names = {line.key: line.name for line in lines}
        if names != self._names:
            kept = {key: row for key, row in self._all().items() if names.get(key) == self._names.get(key)}
            self._names = names
            self._rows.set_rows([(line.key, kept.get(line.key) or self._make_row(line)) for line in lines])
        for line in lines:
            self.row(line.key).show_line(line)

    def keys(self) -> list[str]:
        """The keys of the rows, from the top."""
        return self._rows.keys()

    def row(self, key: str) -> AnswerRow:
        """One row."""
        row = self._rows.row(key)
        if not isinstance(row, AnswerRow):
            raise LookupError(key)
        return row

    def focus_row(self, key: str | None = None) -> None:
        """Go to a person, or to the first one."""
        keys = self.keys()
        if keys:
            self.row(key if key in keys else keys[0]).focus_answer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the people, or find one by letters."""
        key, letter = Qt.Key(event.key()), event.text().casefold()
        if key in _STEPS and self._move(_STEPS[key]):
            return
        if not (letter.isalpha() and self._find(letter)):
            super().keyPressEvent(event)

    def _all(self) -> dict[str, AnswerRow]:
        return {key: self.row(key) for key in self.keys()}

    def _make_row(self, line: AnswerLine) -> AnswerRow:
        row = AnswerRow(self._theme, line, self._answers_of(line.name))
        row.answered.connect(partial(self.answered.emit, line.key))
        return row

    def _move(self, step: int) -> bool:
        key, keys = self._rows.focused_key(), self.keys()
        if key is None:
            return False
        at = min(max(keys.index(key) + step, 0), len(keys) - 1)
        self.row(keys[at]).focus_answer(self.row(key).focused_answer())
        return True

    def _find(self, letter: str) -> bool:
        key, keys = self._rows.focused_key(), self.keys()
        after = keys.index(key) + 1 if key in keys else 0
        around = [*keys[after:], *keys[:after]]
        found = next((one for one in around if self._names[one].casefold().startswith(letter)), None)
        if found is not None:
            self.row(found).focus_answer(self.row(key).focused_answer() if key in keys else None)
        return found is not None


def _words(line: AnswerLine) -> RowWords:
    return RowWords(title=line.name, note=line.note, initials=initials_of(line.name), note_icon=line.note_icon)
