"""The derived rows of a meeting's lines, written in the same transaction as the step that changed them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, get_args

from sqlalchemy import Connection

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.after_events import LineAfterEvent
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_lines import line_keys, lines_of
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.shared_words import folded_words, telling_roots
from coprod_desktop.domain.what_became import MeetingLine

_LINE_EVENTS: Final = get_args(
    ev.MeetingOpened
    | ev.MeetingDetailsChanged
    | ev.AgendaEvent
    | ev.IdeaEvent
    | ev.DecisionEvent
    | ev.ActionEvent
    | LineAfterEvent
)
_LINE_KINDS: Final = frozenset(event.kind for event in _LINE_EVENTS)
_MOST_IN_A_DAY: Final = 1_000_000

_COLUMNS: Final = (
    "meeting_id", "group_id", "held_on", "kind", "line_id", "item_id", "said", "easy_words", "became", "proposers",
    "waits_for", "due_on", "perspectives", "ticket", "untold", "sources", "from_ids",
    "ask_on", "helped_on", "words", "roots", "also",
)  # fmt: skip

# Plain SQL, as somebody waits for it.
_ADD = f"INSERT INTO line_index (number, {', '.join(_COLUMNS)}) VALUES (?{', ?' * len(_COLUMNS)})"
_CHANGE = f"UPDATE line_index SET {', '.join(f'{name} = ?' for name in _COLUMNS)} WHERE number = ?"
_ADD_WORDS = "INSERT INTO line_words (rowid, words, roots, also) VALUES (?, ?, ?, ?)"
_TAKE_WORDS_OUT = "INSERT INTO line_words (line_words, rowid, words, roots, also) VALUES ('delete', ?, ?, ?, ?)"
_ADD_PERSON = "INSERT OR IGNORE INTO line_people (person_id, number) VALUES (?, ?)"
_TAKE_PERSON_OUT = "DELETE FROM line_people WHERE person_id = ? AND number = ?"
_ADD_LINK = "INSERT OR IGNORE INTO line_links (from_id, number) VALUES (?, ?)"
_TAKE_LINK_OUT = "DELETE FROM line_links WHERE from_id = ? AND number = ?"
_WRITTEN = "SELECT number, proposers, from_ids, words, roots, also FROM line_index WHERE meeting_id = ?"
_OF_LINE = f"{_WRITTEN} AND kind = ? AND line_id = ?"
_LAST_OF_DAY = "SELECT max(number) FROM line_index WHERE number BETWEEN ? AND ?"
_IS_READ = "SELECT 1 FROM indexed_meetings WHERE meeting_id = ?"
_MARK_READ = "INSERT OR IGNORE INTO indexed_meetings (meeting_id) VALUES (?)"


@dataclass(frozen=True, kw_only=True)
class _Written:
    """What else is written about a row: its words for the full-text table, its people, and what it goes on from."""

    number: int
    words: tuple[str, str, str]
    people: frozenset[str]
    from_ids: frozenset[str]


def touches_lines(connection: Connection, step: ev.Step) -> bool:
    """Whether a step can change what the index holds: it tells of lines, or takes back or brings back one that does."""
    if any(event.kind in _LINE_KINDS for event in step.events):
        return True
    undone = (event.step_id for event in step.events if isinstance(event, ev.StepUndone))
    return any(_told_of_lines(connection, step_id) for step_id in undone)


def keep(connection: Connection, before: MeetingState | None, after: MeetingState) -> None:
    """Brings the rows of a meeting up to date. Without `before`, or if its date changed, all are made anew."""
    if before is None or not _is_same_day(before, after) or not _is_read(connection, after.id):
        keep_whole(connection, after)
        return
    lines_before = set(lines_of(before, unlike=after))
    changed = [line for line in lines_of(after, unlike=before) if line not in lines_before]
    gone = {(line.kind, line.line_id) for line in lines_before} - line_keys(after)
    for kind, line_id in gone:
        _remove(connection, _written(connection, _OF_LINE, (after.id, kind.value, line_id)))
    _put(connection, after, changed)


def keep_whole(connection: Connection, state: MeetingState) -> None:
    """Makes all rows of a meeting anew."""
    forget(connection, state.id)
    _add(connection, state, tuple(lines_of(state)))
    connection.exec_driver_sql(_MARK_READ, (state.id,))


def forget(connection: Connection, meeting_id: MeetingId) -> None:
    """Takes every row and word of a meeting out of the index."""
    _remove(connection, _written(connection, _WRITTEN, (meeting_id,)))
    connection.exec_driver_sql("DELETE FROM indexed_meetings WHERE meeting_id = ?", (meeting_id,))


def forget_all(connection: Connection) -> None:
    """Empties the index."""
    connection.exec_driver_sql("INSERT INTO line_words (line_words) VALUES ('delete-all')")
    for table in ("line_index", "line_people", "line_links", "indexed_meetings"):
        connection.exec_driver_sql(f"DELETE FROM {table}")


def write_words_anew(connection: Connection) -> None:
    """Makes the full-text table anew from the rows, so that no word that was taken out is left in its pages.

    Its own secure delete is not used: SQLite 3.53 loses count in it after texts in which one word stands very often.
    """
    connection.exec_driver_sql("INSERT INTO line_words (line_words) VALUES ('rebuild')")


def numbers_between(first: date, last: date) -> tuple[int, int]:
    """The smallest and the greatest number that a row of these days can have."""
    return first.toordinal() * _MOST_IN_A_DAY, (last.toordinal() + 1) * _MOST_IN_A_DAY - 1


def _told_of_lines(connection: Connection, step_id: str) -> bool:
    """Whether a step that was undone told of lines; an undo that is undone is followed to what it took back."""
    query = "SELECT kind, payload FROM meeting_log WHERE step_id = ?"
    to_follow, followed = {step_id}, set[str]()
    while to_follow:
        followed |= to_follow
        rows = [row for one in to_follow for row in connection.exec_driver_sql(query, (one,)).all()]
        if any(row.kind in _LINE_KINDS for row in rows):
            return True
        undone = {str(json.loads(row.payload)["step_id"]) for row in rows if row.kind == ev.StepUndone.kind}
        to_follow = undone - followed
    return False


def _is_same_day(before: MeetingState, after: MeetingState) -> bool:
    if before.details is None or after.details is None:
        return False
    return before.details.held_on == after.details.held_on and before.group_id == after.group_id


def _is_read(connection: Connection, meeting_id: MeetingId) -> bool:
    return connection.exec_driver_sql(_IS_READ, (meeting_id,)).first() is not None


def _written(connection: Connection, query: str, values: tuple[str, ...]) -> list[_Written]:
    return [
        _Written(
            number=row.number,
            words=(row.words, row.roots, row.also),
            people=frozenset(json.loads(row.proposers)),
            from_ids=frozenset(json.loads(row.from_ids)) if row.from_ids else frozenset(),
        )
        for row in connection.exec_driver_sql(query, values).all()
    ]


def _remove(connection: Connection, rows: Sequence[_Written]) -> None:
    for row in rows:
        _rewrite(connection, row, None)
    _many(connection, "DELETE FROM line_index WHERE number = ?", [(row.number,) for row in rows])


def _put(connection: Connection, state: MeetingState, lines: Sequence[MeetingLine]) -> None:
    """A row that is there keeps its number, so that a change that leaves its words alone costs little."""
    fresh = []
    for line in lines:
        rows = _written(connection, _OF_LINE, (state.id, line.kind.value, line.line_id))
        if rows:
            number = rows[0].number
            values = _values(state, line)
            connection.exec_driver_sql(_CHANGE, (*values, number))
            _rewrite(connection, rows[0], _to_write(number, line, values))
        else:
            fresh.append(line)
    _add(connection, state, fresh)


def _rewrite(connection: Connection, old: _Written, new: _Written | None) -> None:
    """Brings what else is written about one row up to date."""
    number = old.number
    if new is None or new.words != old.words:
        connection.exec_driver_sql(_TAKE_WORDS_OUT, (number, *old.words))
        if new is not None:
            connection.exec_driver_sql(_ADD_WORDS, (number, *new.words))
    people, from_ids = (new.people, new.from_ids) if new else (frozenset[str](), frozenset[str]())
    _many(connection, _TAKE_PERSON_OUT, [(who, number) for who in old.people - people])
    _many(connection, _ADD_PERSON, [(who, number) for who in people - old.people])
    _many(connection, _TAKE_LINK_OUT, [(from_id, number) for from_id in old.from_ids - from_ids])
    _many(connection, _ADD_LINK, [(from_id, number) for from_id in from_ids - old.from_ids])


def _add(connection: Connection, state: MeetingState, lines: Sequence[MeetingLine]) -> None:
    if not lines or state.details is None:
        return
    first = _next_number(connection, state.details.held_on)
    rows = [(number, *_values(state, line)) for number, line in enumerate(lines, first)]
    connection.exec_driver_sql(_ADD, rows)
    connection.exec_driver_sql(_ADD_WORDS, [(row[0], *row[-3:]) for row in rows])
    numbered = list(enumerate(lines, first))
    _many(connection, _ADD_PERSON, [(who, number) for number, line in numbered for who in line.proposers])
    _many(connection, _ADD_LINK, [(from_id, number) for number, line in numbered for from_id in line.from_ids])


def _many(connection: Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)


def _next_number(connection: Connection, held_on: date) -> int:
    of_day = numbers_between(held_on, held_on)
    last = connection.exec_driver_sql(_LAST_OF_DAY, of_day).scalar()
    return of_day[0] if last is None else int(last) + 1


def _to_write(number: int, line: MeetingLine, values: tuple[Any, ...]) -> _Written:
    words, roots, also = values[-3:]
    people, from_ids = frozenset(line.proposers), frozenset(line.from_ids)
    return _Written(number=number, words=(words, roots, also), people=people, from_ids=from_ids)


def _values(state: MeetingState, line: MeetingLine) -> tuple[Any, ...]:
    """The columns of a row but its number; the last 3 are what the full-text table finds."""
    assert state.details is not None
    words = folded_words(f"{line.words.text} {line.words.easy_text}")
    return (
        state.id,
        state.group_id,
        state.details.held_on.isoformat(),
        line.kind.value,
        line.line_id,
        line.item_id,
        line.words.text,
        line.words.easy_text,
        line.became.value,
        json.dumps(line.proposers),
        json.dumps([[one.who, one.asked_on.isoformat() if one.asked_on else ""] for one in line.waits_for]),
        line.due_on.isoformat() if line.due_on else None,
        _apart(line.perspectives),
        line.ticket,
        json.dumps(line.untold) if line.untold else "",
        _apart(line.sources),
        json.dumps(line.from_ids) if line.from_ids else "",
        line.ask_on.isoformat() if line.ask_on else None,
        line.helped_on.isoformat() if line.helped_on else None,
        " ".join(words),
        " ".join(telling_roots(words)),
        " ".join(folded_words(line.also)),
    )


def _apart(words: Sequence[str]) -> str:
    """Words with spaces around, so that each is found whole."""
    return f" {' '.join(words)} " if words else ""
