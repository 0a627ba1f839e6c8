"""One part of a page that is opened and closed in place, so that the page stays short and private things stay shut."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.scrolled_view import show_from_top


class Fold(QWidget):
    """A row with a title, and under it, when it is open, the body, which is made when it is first needed.

    Signal: `opened`, after a person opened it.
    """

    opened = Signal()

    def __init__(self, theme: Theme, title: str, icon: Icon, make_body: Callable[[], QWidget]) -> None:
        super().__init__()
        self._title = title
        self._icon = icon
        self._note = ""
        self._make_body = make_body
        self._body: QWidget | None = None
        self._is_open = False
        self._row = CardRow(theme, RowWords(title=title, icon=icon), is_flat=True)
        self._row.pressed.connect(self._on_pressed)
        self._column = Column(theme, gap=12)
        self._column.addWidget(self._row)
        self.setLayout(self._column)
        self._show_words()

    @property
    def is_open(self) -> bool:
        """Whether the body can be seen."""
        return self._is_open

    def show_note(self, note: str) -> None:
        """The second line of the row: what is known, in a few words that anybody in the room may see."""
        if note != self._note:
            self._note = note
            self._show_words()

    def set_open(self, is_open: bool) -> None:
        """Show the body, or hide it."""
        if is_open == self._is_open:
            return
        self._is_open = is_open
        if is_open and self._body is None:
            self._body = self._make_body()
            self._column.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(is_open)
        self._column.set_margins((0, 0, 0, 20 if is_open else 0))
        self._show_words()

    def show_row(self, is_shown: bool) -> None:
        """A part that is alone on its page needs no row to open and close it."""
        self._row.setVisible(is_shown)

    def header(self) -> QWidget:
        """The part of the row that gets the focus."""
        return self._row.focus_target()

    def focus_header(self) -> None:
        """Put the focus on the row."""
        self.header().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pressed(self) -> None:
        self.set_open(not self._is_open)
        if self._is_open:
            self.opened.emit()
            show_from_top(self)

    def _show_words(self) -> None:
        right, note = (self.tr("Close"), "") if self._is_open else (self.tr("Open"), self._note)
        self._row.show_words(RowWords(title=self._title, note=note, icon=self._icon, right=right))
        self.header().setAccessibleDescription(self.tr("It is open.") if self._is_open else self.tr("It is closed."))
