"""What is asked and told about a file of people, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, Perspective
from coprod_desktop.services.need_words import NeedWords
from coprod_desktop.services.people_file.columns import Field
from coprod_desktop.services.people_file.drafts import Draft
from coprod_desktop.services.people_file.file_text import FileProblem
from coprod_desktop.services.people_file.findings import Answer, ChoiceAct, Note, NoteKind, Question, QuestionKind
from coprod_desktop.services.people_file.opened_file import FileNote, FileNoteKind
from coprod_desktop.ui.wording import words_for


def _tr(words: str) -> str:
    return QCoreApplication.translate("PeopleFile", words)


FIELDS: Final[dict[Field, str]] = {
    Field.NAME: "Name",
    Field.CHOSEN_NAME: "The name they choose",
    Field.PERSPECTIVES: "Where they speak from",
    Field.NEEDS: "What helps them",
    Field.FORMAT: "The minutes they want",
    Field.CONTACT: "How to reach them",
    Field.BRINGS: "What they bring",
}

_PROBLEMS: Final[dict[FileProblem, str]] = {
    FileProblem.CANNOT_READ: "This file cannot be read. Please check that it is still there.",
    FileProblem.EMPTY: "There is nothing in this file. Please choose another.",
    FileProblem.SPREADSHEET: "This is a spreadsheet file. Please save it there as CSV, and choose that file.",
    FileProblem.PICTURE: "This is a picture. Please choose a list that was saved as CSV.",
    FileProblem.PDF: "This is a PDF. Please choose a list that was saved as CSV.",
    FileProblem.NOT_TEXT: "This file is not a list. Please choose a list that was saved as CSV.",
    FileProblem.TOO_LARGE: "This file is too large for a list of people. Please make 2 lists.",
    FileProblem.NO_PEOPLE: "There is nobody in this file. Please put each person in a row.",
    FileProblem.TOO_MANY_PEOPLE: "There are more than 20,000 rows. Please make 2 lists.",
}

_FILE_NOTES: Final[dict[FileNoteKind, str]] = {
    FileNoteKind.LETTERS_GUESSED: "The file does not say which letters it uses. Please check the names.",
    FileNoteKind.MARK_NOT_CLOSED: "A quotation mark in row {row} is not closed. Please check that row.",
    FileNoteKind.HEADER_AGAIN: "The column names are there again in row {row}. We passed over that row.",
    FileNoteKind.NO_HEADER: "The first row does not name the columns.",
    FileNoteKind.EMPTY_ROWS: "Empty rows that we passed over: {count}.",
    FileNoteKind.COLUMN_TWICE: "There are 2 columns called {words}. We took the first.",
    FileNoteKind.NEVER_KEPT: "We never keep what is in the column {words}. We passed over it.",
}

_NOTES: Final[dict[NoteKind, str]] = {
    NoteKind.NAME_MISSING: "There is no name. This row is not brought in. Please add a name in the file.",
    NoteKind.WORDS_TOO_LONG: "The words in this row are too long. It is not brought in.",
    NoteKind.CELLS_TOO_FEW: "This row has too few cells. Please check what is missing.",
    NoteKind.CELLS_TOO_MANY: "This row has too many cells. We took the first ones. Please check them.",
    NoteKind.ROWS_IN_A_CELL: "One cell seems to hold more rows. Please check the quotation marks.",
    NoteKind.NEED_TWICE: "One need was there twice. We keep it once.",
    NoteKind.FORMULA: "This looks like a sum of a spreadsheet. We keep it as plain words.",
    NoteKind.ODD_LETTERS: "Signs that nobody can see were taken out: {count}.",
    NoteKind.DIAGNOSIS_LEFT_OUT: "Words about an illness were left out: {field}. We never keep them.",
}

_QUESTIONS: Final[dict[QuestionKind, str]] = {
    QuestionKind.MAY_BE_NO_PERSON: "This looks like a line that is left over. Is it a person?",
    QuestionKind.NAME_SPOILED: "Some letters of this name look wrong. Which name is right?",
    QuestionKind.NAME_TWICE: "Row {row} has the same name. Are they 2 people?",
    QuestionKind.NAME_IN_GROUP: "Somebody in the group has this name. Is this another person?",
    QuestionKind.PERSPECTIVE_UNKNOWN: "The file says “{words}”. Where does this person speak from?",
    QuestionKind.NEED_UNKNOWN: "The file says “{words}”. What helps this person?",
    QuestionKind.MAY_BE_DIAGNOSIS: "“{words}” names an illness. We never keep that. What helps this person?",
    QuestionKind.SIZE_IN_WRONG_COLUMN: "“{words}” has the size of the letters in it. Which minutes are right?",
    QuestionKind.SIZE_OUT_OF_RANGE: "“{words}” is not a size that we can print. Which size is right?",
    QuestionKind.FORMAT_UNKNOWN: "“{words}” is not a kind of minutes. Which one is right?",
    QuestionKind.FORMAT_MISSING: "Nothing says which minutes this person wants. Which ones?",
}

_ACTS: Final[dict[ChoiceAct, str]] = {
    ChoiceAct.KEEP_WORDS: "Keep these words",
    ChoiceAct.DROP_WORDS: "Leave it out",
    ChoiceAct.ASK_LATER: "Ask them later",
}

_WHETHER: Final[dict[tuple[QuestionKind, ChoiceAct], str]] = {
    (QuestionKind.MAY_BE_NO_PERSON, ChoiceAct.ADD): "Yes, it is a person",
    (QuestionKind.MAY_BE_NO_PERSON, ChoiceAct.LEAVE_OUT): "No, leave it out",
    (QuestionKind.NAME_TWICE, ChoiceAct.ADD): "Yes, 2 people",
    (QuestionKind.NAME_TWICE, ChoiceAct.LEAVE_OUT): "No, leave this row out",
    (QuestionKind.NAME_IN_GROUP, ChoiceAct.ADD): "Yes, add another person",
    (QuestionKind.NAME_IN_GROUP, ChoiceAct.LEAVE_OUT): "No, leave this row out",
    (QuestionKind.NAME_SPOILED, ChoiceAct.LEAVE_OUT): "It is the same person. Leave this row out",
    (QuestionKind.PERSPECTIVE_UNKNOWN, ChoiceAct.DROP_WORDS): "Ask them later",
}


def field_words(field: Field) -> str:
    """What a column holds."""
    return _tr(FIELDS[field])


def problem_words(problem: FileProblem) -> str:
    """Why a file cannot be read, and what to do."""
    return _tr(_PROBLEMS[problem])


def file_note_words(note: FileNote) -> str:
    """One thing about the whole file."""
    return _tr(_FILE_NOTES[note.kind]).format(row=note.row, count=note.count, words=note.words)


def note_words(note: Note) -> str:
    """One thing about a row."""
    return _tr(_NOTES[note.kind]).format(count=note.count, field=field_words(note.field) if note.field else "")


@dataclass(frozen=True, kw_only=True)
class RowWording:
    """The words for questions, answers and people, with the labels of the group and of its language."""

    needs: NeedWords
    labels: Mapping[Perspective, str]

    def question(self, question: Question) -> str:
        """What is asked, and whom it may be."""
        asked = _tr(_QUESTIONS[question.kind]).format(words=question.words, row=question.other_row)
        if question.kind is QuestionKind.NAME_SPOILED and question.other_row is not None:
            asked += " " + _tr("This may be the person of row {row}.").format(row=question.other_row)
        if question.kind is QuestionKind.NAME_SPOILED and question.is_in_group:
            asked += " " + _tr("This person may be in the group already.")
        if question.kind is QuestionKind.NAME_IN_GROUP and question.other_row is not None:
            asked += " " + _tr("Row {row} has it too.").format(row=question.other_row)
        return asked

    def answer(self, question: Question, answer: Answer) -> str:
        """One choice in words."""
        told = _WHETHER.get((question.kind, answer.act)) or _ACTS.get(answer.act)
        if told is not None:
            return _tr(told)
        match answer.act:
            case ChoiceAct.NAME:
                return answer.value
            case ChoiceAct.PERSPECTIVE:
                return self.perspective(Perspective(answer.value))
            case ChoiceAct.NEED:
                return self._need_answer(question, answer)
            case _:
                return self._format_answer(question, answer)

    def perspective(self, perspective: Perspective) -> str:
        """What the group calls where somebody speaks from."""
        return self.labels.get(perspective) or words_for(perspective)

    def person(self, draft: Draft) -> str:
        """What will be kept of a person beside the name. It is private."""
        parts = [
            self._part(Field.CHOSEN_NAME, draft.chosen_name),
            self._part(Field.PERSPECTIVES, ", ".join(self.perspective(one) for one in draft.perspectives)),
            self._part(Field.NEEDS, " ".join(self._need(code, detail) for code, detail in draft.needs)),
            self._part(Field.FORMAT, minutes_words(draft.minutes) if draft.minutes else ""),
            self._part(Field.CONTACT, ", ".join(draft.contact.splitlines())),
            self._part(Field.BRINGS, ", ".join(draft.brings)),
        ]
        return "\n".join(filter(None, parts))

    def _part(self, field: Field, words: str) -> str:
        return f"{field_words(field)}: {words}" if words else ""

    def _need(self, code: str, detail: str) -> str:
        if code == "OTHER" and detail:
            return f"“{detail}”"
        return f"{self.needs.label(code)} “{detail}”" if detail else self.needs.label(code)

    def _need_answer(self, question: Question, answer: Answer) -> str:
        if question.kind is QuestionKind.SIZE_IN_WRONG_COLUMN:
            return _tr("Keep it as words")
        return self.needs.label(answer.value)

    def _format_answer(self, question: Question, answer: Answer) -> str:
        wanted = MinutesChoice(format=MinutesFormat(answer.value), size_pt=answer.size_pt)
        if question.kind is QuestionKind.SIZE_OUT_OF_RANGE and answer.size_pt is None:
            return _tr("The usual size")
        return minutes_words(wanted)


def minutes_words(choice: MinutesChoice) -> str:
    """The minutes that somebody wants, with their size."""
    name = words_for(choice.format)
    if choice.size_pt is None:
        return name
    return _tr("{format}, {size} point").format(format=name, size=f"{choice.size_pt:g}")
