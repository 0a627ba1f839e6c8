"""Finding the lines of all meetings by their words, newest first, without replaying any of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any, Final

from sqlalchemy import Connection, Row

from coprod_desktop.domain.ids import AgendaItemId, GroupId, MeetingId, PersonId
from coprod_desktop.domain.replay import changes_meeting, replay
from coprod_desktop.domain.shared_words import AskedWords, root
from coprod_desktop.domain.what_became import Became
from coprod_desktop.storage import line_index_rows
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.indexed_line import LINE_COLUMNS, IndexedLine, line_of_row
from coprod_desktop.storage.meeting_log import MeetingLog

MOST_TERMS: Final = 4
"""So many of the words that were typed are looked for, those that are met least."""

_ENOUGH: Final = 12

_IN_SIGHT = (
    "EXISTS (SELECT 1 FROM meetings m WHERE m.id = l.meeting_id AND m.phase <> 'taken_back' AND NOT m.is_put_away)"
)
_NEWEST = (
    f"SELECT {LINE_COLUMNS} FROM line_words w CROSS JOIN line_index l ON l.number = w.rowid "
    f"WHERE line_words MATCH ? AND l.group_id = ? AND l.held_on <= ? AND l.meeting_id <> ? AND {_IN_SIGHT} "
    "ORDER BY w.rowid DESC LIMIT ?"
)
_OF_ITEM = f"SELECT {LINE_COLUMNS} FROM line_index l WHERE l.meeting_id = ? AND l.item_id = ? ORDER BY l.number DESC"
_FOLLOWING = (
    f"SELECT {LINE_COLUMNS} FROM line_links k JOIN line_index l ON l.number = k.number WHERE k.from_id IN ({{ids}}) "
    f"AND l.group_id = ? AND l.held_on <= ? AND l.meeting_id <> ? AND {_IN_SIGHT} ORDER BY l.number DESC"
)
_OF_PERSON = (
    f"SELECT {LINE_COLUMNS} FROM line_people p CROSS JOIN line_index l ON l.number = p.number "
    f"WHERE p.person_id = ? AND l.group_id = ? AND {_IN_SIGHT} ORDER BY p.number DESC"
)
_NEWEST_ITEMS = (
    "SELECT meeting_id, line_id, held_on, became FROM "
    "(SELECT l.meeting_id, l.line_id, l.held_on, l.became, max(l.number) AS number FROM line_index l "
    f"WHERE l.group_id = ? AND l.kind = 'item' AND ((l.held_on <= ? AND {_IN_SIGHT}) OR l.meeting_id = ?) "
    "GROUP BY l.words) WHERE became IN ({states}) AND meeting_id <> ? ORDER BY number DESC LIMIT ?"
)
_PROMISED = (
    "FROM line_index l WHERE l.group_id = ? AND l.kind = 'action' AND l.became = '{became}' AND l.held_on <= ? "
    f"AND l.meeting_id <> ? AND {_IN_SIGHT}"
)
_OPEN = _PROMISED.format(became="still_open")
_COUNT_OPEN = f"SELECT count(*) {_OPEN}"
_NEWEST_FIRST = "ORDER BY l.number DESC LIMIT ?"
_STILL_OPEN = f"SELECT {LINE_COLUMNS} {_OPEN} {_NEWEST_FIRST}"
_TO_ASK = (
    f"SELECT {LINE_COLUMNS} {_PROMISED.format(became='done')} AND l.ask_on IS NOT NULL "
    f"AND (l.helped_on = ? OR (l.ask_on <= ? AND (l.helped_on IS NULL OR l.helped_on < l.ask_on))) {_NEWEST_FIRST}"
)
_COUNT = "SELECT count(*) FROM line_words WHERE line_words MATCH ?"
_UNREAD = (
    "SELECT id FROM meetings WHERE NOT EXISTS (SELECT 1 FROM indexed_meetings r WHERE r.meeting_id = meetings.id) "
    "ORDER BY held_on DESC, id DESC LIMIT ?"
)


@dataclass(frozen=True, kw_only=True)
class Within:
    """Where to look: the meetings of a group up to a day but one, without those that were put away."""

    group_id: GroupId
    until: date
    but: MeetingId

    @property
    def asked(self) -> tuple[str, str, str]:
        """The values in the order in which they are asked for."""
        return self.group_id, self.until.isoformat(), self.but


@dataclass(frozen=True, kw_only=True)
class Term:
    """One word to look for: a root, or the beginning of a word. `count` is how many lines of the file have it."""

    letters: str
    is_begun: bool
    count: int

    @property
    def match(self) -> str:
        """The term for the full-text table; in quotes, as a person typed it."""
        return f'words : "{self.letters}"*' if self.is_begun else f'roots : "{self.letters}"'

    def is_in(self, line: IndexedLine) -> bool:
        """Whether a line has it."""
        if self.is_begun:
            return any(word.startswith(self.letters) for word in line.folded.split())
        return self.letters in line.roots


@dataclass(frozen=True, kw_only=True)
class IndexedItem:
    """An agenda item of a meeting, without its words."""

    item_id: AgendaItemId
    meeting_id: MeetingId
    held_on: date
    became: Became


class LineIndex:
    """Reads the index of lines that the log keeps up to date, and makes it anew from the log."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._log = MeetingLog(database)

    @property
    def changes(self) -> tuple[int, ...]:
        """Tells whether anything was written since this was asked for last."""
        return self._database.changes

    def find(self, asked: AskedWords, within: Within) -> tuple[tuple[Term, ...], tuple[IndexedLine, ...]]:
        """What is looked for, the rarest first, and the lines that have at least one of it.

        Lines that have most of it are all among them if they are few; of the others only the newest.
        """
        with self._database.read() as connection:
            terms = _terms(connection, asked)
            found: dict[int, IndexedLine] = {}
            for together in _ways_to_look(terms):
                match = " AND ".join(f"({term.match})" for term in together)
                found |= _lines(connection, _NEWEST, (match, *within.asked, _ENOUGH))
                if len(together) == len(terms) and len(found) >= _ENOUGH:
                    break
        return terms, tuple(found.values())

    def on_item(self, meeting_id: MeetingId, item_id: str) -> tuple[IndexedLine, ...]:
        """Every line that belongs to an agenda item, and the item."""
        with self._database.read() as connection:
            return tuple(_lines(connection, _OF_ITEM, (meeting_id, item_id)).values())

    def following(self, line_ids: Sequence[str], within: Within) -> tuple[IndexedLine, ...]:
        """The lines that go on from any of these, the newest first."""
        query = _FOLLOWING.format(ids=", ".join("?" * len(line_ids)))
        with self._database.read() as connection:
            return tuple(_lines(connection, query, (*line_ids, *within.asked)).values())

    def of_person(self, group_id: GroupId, person_id: PersonId) -> tuple[IndexedLine, ...]:
        """Every line that is a person's own: what they put forward, and the jobs that they took on. Newest first."""
        with self._database.read() as connection:
            return tuple(_lines(connection, _OF_PERSON, (person_id, group_id)).values())

    def still_open(self, within: Within, most: int) -> tuple[tuple[IndexedLine, ...], int]:
        """So many actions that are still to do, those of the newest meeting first, and how many there are in all."""
        with self._database.read() as connection:
            count = connection.exec_driver_sql(_COUNT_OPEN, within.asked).scalar_one()
            return _by_meeting(_lines(connection, _STILL_OPEN, (*within.asked, most))), int(count)

    def to_ask(self, within: Within, today: date, most: int) -> tuple[IndexedLine, ...]:
        """Actions that were done and whose day to ask if they helped has come, or that were answered today."""
        day = today.isoformat()
        with self._database.read() as connection:
            return _by_meeting(_lines(connection, _TO_ASK, (*within.asked, day, day, most)))

    def items_that_became(self, became: Sequence[Became], within: Within, most: int) -> tuple[IndexedItem, ...]:
        """Agenda items that ended so, newest first. Of items in the same words only the newest counts.

        One that stands in the same words on the agenda of the meeting that is left out is left out too.
        """
        query = _NEWEST_ITEMS.format(states=", ".join("?" * len(became)))
        values = (*within.asked, *(one.value for one in became), within.but, most)
        with self._database.read() as connection:
            return tuple(_item(row) for row in connection.exec_driver_sql(query, values))

    def read_unread(self, most: int) -> bool:
        """Takes in so many meetings that are not in the index yet, newest first. True while there are more."""
        with self._database.read() as connection:
            unread = [row.id for row in connection.exec_driver_sql(_UNREAD, (most + 1,))]
        if unread:
            with self._database.write() as connection:
                for meeting_id in unread[:most]:
                    self._read(connection, MeetingId(meeting_id))
        return len(unread) > most

    def rebuild(self) -> None:
        """Makes the index anew from the log."""
        with self._database.write() as connection:
            line_index_rows.forget_all(connection)
            for meeting_id in self._log.meeting_ids():
                self._read(connection, meeting_id)

    def forget(self, meeting_id: MeetingId) -> None:
        """Takes every word of a meeting out of the index; it is read into it again when something is asked for."""
        with self._database.write() as connection:
            line_index_rows.forget(connection, meeting_id)
            line_index_rows.write_words_anew(connection)

    def _read(self, connection: Connection, meeting_id: MeetingId) -> None:
        steps = [step for step in self._log.steps(meeting_id) if changes_meeting(step)]
        line_index_rows.keep_whole(connection, replay(meeting_id, steps))


