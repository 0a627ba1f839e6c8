"""The versions of the file: they make what the tables say, and an older file is brought up to date or left alone."""

import re
import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlcipher3 import dbapi2

import coprod_desktop.storage.migrations
from coprod_desktop.domain.events import ClocksTakenAway
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.driver import FILE_NAME
from coprod_desktop.storage.faults import FaultReason, StorageFault
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.migrations import Migrations
from coprod_desktop.storage.settings_store import SettingsStore
from coprod_desktop.storage.tables import metadata
from tests.storage.storage_makers import MakeStep

M = MeetingId("meeting")
PARTS = {
    "access_needs": "person_id position code detail may_share consent_on consent_words consent_recorder "
    "noted_on review_on consent_helper parents_yes",
    "adjustments": "meeting_id key state people place asked_on arranged_on ready_on reason",
    "alembic_version": "version_num",
    "fire_helpers": "meeting_id person_id helper",
    "need_answers": "meeting_id person_id code said said_on words",
    "offers": "person_id kind answer said_on",
    "venues": "number id group_id name address directions contact photos removed_on",
    "venue_checks": "venue_id check_key answer checked_on note",
    "file_ids": "meeting_id kind local_id entity_id position",
    "group_cards": "group_id position key name meaning shape",
    "group_lines": "group_id kind position line",
    "groups": "number id name meaning contact language notice_days taking_part_money parents_yes_under readers_needed "
    "last_ticket",
    "edition_files": "meeting_id edition form digest made_on data removed_on",
    "recordings": "number id group_id media_type data removed_on",
    "line_people": "person_id number",
    "line_links": "from_id number",
    "imports": "number digest meeting_id imported_at shape",
    "indexed_meetings": "meeting_id",
    "line_index": "number meeting_id group_id held_on kind line_id item_id said easy_words became proposers waits_for "
    "due_on words roots also perspectives untold sources from_ids ticket ask_on helped_on",
    "line_words": "words roots also",
    "meeting_log": "number meeting_id step_id position kind at is_automatic payload",
    "meetings": "id group_id title held_on phase is_put_away venue item_number item_count changed_at changed_number",
    "people": "number id group_id name named_as chosen_name pronoun contact perspectives brings hopes minutes "
    "turn_seconds removed_on nearly_in_words gone picture kind_message",
    "perspective_labels": "group_id position perspective label",
    "own_pictures": "number id group_id kind word alt credit media_type data removed_on",
    "photo_yeses": "picture_id person_id use is_yes said_on recorder",
    "picture_choices": "group_id word picture",
    "block_pictures": "meeting_id ref role picture",
    "settled_findings": "meeting_id rule digest settled_at",
    "settings": "key value",
    "turn_heartbeats": "meeting_id turn_id used_ms at",
    "words": "group_id position term means",
}
"""All that is kept. A part that is added here is a part of people's lives that is asked for: see DP-02 first."""

FULL_TEXT = ("line_words", "line_words_config", "line_words_data", "line_words_docsize", "line_words_idx")
"""The table that finds lines by their words, and what SQLite keeps for it by itself."""

REBUILD = """
from alembic import op
from sqlalchemy import Column, Text

revision = "next"
down_revision = "NEWEST"


def upgrade():
    with op.batch_alter_table("meeting_log", recreate="always") as table:
        table.add_column(Column("added", Text, server_default="later", nullable=False))
    with op.batch_alter_table("groups", recreate="always") as table:
        table.add_column(Column("added", Text))
"""
FAILING = REBUILD + "    op.execute('INSERT INTO nowhere VALUES (1)')\n"
TEARING = REBUILD + '    op.execute("DELETE FROM groups")\n'


def _with_next(tmp_path: Path, script: str) -> Migrations:
    location = tmp_path / "100% migrations"
    shutil.copytree(Path(coprod_desktop.storage.migrations.__file__).parent, location)
    (location / "versions" / "next.py").write_text(script.replace("NEWEST", Migrations().newest))
    return Migrations(location=str(location), revisions=(*Migrations().revisions, "next"))


