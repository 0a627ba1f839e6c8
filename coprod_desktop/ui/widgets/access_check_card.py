"""The access check: questions that somebody reads aloud to the whole room, and one press when they are read (R08)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.reading_column import ReadingColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class AccessCheckCard(Card):
    """Large lines and a button. Signal: `read`, when somebody says that all were read."""

    read = Signal()

    def __init__(self, theme: Theme, *, kind: ButtonKind = ButtonKind.PLAIN, key: str = "") -> None:
        """`key` is shown on the button; the screen makes it work."""
        note = self.tr("Read the questions to everybody. Wait after each one.")
        super().__init__(theme, self.tr("Does the room work for us?"), note, heading_style=TextStyle.TITLE)
        self._theme = theme
        self._questions: tuple[str, ...] = ()
        self._lines = Column(theme, gap=13, margins=(8, 0, 8, 0))  # off the focus ring
        self._column = ReadingColumn(theme, self.tr("Questions to read aloud"))
        self._column.add_layout(self._lines)
        self._column.add_stretch()
        self.button = BigButton(theme, self.tr("We have read this"), kind=kind, icon=Icon.CHECK, key=key, height=52)
        self._done = IconLine(theme, Icon.CHECK, self.tr("We have read this."), TextStyle.STRONG)
        self.add(self._column, 1)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._done)
        self._done.hide()
        self.button.clicked.connect(self.read)

    def show_questions(self, questions: Sequence[str], *, is_read: bool = False) -> None:
        """Show these questions; once they are read, a line says so instead of the button."""
        if tuple(questions) != self._questions:
            self._questions = tuple(questions)
            empty_layout(self._lines)
            for question in self._questions:
                self._lines.addWidget(WrapLabel(self._theme, question, TextStyle.ROW))
        if is_read and self.button.hasFocus():
            self._column.setFocus(Qt.FocusReason.OtherFocusReason)  # a hidden button would lose the focus
        self.button.setHidden(is_read)
        self._done.setHidden(not is_read)

    def focus_questions(self) -> None:
        """Go to the questions, so that the arrows scroll them."""
        self._column.setFocus(Qt.FocusReason.OtherFocusReason)

    def questions(self) -> tuple[str, ...]:
        """The questions that are shown."""
        return self._questions
