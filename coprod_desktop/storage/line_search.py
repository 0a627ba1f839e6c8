"""Searching the lines of all meetings as they are typed for, and walking from line to line."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any, Final

from sqlalchemy import Connection, Row

from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.domain.searching import Filters
from coprod_desktop.domain.shared_words import root
from coprod_desktop.domain.what_became import Became, LineKind
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.indexed_line import LINE_COLUMNS, IndexedLine, line_of_row
from coprod_desktop.storage.line_index_rows import numbers_between
from coprod_desktop.storage.listed_line import LISTED_COLUMNS, ListedLine, listed

_MOST_NAMES: Final = 2
"""Of the words typed so many are looked for as names of people too, the longest."""

_MOST_PEOPLE: Final = 100
_IDS_AT_ONCE: Final = 500
_FOUND = f"{LINE_COLUMNS}, m.title"
_THERE = "JOIN meetings m ON m.id = l.meeting_id"
_LISTED = f"SELECT {LISTED_COLUMNS} FROM line_index l {_THERE}"
_NOT_CARRIED_ON = (
    "NOT EXISTS (SELECT 1 FROM line_links k JOIN line_index n ON n.number = k.number "
    f"WHERE k.from_id = l.line_id AND l.kind = '{LineKind.IDEA.value}' AND n.kind = '{LineKind.IDEA.value}' "
    f"AND n.meeting_id <> l.meeting_id AND n.became <> '{Became.WITHDRAWN.value}')"
)
_NOT_LOOKED_AT_AGAIN = (
    "NOT EXISTS (SELECT 1 FROM line_links k JOIN line_index n ON n.number = k.number "
    f"WHERE k.from_id = l.line_id AND n.kind = '{LineKind.DECISION.value}' AND n.held_on <= ? "
    f"AND n.became <> '{Became.WITHDRAWN.value}')"
)
_IS_OVER = f"(m.phase = '{Phase.FINISHED.value}' OR l.held_on < ?)"
_FOLLOWING = f"SELECT {_FOUND} FROM line_links k JOIN line_index l ON l.number = k.number {_THERE} WHERE k.from_id IN "

FoundLine = tuple[IndexedLine, str]
"""A line, and the title of its meeting."""


class LineSearch:
    """Reads the index of lines: by words and names, by what waits, and along the links between them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(
        self, words: Sequence[str], named: Mapping[str, Collection[PersonId]], filters: Filters, most: int
    ) -> list[ListedLine]:
        """The newest lines in which each word begins a word, or is said by somebody whose name it begins.

        `words` are folded; `named` gives the people whose names one of them begins. Without words: the newest lines.
        """
        ways = list(_ways_to_read(words, named))
        with self._database.read() as connection:
            found = [line for way in ways for line in listed(connection, *_query(*way, filters, most))]
        if len(ways) > 1:
            found = sorted({line.number: line for line in found}.values(), reverse=True)[:most]
        return found

    def by_ids(self, ids: Collection[str]) -> list[FoundLine]:
        """The lines with these ids."""
        return self._of_ids(f"SELECT {_FOUND} FROM line_index l {_THERE} WHERE l.line_id IN ", ids)

    def following(self, ids: Collection[str]) -> list[FoundLine]:
        """The lines that go on from any of these."""
        return self._of_ids(_FOLLOWING, ids)

    def on_item(self, meeting_id: MeetingId, item_id: str) -> list[FoundLine]:
        """The lines that belong to an agenda item."""
        query = f"SELECT {_FOUND} FROM line_index l {_THERE} WHERE l.meeting_id = ? AND l.item_id = ? ORDER BY l.number"
        return self._all(query, (meeting_id, item_id))

    def of_person(self, group_id: GroupId, person_id: PersonId) -> list[FoundLine]:
        """The lines of one person, newest first."""
        query = f"SELECT {_FOUND} FROM line_people p CROSS JOIN line_index l ON l.number = p.number {_THERE} "
        where = "WHERE p.person_id = ? AND l.group_id = ? ORDER BY p.number DESC"
        return self._all(query + where, (person_id, group_id))

    def waiting(self, group_id: GroupId, until: date, became: Sequence[Became]) -> list[ListedLine]:
        """Ideas of meetings up to a day that became one of these, and that none of another meeting goes on from."""
        query = (
            f"{_LISTED} WHERE l.group_id = ? AND l.kind = ? AND l.became IN {_places(became)} "
            f"AND l.held_on <= ? AND {_NOT_CARRIED_ON} ORDER BY l.number DESC"
        )
        return self._listed(query, (group_id, LineKind.IDEA.value, *became, until.isoformat()))

    def waiting_yeses(self, group_id: GroupId, until: date) -> list[ListedLine]:
        """Decisions of meetings up to a day to which somebody has still to say yes, oldest first.

        One that a meeting up to that day looked at again waits no longer.
        """
        query = (
            f"{_LISTED} WHERE l.group_id = ? AND l.kind = ? AND l.became = ? AND l.held_on <= ? "
            f"AND {_NOT_LOOKED_AT_AGAIN} ORDER BY l.number"
        )
        kind, became, day = LineKind.DECISION.value, Became.WAITS_FOR_YES.value, until.isoformat()
        return self._listed(query, (group_id, kind, became, day, day))

    def untold(self, group_id: GroupId, today: date) -> list[ListedLine]:
        """Lines of which somebody waits to hear, of meetings that are finished or whose day has passed, newest first.

        An idea that one of another meeting goes on from is left out: the newer one tells.
        """
        query = (
            f"{_LISTED} WHERE l.group_id = ? AND l.untold <> '' AND {_IS_OVER} "
            f"AND {_NOT_CARRIED_ON} ORDER BY l.number DESC"
        )
        return self._listed(query, (group_id, today.isoformat()))

    def _listed(self, query: str, values: tuple[Any, ...]) -> list[ListedLine]:
        with self._database.read() as connection:
            return listed(connection, query, values)

    def _of_ids(self, query: str, ids: Collection[str]) -> list[FoundLine]:
        listed = list(dict.fromkeys(ids))
        found: list[FoundLine] = []
        for first in range(0, len(listed), _IDS_AT_ONCE):
            some = listed[first : first + _IDS_AT_ONCE]
            found += self._all(query + _places(some), tuple(some))
        return found

    def _all(self, query: str, values: tuple[Any, ...]) -> list[FoundLine]:
        with self._database.read() as connection:
            return [_found(row) for row in _rows(connection, query, values)]


