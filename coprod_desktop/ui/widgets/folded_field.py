"""A field that is shut at first: its row tells what is kept, so that a page of many things stays calm."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.saved_field import SavedField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class FoldedField(Fold):
    """One field, and perhaps words that were used elsewhere to take over in one press.

    Signal: `left_with(words)`, as a SavedField has it.
    """

    left_with = Signal(str)

    def __init__(self, theme: Theme, title: str, icon: Icon, words: str, *, hint: str = "", lines: int = 1) -> None:
        """`words` are the label of the field, `title` that of the row."""
        super().__init__(theme, title, icon, self._make_field)
        self._theme = theme
        self._label, self._hint, self._lines = words, hint, lines
        self._kept, self._offered = "", ""
        self._field: SavedField | None = None
        self._offer_words = WrapLabel(theme, "", TextStyle.NOTE)
        self.take_over = BigButton(theme, self.tr("Use our group's words"), kind=ButtonKind.QUIET, icon=Icon.CHECK)
        self.take_over.clicked.connect(self._on_take_over)
        self.show_words("")

    def show_words(self, words: str) -> None:
        """Show what is kept; half-typed words stay."""
        self._kept = words
        first, *others = words.strip().split("\n")
        self.show_note((f"{first} ..." if others else first) or self.tr("Nothing is written yet."))
        if self._field is not None:
            self._field.show_words(words)
            self._show_offer()

    def offer(self, words: str) -> None:
        """Offer words to take over; they are only in sight while the field is empty."""
        self._offered = words
        self._show_offer()

    def refuse(self, words: str) -> None:
        """Say beside the field what to put right."""
        if self._field is not None:
            self._field.refuse(words)

    def _make_field(self) -> QWidget:
        self._field = SavedField(self._theme, self._label, hint=self._hint, lines=self._lines)
        self._field.show_words(self._kept)
        self._field.left_with.connect(self.left_with)
        column = Column(self._theme, gap=8)
        column.addWidget(self._field)
        column.addWidget(self._offer_words)
        column.addLayout(flow_of(self._theme, self.take_over))
        made = holder(column)
        self._show_offer()
        return made

    def _show_offer(self) -> None:
        if self._field is None:
            return
        is_offered = bool(self._offered) and not self._kept
        self._offer_words.setText(self.tr("Our group says: {words}").format(words=self._offered))
        self._offer_words.setVisible(is_offered)
        if not is_offered and self.take_over.hasFocus():
            self._field.field.setFocus()
        self.take_over.setVisible(is_offered)

    def _on_take_over(self) -> None:
        self.left_with.emit(self._offered)
