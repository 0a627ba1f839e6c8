"""A line as a list shows it: as it is kept, so that the newest of very many are read at each key press."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from coprod_desktop.storage.driver import driver_faults
from coprod_desktop.storage.engine import driver_of

LISTED_COLUMNS: Final = (
    "l.number, l.group_id, l.meeting_id, l.held_on, l.kind, l.line_id, l.said, l.easy_words, l.became, l.proposers, "
    "l.sources, l.ticket, l.waits_for, l.due_on, l.untold"
)
"""What a listed line is made of, for a query in which `l` is the table of lines."""


class ListedLine(NamedTuple):
    """One row of the index, in the words and JSON in which the table keeps it."""

    number: int
    group_id: str
    meeting_id: str
    held_on: str
    kind: str
    line_id: str
    said: str
    easy_words: str
    became: str
    proposers: str
    sources: str
    ticket: int | None
    waits_for: str
    due_on: str | None
    untold: str


def listed(connection: Connection, query: str, values: Sequence[Any]) -> list[ListedLine]:
    """What a query for `LISTED_COLUMNS` finds."""
    # Past SQLAlchemy, whose own rows cost as much again as the query.
    with driver_faults():
        return list(map(ListedLine._make, driver_of(connection).execute(query, values).fetchall()))
