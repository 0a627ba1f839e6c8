"""Brings answers to a survey in as ideas: the file, the column, a look at each answer, and then one act (R14)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.services.survey_service import SurveyFile, SurveyPreview
from coprod_desktop.ui.room_sight import RoomSight
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import SpokenLabel
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.layouts import Column, empty_layout, holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.private_cover import PrivateCover
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_QUESTION, _ANSWER = "question", "answer"
_MOST_SHOWN = 60
_LETTERS = 26
_MOST_ROWS = 9


class SurveyForm(FormPanel):
    """Answers stay covered until only we can see them. Buttons to connect: `save`, `back`, `file`.

    Signals: `column_chosen(place)`; `header_said(bool)`, whether the first row is the question; `text_chosen(text)`,
    the file in other letters; `note_changed`.
    """

    column_chosen = Signal(int)
    header_said = Signal(bool)
    text_chosen = Signal(str)
    note_changed = Signal()

    def __init__(self, theme: Theme, sight: RoomSight) -> None:
        super().__init__(theme, self.tr("Answers to a survey"), self.tr("Bring them in"), icon=Icon.IDEA)
        self._preview: SurveyPreview | None = None
        self._texts: Sequence[str] = ()
        self._left_out: set[int] = set()
        self.file = BigButton(theme, self.tr("Choose the file"), icon=Icon.FOLDER)
        self._problem = SpokenLabel(theme, "", TextStyle.STRONG, colour="bad")
        self.note = LineField(theme)
        self.column = ChoiceButtons(theme, self.tr("Which column has the answers?"))
        self.first_row = ChoiceButtons(theme, self.tr("What is in the first row?"), self._first_rows())
        self.letters = ChoiceButtons(theme, self.tr("Which words look right?"))
        self.cover = PrivateCover(theme, sight, self._make_answers)
        self._add_fields()
        self._connect()
        self.clear()

    def first(self) -> QWidget:
        """The file comes first."""
        return self.file

    def clear(self) -> None:
        """Begin anew, without a file."""
        self.clear_errors()
        self.note.clear()
        self._preview = None
        self._left_out.clear()
        self.tell_problem("")
        self._fit(None)

    def tell_problem(self, words: str) -> None:
        """Say why a file cannot be read, or that all is well."""
        self._problem.say(words)
        self._problem.setVisible(bool(words))

    def show_file(self, survey: SurveyFile, preview: SurveyPreview | None) -> None:
        """Show what was read; without a preview somebody has still to say which column it is."""
        self._preview = preview
        self._left_out = {one.row for one in preview.answers if one.is_known} if preview else set()
        self.tell_problem("")
        self.column.set_choices(
            [Choice(str(one.index), one.header or self._letter(one.index)) for one in survey.columns]
        )
        self.first_row.set_chosen(_QUESTION if survey.has_header else _ANSWER)
        self._texts = (survey.text, *survey.others)
        self.letters.set_choices(
            [Choice(str(at), _that_differs(text, self._texts)) for at, text in enumerate(self._texts)]
        )
        self.letters.set_chosen("0")
        self._fit(survey)
        self._show_answers()

    def show_column(self, column: int | None) -> None:
        """Choose the column."""
        self.column.set_chosen(*([] if column is None else [str(column)]))

    def left_out(self) -> set[int]:
        """The rows that somebody does not want."""
        return set(self._left_out)

    # Building

    def _first_rows(self) -> list[Choice]:
        return [Choice(_QUESTION, self.tr("The question")), Choice(_ANSWER, self.tr("An answer"))]

    def _add_fields(self) -> None:
        hint = self.tr("A spreadsheet that was saved as CSV. No names are taken over.")
        file = holder(flow_of(self._theme, self.file))
        file.setFocusProxy(self.file)
        self._file_row = self.add_field("file", self.tr("The file with the answers"), file, hint=hint)
        self.add_part(self._problem)
        self._column_row = self.add_field("column", self.tr("Which column has the answers?"), self.column)
        hint = self.tr("Such as: bus survey, October 2026. It is printed beside each answer.")
        self._note_row = self.add_field("note", self.tr("Which survey was it?"), self.note, hint=hint)
        self._letters_row = self.add_field("letters", self.tr("Which words look right?"), self.letters)
        self.add_part(self.cover)
        self._first_row = self.add_field("first_row", self.tr("What is in the first row?"), self.first_row)
        self.end_fields(has_more=False)

    def _connect(self) -> None:
        self.column.chosen_changed.connect(self._on_column)
        self.first_row.chosen_changed.connect(self._on_first_row)
        self.letters.chosen_changed.connect(self._on_letters)
        self.note.textEdited.connect(self.note_changed)

    def _fit(self, survey: SurveyFile | None) -> None:
        is_read = survey is not None
        self._file_row.setVisible(not is_read)
        self._column_row.setVisible(is_read and survey is not None and len(survey.columns) > 1)
        self._first_row.setVisible(is_read)
        self._letters_row.setVisible(survey is not None and bool(survey.others))
        self._note_row.setVisible(is_read)
        self.cover.setVisible(self._preview is not None)
        self._fit_save()

    def _fit_save(self) -> None:
        count = len(self._preview.answers) - len(self._left_out) if self._preview else 0
        self.save.setVisible(count > 0)
        one, many = self.tr("Bring in 1 answer"), self.tr("Bring in {count} answers").format(count=count)
        self.save.set_words(one if count == 1 else many)

    def _show_answers(self) -> None:
        """Made anew if they may be seen; while they are covered, after somebody says that only we can see them."""
        content = self.cover.content
        if content is not None:
            layout = content.layout()
            if isinstance(layout, Column):
                _fill(layout, self._answer_parts)

    def _make_answers(self) -> QWidget:
        column = Column(self._theme, gap=8)
        _fill(column, self._answer_parts)
        return holder(column)

    def _answer_parts(self) -> list[QWidget]:
        if self._preview is None:
            return []
        shown = self._preview.answers[:_MOST_SHOWN]
        name = self.tr("Answers to bring in")
        offered = [Choice(str(one.row), one.words) for one in shown]
        choices = ChoiceButtons(self._theme, name, offered, is_several=True, is_in_lines=True)
        choices.set_chosen(*(str(one.row) for one in shown if one.row not in self._left_out))
        choices.chosen_changed.connect(self._on_answers)
        self.answers = choices
        labels = [WrapLabel(self._theme, words, TextStyle.NOTE) for words in self._notes(self._preview)]
        return [WrapLabel(self._theme, name, TextStyle.LABEL), *labels, choices]

    def _notes(self, preview: SurveyPreview) -> list[str]:
        told = [self.tr("Leave out what is private or names somebody.")]
        if any(one.is_known for one in preview.answers):
            told.append(self.tr("Answers without a tick are in this meeting already."))
        uneven = [str(one.row) for one in preview.answers if one.is_uneven]
        if uneven:
            told.append(self.tr("Words may be cut in these rows: {rows}.").format(rows=", ".join(uneven[:_MOST_ROWS])))
        cut = [str(one.row) for one in preview.answers if one.is_cut]
        if cut:
            rows = ", ".join(cut[:_MOST_ROWS])
            told.append(self.tr("Too long, so the end is left out in these rows: {rows}.").format(rows=rows))
        if preview.empty:
            told.append(self.tr("Rows without an answer: {count}.").format(count=preview.empty))
        more = len(preview.answers) - _MOST_SHOWN
        if more > 0:
            told.append(self.tr("{count} more answers come in too.").format(count=more))
        return told

    def _letter(self, index: int) -> str:
        return self.tr("Column {letter}").format(letter=chr(ord("A") + index % _LETTERS))

    # What was pressed

    def _on_column(self) -> None:
        self.column_chosen.emit(int(self.column.chosen_key() or 0))

    def _on_first_row(self) -> None:
        self.header_said.emit(self.first_row.chosen_key() == _QUESTION)

    def _on_letters(self) -> None:
        self.text_chosen.emit(self._texts[int(self.letters.chosen_key() or 0)])

    def _on_answers(self) -> None:
        if self._preview is None:
            return
        shown = {one.row for one in self._preview.answers[:_MOST_SHOWN]}
        self._left_out = (self._left_out - shown) | (shown - {int(key) for key in self.answers.chosen()})
        self._fit_save()


def _fill(column: Column, parts: Callable[[], list[QWidget]]) -> None:
    empty_layout(column)
    for part in parts():
        column.addWidget(part)


def _that_differs(text: str, texts: Sequence[str]) -> str:
    """A few words around the first letter that is not the same in the other readings."""
    places = [at for at, letters in enumerate(zip(*texts, strict=False)) if len(set(letters)) > 1][:1]
    at = places[0] if places else 0
    begin = max(text.rfind(" ", 0, max(0, at - 12)), text.rfind("\n", 0, at)) + 1
    return " ".join(text[begin : at + 24].split())
