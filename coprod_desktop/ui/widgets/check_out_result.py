"""What people said as they left: counts once enough answered, and below that only how many did (R18)."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.closing import can_show_answers
from coprod_desktop.domain.room import CheckOutAnswer, CheckOutCount, CheckOutQuestion
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.answer_mark import AnswerMark
from coprod_desktop.ui.widgets.flow_layout import FlowLayout
from coprod_desktop.ui.widgets.layouts import Column, Row, empty_layout, holder
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class CheckOutResult(QWidget):
    """Every no counts as much as every yes; there is no score."""

    def __init__(self, theme: Theme, *, words: Callable[[StrEnum], str]) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._column = Column(theme, gap=10)
        self.setLayout(self._column)

    def show_counts(self, counts: Mapping[CheckOutQuestion, CheckOutCount], own_words: Sequence[str]) -> None:
        """Show the answers where enough people gave one, and the words where enough people gave one."""
        empty_layout(self._column)
        for question in CheckOutQuestion:
            count = counts.get(question, CheckOutCount())
            self._column.addWidget(WrapLabel(self._theme, self._words(question), TextStyle.ROW))
            if can_show_answers(count):
                self._column.addWidget(self._answers(count))
            else:
                self._column.addWidget(WrapLabel(self._theme, self.how_many(count.total), TextStyle.NOTE))
        if own_words:
            said = self.tr("Words that people said: {words}").format(words=", ".join(own_words))
            self._column.addWidget(WrapLabel(self._theme, said, TextStyle.BODY))

    def how_many(self, people: int) -> str:
        """How many people have answered, in words."""
        if people == 0:
            return self.tr("Nobody has answered yet.")
        if people == 1:
            return self.tr("1 person has answered.")
        return self.tr("{count} people have answered.").format(count=people)

    def _answers(self, count: CheckOutCount) -> QWidget:
        flow = FlowLayout(self._theme, gap=20)
        for answer in CheckOutAnswer:
            row = Row(self._theme, gap=8)
            row.addWidget(AnswerMark(self._theme, answer, size=22))
            number = getattr(count, answer.value)
            row.addWidget(WrapLabel(self._theme, f"{self._words(answer)}: {number}", TextStyle.STRONG))
            flow.addWidget(holder(row))
        return holder(flow)
