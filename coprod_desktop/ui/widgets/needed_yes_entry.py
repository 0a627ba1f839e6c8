"""Who else must say yes before a decision holds: who, asked on, their answer and reason."""

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.lines import NeededYes, YesAnswer
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.entry_list import Entry
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary


class NeededYesEntry(Entry[NeededYes]):
    """One yes that is still needed, or was given or refused."""

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.who = LineField(theme)
        self.asked_on = DateField(theme, no_date_words=self.tr("Not asked yet"))
        answers = [Choice(answer, vocabulary.words(answer)) for answer in YesAnswer]
        self.answer = ChoiceButtons(theme, self.tr("What did they answer?"), answers)
        self.answer.set_chosen(YesAnswer.WAITING)
        self.answered_on = DateField(theme)
        self.reason = SentenceField(theme, lines=2)
        column = Column(theme, gap=12)
        self._row = form_row(theme, column, self.tr("Who must say yes?"), self.who)
        form_row(theme, column, self.tr("When did we ask them?"), self.asked_on)
        form_row(theme, column, self.tr("What did they answer?"), self.answer)
        self._answered = self._make_answered(theme)
        column.addWidget(self._answered)
        self.setLayout(column)
        self.setFocusProxy(self.who)
        self.answer.chosen_changed.connect(self._fit)
        self._fit()

    def value(self) -> NeededYes | None:
        """What was filled in."""
        if not self.who.text().strip() and not self.is_lacking():
            return None
        answer = YesAnswer(self.answer.chosen_key() or YesAnswer.WAITING)
        has_answer = answer is not YesAnswer.WAITING
        return NeededYes(
            who=self.who.text().strip(),
            asked_on=self.asked_on.day(),
            answer=answer,
            reason=self.reason.words().strip() if has_answer else "",
            answered_on=self.answered_on.day() if has_answer else None,
        )

    def fill(self, value: NeededYes) -> None:
        """Show one needed yes."""
        self.who.setText(value.who)
        self.asked_on.set_day(value.asked_on)
        self.answer.set_chosen(value.answer)
        self.answered_on.set_day(value.answered_on)
        self.reason.set_words(value.reason)
        self._fit()

    def show_error(self, words: str) -> None:
        """Say that a name is missing."""
        self._row.show_error(words)

    def is_lacking(self) -> bool:
        """Whether a date or an answer is there, but not who."""
        has_more = self.asked_on.day() is not None or self.answer.chosen_key() != YesAnswer.WAITING
        return has_more and not self.who.text().strip()

    def _make_answered(self, theme: Theme) -> QWidget:
        column = Column(theme, gap=12)
        form_row(theme, column, self.tr("When did they answer?"), self.answered_on)
        form_row(theme, column, self.tr("What reason did they give?"), self.reason)
        return holder(column)

    def _fit(self) -> None:
        self._answered.setVisible(self.answer.chosen_key() != YesAnswer.WAITING)
