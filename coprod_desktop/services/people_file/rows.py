"""One row of a file as the program understands it: what is sure, what is asked, what is told."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from coprod_desktop.domain.person import MinutesChoice, Perspective
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.domain.text import can_be_seen, clean, typed
from coprod_desktop.services.people_file.columns import Field, Mapped
from coprod_desktop.services.people_file.file_words import FileWords
from coprod_desktop.services.people_file.findings import (
    REFUSALS,
    Answer,
    ChoiceAct,
    Note,
    NoteKind,
    Question,
    QuestionKind,
)
from coprod_desktop.services.people_file.format_cells import FormatRead, format_of
from coprod_desktop.services.people_file.formula_guard import is_formula, unguarded
from coprod_desktop.services.people_file.need_cells import needs_of
from coprod_desktop.services.people_file.opened_file import OpenedFile
from coprod_desktop.services.people_file.perspective_cells import perspectives_of
from coprod_desktop.services.people_file.table import TableRow, swallows_rows

_LONGEST_NAME = 100
_JOINS = {Field.NAME: " ", Field.NEEDS: "\n", Field.PERSPECTIVES: "\n", Field.CONTACT: "\n", Field.BRINGS: "\n"}
_ASIDE = re.compile(r"\s*[(\[].*$|(?:\s[-–—]|[,:;])\s.*$")

LEAVE_OUT = Answer(act=ChoiceAct.LEAVE_OUT)
ADD = Answer(act=ChoiceAct.ADD)


@dataclass(frozen=True, kw_only=True)
class RowReading:
    """One row. `number` is the one that the spreadsheet shows; needs are code and detail, without a yes."""

    number: int
    name: str = ""
    chosen_name: str = ""
    contact: str = ""
    perspectives: tuple[Perspective, ...] = ()
    brings: tuple[str, ...] = ()
    needs: tuple[tuple[str, str], ...] = ()
    minutes: MinutesChoice | None = None
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether it cannot be brought in at all."""
        return any(note.kind in REFUSALS for note in self.notes)

    def asking(self, *questions: Question) -> "RowReading":
        """This row with questions that come before its own."""
        return replace(self, questions=(*questions, *self.questions))


def row_reading(row: TableRow, mapped: Mapped, opened: OpenedFile, words: FileWords) -> RowReading:
    """Read one row. Whatever is wrong with it is asked or told; nothing is raised."""
    said = _fields(row, mapped)
    notes = _shape_notes(row, mapped, opened)
    try:
        name = " ".join(typed(said.get(Field.NAME, "")).split())
        if not can_be_seen(name):
            return RowReading(number=row.number, notes=(Note(kind=NoteKind.NAME_MISSING), *notes))
        return _reading_of(row.number, name, said, notes, words)
    except NotAllowed:
        return RowReading(number=row.number, notes=(Note(kind=NoteKind.WORDS_TOO_LONG), *notes))


@dataclass(frozen=True, kw_only=True)
class _Free:
    """Words in a person's own way, as they would be kept."""

    chosen_name: str
    contact: str
    brings: tuple[str, ...]


def _reading_of(
    number: int, name: str, said: dict[Field, str], notes: tuple[Note, ...], words: FileWords
) -> RowReading:
    perspectives = perspectives_of(typed(said.get(Field.PERSPECTIVES, ""), keeps_lines=True), words)
    minutes = format_of(typed(said[Field.FORMAT]), words) if Field.FORMAT in said else FormatRead()
    needs = needs_of(typed(said.get(Field.NEEDS, ""), keeps_lines=True), words, minutes)
    free, left_out = _free_words(said, words)
    name_kept = _without_diagnosis(name, words)
    if name_kept != name:
        left_out = (Note(kind=NoteKind.DIAGNOSIS_LEFT_OUT, field=Field.NAME), *left_out)
    is_sized = any(one.kind is QuestionKind.SIZE_IN_WRONG_COLUMN for one in needs.questions)
    format_asked = () if minutes.question is None or (is_sized and not minutes.question.words) else (minutes.question,)
    return RowReading(
        number=number,
        name=name_kept,
        chosen_name=free.chosen_name,
        contact=free.contact,
        perspectives=perspectives.perspectives,
        brings=free.brings,
        needs=needs.needs,
        minutes=minutes.choice,
        questions=(*_no_person(name_kept, words), *perspectives.questions, *format_asked, *needs.questions),
        notes=(*notes, *left_out, *_formula_notes(said), *needs.notes),
    )


