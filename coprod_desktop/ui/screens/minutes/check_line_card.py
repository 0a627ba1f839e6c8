"""One line that a person was asked about: its words, their answer, and what they wrote."""

from functools import partial

from PySide6.QtCore import Signal

from coprod_desktop.domain.after_events import LineAnswer
from coprod_desktop.domain.check_lines import CheckLine
from coprod_desktop.domain.editions import Line, words_of
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Idea
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class CheckLineCard(Card):
    """Signal: `mend_requested(line id)`, to put the line right."""

    mend_requested = Signal(str)

    def __init__(self, theme: Theme, line: CheckLine) -> None:
        super().__init__(theme, gap=8)
        self.line_id = str(line.line.id)
        words = words_of(line.line)
        self.add(WrapLabel(theme, self._label(line.line, is_own=line.is_own), TextStyle.LABEL))
        self.add(WrapLabel(theme, words, TextStyle.STRONG))
        choices = [
            Choice(LineAnswer.YES, self.tr("Yes")),
            Choice(LineAnswer.NO, self.tr("No")),
            Choice(LineAnswer.TALK, self.tr("Talk to me")),
        ]
        self.answers = ChoiceButtons(theme, self.tr("Is this right? {words}").format(words=words), choices)
        self.add(self.answers)
        self.words = LineField(theme)
        self._row = form_row(theme, self.body, self.tr("What they wrote or said"), self.words)
        self.mend = BigButton(theme, self.tr("Put this right"), kind=ButtonKind.QUIET, icon=Icon.REWORD)
        self.add(self.mend)
        self._show_answer(line)
        self.answers.chosen_changed.connect(self._fit)
        self.mend.clicked.connect(partial(self.mend_requested.emit, self.line_id))

    def answer(self) -> tuple[LineAnswer, str] | None:
        """What was chosen and typed; None while nothing was chosen."""
        chosen = self.answers.chosen_key()
        if not chosen:
            return None
        answer = LineAnswer(chosen)
        return answer, "" if answer is LineAnswer.YES else self.words.text()

    def show_typed(self, answer: LineAnswer, words: str) -> None:
        """Show an answer, with the words beside it."""
        self.answers.set_chosen(answer)
        self.words.setText(words)
        self._fit()

    def _show_answer(self, line: CheckLine) -> None:
        if line.answer is not None:
            self.show_typed(line.answer.answer, line.answer.words)
        self._fit()

    def _fit(self) -> None:
        """Words and putting right are asked about only where something is wrong."""
        is_wrong = self.answers.chosen_key() in (LineAnswer.NO, LineAnswer.TALK)
        for part in (self._row, self.mend):
            part.setHidden(not is_wrong)

    def _label(self, line: Line, *, is_own: bool) -> str:
        match line:
            case AgendaItem():
                return self.tr("They asked to talk about this")
            case Idea():
                return self.tr("Their idea")
            case Action():
                return self.tr("Their job")
            case _:
                return self.tr("A decision with their name") if is_own else self.tr("A decision")
