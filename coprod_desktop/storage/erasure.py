"""The one locked door: words are blanked in the record and in everything made from it, all or nothing, for good."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
from sqlalchemy import Connection, select

from coprod_desktop.domain.events import Step
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_header import header_of
from coprod_desktop.domain.replay import replay
from coprod_desktop.storage import header_rows, line_index_rows
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.driver import Driver, connect, driver_faults
from coprod_desktop.storage.edition_store import EditionStore
from coprod_desktop.storage.engine import driver_of
from coprod_desktop.storage.event_codec import EventCodec
from coprod_desktop.storage.faults import StorageFault
from coprod_desktop.storage.file_checks import check_is_ours
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.meeting_store import MeetingStore
from coprod_desktop.storage.setting_keys import REWRITE_DUE
from coprod_desktop.storage.settings_store import SettingsStore
from coprod_desktop.storage.tables import LOG_TRIGGERS, meetings
from coprod_desktop.storage.times_of_people import without_times
from coprod_desktop.storage.words_to_take_out import (
    Payload,
    WordsToTakeOut,
    media_of_line,
    said_of,
    texts_of_line,
)

_TRIGGERS: Final = ("meeting_log_is_not_changed", "meeting_log_is_not_deleted")
_PUT: Final = "UPDATE meeting_log SET payload = ? WHERE number = ?"
_PLAIN_TABLES: Final = ("adjustments", "group_lines", "imports", "need_answers", "own_pictures", "settings", "words")
"""Tables of words that people typed. Names of people, groups and places are not words of a line."""

_INDEX_TABLES: Final = ("line_index", "indexed_meetings", "line_people", "line_links")

Change = Callable[[MeetingId, str, Payload], Payload]
"""What becomes of the payload of an event, by its meeting and its kind."""


@dataclass(frozen=True, kw_only=True)
class TakenOut:
    """What was done. `meetings` are those whose words changed, `copies` how many copies in the folder were changed too.

    `not_reached` are files of the folder that could not be changed. Unless `is_clean` the file is still to be written
    anew, which happens when it is opened the next time.
    """

    meetings: tuple[MeetingId, ...]
    copies: int = 0
    not_reached: tuple[str, ...] = ()
    is_clean: bool = True


class Erasure:
    """Blanks words in payloads; the number, the time and the kind of an event never change.

    The copies in the folder come first, so that once the record has changed nothing is left that has to know the words.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._log = MeetingLog(database)

    def texts(self, meeting_id: MeetingId, line_id: str) -> tuple[tuple[str, str], ...]:
        """The field and the text of all words that were ever kept of a line, each once, the oldest first."""
        found = (pair for payload in self._payloads(meeting_id) for pair in texts_of_line(payload, line_id))
        return tuple(dict.fromkeys(found))

    def take_out(self, meeting_id: MeetingId, line_id: str, step: Step, *, but: Collection[str] = ()) -> TakenOut:
        """Takes all words that were ever kept of a line out for good, but the texts in `but`; `step` says so."""
        texts = [pair for pair in self.texts(meeting_id, line_id) if pair[1] not in but]
        has_media = bool(said_of(texts)) or not but
        words = WordsToTakeOut(
            line_id=line_id,
            texts=frozenset(text for _, text in texts),
            said=said_of(texts),
            has_media=has_media,
        )
        media = self._media(meeting_id, line_id) if has_media else ()
        copies, not_reached = self._in_copies(lambda driver: _take_out_of_copy(driver, words, media))
        with self._database.write() as connection:
            touched = self._blank_log(connection, _words_change(words), words.is_in)
            touched = tuple(dict.fromkeys((meeting_id, *touched)))
            for one in touched:
                line_index_rows.forget(connection, one)
            self._log.append(meeting_id, step, None)
            self._make_anew(connection, touched)
            line_index_rows.write_words_anew(connection)
            _blank_plain_tables(driver_of(connection), words)
            _remove_media(driver_of(connection), media)
            EditionStore(self._database).remove_bytes(touched, step.at.date())
            _forget_settled(driver_of(connection), touched)
            SettingsStore(self._database).set(REWRITE_DUE, "1")
        is_clean = self.rewrite_if_due()
        return TakenOut(meetings=touched, copies=copies, not_reached=not_reached, is_clean=is_clean)

    def has_times(self, meeting_id: MeetingId) -> bool:
        """Whether the log of a meeting still tells when and how long one person spoke or was out, undone or not."""
        query = "SELECT kind, payload FROM meeting_log WHERE meeting_id = ?"
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(query, (meeting_id,)).all()
        told = ((row.kind, msgspec.json.decode(row.payload)) for row in rows)
        return any(without_times(kind, payload) != payload for kind, payload in told)

    def drop_times(self, meeting_id: MeetingId, step: Step) -> TakenOut:
        """Takes out of a meeting when and how long each person spoke (DP-16); `step` says what is kept instead.

        Inside another write the file is not written anew: call `rewrite_if_due` after it.
        """

        def change(of: MeetingId, kind: str, payload: Payload) -> Payload:
            return without_times(kind, payload) if of == meeting_id else payload

        copies, not_reached = self._in_copies(lambda driver: _drop_times_of_copy(driver, meeting_id, change))
        with self._database.write() as connection:
            self._blank_log(connection, change, None, meeting_id)
            _forget_heartbeat(driver_of(connection), meeting_id)
            self._log.append(meeting_id, step, None)
            SettingsStore(self._database).set(REWRITE_DUE, "1")
        is_clean = not self._database.is_writing and self.rewrite_if_due()
        return TakenOut(meetings=(meeting_id,), copies=copies, not_reached=not_reached, is_clean=is_clean)

    def rewrite_if_due(self) -> bool:
        """Writes the file anew if something was taken out since; says whether no byte of it can be left."""
        settings = SettingsStore(self._database)
        if not settings.get(REWRITE_DUE):
            return True
        try:
            if not self._database.rewrite():
                return False
        except StorageFault:
            return False  # The words are gone from the record; on a full disk their last bytes wait for room.
        settings.set(REWRITE_DUE, "")
        return True

    def _payloads(self, meeting_id: MeetingId) -> Iterator[Payload]:
        query = "SELECT payload FROM meeting_log WHERE meeting_id = ? ORDER BY number"
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(query, (meeting_id,)).all()
        return (msgspec.json.decode(row.payload) for row in rows)

    def _media(self, meeting_id: MeetingId, line_id: str) -> tuple[tuple[str, str], ...]:
        found = (pair for payload in self._payloads(meeting_id) for pair in media_of_line(payload, line_id))
        return tuple(dict.fromkeys(found))

    def _blank_log(
        self,
        connection: Connection,
        change: Change,
        may_hold: Callable[[str], bool] | None,
        meeting_id: MeetingId | None = None,
    ) -> tuple[MeetingId, ...]:
        return _blank_log(driver_of(connection), change, may_hold, meeting_id)

    def _make_anew(self, connection: Connection, touched: Collection[MeetingId]) -> None:
        """Makes what is derived from the log anew for these meetings; their place in lists stays."""
        for meeting_id in touched:
            state = replay(meeting_id, self._log.steps(meeting_id))
            line_index_rows.keep_whole(connection, state)
            kept = MeetingStore(self._database).header(meeting_id)
            if kept is not None:
                number = connection.execute(
                    select(meetings.c.changed_number).where(meetings.c.id == meeting_id)
                ).scalar_one()
                header_rows.keep(connection, meeting_id, header_of(state, changed_at=kept.changed_at), number)

    def _in_copies(self, act: Callable[[Driver], None]) -> tuple[int, tuple[str, ...]]:
        """Does the same in every other file of ours in the folder: how many, and those where it could not be done."""
        done, not_reached = 0, []
        for path in self._copies():
            try:
                _in_copy(path, act)
                done += 1
            except StorageFault:
                not_reached.append(path.name)
        return done, tuple(not_reached)

    def _copies(self) -> Iterator[Path]:
        live = self._database.path
        if live is None:
            return
        for path in sorted(live.parent.glob("*.sqlite")):
            if path != live and path.is_file() and _is_ours(path):
                yield path


