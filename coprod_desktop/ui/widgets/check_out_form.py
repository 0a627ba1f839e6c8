"""How it was for one person: three statements and one word, without a name (R18)."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.closing import LONGEST_CHECK_OUT_WORD
from coprod_desktop.domain.room import CheckOutQuestion
from coprod_desktop.domain.room_events import Answered
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.announce import SpokenLabel
from coprod_desktop.ui.widgets.check_out_answers import CheckOutAnswers
from coprod_desktop.ui.widgets.face_layout import FaceLayout
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class CheckOutForm(QWidget):
    """One person answers, then it is empty for the next. Every answer may be left out."""

    def __init__(self, theme: Theme, *, words: Callable[[StrEnum], str]) -> None:
        super().__init__()
        self._rows: dict[CheckOutQuestion, CheckOutAnswers] = {}
        column = Column(theme, gap=10)
        for question in CheckOutQuestion:
            statement = words(question)
            self._rows[question] = CheckOutAnswers(theme, statement, words=words)
            row = FaceLayout(theme, side=0)
            row.addWidget(WrapLabel(theme, statement, TextStyle.ROW))
            row.addWidget(self._rows[question])
            column.addWidget(holder(row))
        self._word = LineField(theme)
        self._word.setMaxLength(LONGEST_CHECK_OUT_WORD)
        form_row(theme, column, self.tr("1 word about today, if you like"), self._word)
        self._error = SpokenLabel(theme, "", TextStyle.STRONG, colour="bad")
        column.addWidget(self._error)
        self._error.hide()
        self.setLayout(column)

    def answers(self) -> tuple[Answered, ...]:
        """What this person answered."""
        chosen = ((question, row.answer()) for question, row in self._rows.items())
        return tuple(Answered(question=question, answer=answer) for question, answer in chosen if answer is not None)

    def word(self) -> str:
        """The one word, empty if there is none."""
        return self._word.text().strip()

    def is_begun(self) -> bool:
        """Whether this person answered or wrote anything."""
        return bool(self.answers() or self.word())

    def clear(self) -> None:
        """Empty for the next person: nobody sees what was answered before."""
        for row in self._rows.values():
            row.set_chosen()
        self._word.clear()
        self._error.hide()

    def ask_for_an_answer(self) -> None:
        """Say that nothing was answered yet."""
        self._error.show()
        self._error.say(self.tr("Please choose an answer first."))
        self.focus_first()

    def focus_first(self) -> None:
        """Go to the first answer of the first statement."""
        next(iter(self._rows.values())).setFocus()
