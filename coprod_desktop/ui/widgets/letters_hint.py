"""Tells beside a field that letters of a name cannot be printed (PDF-14); the name is kept all the same."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.line_field import LineField

CannotPrint = Callable[[str], str]
"""Names the letters of a text that no font can print; no letters give no words."""


class LettersHint(QObject):
    """Looks at a name when its field is left or Return is pressed. What was put right is not told any more."""

    def __init__(self, row: FormRow, field: LineField, cannot_print: CannotPrint) -> None:
        super().__init__(row)
        self._row = row
        self._field = field
        self._cannot_print = cannot_print
        field.editingFinished.connect(self._on_left)
        field.textChanged.connect(self._on_text_changed)

    def look_at(self, name: str) -> None:
        """Tell about this name, which may be kept and out of the field already."""
        words = letters_words(self._cannot_print(name))
        if words != self._row.caution_words():
            self._row.show_caution(words)

    def _on_left(self) -> None:
        if self._field.text():
            self.look_at(self._field.text())

    def _on_text_changed(self, words: str) -> None:
        """Tell about a name that is shown, but nothing new to somebody who is typing."""
        if self._row.caution_words() or not self._field.isModified():
            self.look_at(words)


def letters_words(letters: str) -> str:
    """What is said about letters that cannot be printed, named in words; nothing if there are none."""
    if not letters:
        return ""
    told = QCoreApplication.translate("LettersHint", "These letters cannot be printed: {letters}.")
    ask = QCoreApplication.translate("LettersHint", "Write the name in other letters too.")
    return f"{told.format(letters=letters)} {ask}"
