"""From the text of a file to rows of cells, each with the number that a spreadsheet shows beside it."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

MOST_ROWS: Final = 20_000
_DELIMITERS: Final = (",", ";", "\t", "|")
_SAMPLE_ROWS: Final = 20
_MOST_OPEN_MARKS: Final = 500


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """One row. `number` counts as a spreadsheet does: from 1, with the header, empty rows and rows of many lines."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.strip("\x00 \t\r\n\xa0\ufeff") for cell in self.cells)


@dataclass(frozen=True, kw_only=True)
class Table:
    """All rows, and the row at which a quotation mark is opened and never closed, if there is one."""

    rows: tuple[TableRow, ...]
    delimiter: str
    open_mark_at: int | None = None


def swallows_rows(cell: str, delimiter: str, width: int) -> bool:
    """Whether a cell of many lines looks as if it held rows: a quotation mark that was closed too late."""
    lines = cell.splitlines()[1:]
    return any(line.count(delimiter) >= max(1, width - 1) for line in lines)


def table_of(text: str, knows: Callable[[str], bool]) -> Table:
    """The rows of a text. `knows` tells whether a cell is the name of a column, which finds the sign between cells."""
    lines, delimiter = _without_sign_line(text.removeprefix("\ufeff"))
    delimiter = delimiter or _likeliest(lines, knows)
    cells, open_mark_at = _all_cells(lines, delimiter)
    numbered = (TableRow(number=at, cells=tuple(row)) for at, row in enumerate(cells, start=1))
    return Table(rows=tuple(numbered), delimiter=delimiter, open_mark_at=open_mark_at)


def _without_sign_line(text: str) -> tuple[str, str]:
    """Some spreadsheets tell the sign in a first line "sep=;" that they do not show."""
    first, _, rest = text.partition("\n")
    told = first.strip()
    if told.casefold().startswith("sep=") and len(told) == len("sep=") + 1:
        return rest, told[-1]
    return text, ""


def _likeliest(text: str, knows: Callable[[str], bool]) -> str:
    return max(_DELIMITERS, key=lambda sign: (_worth(text, sign, knows), -_DELIMITERS.index(sign)))


def _worth(text: str, sign: str, knows: Callable[[str], bool]) -> tuple[int, int]:
    """How many names of columns one row has with this sign, then how wide most rows are."""
    rows = [row for row, _ in zip(_rows(text[:50_000], sign), range(_SAMPLE_ROWS), strict=False) if any(row)]
    named = max((sum(knows(cell) for cell in row) for row in rows), default=0)
    widths = sorted(len(row) for row in rows)
    return named, widths[len(widths) // 2] if widths else 0


def _all_cells(text: str, delimiter: str) -> tuple[list[list[str]], int | None]:
    """Every row. A mark that is never closed would swallow all people after it, so its line is read as plain words."""
    rows: list[list[str]] = []
    open_mark_at = None
    for _ in range(_MOST_OPEN_MARKS):
        read, rest = _until_open_mark(text, delimiter)
        rows += read
        if rest is None:
            return rows, open_mark_at
        open_mark_at = open_mark_at or len(rows) + 1
        line, _, text = rest.partition("\n")
        rows.append(_plain(line, delimiter))
        if not text:
            return rows, open_mark_at
    return [*rows, *(_plain(line, delimiter) for line in text.splitlines())], open_mark_at


def _until_open_mark(text: str, delimiter: str) -> tuple[list[list[str]], str | None]:
    """The rows of a text, up to the first that a quotation mark makes run on; then also the text from there on."""
    rows: list[list[str]] = []
    lines = _Lines(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=delimiter)
    start = 0
    try:
        for row in reader:
            if "\n" in text[start : lines.at].rstrip("\r\n") and _runs_on(text[start : lines.at], delimiter):
                return rows, text[start:]
            rows.append(row)
            start = lines.at
    except csv.Error:  # a cell that never ends
        return rows, text[start:]
    return rows, None


class _Lines:
    """The lines of a text, telling how far they were read."""

    def __init__(self, stream: io.StringIO) -> None:
        self._stream = stream
        self.at = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self._stream)
        self.at += len(line)
        return line


def _runs_on(record: str, delimiter: str) -> bool:
    """Whether a row of several lines is no well-made one: its mark is never closed, or by the mark of another cell."""
    try:
        list(csv.reader(io.StringIO(record, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return True
    return False


def _rows(text: str, delimiter: str) -> Iterable[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error:
        return


def _plain(line: str, delimiter: str) -> list[str]:
    return [cell.strip().strip('"') for cell in line.rstrip("\r").split(delimiter)]
