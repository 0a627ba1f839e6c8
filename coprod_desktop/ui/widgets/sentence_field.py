"""A field for one sentence or two that shows all its words; Return goes on instead of starting a new line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from coprod_desktop.ui.widgets.text_field import TextField


class SentenceField(TextField):
    """Words that may take several lines on screen, but are one line in the record. Signal: `entered`, by Return."""

    entered = Signal()

    def words(self) -> str:
        """What was typed."""
        return self.toPlainText()

    def set_words(self, words: str) -> None:
        """Show other words; the same words stay untouched, with the place where somebody types."""
        if words != self.toPlainText():
            self.setPlainText(words)
            self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return says that the sentence is there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
