"""Ideas of earlier meetings that wait for an answer, each with one press to talk about it now (R14)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_AT_FIRST = 3


class _Rows(RowList):
    """Rows whose press is the button in them."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.buttons: dict[str, BigButton] = {}

    def focus_row(self, key: str) -> None:
        """Go to the button of a row."""
        self.buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)


class EarlierIdeas(QWidget):
    """The ones that wait longest, and the rest behind a press. Signal: `talk_requested(key)`."""

    talk_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: Sequence[tuple[str, RowWords]] = ()
        self._shows_all = False
        self._title = WrapLabel(theme, self.tr("Ideas that wait from before"), TextStyle.LABEL)
        self.rows = _Rows(theme, self._title.text())
        self.more = BigButton(theme, "", kind=ButtonKind.QUIET, icon=Icon.MORE)
        column = Column(theme, gap=8)
        for part in (self._title, self.rows, self.more):
            column.addWidget(part)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.more.clicked.connect(self._on_more)
        self.hide()

    def show_ideas(self, ideas: Sequence[tuple[str, RowWords]]) -> None:
        """Show these, each with its key."""
        if list(ideas) != list(self._shown):
            self._shown = ideas
            self._show()

    def button(self, key: str) -> BigButton:
        """The press that carries one idea on."""
        return self.rows.buttons[key]

    def _show(self) -> None:
        in_sight = self._shown if self._shows_all else self._shown[:_AT_FIRST]
        buttons: dict[str, BigButton] = {}
        rows = [(key, self._row(key, words, buttons)) for key, words in in_sight]
        self.rows.buttons = buttons
        self.rows.set_rows(rows)
        hidden = len(self._shown) - len(in_sight)
        self.more.set_words(self.tr("Show {count} more").format(count=hidden))
        self.more.setVisible(hidden > 0)
        self.setVisible(bool(self._shown))

    def _row(self, key: str, words: RowWords, buttons: dict[str, BigButton]) -> CardRow:
        row = CardRow(self._theme, words, is_pressable=False)
        button = BigButton(self._theme, self.tr("Talk about this now"), icon=Icon.TELL_THEM, description=words.title)
        button.clicked.connect(partial(self.talk_requested.emit, key))
        row.add_below(button)
        buttons[key] = button
        return row

    def _on_more(self) -> None:
        self._shows_all = True
        first_new = self._shown[_AT_FIRST][0]
        self._show()
        self.rows.focus_row(first_new)
