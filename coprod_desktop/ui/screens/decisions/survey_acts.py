"""Answers to a survey, from the file to ideas in the record: looked at first, brought in as one act (R14)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.decisions.desk import Desk, Mode
from coprod_desktop.ui.widgets.open_place import OpenPlace

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.survey_service import FileProblem, SurveyFile, SurveyPreview
    from coprod_desktop.ui.widgets.survey_form import SurveyForm

_PROBLEMS = {
    "cannot_read": "This cannot be opened. Is it still there?",
    "empty": "There is nothing in this file.",
    "spreadsheet": "This is a spreadsheet. Please save it as CSV first.",
    "picture": "This is a picture. Please choose a CSV file.",
    "pdf": "This is a PDF. Please choose a CSV file.",
    "not_text": "We cannot read this file. Please choose a CSV file.",
    "too_large": "This file is too large.",
    "no_people": "There are no answers in this file.",
    "too_many_people": "There are more than 1,000 answers. Please bring them in as smaller files.",
}


class SurveyActs(QObject):
    """Joins the form of a survey with the open meeting. What was read is forgotten on the way back to the list."""

    def __init__(self, services: "Services", bridge: MeetingBridge, desk: Desk, form: "SurveyForm") -> None:
        super().__init__(desk)
        self._services = services
        self._bridge = bridge
        self._desk = desk
        self._form = form
        self._survey: SurveyFile | None = None
        self._column: int | None = None
        desk.listed.connect(self._forget)
        form.file.clicked.connect(self._on_file)
        form.save.clicked.connect(self._on_save)
        form.column_chosen.connect(self._on_column)
        form.header_said.connect(self._on_header)
        form.text_chosen.connect(self._on_text)

    def begin(self) -> None:
        """Show the form."""
        self._desk.go(Mode.SURVEY)

    def _forget(self) -> None:
        if self._survey is not None:
            self._survey = self._column = None
            self._form.clear()

    def _on_file(self) -> None:
        from coprod_desktop.services.survey_service import UnreadableFile

        kinds = f"{self.tr('Lists')} (*.csv *.tsv *.txt);;{self.tr('All files')} (*)"
        path = OpenPlace.ask(self._desk.window(), self.tr("Choose the file with the answers"), kinds)
        if path is None:
            return
        try:
            self._take(self._services.surveys.open(path))
        except UnreadableFile as problem:
            self._form.tell_problem(self._problem_words(problem.problem))
            self._form.file.setFocus()

    def _take(self, survey: "SurveyFile") -> None:
        self._survey, self._column = survey, survey.answer
        self._show()
        first = self._form.column if self._column is None else self._form.note
        first.setFocus()

    def _show(self) -> None:
        if self._survey is None:
            return
        self._form.show_file(self._survey, self._preview())
        self._form.show_column(self._column)

    def _preview(self) -> "SurveyPreview | None":
        if self._survey is None or self._column is None:
            return None
        note = self._form.note.text()
        return self._services.surveys.preview(self._survey, self._column, note, self._bridge.state)

    def _on_column(self, column: int) -> None:
        self._column = column
        self._show()
        self._form.column.button(str(column)).setFocus()

    def _on_header(self, is_question: bool) -> None:
        self._read_as(has_header=is_question)

    def _on_text(self, text: str) -> None:
        self._read_as(text=text)

    def _read_as(self, *, text: str = "", has_header: bool | None = None) -> None:
        from coprod_desktop.services.survey_service import UnreadableFile

        if self._survey is None:
            return
        try:
            self._survey = self._services.surveys.read_as(self._survey, text=text, has_header=has_header)
        except UnreadableFile as problem:
            self._form.tell_problem(self._problem_words(problem.problem))
            return
        self._show()

    def _on_save(self) -> None:
        preview = self._preview()
        if preview is None:
            return
        but, item_id = self._form.left_out(), self._desk.item_for_new()
        surveys, requests = self._services.surveys, self._bridge.requests
        if self._desk.ask(self._form, lambda: surveys.bring_in(requests, preview, item_id, but=but)):
            self._desk.go_to_list()

    def _problem_words(self, problem: "FileProblem") -> str:
        return self.tr(_PROBLEMS[problem.value])
