"""The pictures that the group chose for words: each time the word is said, the picture stands beside it."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class Remembered(NamedTuple):
    """A word, what its picture is called, and the picture."""

    word: str
    picture: str
    data: bytes


class RememberedPictures(QWidget):
    """A row for each word; hidden while there is none. Signal: `forget_requested(word)`."""

    forget_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        heading = self.tr("Our pictures for words")
        self._rows = RowList(theme, heading)
        self._buttons: list[BigButton] = []
        column = Column(theme, gap=8, margins=(0, 12, 0, 0))
        column.addWidget(WrapLabel(theme, heading, TextStyle.HEADING))
        column.addWidget(self._rows)
        self.setLayout(column)

    def show_words(self, remembered: Iterable[Remembered]) -> None:
        """Show these, by the alphabet."""
        listed = sorted(remembered)
        self._buttons = []
        self._rows.set_rows([(one.word, self._row(one)) for one in listed])
        self.setVisible(bool(listed))

    def words(self) -> list[str]:
        """The words that have a picture of their own."""
        return self._rows.keys()

    def focus_first(self) -> bool:
        """Go to the first word; says whether there is one."""
        for button in self._buttons[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self._buttons)

    def _row(self, one: Remembered) -> CardRow:
        said = self.tr("When we say: {word}").format(word=one.word)
        row = CardRow(self._theme, RowWords(title=said, note=one.picture, picture=one.data), is_pressable=False)
        forget = BigButton(self._theme, self.tr("Forget it"), icon=Icon.REMOVE, description=one.word)
        forget.clicked.connect(partial(self.forget_requested.emit, one.word))
        self._buttons.append(forget)
        row.add_at_right(forget)
        return row
