"""The group's word list: hard words, and what they mean in easy words (R16)."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.group import ExplainedWord
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class WordsForm(QWidget):
    """Words to read, add and take off. Signal: `words_changed(tuple of ExplainedWord)`."""

    words_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words: tuple[ExplainedWord, ...] = ()
        self._taken_off: ExplainedWord | None = None
        self._list = RowList(theme, self.tr("Our words"), gap=0)
        self._put_back = BigButton(theme, "", icon=Icon.UNDO)
        self._term = LineField(theme)
        self._means = LineField(theme)
        self._term_row = FormRow(theme, self.tr("A hard word"), self._term)
        hint = self.tr("Say it in easy words.")
        self._add = BigButton(theme, self.tr("Add this word"), icon=Icon.ADD)
        column = Column(theme, gap=14)
        column.addWidget(WrapLabel(theme, self.tr("Minutes explain these words at the end."), TextStyle.NOTE))
        column.addWidget(self._list)
        column.addWidget(self._put_back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._term_row)
        column.addWidget(FormRow(theme, self.tr("What it means"), self._means, hint=hint))
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(column)
        self._put_back.hide()
        self._term.textEdited.connect(self._term_row.clear_error)
        self._term.returnPressed.connect(self._means.setFocus)
        self._means.returnPressed.connect(self._on_add)
        self._add.clicked.connect(self._on_add)
        self._put_back.clicked.connect(self._on_put_back)

    def show_words(self, words: Iterable[ExplainedWord]) -> None:
        """Show what is kept; words that are half typed stay."""
        kept = tuple(words)
        if kept == self._words:
            return
        self._words = kept
        self._list.set_rows((str(at), self._make_row(at, word)) for at, word in enumerate(kept))

    def refuse(self, words: str) -> None:
        """Say what is missing."""
        self._term_row.show_error(words)

    def _make_row(self, at: int, word: ExplainedWord) -> CardRow:
        row = CardRow(self._theme, RowWords(title=word.term, note=word.means), is_pressable=False, is_flat=True)
        button = BigButton(self._theme, self.tr("Take off"), icon=Icon.REMOVE, description=word.term)
        button.clicked.connect(partial(self._on_take_off, at))
        row.add_at_right(button)
        return row

    def _on_add(self) -> None:
        before = self._words
        self.words_changed.emit((*before, ExplainedWord(term=self._term.text(), means=self._means.text())))
        if len(self._words) > len(before):
            self._term.clear()
            self._means.clear()
            self._term.setFocus()

    def _on_take_off(self, at: int) -> None:
        word = self._words[at]
        self.words_changed.emit((*self._words[:at], *self._words[at + 1 :]))
        if word not in self._words:
            self._taken_off = word
            self._put_back.set_words(self.tr("Put back: %s") % word.term)
            self._put_back.show()
            self._put_back.setFocus()

    def _on_put_back(self) -> None:
        if self._taken_off is not None:
            self.words_changed.emit((*self._words, self._taken_off))
        self._taken_off = None
        self._term.setFocus()
        self._put_back.hide()
