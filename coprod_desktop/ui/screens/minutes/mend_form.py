"""Makes words easier beside the page they stand on, or explains a hard word."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.screens.minutes.mending import MendableWords
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.form_row import FormRow, form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.text_field import TextField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class MendForm(QWidget):
    """Signals: `easier_wanted(words)`, `meaning_wanted(term, meaning)`, `back_requested`."""

    easier_wanted = Signal(str)
    meaning_wanted = Signal(str, str)
    back_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._message = WrapLabel(theme, "", TextStyle.LEAD)
        self._mend = WrapLabel(theme, "", TextStyle.BODY)
        self._said = WrapLabel(theme, "", TextStyle.NOTE)
        self.words = TextField(theme, lines=4)
        self.term = LineField(theme)
        self.meaning = TextField(theme, lines=2)
        self.save = BigButton(theme, self.tr("Save these words"), kind=ButtonKind.PRIMARY, icon=Icon.CHECK, key="F8")
        self.explain = BigButton(theme, self.tr("Add to the word list"), icon=Icon.ADD)
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        self._lay_out(theme)
        self.save.clicked.connect(self._on_save)
        self.explain.clicked.connect(self._on_explain)
        self.back.clicked.connect(self.back_requested)

    def begin(self, message: str, mend: str, words: MendableWords | None, hard_word: str) -> None:
        """Show what a finding is about: words that can be made easier, a hard word to explain, or both."""
        self._message.setText(message)
        self._mend.setText(mend)
        self._easier.setVisible(words is not None)
        self.save.setVisible(words is not None)
        self._explaining.setVisible(bool(hard_word))
        for row in (self._words_row, self._term_row, self._meaning_row):
            row.clear_error()
        if words is not None:
            self.words.setPlainText(words.printed)
            is_told = bool(words.said) and words.said != words.printed
            self._said.setText(self.tr("What was said: {words}").format(words=words.said) if is_told else "")
            self._said.setVisible(is_told)
        self.term.setText(hard_word)
        self.meaning.setPlainText("")
        (self.words if words is not None else self.meaning).setFocus()

    def show_error(self, words: str) -> None:
        """Say beside the words what to put right."""
        self._words_row.show_error(words)

    def is_half_typed(self, words: MendableWords | None) -> bool:
        """Whether words were typed that are not saved."""
        changed = words is not None and self.words.toPlainText().strip() != words.printed.strip()
        return changed or bool(self.meaning.toPlainText().strip())

    def _lay_out(self, theme: Theme) -> None:
        scroll = ScrollColumn(theme, gap=14)
        scroll.add(self._message)
        scroll.add(self._mend)
        self._easier = Card(theme, self.tr("Make the words easier"))
        self._words_row: FormRow = form_row(
            theme,
            self._easier.body,
            self.tr("The words on paper"),
            self.words,
            hint=self.tr("Say the same thing. What was said stays in the record."),
        )
        self._easier.add(self._said)
        self._easier.add(self.save)
        self._explaining = Card(theme, self.tr("Or explain the word"))
        body = self._explaining.body
        self._term_row = form_row(theme, body, self.tr("The word"), self.term)
        hint = self.tr("It will be told in the minutes, and kept for next time.")
        self._meaning_row = form_row(theme, body, self.tr("What it means, in easy words"), self.meaning, hint=hint)
        self._explaining.add(self.explain)
        scroll.add(self._easier)
        scroll.add(self._explaining)
        scroll.add_stretch()
        column = Column(theme, gap=12)
        column.addWidget(scroll, 1)
        column.addWidget(self.back)
        self.setLayout(column)

    def _on_save(self) -> None:
        words = self.words.toPlainText().strip()
        if not words:
            self._words_row.show_error(self.tr("Please write the words."))
            return
        self.easier_wanted.emit(words)

    def _on_explain(self) -> None:
        term, meaning = self.term.text().strip(), self.meaning.toPlainText().strip()
        if not term:
            self._term_row.show_error(self.tr("Please write the word."))
        elif not meaning:
            self._meaning_row.show_error(self.tr("Please write what it means."))
        else:
            self.meaning_wanted.emit(term, meaning)
