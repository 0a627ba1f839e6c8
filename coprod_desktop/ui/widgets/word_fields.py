"""Two fields in place: a hard word, and what it means to the group (R16)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.line_field import LineField


class WordFields(QWidget):
    """Return in the word goes on to what it means; Return there keeps both. Button to connect: `back`.

    Signals: `kept(word, what it means)`; `term_typed(word)`, when somebody goes on from the word.
    """

    kept = Signal(str, str)
    term_typed = Signal(str)

    def __init__(self, theme: Theme, *, save: str) -> None:
        super().__init__()
        self._term, self._means = LineField(theme), LineField(theme)
        self._term_row = FormRow(theme, self.tr("The hard word"), self._term)
        self._means_row = FormRow(theme, self.tr("What it means, in easy words"), self._means)
        self.save = BigButton(theme, save, icon=Icon.CHECK)
        self.back = BigButton(theme, self.tr("Close"), kind=ButtonKind.QUIET, icon=Icon.CLOSE, key="Esc")
        fields = EvenRow(theme, gap=16, least=260)
        fields.addWidget(self._term_row)
        fields.addWidget(self._means_row)
        column = Column(theme, gap=10)
        column.addLayout(fields)
        column.addLayout(flow_of(theme, self.save, self.back, gap=12))
        self.setLayout(column)
        self._term.returnPressed.connect(self._on_term)
        self._means.returnPressed.connect(self._on_save)
        self._term.textEdited.connect(self._term_row.clear_error)
        self._means.textEdited.connect(self._means_row.clear_error)
        self.save.clicked.connect(self._on_save)

    def begin(self, term: str = "", means: str = "") -> None:
        """Start with these words; of a word that is there only what it means is asked for."""
        self._term.setText(term)
        self._term_row.setVisible(not term)
        self._means.setText(means)
        self._term_row.clear_error()
        self._means_row.clear_error()
        (self._means if term else self._term).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_meaning(self, means: str) -> None:
        """A word that is on the list already: show what it means there, unless somebody has begun to write that."""
        if means and not self._means.text().strip():
            self._means.setText(means)
            self._means.selectAll()

    def show_error(self, field: str, words: str) -> None:
        """Say beside the field what to put right."""
        (self._means_row if field == "means" else self._term_row).show_error(words)

    def _on_term(self) -> None:
        self.term_typed.emit(self._term.text())
        self._means.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self) -> None:
        self.kept.emit(self._term.text(), self._means.text())
