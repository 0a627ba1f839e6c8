"""The derived rows of a meeting's lines, written in the same transaction as the step that changed them."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, get_args

from sqlalchemy import Connection, Row

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.shared_words import folded_words, telling_roots
from coprod_desktop.domain.what_became import MeetingLine, line_keys, lines_of

_LINE_EVENTS: Final = get_args(
    ev.MeetingOpened | ev.MeetingDetailsChanged | ev.AgendaEvent | ev.IdeaEvent | ev.DecisionEvent | ev.ActionEvent
)
_LINE_KINDS: Final = frozenset(event.kind for event in _LINE_EVENTS)
_MOST_IN_A_DAY: Final = 1_000_000

# Plain SQL, as somebody waits for it.
_ADD = (
    "INSERT INTO line_index (number, meeting_id, group_id, held_on, kind, line_id, item_id, said, easy_words, became, "
    "proposers, waits_for, due_on, words, roots) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_WORDS = "INSERT INTO line_words (rowid, words, roots) VALUES (?, ?, ?)"
_TAKE_WORDS_OUT = "INSERT INTO line_words (line_words, rowid, words, roots) VALUES ('delete', ?, ?, ?)"
_OF_LINE = "SELECT number, words, roots FROM line_index WHERE meeting_id = ? AND kind = ? AND line_id = ?"
_OF_MEETING = "SELECT number, words, roots FROM line_index WHERE meeting_id = ?"
_LAST_OF_DAY = "SELECT max(number) FROM line_index WHERE number BETWEEN ? AND ?"
_IS_READ = "SELECT 1 FROM indexed_meetings WHERE meeting_id = ?"
_MARK_READ = "INSERT OR IGNORE INTO indexed_meetings (meeting_id) VALUES (?)"

_Words = tuple[int, str, str]


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
    for kind, line_id in (*gone, *((line.kind, line.line_id) for line in changed)):
        _remove(connection, connection.exec_driver_sql(_OF_LINE, (after.id, kind.value, line_id)).all())
    _add(connection, after, changed)


def keep_whole(connection: Connection, state: MeetingState) -> None:
    """Makes all rows of a meeting anew."""
    forget(connection, state.id)
    _add(connection, state, tuple(lines_of(state)))
    connection.exec_driver_sql(_MARK_READ, (state.id,))


def forget(connection: Connection, meeting_id: MeetingId) -> None:
    """Takes every row and word of a meeting out of the index."""
    _remove(connection, connection.exec_driver_sql(_OF_MEETING, (meeting_id,)).all())
    connection.exec_driver_sql("DELETE FROM indexed_meetings WHERE meeting_id = ?", (meeting_id,))


def forget_all(connection: Connection) -> None:
    """Empties the index."""
    connection.exec_driver_sql("INSERT INTO line_words (line_words) VALUES ('delete-all')")
    connection.exec_driver_sql("DELETE FROM line_index")
    connection.exec_driver_sql("DELETE FROM indexed_meetings")


def _told_of_lines(connection: Connection, step_id: str) -> bool:
    """Whether a step that was undone told of lines; an undo that is undone is followed to what it took back."""
    query = "SELECT kind, payload FROM meeting_log WHERE step_id = ?"
    rows = connection.exec_driver_sql(query, (step_id,)).all()
    if any(row.kind in _LINE_KINDS for row in rows):
        return True
    undone = (json.loads(row.payload)["step_id"] for row in rows if row.kind == ev.StepUndone.kind)
    return any(_told_of_lines(connection, further) for further in undone)


def _is_same_day(before: MeetingState, after: MeetingState) -> bool:
    if before.details is None or after.details is None:
        return False
    return before.details.held_on == after.details.held_on and before.group_id == after.group_id


def _is_read(connection: Connection, meeting_id: MeetingId) -> bool:
    return connection.exec_driver_sql(_IS_READ, (meeting_id,)).first() is not None


def _remove(connection: Connection, rows: Sequence[Row[Any]]) -> None:
    if rows:
        connection.exec_driver_sql(_TAKE_WORDS_OUT, [tuple(row) for row in rows])
        connection.exec_driver_sql("DELETE FROM line_index WHERE number = ?", [(row.number,) for row in rows])


def _add(connection: Connection, state: MeetingState, lines: Sequence[MeetingLine]) -> None:
    if not lines or state.details is None:
        return
    first = _next_number(connection, state.details.held_on)
    rows = [_row(number, state, line) for number, line in enumerate(lines, first)]
    connection.exec_driver_sql(_ADD, rows)
    connection.exec_driver_sql(_ADD_WORDS, [(row[0], *row[-2:]) for row in rows])


def _next_number(connection: Connection, held_on: date) -> int:
    first = held_on.toordinal() * _MOST_IN_A_DAY
    last = connection.exec_driver_sql(_LAST_OF_DAY, (first, first + _MOST_IN_A_DAY - 1)).scalar()
    return first if last is None else int(last) + 1


def _row(number: int, state: MeetingState, line: MeetingLine) -> tuple[Any, ...]:
    assert state.details is not None
    words = folded_words(f"{line.words.text} {line.words.easy_text}")
    return (
        number,
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
        " ".join(words),
        " ".join(telling_roots(words)),
    )