def _terms(connection: Connection, asked: AskedWords) -> tuple[Term, ...]:
    """What is met at all, the rarest first. The word that is half typed is a beginning only if no line has it whole."""
    counted = [_counted(connection, whole, is_begun=False) for whole in asked.roots]
    terms = [term for term in counted if term.count]
    if asked.begun and root(asked.begun) not in {term.letters for term in terms}:
        begun = _counted(connection, asked.begun, is_begun=True)
        terms += [begun] if begun.count else []
    return tuple(sorted(terms, key=lambda term: term.count)[:MOST_TERMS])


def _counted(connection: Connection, letters: str, *, is_begun: bool) -> Term:
    term = Term(letters=letters, is_begun=is_begun, count=0)
    count = connection.exec_driver_sql(_COUNT, (term.match,)).scalar_one()
    return Term(letters=letters, is_begun=is_begun, count=int(count))


def _ways_to_look(terms: Sequence[Term]) -> Iterator[tuple[Term, ...]]:
    """All terms together, then two by two, then each alone."""
    for size in sorted({len(terms), min(len(terms), 2), min(len(terms), 1)} - {0}, reverse=True):
        yield from combinations(terms, size)


def _lines(connection: Connection, query: str, values: tuple[Any, ...]) -> dict[int, IndexedLine]:
    return {row.number: line_of_row(row) for row in connection.exec_driver_sql(query, values)}


def _by_meeting(lines: dict[int, IndexedLine]) -> tuple[IndexedLine, ...]:
    """The newest meeting first, and in each meeting as it was said."""
    days = sorted({line.held_on for line in lines.values()}, reverse=True)
    return tuple(sorted(lines.values(), key=lambda line: (days.index(line.held_on), line.meeting_id, line.number)))


def _item(row: Row[Any]) -> IndexedItem:
    return IndexedItem(
        item_id=AgendaItemId(row.line_id),
        meeting_id=MeetingId(row.meeting_id),
        held_on=date.fromisoformat(row.held_on),
        became=Became(row.became),
    )