def _free_words(said: dict[Field, str], words: FileWords) -> tuple[_Free, tuple[Note, ...]]:
    """Words that would be kept as they stand, without those that hold a diagnosis: they are never kept (DP-02)."""
    notes: dict[Field, None] = {}

    def kept(field: Field, line: str) -> str:
        if not words.holds_diagnosis(line):
            return line
        notes[field] = None
        return ""

    chosen_name = kept(Field.CHOSEN_NAME, typed(said.get(Field.CHOSEN_NAME, "")))
    contact = kept(Field.CONTACT, typed(said.get(Field.CONTACT, ""), keeps_lines=True))
    brings = tuple(line for one in _lines(said.get(Field.BRINGS, "")) if (line := kept(Field.BRINGS, one)))
    told = tuple(Note(kind=NoteKind.DIAGNOSIS_LEFT_OUT, field=field) for field in notes)
    return _Free(chosen_name=chosen_name, contact=contact, brings=brings), told


def _without_diagnosis(name: str, words: FileWords) -> str:
    """A name without what is told beside it of a diagnosis; surnames such as Parkinson are names."""
    aside = _ASIDE.search(name)
    if aside is None or not words.holds_diagnosis(aside[0]):
        return name
    return name[: aside.start()].strip() or name


def _fields(row: TableRow, mapped: Mapped) -> dict[Field, str]:
    """The words of each field. Several columns of one field are put together, such as first name and surname."""
    found: dict[Field, list[str]] = {}
    for index, field in mapped.items():
        if field is not None:
            cell = unguarded(row.cells[index].strip()) if index < len(row.cells) else ""
            found.setdefault(field, []).append(cell)
    return {field: _joined(field, cells) for field, cells in found.items()}


def _joined(field: Field, cells: Iterable[str]) -> str:
    filled = [cell for cell in dict.fromkeys(cells) if cell]
    return _JOINS[field].join(filled) if field in _JOINS else next(iter(filled), "")


def _lines(said: str) -> tuple[str, ...]:
    parts = re.split(r"[;\n]", clean(said, keeps_lines=True).text)
    return tuple(line for line in (typed(part) for part in parts) if line)


def _no_person(name: str, words: FileWords) -> tuple[Question, ...]:
    if not words.is_left_over(name) and len(name) <= _LONGEST_NAME:
        return ()
    return (
        Question(
            key="person",
            kind=QuestionKind.MAY_BE_NO_PERSON,
            field=Field.NAME,
            words=name,
            answers=(LEAVE_OUT, ADD),
            careful=LEAVE_OUT,
        ),
    )


def _shape_notes(row: TableRow, mapped: Mapped, opened: OpenedFile) -> tuple[Note, ...]:
    """Too few or too many cells, and letters that nobody can see."""
    wanted = [index for index, field in mapped.items() if field is not None]
    notes = []
    if wanted and len(row.cells) <= max(wanted):
        notes.append(Note(kind=NoteKind.CELLS_TOO_FEW, count=len(row.cells)))
    if any(cell.strip() for cell in row.cells[opened.width :]):
        notes.append(Note(kind=NoteKind.CELLS_TOO_MANY, count=len(row.cells)))
    if any(swallows_rows(cell, opened.delimiter, opened.width) for cell in row.cells):
        notes.append(Note(kind=NoteKind.ROWS_IN_A_CELL))
    used = [row.cells[index] for index in wanted if index < len(row.cells)]
    odd = sum(_is_odd_mark(mark.code) for cell in used for mark in clean(cell, keeps_lines=True).removed)
    if odd:
        notes.append(Note(kind=NoteKind.ODD_LETTERS, count=odd))
    return tuple(notes)


def _is_odd_mark(code: str) -> bool:
    return code not in ("U+0009", "U+000A", "U+000D", "U+FEFF")


def _formula_notes(said: dict[Field, str]) -> tuple[Note, ...]:
    looked_at = (words for field, words in said.items() if field is not Field.CONTACT)
    return (Note(kind=NoteKind.FORMULA),) if any(is_formula(words) for words in looked_at) else ()
