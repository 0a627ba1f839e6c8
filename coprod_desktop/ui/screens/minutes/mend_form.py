"""Makes words easier beside the page they stand on, or explains a hard word."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.screens.minutes.mending import MendableWords
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.text_field import TextField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What was typed: easier words, or what a hard word means; empty where nothing was."""

    words: str = ""
    term: str = ""
    meaning: str = ""


class MendForm(QWidget):
    """One press saves what was typed. Signals: `save_wanted(Typed)`, `back_requested`."""

    save_wanted = Signal(object)
    back_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._printed = ""
        self._can_explain = False
        self._message = WrapLabel(theme, "", TextStyle.STRONG)
        self._mend = WrapLabel(theme, "", TextStyle.BODY)
        self._said = WrapLabel(theme, "", TextStyle.NOTE)
        self.words = TextField(theme, lines=3)
        self.term = LineField(theme)
        self.meaning = TextField(theme, lines=2)
        self.save = BigButton(theme, self.tr("Save"), kind=ButtonKind.PRIMARY, icon=Icon.CHECK, key="F8")
        self.back = BigButton(theme, self.tr("Back to the list"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        self._easier = Card(theme, self.tr("Make the words easier"))
        self._explaining = Card(theme, self.tr("Explain the hard word"))
        self._lay_out(theme)
        self.save.clicked.connect(self._on_save)
        self.back.clicked.connect(self.back_requested)

    def begin(self, message: str, mend: str, words: MendableWords | None, hard_word: str, typed: Typed | None) -> None:
        """Show what a finding is about: words that can be made easier, a hard word to explain, or both.

        `typed` is what was typed here before and not saved.
        """
        self._printed, self._can_explain = words.printed if words else "", bool(hard_word)
        self._message.setText(message)
        self._mend.setText(mend)
        self._easier.setVisible(words is not None)
        self._explaining.setVisible(self._can_explain)
        self._explaining.set_heading(self._explain_heading(is_other_way=words is not None))
        for row in (self._words_row, self._term_row, self._meaning_row):
            row.clear_error()
        kept = typed or Typed(term=hard_word)
        self.words.setPlainText(kept.words or self._printed)
        self.term.setText(kept.term)
        self.meaning.setPlainText(kept.meaning)
        is_told = words is not None and bool(words.said) and words.said != words.printed
        self._said.setText(self.tr("What was said: {words}").format(words=words.said) if words else "")
        self._said.setVisible(is_told)

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self.words if self._printed else self.meaning

    def focus_first(self) -> None:
        """Go to where typing begins."""
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> Typed:
        """What was typed and is not saved."""
        words, meaning = self.words.toPlainText().strip(), self.meaning.toPlainText().strip()
        is_new = bool(self._printed) and words != self._printed.strip()
        explained = meaning if self._can_explain else ""
        return Typed(
            words=words if is_new else "", term=self.term.text().strip() if explained else "", meaning=explained
        )

    def show_error(self, words: str) -> None:
        """Say beside the words what to put right."""
        self._words_row.show_error(words)

    def _explain_heading(self, *, is_other_way: bool) -> str:
        return self.tr("Or explain the hard word") if is_other_way else self.tr("Explain the hard word")

    def _lay_out(self, theme: Theme) -> None:
        scroll = ScrollColumn(theme, gap=14, margins=(0, 0, 0, 8))
        scroll.add(self._message)
        scroll.add(self._mend)
        hint = self.tr("Say the same thing. What was said stays in the record.")
        self._words_row = form_row(theme, self._easier.body, self.tr("The words on paper"), self.words, hint=hint)
        self._easier.add(self._said)
        body = self._explaining.body
        self._term_row = form_row(theme, body, self.tr("The word"), self.term)
        hint = self.tr("It will be told in the minutes, and kept for next time.")
        self._meaning_row = form_row(theme, body, self.tr("What it means, in easy words"), self.meaning, hint=hint)
        scroll.add(self._easier)
        scroll.add(self._explaining)
        scroll.add_stretch()
        column = Column(theme, gap=12)
        column.addWidget(scroll, 1)
        column.addWidget(self.save)
        column.addWidget(self.back)
        self.setLayout(column)

    def _on_save(self) -> None:
        typed = self.typed()
        for row in (self._words_row, self._term_row, self._meaning_row):
            row.clear_error()
        if self._printed and not self.words.toPlainText().strip():
            self._words_row.show_error(self.tr("Please write the words."))
        elif typed.meaning and not typed.term:
            self._term_row.show_error(self.tr("Please write the word."))
        elif not typed.words and not typed.meaning:
            self._say_nothing_is_new()
        else:
            self.save_wanted.emit(typed)

    def _say_nothing_is_new(self) -> None:
        if self._printed:
            self._words_row.show_error(self.tr("These are the words as they were. Please make them easier."))
        else:
            self._meaning_row.show_error(self.tr("Please write what it means."))