def _words_change(words: WordsToTakeOut) -> Change:
    return lambda _, kind, payload: words.without(kind, payload)


def _blank_log(
    driver: Driver, change: Change, may_hold: Callable[[str], bool] | None, meeting_id: MeetingId | None
) -> tuple[MeetingId, ...]:
    """Puts changed payloads into the log, inside a transaction that is open: its end brings the triggers or the past
    back, whatever happens."""
    query = "SELECT number, meeting_id, kind, payload FROM meeting_log"
    rows = driver.execute(f"{query} WHERE meeting_id = ?", (meeting_id,)) if meeting_id else driver.execute(query)
    codec = EventCodec()
    changed: list[tuple[str, int]] = []
    touched: dict[MeetingId, None] = {}
    for number, of, kind, payload in rows.fetchall():
        if may_hold is not None and not may_hold(payload):
            continue
        was = msgspec.json.decode(payload)
        now = change(MeetingId(of), kind, was)
        if now != was:
            kept = msgspec.json.encode(now).decode()
            codec.decode(kind, kept)  # Nothing is written that nobody could read any more.
            changed.append((kept, number))
            touched[MeetingId(of)] = None
    for name in _TRIGGERS:
        driver.execute(f"DROP TRIGGER IF EXISTS {name}")
    driver.executemany(_PUT, changed)
    for trigger in LOG_TRIGGERS:
        driver.execute(trigger)
    return tuple(touched)