def _facts(path: Path) -> tuple[object, ...]:
    connection = dbapi2.connect(str(path))
    queries = (
        "SELECT sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
        "SELECT number, payload FROM meeting_log",
        "SELECT * FROM perspective_labels",
        "SELECT version_num FROM alembic_version",
    )
    found = tuple(connection.execute(query).fetchall() for query in queries)
    connection.close()
    return found


def _older_file(folder: Path, make_step: MakeStep) -> Path:
    database = Database.open(folder)
    MeetingLog(database).append(M, make_step(ClocksTakenAway(), ClocksTakenAway()), None)
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO groups VALUES (1, 'g', 'G', '', '', 'en', 14, '', 16, 2, 0)")
        connection.exec_driver_sql("INSERT INTO perspective_labels VALUES ('g', 0, 'carer', 'family')")
    database.close()
    return folder / FILE_NAME


def test_migrations_make_what_the_tables_say(database: Database) -> None:
    with database.read() as connection:
        options = {
            "compare_type": True,
            "compare_server_default": True,
            "target_metadata": metadata,
            "include_name": lambda name, kind, _parents: kind != "table" or name not in FULL_TEXT,
        }
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []


def test_migrations_make_each_table_word_for_word(database: Database) -> None:
    dialect = sqlite.dialect()
    wanted = [str(CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables]
    indexes = [index for table in metadata.sorted_tables for index in table.indexes]
    wanted += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    with database.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL "
            "AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version' AND name NOT LIKE 'line_words%'"
        )
        made = [row.sql for row in rows]

    assert sorted(map(_parts, made)) == sorted(map(_parts, wanted))


def _parts(sql: str) -> list[str]:
    return sorted(part.strip(" \t()") for part in re.split(r",\s|\n", sql.replace('"', "")) if part.strip(" \t()"))


def test_the_known_revisions_are_those_that_are_there() -> None:
    config = Config()
    config.set_main_option("script_location", Migrations().location)
    found = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]

    assert tuple(reversed(found)) == Migrations().revisions


def test_nothing_is_kept_but_what_is_listed(database: Database) -> None:
    with database.read() as connection:
        found = inspect(connection)
        parts = {
            name: " ".join(column["name"] for column in found.get_columns(name))
            for name in found.get_table_names()
            if name not in FULL_TEXT[1:]
        }

    assert parts == PARTS


def test_an_older_file_is_copied_aside_and_brought_up_to_date(
    folder: Path, tmp_path: Path, make_step: MakeStep
) -> None:
    path = _older_file(folder, make_step)
    older = _facts(path)

    database = Database.open(folder, migrations=_with_next(tmp_path, REBUILD))
    log = MeetingLog(database)
    with pytest.raises(StorageFault, match="CONSTRAINT"), database.write() as connection:
        connection.exec_driver_sql("DELETE FROM meeting_log")
    assert len(log.steps(M)) == 1
    assert log.append(M, make_step(ClocksTakenAway()), None) == 3
    database.close()

    newer = _facts(path)
    assert newer[1:] == ([*older[1], (3, "{}")], older[2], [("next",)])  # type: ignore[misc]
    assert "added" in str(newer[0])
    copies = sorted(entry.name for entry in folder.iterdir())
    assert copies == ["coprod-before-next.sqlite", FILE_NAME]
    assert _facts(folder / copies[0]) == older
    with pytest.raises(StorageFault) as caught:
        Database.open(folder)
    assert caught.value.reason is FaultReason.NEWER_FILE


@pytest.mark.parametrize("script", [FAILING, TEARING])
def test_an_older_file_whose_change_fails_stays_as_it_was(
    folder: Path, tmp_path: Path, make_step: MakeStep, script: str
) -> None:
    path = _older_file(folder, make_step)
    older = _facts(path)

    with pytest.raises(StorageFault):
        Database.open(folder, migrations=_with_next(tmp_path, script))

    assert _facts(path) == older
    database = Database.open(folder)
    SettingsStore(database).set("a", "1")
    assert len(MeetingLog(database).steps(M)) == 1
    database.close()


def test_a_file_that_is_up_to_date_opens_without_alembic_and_without_being_written(folder: Path) -> None:
    Database.open(folder).close()
    path = folder / FILE_NAME
    before = path.read_bytes(), path.stat().st_mtime_ns

    Database.open(folder, migrations=Migrations(location="there is nothing here")).close()

    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
