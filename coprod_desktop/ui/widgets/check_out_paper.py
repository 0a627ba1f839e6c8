"""The answers that people gave on paper, counted: one number for each answer (R18)."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.room import CheckOutAnswer, CheckOutCount, CheckOutQuestion
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.answer_mark import AnswerMark
from coprod_desktop.ui.widgets.face_layout import FaceLayout
from coprod_desktop.ui.widgets.layouts import Column, Row, holder
from coprod_desktop.ui.widgets.number_field import NumberField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_MOST = 500


class CheckOutPaper(QWidget):
    """Nine numbers. They are read when somebody saves them."""

    def __init__(self, theme: Theme, *, words: Callable[[StrEnum], str]) -> None:
        super().__init__()
        self._theme = theme
        self._fields: dict[tuple[CheckOutQuestion, CheckOutAnswer], NumberField] = {}
        column = Column(theme, gap=12)
        for question in CheckOutQuestion:
            row = FaceLayout(theme, side=0)
            row.addWidget(WrapLabel(theme, words(question), TextStyle.STRONG))
            for answer in CheckOutAnswer:
                row.addWidget(self._make_field(question, answer, words))
            column.addWidget(holder(row))
        self.setLayout(column)

    def show_counts(self, counts: Mapping[CheckOutQuestion, CheckOutCount]) -> None:
        """Show what was saved before."""
        for (question, answer), field in self._fields.items():
            field.setValue(getattr(counts.get(question, CheckOutCount()), answer.value))

    def counts(self) -> dict[CheckOutQuestion, CheckOutCount]:
        """What stands in the fields."""
        return {
            question: CheckOutCount(
                **{answer.value: self._fields[question, answer].value() for answer in CheckOutAnswer}
            )
            for question in CheckOutQuestion
        }

    def focus_first(self) -> None:
        """Go to the first number."""
        next(iter(self._fields.values())).setFocus()

    def _make_field(
        self, question: CheckOutQuestion, answer: CheckOutAnswer, words: Callable[[StrEnum], str]
    ) -> QWidget:
        field = NumberField(self._theme, 0, 0, _MOST)
        field.setAccessibleName(f"{words(answer)}. {words(question)}")
        self._fields[question, answer] = field
        head = Row(self._theme, gap=8)
        head.addWidget(AnswerMark(self._theme, answer, size=22))
        head.addWidget(WrapLabel(self._theme, words(answer), TextStyle.SMALL_STRONG), 1)
        column = Column(self._theme, gap=4)
        column.addLayout(head)
        column.addWidget(field)
        return holder(column)
