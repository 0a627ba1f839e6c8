"""The one helper that adds a labelled field (UI-10 to UI-12)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import SpokenLabel
from coprod_desktop.ui.widgets.caution_line import CautionLine
from coprod_desktop.ui.widgets.field_paint import HAS_ERROR
from coprod_desktop.ui.widgets.icon_label import IconLabel
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class FormRow(QWidget):
    """A label, an optional hint, the place for a mistake in words, and the field."""

    is_labelled = True

    def __init__(self, theme: Theme, words: str, field: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.field = field
        self._hint_words = hint
        self._label = WrapLabel(theme, words, TextStyle.STRONG)
        self._label.setBuddy(field)
        self._hint = WrapLabel(theme, hint, TextStyle.NOTE)
        self._error = SpokenLabel(theme, "", TextStyle.STRONG, colour="bad")
        self._error_line = QWidget()
        self._caution: CautionLine | None = None  # made when there is something to say
        self._column = Column(theme, gap=6)
        self._lay_out()
        field.setAccessibleName(words)
        field.setAccessibleDescription(hint)

    def set_hint(self, hint: str) -> None:
        """Change the help under the label."""
        self._hint_words = hint
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._describe()

    def show_error(self, words: str) -> None:
        """Say beside the field what to put right, have it spoken, and go to the field."""
        self.field.setProperty(HAS_ERROR, True)
        self._describe(words)
        self.field.update()
        self._error.say(words)
        self._error_line.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_error(self) -> None:
        """The mistake is put right."""
        self.field.setProperty(HAS_ERROR, False)
        self._describe()
        self.field.update()
        self._error.setText("")
        self._error_line.hide()

    def show_caution(self, words: str) -> None:
        """Say calmly, and have it spoken, what is good to know; it bars nothing. No words take it away."""
        if self._caution is None:
            if not words:
                return
            self._caution = CautionLine(self._theme)
            self._column.insertWidget(self._column.indexOf(self.field), self._caution)
        self._caution.say(words)
        self._describe(self.error_words())

    def add_below(self, part: QWidget) -> None:
        """Put something quiet under the field."""
        self._column.insertWidget(self._column.indexOf(self.field) + 1, part)

    def caution_words(self) -> str:
        """What is good to know about what stands in the field, or nothing."""
        return self._caution.words() if self._caution is not None else ""

    def error_words(self) -> str:
        """What is shown beside the field, or nothing."""
        return self._error.text()

    def _describe(self, error: str = "") -> None:
        told = (error, self._hint_words, self.caution_words())
        self.field.setAccessibleDescription(" ".join(filter(None, told)))

    def _lay_out(self) -> None:
        error = Row(self._theme, gap=8)
        error.setContentsMargins(0, 0, 0, 0)
        error.addWidget(IconLabel(self._theme, Icon.WARNING, colour="bad"), 0, Qt.AlignmentFlag.AlignTop)
        error.addWidget(self._error, 1)
        self._error_line.setLayout(error)
        column = self._column
        words = Column(self._theme, gap=0)
        words.addWidget(self._label)
        words.addWidget(self._hint)
        column.addLayout(words)
        column.addWidget(self._error_line)  # above a field that may be higher than the view
        column.addWidget(self.field)
        self.setLayout(column)
        if not self._hint_words:
            self._hint.hide()
        self._error_line.hide()


def form_row(theme: Theme, layout: QLayout, words: str, field: QWidget, *, hint: str = "") -> FormRow:
    """Add a labelled field to a layout."""
    row = FormRow(theme, words, field, hint=hint)
    layout.addWidget(row)
    return row
