"""All rows of a file with what will be made of each and what is still asked. Nothing of it is kept yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from coprod_desktop.services.people_file.drafts import Draft, Given, draft_of, is_left_out
from coprod_desktop.services.people_file.findings import Question, QuestionKind
from coprod_desktop.services.people_file.rows import RowReading

_WHETHER = frozenset(
    (
        QuestionKind.MAY_BE_NO_PERSON,
        QuestionKind.NAME_SPOILED,
        QuestionKind.NAME_TWICE,
        QuestionKind.NAME_IN_GROUP,
    )
)
"""Questions of which one answer leaves the row out; then nothing else is asked about it."""


@dataclass(frozen=True)
class Preview:
    """The rows in the order in which they are shown: those with questions first, then those that are refused or told
    of, then the rest; each in the order of the file."""

    rows: tuple[RowReading, ...]
    given: Mapping[int, Given] = field(default_factory=dict)

    def row(self, number: int) -> RowReading:
        """The row that the spreadsheet shows with this number."""
        return self._by_number[number]

    def answered(self, number: int, key: str, *answers: str) -> "Preview":
        """This preview with the answers to one question; without any, it is open again."""
        given = {**self.given.get(number, {}), key: answers}
        return replace(self, given={**self.given, number: given})

    def answers(self, number: int) -> Given:
        """What was answered about a row."""
        return self.given.get(number, {})

    def draft(self, number: int) -> Draft | None:
        """Who this row makes; None if it is refused or left out."""
        return draft_of(self.row(number), self.answers(number))

    def questions(self, number: int) -> tuple[Question, ...]:
        """What can be answered about a row; if it is left out, only whether it is."""
        reading = self.row(number)
        if reading.is_refused or not is_left_out(reading, self.answers(number)):
            return reading.questions
        return tuple(question for question in reading.questions if question.kind in _WHETHER)

    def open_questions(self, number: int) -> tuple[Question, ...]:
        """What nobody has answered yet about a row."""
        given = self.answers(number)
        return tuple(question for question in self.questions(number) if not given.get(question.key))

    @cached_property
    def drafts(self) -> tuple[Draft, ...]:
        """Everyone who would be brought in, in the order of the file."""
        numbers = sorted(row.number for row in self.rows)
        return tuple(draft for draft in map(self.draft, numbers) if draft is not None)

    @cached_property
    def open_count(self) -> int:
        """How many questions nobody has answered."""
        return sum(len(self.open_questions(row.number)) for row in self.rows if row.questions)

    @cached_property
    def refused_count(self) -> int:
        """How many rows cannot be brought in."""
        return sum(row.is_refused for row in self.rows)

    @cached_property
    def left_out_count(self) -> int:
        """How many rows are left out by an answer, or until there is one."""
        return len(self.rows) - self.refused_count - len(self.drafts)

    @cached_property
    def _by_number(self) -> dict[int, RowReading]:
        return {row.number: row for row in self.rows}


def preview_of(readings: tuple[RowReading, ...]) -> Preview:
    """A preview without any answers."""
    return Preview(tuple(sorted(readings, key=lambda row: (_rank(row), row.number))))


def _rank(row: RowReading) -> int:
    if row.questions and not row.is_refused:
        return 0
    return 1 if row.notes else 2
