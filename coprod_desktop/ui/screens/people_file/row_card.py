"""One row of a file: who it makes, what is told about it, and its questions with an answer in one press each."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent

from coprod_desktop.services.people_file.drafts import answers_to
from coprod_desktop.services.people_file.findings import Question
from coprod_desktop.services.people_file.preview import Preview
from coprod_desktop.ui.screens.people_file.finding_words import RowWording, note_words
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_RADIUS = 12


class RowCard(Card):
    """Pale yellow while something is asked. Signal: `answered(row, key of the question, keys of the answers)`."""

    answered = Signal(int, str, list)
    is_labelled = True

    def __init__(self, theme: Theme, wording: RowWording, number: int) -> None:
        super().__init__(theme, padding=16, gap=8)
        self._wording = wording
        self._number = number
        self._is_warm = False
        self._title = WrapLabel(theme, "", TextStyle.ROW)
        self._state = WrapLabel(theme, "", TextStyle.SMALL_STRONG)
        self._makes = WrapLabel(theme, "", TextStyle.BODY)
        self._notes = WrapLabel(theme, "", TextStyle.BODY)
        self._asked = Column(theme, gap=12)
        self.choices: dict[str, ChoiceButtons] = {}
        for part in (self._title, self._state, self._makes, self._notes):
            self.add(part)
        self.add_layout(self._asked)

    def show_row(self, preview: Preview) -> None:
        """Show the row as it is now; the questions are made anew only if they are others."""
        reading, draft = preview.row(self._number), preview.draft(self._number)
        questions = preview.questions(self._number)
        told = "\n".join(note_words(note) for note in reading.notes)
        self._is_warm = bool(preview.open_questions(self._number)) or reading.is_refused
        row = self.tr("Row {number}").format(number=self._number)
        name = draft.name if draft is not None else reading.name
        self._title.setText(f"{row}: {name}" if name else row)
        self._state.setText(self._state_words(preview))
        self._makes.setText(self._wording.person(draft) if draft is not None else "")
        self._notes.setText(told)
        for label in (self._title, self._state, self._makes, self._notes):
            label.setVisible(bool(label.text()))
            label.set_colour("on_warm" if self._is_warm else "text")
        self.setAccessibleName(self._title.text())
        if [question.key for question in questions] != list(self.choices):
            self._ask(questions)
        self._show_answers(preview, questions)
        self.update()

    def focus_question(self, key: str) -> None:
        """Go to the chosen answer of a question, if it is asked."""
        if key in self.choices:
            chosen = self.choices[key].chosen()
            target = self.choices[key].button(chosen[0]) if chosen else self.choices[key]
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface: pale yellow means look here."""
        if not self._is_warm:
            super().paintEvent(event)
            return
        colours, width = self._theme.colours, 1.5 * self._theme.unit
        rounded_box(smooth_painter(self), self.rect(), self._theme.px(_RADIUS), colours.warm, colours.wind_line, width)

    def _state_words(self, preview: Preview) -> str:
        count = len(preview.open_questions(self._number))
        if count:
            return self.tr("1 question") if count == 1 else self.tr("{count} questions").format(count=count)
        if preview.row(self._number).is_refused:
            return self.tr("Not brought in")
        if preview.draft(self._number) is None:
            return self.tr("Left out")
        return self.tr("Answered") if preview.questions(self._number) else ""

    def _ask(self, questions: tuple[Question, ...]) -> None:
        empty_layout(self._asked)
        self.choices = {}
        for question in questions:
            words = self._wording.question(question)
            offered = [Choice(one.key, self._wording.answer(question, one)) for one in question.answers]
            choices = ChoiceButtons(self._theme, words, offered, is_several=question.is_several)
            choices.chosen_changed.connect(partial(self._on_chosen, question.key))
            row = FormRow(self._theme, words, choices)  # its words come into sight with the answers
            self._asked.addWidget(row)
            row.show()
            self.choices[question.key] = choices

    def _show_answers(self, preview: Preview, questions: tuple[Question, ...]) -> None:
        given = preview.answers(self._number)
        for question in questions:
            holds = answers_to(question, given)
            self.choices[question.key].set_chosen(*(answer.key for answer in holds))

    def _on_chosen(self, key: str) -> None:
        self.answered.emit(self._number, key, self.choices[key].chosen())
