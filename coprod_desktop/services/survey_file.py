"""A file of survey answers that was read: its columns, and which of them is likely to hold the answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from coprod_desktop.domain.text import clean
from coprod_desktop.services.people_file.file_text import FileProblem, FileText, UnreadableFile, text_of
from coprod_desktop.services.people_file.formula_guard import unguarded
from coprod_desktop.services.people_file.table import TableRow, table_of

MOST_ANSWERS: Final = 1_000
"""So many answers are brought in at once; a longer list is better read in parts."""

_SAMPLES: Final = 3
_MOST_UNEVEN: Final = 0.3
_MANY_WORDS: Final = 4
_FEW_WORDS: Final = 2.0
_ANSWERS: Final = frozenset(
    {"answer", "answers", "comment", "comments", "feedback", "idea", "ideas", "response", "responses", "suggestion"}
    | {"suggestions", "thoughts"}
)
_NOT_ANSWERS: Final = frozenset(
    {"address", "age", "completed", "consent", "date", "email", "gender", "id", "ip", "mail", "mobile", "name", "names"}
    | {"number", "phone", "postcode", "started", "submitted", "telephone", "time", "timestamp"}
)


@dataclass(frozen=True, kw_only=True)
class SurveyColumn:
    """One column: its place from 0, its header as it stands, and its first few cells."""

    index: int
    header: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SurveyFile:
    """What was read. Without `answer` somebody must say which column holds the answers.

    `others` are texts that the same file could be too, in another character set. `width` is how many cells a row has.
    """

    text: str
    columns: tuple[SurveyColumn, ...]
    rows: tuple[TableRow, ...]
    width: int
    delimiter: str
    has_header: bool
    answer: int | None
    others: tuple[str, ...] = ()
    open_mark_at: int | None = None

    def words(self, row: TableRow, column: int) -> str:
        """The words of a cell. A formula is only text; what a comma without marks cut off is put back at the end."""
        cells = row.cells[column:] if column == self.width - 1 else row.cells[column : column + 1]
        joined = self.delimiter.join(cells)
        return unguarded(" ".join(clean(joined).text.split()))

    def is_uneven(self, row: TableRow) -> bool:
        """Whether a row has more cells than the others, so that the words of one may be cut."""
        return self.width > 1 and any(cell.strip() for cell in row.cells[self.width :])


def open_survey(path: Path) -> SurveyFile:
    """Read a file. Raises UnreadableFile if there are no answers in it."""
    try:
        data = path.read_bytes()
    except OSError:
        raise UnreadableFile(FileProblem.CANNOT_READ) from None
    return survey_of(text_of(data))


def survey_of(found: FileText, *, has_header: bool | None = None) -> SurveyFile:
    """The table of a text; without `has_header` it is judged by the first row.

    Raises UnreadableFile if nobody has answered, or too many have.
    """
    table = table_of(found.text, lambda cell: bool(_words_of(cell) & (_ANSWERS | _NOT_ANSWERS)))
    filled = tuple(row for row in table.rows if not row.is_empty)
    if _is_plain_lines(filled):
        filled = tuple(replace(row, cells=(table.delimiter.join(row.cells),)) for row in filled)
    named = _names_columns(filled) if has_header is None else has_header
    header, rows = (filled[0].cells, filled[1:]) if named and filled else ((), filled)
    if not rows:
        raise UnreadableFile(FileProblem.NO_PEOPLE)
    if len(rows) > MOST_ANSWERS:
        raise UnreadableFile(FileProblem.TOO_MANY_PEOPLE)
    columns = _columns(header, rows)
    return SurveyFile(
        text=found.text,
        columns=columns,
        rows=rows,
        width=len(header) or _usual_width(rows),
        delimiter=table.delimiter,
        has_header=named,
        answer=_answer_column(columns, rows),
        others=found.others,
        open_mark_at=table.open_mark_at,
    )


def _usual_width(rows: Sequence[TableRow]) -> int:
    widths = sorted(len(row.cells) for row in rows)
    return widths[len(widths) // 2] if widths else 0


def _is_plain_lines(rows: Sequence[TableRow]) -> bool:
    """Whether the file is no table: its lines have now more, now fewer commas, so each line is one answer."""
    usual = _usual_width(rows)
    uneven = sum(len(row.cells) != usual for row in rows)
    return usual == 1 or uneven > _MOST_UNEVEN * len(rows)


def _names_columns(rows: Sequence[TableRow]) -> bool:
    """Whether the first row names the columns: it asks, it has a word of ours, or all its cells differ in kind."""
    if len(rows) < 2:
        return False
    first = rows[0].cells
    known = any(_is_question(cell) or _words_of(cell) & (_ANSWERS | _NOT_ANSWERS) for cell in first)
    return known if len(first) == 1 else known or all(cell.strip() for cell in first)


def _columns(header: Sequence[str], rows: Sequence[TableRow]) -> tuple[SurveyColumn, ...]:
    width = len(header) or _usual_width(rows)
    columns = []
    for index in range(width):
        said = " ".join(header[index].split()).strip("\ufeff\x00 ") if index < len(header) else ""
        samples = _samples(rows, index)
        if samples:
            columns.append(SurveyColumn(index=index, header=said, samples=samples))
    return tuple(columns)


def _samples(rows: Sequence[TableRow], index: int) -> tuple[str, ...]:
    cells = (" ".join(row.cells[index].split()) for row in rows[:50] if index < len(row.cells))
    return tuple(dict.fromkeys(cell for cell in cells if cell))[:_SAMPLES]


def _answer_column(columns: Sequence[SurveyColumn], rows: Sequence[TableRow]) -> int | None:
    """The one column that asks something or is called so; else the only one in which people wrote sentences."""
    if len(columns) == 1:
        return columns[0].index
    open_ones = [column for column in columns if not _words_of(column.header) & _NOT_ANSWERS]
    written = [column for column in open_ones if _mean_words(rows, column.index) >= _MANY_WORDS]
    named = [column for column in open_ones if _is_called_answer(column, rows)]
    for likely in (named, written):
        if len(likely) == 1:
            return likely[0].index if len(written) <= 1 else None
    return None


def _is_called_answer(column: SurveyColumn, rows: Sequence[TableRow]) -> bool:
    is_asked = _is_question(column.header) and _mean_words(rows, column.index) >= _FEW_WORDS  # not yes or no
    return is_asked or bool(_words_of(column.header) & _ANSWERS)


def _mean_words(rows: Sequence[TableRow], index: int) -> float:
    cells = [row.cells[index].split() for row in rows if index < len(row.cells) and row.cells[index].strip()]
    return sum(map(len, cells)) / len(cells) if cells else 0.0


def _is_question(cell: str) -> bool:
    return cell.strip().endswith("?")


def _words_of(cell: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", cell.casefold())
    return frozenset(words) if len(words) <= _MANY_WORDS else frozenset()
