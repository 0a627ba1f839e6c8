"""What is asked or told about a row before anything is kept: a kind, the words of the file, and the choices."""

from dataclasses import dataclass
from enum import StrEnum

from coprod_desktop.services.people_file.columns import Field


class QuestionKind(StrEnum):
    """What the person who brings in a file is asked."""

    MAY_BE_NO_PERSON = "may_be_no_person"
    NAME_SPOILED = "name_spoiled"
    NAME_TWICE = "name_twice"
    NAME_IN_GROUP = "name_in_group"
    PERSPECTIVE_UNKNOWN = "perspective_unknown"
    NEED_UNKNOWN = "need_unknown"
    MAY_BE_DIAGNOSIS = "may_be_diagnosis"
    SIZE_IN_WRONG_COLUMN = "size_in_wrong_column"
    SIZE_OUT_OF_RANGE = "size_out_of_range"
    FORMAT_UNKNOWN = "format_unknown"
    FORMAT_MISSING = "format_missing"


class NoteKind(StrEnum):
    """What is only told."""

    NAME_MISSING = "name_missing"
    WORDS_TOO_LONG = "words_too_long"
    CELLS_TOO_FEW = "cells_too_few"
    CELLS_TOO_MANY = "cells_too_many"
    ROWS_IN_A_CELL = "rows_in_a_cell"
    NEED_TWICE = "need_twice"
    FORMULA = "formula"
    DIAGNOSIS_LEFT_OUT = "diagnosis_left_out"
    ODD_LETTERS = "odd_letters"


REFUSALS = frozenset((NoteKind.NAME_MISSING, NoteKind.WORDS_TOO_LONG))
"""Notes of rows that are not brought in."""


class ChoiceAct(StrEnum):
    """What one answer does."""

    ADD = "add"
    LEAVE_OUT = "leave_out"
    NAME = "name"
    PERSPECTIVE = "perspective"
    NEED = "need"
    KEEP_WORDS = "keep_words"
    DROP_WORDS = "drop_words"
    FORMAT = "format"
    SIZE = "size"
    """The format with this size, and the need for big writing."""
    ASK_LATER = "ask_later"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One choice. `value` is a name, or the key of a perspective, a need or a format; `size_pt` in points."""

    act: ChoiceAct
    value: str = ""
    detail: str = ""
    size_pt: float | None = None

    @property
    def key(self) -> str:
        """Tells this choice from the others of its question."""
        return f"{self.act.value}/{self.value}/{self.size_pt or ''}"


@dataclass(frozen=True, kw_only=True)
class Question:
    """One thing to ask. `careful` is what holds until somebody answers; `is_several`: many answers can be right.

    `words` are those of the file, shown while it is asked and kept only by an answer that keeps them. `other_row` is
    the row that it may be the same person as; `is_in_group`: the group may know the person already.
    """

    key: str
    kind: QuestionKind
    field: Field
    words: str
    answers: tuple[Answer, ...]
    careful: Answer
    is_several: bool = False
    other_row: int | None = None
    is_in_group: bool = False

    def answer(self, key: str) -> Answer:
        """The answer with this key."""
        return next(answer for answer in (*self.answers, self.careful) if answer.key == key)


@dataclass(frozen=True, kw_only=True)
class Note:
    """One thing to tell; `count` is how many cells there are or letters were taken out, `field` where it was."""

    kind: NoteKind
    count: int = 0
    field: Field | None = None
