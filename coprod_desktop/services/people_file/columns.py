"""What each column of a file means: known by its header, chosen by a person, or passed over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coprod_desktop.services.people_file.file_words import FileWords
from coprod_desktop.services.people_file.table import TableRow

_HEADER_WITHIN: Final = 10
_SAMPLES: Final = 3


class Field(StrEnum):
    """What a column can hold of a person."""

    NAME = "name"
    CHOSEN_NAME = "chosen_name"
    PERSPECTIVES = "perspectives"
    NEEDS = "needs"
    FORMAT = "format"
    CONTACT = "contact"
    BRINGS = "brings"


class ColumnState(StrEnum):
    """How the program took a column."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    TWICE = "twice"
    """Its header stands twice; the first one is taken."""
    NEVER_KEPT = "never_kept"
    """Such as a diagnosis or a date of birth (DP-02)."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: its place from 0, its header as it stands, what it was taken for, and its first few cells."""

    index: int
    header: str
    state: ColumnState
    field: Field | None = None
    samples: tuple[str, ...] = ()


Mapped = Mapping[int, Field | None]
"""What each column, by its place, is taken for; None is passed over."""


def header_row(rows: Sequence[TableRow], words: FileWords) -> TableRow | None:
    """The row that names the columns: among the first few, the one with most known names and a name for people."""
    best, most = None, 0
    for row in rows[:_HEADER_WITHIN]:
        fields = [words.field(cell) for cell in row.cells]
        known = sum(field is not None for field in fields)
        if known > most and (Field.NAME.value in fields or known > 1):
            best, most = row, known
    return best


def columns_of(header: TableRow | None, people: Sequence[TableRow], words: FileWords) -> tuple[Column, ...]:
    """Every column that has a header or a cell."""
    headers = header.cells if header is not None else ()
    width = len(headers) or max((len(row.cells) for row in people[:200]), default=0)
    columns: list[Column] = []
    for index in range(width):
        said = " ".join(headers[index].split()).strip("\ufeff\x00 ") if index < len(headers) else ""
        samples = _samples(people, index)
        if said or samples:
            columns.append(_column(index, said, samples, columns, words))
    return tuple(columns)


def mapped(columns: Iterable[Column]) -> dict[int, Field | None]:
    """What the program took each column for."""
    return {column.index: column.field for column in columns}


def _column(index: int, said: str, samples: tuple[str, ...], before: list[Column], words: FileWords) -> Column:
    taken = {words.tidy(column.header) for column in before if column.header}
    told = words.field(said)
    field = Field(told) if told else None
    if words.is_never_kept(said):
        return Column(index=index, header=said, state=ColumnState.NEVER_KEPT)
    if said and words.tidy(said) in taken:
        return Column(index=index, header=said, state=ColumnState.TWICE, samples=samples)
    if field is None:
        return Column(index=index, header=said, state=ColumnState.UNKNOWN, samples=samples)
    return Column(index=index, header=said, state=ColumnState.KNOWN, field=field, samples=samples)


def _samples(people: Sequence[TableRow], index: int) -> tuple[str, ...]:
    cells = (" ".join(row.cells[index].split()) for row in people[:50] if index < len(row.cells))
    return tuple(dict.fromkeys(cell for cell in cells if cell))[:_SAMPLES]