def _ways_to_read(
    words: Sequence[str], named: Mapping[str, Collection[PersonId]]
) -> Iterator[tuple[list[str], list[Collection[PersonId]]]]:
    """Each way to take some of the words for names and the others for words."""
    names = sorted((word for word in words if named.get(word)), key=len, reverse=True)[:_MOST_NAMES]
    for count in range(len(names) + 1):
        for taken in combinations(names, count):
            yield [word for word in words if word not in taken], [named[word] for word in taken]


def _query(
    words: Sequence[str], people: Sequence[Collection[PersonId]], filters: Filters, most: int
) -> tuple[str, list[Any]]:
    """A plus keeps SQLite from going through the lines in another order than the newest first."""
    tests, values = _tests(people, filters, most if not words else None)
    if words:
        where = " AND ".join(["line_words MATCH ?", *(f"+{test}" for test in tests)])
        joined = "line_words w CROSS JOIN line_index l ON l.number = w.rowid"
        query = f"SELECT {LISTED_COLUMNS} FROM {joined} WHERE {where} ORDER BY w.rowid DESC LIMIT ?"
        return query, [_match(words), *values, most]
    first, *others = tests or ["1"]
    where = " AND ".join([first, *(f"+{test}" for test in others)])
    return f"SELECT {LISTED_COLUMNS} FROM line_index l WHERE {where} ORDER BY l.number DESC LIMIT ?", [*values, most]


def _match(words: Iterable[str]) -> str:
    """The words for the full-text table: in quotes, as a person typed them; each also by its root."""
    return " AND ".join(f'"{word}"*' if root(word) == word else f'("{word}"* OR "{root(word)}")' for word in words)


def _tests(people: Sequence[Collection[PersonId]], filters: Filters, newest: int | None) -> tuple[list[str], list[Any]]:
    """What must be true of a line; first what leaves the fewest. `newest`: so many of people's lines are enough."""
    tests: list[str] = []
    values: list[Any] = []
    if filters.since or filters.until:
        tests.append("l.number BETWEEN ? AND ?")
        values += numbers_between(filters.since or date.min, filters.until or date.max)
    if filters.group_id:
        tests.append("l.group_id = ?")
        values.append(filters.group_id)
    for column, wanted in (("kind", filters.kinds), ("became", filters.became)):
        if wanted:
            tests.append(f"l.{column} IN {_places(wanted)}")
            values += [one.value for one in wanted]
    if filters.perspective:
        tests.append("instr(l.perspectives, ?) > 0")
        values.append(f" {filters.perspective.value} ")
    wanted_people = [*people, *([(filters.person_id,)] if filters.person_id else [])]
    if wanted_people:
        is_plain = len(wanted_people) == 1 and not filters.are_set
        numbers, of_people = _numbers_of(wanted_people, newest if is_plain else None)
        tests.insert(0, f"l.number IN ({numbers})")
        values = [*of_people, *values]
    return tests, values


def _numbers_of(people: Sequence[Collection[PersonId]], newest: int | None) -> tuple[str, list[Any]]:
    """The lines that are of somebody in each of these; only the newest of each person if so many are enough."""
    if newest is not None and len(people[0]) <= _MOST_PEOPLE:
        one = "SELECT * FROM (SELECT number FROM line_people WHERE person_id = ? ORDER BY number DESC LIMIT ?)"
        return " UNION ".join([one] * len(people[0])), [value for who in people[0] for value in (who, newest)]
    several = (f"SELECT number FROM line_people WHERE person_id IN {_places(some)}" for some in people)
    return " INTERSECT ".join(several), [who for some in people for who in some]


def _places(values: Collection[object]) -> str:
    return f"({', '.join('?' * len(values))})"


def _rows(connection: Connection, query: str, values: tuple[Any, ...]) -> Sequence[Row[Any]]:
    return connection.exec_driver_sql(query, values).all()


def _found(row: Row[Any]) -> FoundLine:
    return line_of_row(row), row.title
