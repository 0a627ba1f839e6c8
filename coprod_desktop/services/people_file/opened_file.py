"""A file that was read as a table: its columns, its rows of people, and what is to be told about the whole of it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from coprod_desktop.services.people_file.columns import Column, ColumnState, columns_of, header_row
from coprod_desktop.services.people_file.file_text import FileProblem, FileText, UnreadableFile, text_of
from coprod_desktop.services.people_file.file_words import FileWords
from coprod_desktop.services.people_file.table import MOST_ROWS, TableRow, table_of

_MOST_OTHERS = 2


class FileNoteKind(StrEnum):
    """What is told about a whole file."""

    LETTERS_GUESSED = "letters_guessed"
    MARK_NOT_CLOSED = "mark_not_closed"
    HEADER_AGAIN = "header_again"
    NO_HEADER = "no_header"
    EMPTY_ROWS = "empty_rows"
    COLUMN_TWICE = "column_twice"
    NEVER_KEPT = "never_kept"


@dataclass(frozen=True, kw_only=True)
class FileNote:
    """One thing to tell; `count` is how many rows, `row` where, `words` the header of a column."""

    kind: FileNoteKind
    count: int = 0
    row: int = 0
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class OpenedFile:
    """What was read. `others` are texts that the same file could be too, in another character set."""

    text: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    width: int
    delimiter: str
    notes: tuple[FileNote, ...] = ()
    others: tuple[str, ...] = ()
    is_header_unsure: bool = False
    """No column has a name that the program knows, so somebody should say whether the first row names them."""

    @property
    def has_unknown_columns(self) -> bool:
        """Whether somebody should say what a column means."""
        return any(column.state is ColumnState.UNKNOWN for column in self.columns)


def open_file(path: Path, words: FileWords) -> OpenedFile:
    """Read a file. Raises UnreadableFile if it is no list of people."""
    try:
        data = path.read_bytes()
    except OSError:
        raise UnreadableFile(FileProblem.CANNOT_READ) from None
    return opened_text(text_of(data), words)


def opened_text(found: FileText, words: FileWords, *, names_columns: bool = False) -> OpenedFile:
    """The table of a text. Raises UnreadableFile if there is nobody in it, or too many.

    `names_columns`: somebody said that the first row names the columns, though none of the names is known.
    """
    table = table_of(found.text, lambda cell: words.field(cell) is not None)
    filled = [row for row in table.rows if not row.is_empty]
    known_header = header_row(filled, words)
    header = filled[0] if known_header is None and names_columns and filled else known_header
    people = tuple(row for row in filled if header is None or row.number > header.number)
    again = [row for row in people if header is not None and _is_same(row, header, words)]
    people = tuple(row for row in people if row not in again)
    if not people:
        raise UnreadableFile(FileProblem.NO_PEOPLE)
    if len(people) > MOST_ROWS:
        raise UnreadableFile(FileProblem.TOO_MANY_PEOPLE)
    columns = columns_of(header, people, words)
    return OpenedFile(
        text=found.text,
        columns=columns,
        rows=people,
        width=len(header.cells) if header is not None else max(len(row.cells) for row in people),
        delimiter=table.delimiter,
        notes=(
            *_text_notes(found, table.open_mark_at),
            *_row_notes(header, again, len(_without_end(table.rows)) - len(filled)),
            *_column_notes(columns),
        ),
        others=found.others[:_MOST_OTHERS],
        is_header_unsure=known_header is None,
    )


def _is_same(row: TableRow, header: TableRow, words: FileWords) -> bool:
    return [words.tidy(cell) for cell in row.cells] == [words.tidy(cell) for cell in header.cells]


def _without_end(rows: tuple[TableRow, ...]) -> tuple[TableRow, ...]:
    """The rows up to the last that says something; empty ones after it are nobody's mistake."""
    last = max((at for at, row in enumerate(rows) if not row.is_empty), default=-1)
    return rows[: last + 1]


def _text_notes(found: FileText, open_mark_at: int | None) -> tuple[FileNote, ...]:
    notes = []
    if found.is_guessed:
        notes.append(FileNote(kind=FileNoteKind.LETTERS_GUESSED))
    if open_mark_at is not None:
        notes.append(FileNote(kind=FileNoteKind.MARK_NOT_CLOSED, row=open_mark_at))
    return tuple(notes)


def _row_notes(header: TableRow | None, again: list[TableRow], empty: int) -> tuple[FileNote, ...]:
    notes = [FileNote(kind=FileNoteKind.NO_HEADER)] if header is None else []
    notes += [FileNote(kind=FileNoteKind.HEADER_AGAIN, row=row.number) for row in again[:1]]
    if empty:
        notes.append(FileNote(kind=FileNoteKind.EMPTY_ROWS, count=empty))
    return tuple(notes)


def _column_notes(columns: tuple[Column, ...]) -> tuple[FileNote, ...]:
    kinds = {ColumnState.TWICE: FileNoteKind.COLUMN_TWICE, ColumnState.NEVER_KEPT: FileNoteKind.NEVER_KEPT}
    return tuple(FileNote(kind=kinds[column.state], words=column.header) for column in columns if column.state in kinds)