def _blank_plain_tables(driver: Driver, words: WordsToTakeOut) -> None:
    for table in _PLAIN_TABLES:
        columns = driver.execute(f"PRAGMA table_info({table})").fetchall()
        keys = [name for _, name, _, _, _, place in columns if place]
        for _, name, kind, _, _, place in columns:
            if kind == "TEXT" and not place:
                _blank_column(driver, table, keys, name, words)


def _blank_column(driver: Driver, table: str, keys: list[str], name: str, words: WordsToTakeOut) -> None:
    rows = driver.execute(f"SELECT {', '.join(keys)}, {name} FROM {table}").fetchall()
    where = " AND ".join(f"{key} = ?" for key in keys)
    for *key, text in rows:
        cut = words.cut(text) if text and words.is_in(text) else text
        if cut != text:
            driver.execute(f"UPDATE {table} SET {name} = ? WHERE {where}", (cut, *key))


def _remove_media(driver: Driver, media: Collection[tuple[str, str]]) -> None:
    for field, kept in media:
        own_id = kept.removeprefix("own:")
        if field == "recording_id":
            driver.execute("DELETE FROM recordings WHERE id = ?", (kept,))
        elif own_id != kept:
            driver.execute("DELETE FROM photo_yeses WHERE picture_id = ?", (own_id,))
            driver.execute("DELETE FROM own_pictures WHERE id = ?", (own_id,))
            for table in ("picture_choices", "block_pictures"):
                driver.execute(f"DELETE FROM {table} WHERE picture = ?", (kept,))


def _forget_settled(driver: Driver, touched: Collection[MeetingId]) -> None:
    """A digest of few words could be guessed back into the words."""
    driver.executemany("DELETE FROM settled_findings WHERE meeting_id = ?", [(one,) for one in touched])


def _forget_heartbeat(driver: Driver, meeting_id: MeetingId) -> None:
    driver.execute("DELETE FROM turn_heartbeats WHERE meeting_id = ?", (meeting_id,))


def _take_out_of_copy(driver: Driver, words: WordsToTakeOut, media: Collection[tuple[str, str]]) -> None:
    tables = _tables(driver)
    touched = _blank_log(driver, _words_change(words), words.is_in, None)
    _empty_index(driver, tables)
    _blank_plain_tables(driver, words)
    if "edition_files" in tables:
        gone = "UPDATE edition_files SET data = NULL WHERE meeting_id = ?"
        driver.executemany(gone, [(one,) for one in touched])
    if "recordings" in tables and "own_pictures" in tables:
        _remove_media(driver, media)
    if "settled_findings" in tables:
        _forget_settled(driver, touched)


def _drop_times_of_copy(driver: Driver, meeting_id: MeetingId, change: Change) -> None:
    _blank_log(driver, change, None, meeting_id)
    _forget_heartbeat(driver, meeting_id)


def _empty_index(driver: Driver, tables: Collection[str]) -> None:
    """The index of a copy is made anew from its log, should it ever be opened."""
    if "line_words" in tables:
        driver.execute("INSERT INTO line_words (line_words) VALUES ('delete-all')")
    for table in _INDEX_TABLES:
        if table in tables:
            driver.execute(f"DELETE FROM {table}")


def _tables(driver: Driver) -> frozenset[str]:
    return frozenset(name for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))


def _in_copy(path: Path, act: Callable[[Driver], None]) -> None:
    with driver_faults():
        driver = connect(str(path), wait_seconds=1)
        try:
            driver.execute("BEGIN IMMEDIATE")
            try:
                act(driver)
            except BaseException:
                driver.execute("ROLLBACK")
                raise
            driver.execute("COMMIT")
            driver.execute("VACUUM")
            driver.execute("PRAGMA journal_mode=DELETE")
        finally:
            driver.close()


def _is_ours(path: Path) -> bool:
    try:
        check_is_ours(path)
    except StorageFault:
        return False
    return True
