"""A labelled field whose words are kept as soon as somebody leaves it (UI-16)."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.field_paint import HAS_ERROR
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.letters_hint import CannotPrint, LettersHint
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.text_field import TextField


class SavedField(FormRow):
    """One line of words, or several. Words typed half-way stay when the rest is shown anew.

    Signal: `left_with(words)` after Return, or when the field is left, if the words are not those that are kept.
    """

    left_with = Signal(str)

    def __init__(self, theme: Theme, words: str, *, hint: str = "", lines: int = 1) -> None:
        self._box: LineField | TextField = LineField(theme) if lines == 1 else TextField(theme, lines=lines)
        super().__init__(theme, words, self._box, hint=hint)
        self._kept = ""
        self._told: str | None = None
        if isinstance(self._box, LineField):
            self._box.returnPressed.connect(self._tell)
        self._box.installEventFilter(self)

    def words(self) -> str:
        """What stands in the field now."""
        return self._box.text() if isinstance(self._box, LineField) else self._box.toPlainText()

    def tell_letters(self, cannot_print: CannotPrint) -> None:
        """These words are a name: tell about letters in them that cannot be printed."""
        if isinstance(self._box, LineField):
            LettersHint(self, self._box, cannot_print)

    def show_words(self, words: str) -> None:
        """Show what is kept, unless somebody is typing other words."""
        is_half_typed = self.words() not in (self._kept, self._told)
        self._kept = words
        self._told = None
        if is_half_typed:
            return
        self._write(words)
        self.clear_error()

    def is_half_typed(self) -> bool:
        """Whether the words are not those that are kept."""
        return self.words() != self._kept

    def put_back(self) -> None:
        """Show the kept words again."""
        self._write(self._kept)
        self.clear_error()

    def clear_typed(self) -> None:
        """Make room for something new."""
        self._kept, self._told = "", None
        self.put_back()

    def refuse(self, words: str) -> None:
        """Say beside the field what to put right. Typed words stay, and so does the focus if it has gone on."""
        self._told = None
        if self._box.hasFocus():
            self.show_error(words)
            return
        self.field.setProperty(HAS_ERROR, True)
        self.field.setAccessibleDescription(words)
        self.field.update()
        self._error_line.show()
        self._error.say(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that the field is left; a menu over it is not leaving."""
        if isinstance(event, QFocusEvent) and _is_left(event):
            self._tell()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        words = self.words()
        if words == self._kept:
            self.clear_error()
        elif words != self._told:
            self._told = words
            self.left_with.emit(words)

    def _write(self, words: str) -> None:
        if words == self.words():
            return
        if isinstance(self._box, LineField):
            self._box.setText(words)
        else:
            self._box.setPlainText(words)


def _is_left(event: QFocusEvent) -> bool:
    return event.lostFocus() and event.reason() is not Qt.FocusReason.PopupFocusReason
