"""The tables: the record that only grows, and plain tables for people, groups, settings and what was brought in."""

from typing import Final

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


meeting_log: Final = Table(
    "meeting_log",
    metadata,
    Column("number", Integer, primary_key=True),
    _words("meeting_id"),
    _words("step_id"),
    _number("position"),
    _words("kind"),
    _words("at"),
    _number("is_automatic"),
    _words("payload"),
    UniqueConstraint("step_id", "position"),
    Index(None, "meeting_id", "number"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
"""One row for each event. Triggers refuse to change or delete a row; `number` is never used again."""

meetings: Final = Table(
    "meetings",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    _words("group_id"),
    _words("title"),
    _words("held_on"),
    _words("phase"),
    _number("is_put_away"),
    _words("venue"),
    _number("item_number"),
    _number("item_count"),
    _words("changed_at"),
    _number("changed_number"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""What lists show of each meeting; derived from the log and rebuilt from it, so nothing refers to it."""

turn_heartbeats: Final = Table(
    "turn_heartbeats",
    metadata,
    Column("meeting_id", Text, primary_key=True, nullable=False),
    _words("turn_id"),
    _number("used_ms"),
    _words("at"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""How long the turn that runs has been spoken, one row for each meeting, written over every few seconds."""

groups: Final = Table(
    "groups",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _words("name"),
    _words("meaning"),
    _words("contact"),
    _words("language"),
    Column("notice_days", Integer, nullable=False, server_default=text("14")),
    Column("taking_part_money", Text, nullable=False, server_default=text("''")),
    Column("parents_yes_under", Integer, nullable=False, server_default=text("16")),
    Column("readers_needed", Integer, nullable=False, server_default=text("2")),
    Column("last_ticket", Integer, nullable=False, server_default=text("0")),
    sqlite_strict=True,
)

perspective_labels: Final = Table(
    "perspective_labels",
    metadata,
    Column("group_id", Text, ForeignKey("groups.id"), primary_key=True, nullable=False),
    Column("position", Integer, primary_key=True, nullable=False),
    _words("perspective"),
    _words("label"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

words: Final = Table(
    "words",
    metadata,
    Column("group_id", Text, ForeignKey("groups.id"), primary_key=True, nullable=False),
    Column("position", Integer, primary_key=True, nullable=False),
    _words("term"),
    _words("means"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

group_lines: Final = Table(
    "group_lines",
    metadata,
    Column("group_id", Text, ForeignKey("groups.id"), primary_key=True, nullable=False),
    Column("kind", Text, primary_key=True, nullable=False),
    Column("position", Integer, primary_key=True, nullable=False),
    _words("line"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Lines that a group wrote for its room; `kind` is "agreement" or "serious_steps". No line tells what happened."""

group_cards: Final = Table(
    "group_cards",
    metadata,
    Column("group_id", Text, ForeignKey("groups.id"), primary_key=True, nullable=False),
    Column("position", Integer, primary_key=True, nullable=False),
    _words("key"),
    _words("name"),
    _words("meaning"),
    _words("shape"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""The cards of a group and what they mean to it; a group without rows has the cards that all begin with."""

people: Final = Table(
    "people",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("group_id", Text, ForeignKey("groups.id"), nullable=False, index=True),
    _words("name"),
    _words("named_as"),
    _words("chosen_name"),
    _words("pronoun"),
    _words("contact"),
    _words("perspectives"),
    _words("brings"),
    _words("hopes"),
    Column("minutes", Text),
    Column("turn_seconds", Integer),
    Column("removed_on", Text),
    Column("nearly_in_words", Integer, nullable=False, server_default=text("0")),
    Column("gone", Text),
    Column("picture", Text, nullable=False, server_default=text("''")),
    Column("kind_message", Text),
    sqlite_strict=True,
)
"""`perspectives`, `brings` and `hopes` are JSON lists, `minutes` and `kind_message` are what they hold as JSON."""

access_needs: Final = Table(
    "access_needs",
    metadata,
    Column("person_id", Text, ForeignKey("people.id"), primary_key=True, nullable=False),
    Column("position", Integer, primary_key=True, nullable=False),
    _words("code"),
    _words("detail"),
    _number("may_share"),
    Column("consent_on", Text),
    _words("consent_words"),
    _words("consent_recorder"),
    Column("noted_on", Text),
    Column("review_on", Text),
    Column("consent_helper", Text, nullable=False, server_default=text("''")),
    Column("parents_yes", Text, nullable=False, server_default=text("''")),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Apart from people, so that a yes that is taken back takes the row with it (DP-03)."""

venues: Final = Table(
    "venues",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("group_id", Text, ForeignKey("groups.id"), nullable=False, index=True),
    _words("name"),
    _words("address"),
    _words("directions"),
    _words("contact"),
    _words("photos"),
    Column("removed_on", Text),
    sqlite_strict=True,
)
"""Places that a group remembers; `photos` is a JSON list of picture words."""

venue_checks: Final = Table(
    "venue_checks",
    metadata,
    Column("venue_id", Text, ForeignKey("venues.id"), primary_key=True, nullable=False),
    Column("check_key", Text, primary_key=True, nullable=False),
    _words("answer"),
    _words("checked_on"),
    _words("note"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""What somebody found who looked at a place; what nobody looked at has no row."""

adjustments: Final = Table(
    "adjustments",
    metadata,
    Column("meeting_id", Text, primary_key=True, nullable=False),
    Column("key", Text, primary_key=True, nullable=False),
    _words("state"),
    _number("people"),
    _words("place"),
    Column("asked_on", Text),
    Column("arranged_on", Text),
    Column("ready_on", Text),
    _words("reason"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""How far the group has come with each thing to do for a meeting; it names nobody."""

need_answers: Final = Table(
    "need_answers",
    metadata,
    Column("meeting_id", Text, primary_key=True, nullable=False),
    Column("person_id", Text, ForeignKey("people.id"), primary_key=True, nullable=False),
    Column("code", Text, primary_key=True, nullable=False),
    _words("said"),
    _words("said_on"),
    _words("words"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""What each person said of each of their needs after a meeting: met, partly or not met. It goes with the need."""

fire_helpers: Final = Table(
    "fire_helpers",
    metadata,
    Column("meeting_id", Text, primary_key=True, nullable=False),
    Column("person_id", Text, ForeignKey("people.id"), primary_key=True, nullable=False),
    _words("helper"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Who helps whom out if there is a fire at a meeting. It goes with the need."""

offers: Final = Table(
    "offers",
    metadata,
    Column("person_id", Text, ForeignKey("people.id"), primary_key=True, nullable=False),
    Column("kind", Text, primary_key=True, nullable=False),
    _words("answer"),
    _words("said_on"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""What each person said to what was offered, so that they are ready to take part."""

settings: Final = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    _words("value"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

imports: Final = Table(
    "imports",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("meeting_id", Text, nullable=False, index=True),
    _words("imported_at"),
    _words("shape"),
    sqlite_strict=True,
)
"""Which record files came in. `shape` tells, as JSON, how a file said things that a meeting keeps in its own way."""

file_ids: Final = Table(
    "file_ids",
    metadata,
    Column("meeting_id", Text, primary_key=True, nullable=False),
    Column("kind", Text, primary_key=True, nullable=False),
    Column("local_id", Text, primary_key=True, nullable=False),
    _words("entity_id"),
    _number("position"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""What a record file called each thing, so that it is written out again under the same name and in the same order."""

own_pictures: Final = Table(
    "own_pictures",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("group_id", Text, ForeignKey("groups.id"), nullable=False, index=True),
    _words("kind"),
    _words("word"),
    _words("alt"),
    _words("credit"),
    _words("media_type"),
    Column("data", LargeBinary, nullable=False),
    Column("removed_on", Text),
    sqlite_strict=True,
)
"""Photos of the group and symbols that it may use; `kind` is "photo" or "symbol", `word` what it is found by."""

photo_yeses: Final = Table(
    "photo_yeses",
    metadata,
    Column("picture_id", Text, ForeignKey("own_pictures.id"), primary_key=True, nullable=False),
    Column("person_id", Text, ForeignKey("people.id"), primary_key=True, nullable=False),
    Column("use", Text, primary_key=True, nullable=False),
    _number("is_yes"),
    _words("said_on"),
    _words("recorder"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""What each person in a photo said to each use of it (DP-13); a person without a row has not been asked."""

picture_choices: Final = Table(
    "picture_choices",
    metadata,
    Column("group_id", Text, ForeignKey("groups.id"), primary_key=True, nullable=False),
    Column("word", Text, primary_key=True, nullable=False),
    _words("picture"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""The picture that a group chose for a word; it comes first wherever the word is met again."""

block_pictures: Final = Table(
    "block_pictures",
    metadata,
    Column("meeting_id", Text, primary_key=True, nullable=False),
    Column("ref", Text, primary_key=True, nullable=False),
    Column("role", Text, primary_key=True, nullable=False),
    _words("picture"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""The picture chosen for one block of one meeting's minutes; empty where it was left out."""

settled_findings: Final = Table(
    "settled_findings",
    metadata,
    Column("meeting_id", Text, primary_key=True, nullable=False),
    Column("rule", Text, primary_key=True, nullable=False),
    Column("digest", Text, primary_key=True, nullable=False),
    _words("settled_at"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Findings of which somebody said "Our readers say this is fine"; `digest` is of the words they are about."""

line_index: Final = Table(
    "line_index",
    metadata,
    Column("number", Integer, primary_key=True),
    _words("meeting_id"),
    _words("group_id"),
    _words("held_on"),
    _words("kind"),
    _words("line_id"),
    _words("item_id"),
    _words("said"),
    _words("easy_words"),
    _words("became"),
    _words("proposers"),
    _words("waits_for"),
    Column("due_on", Text),
    _words("words"),
    _words("roots"),
    Column("also", Text, nullable=False, server_default=text("''")),
    Column("perspectives", Text, nullable=False, server_default=text("''")),
    Column("ticket", Integer),
    Column("untold", Text, nullable=False, server_default=text("''")),
    Column("sources", Text, nullable=False, server_default=text("''")),
    Column("from_ids", Text, nullable=False, server_default=text("''")),
    Column("ask_on", Text),
    Column("helped_on", Text),
    UniqueConstraint("meeting_id", "kind", "line_id"),
    Index(None, "group_id", "kind", "became"),
    Index(None, "group_id", sqlite_where=text("untold <> ''")),
    Index(None, "line_id"),
    sqlite_strict=True,
)
"""Each agenda item, idea, decision and action of each meeting; derived from the log and rebuilt from it.

`number` grows with the date of the meeting, so that the newest is found first without sorting. `proposers` is a JSON
list of person ids, who does it for an action; names stand in people alone. `waits_for` is a JSON list of who has not
said yes and the day on which they were asked. `words`, `roots` and `also` are what the full-text table `line_words`
finds. `perspectives` and `sources` are words with spaces around. `from_ids` and `untold`, who waits to hear, are JSON
lists, or empty; those who wait are found without reading the others.
"""

line_people: Final = Table(
    "line_people",
    metadata,
    Column("person_id", Text, primary_key=True, nullable=False),
    Column("number", Integer, primary_key=True, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""The lines of each person, so that one person's ideas are found however many lines there are."""

line_links: Final = Table(
    "line_links",
    metadata,
    Column("from_id", Text, primary_key=True, nullable=False),
    Column("number", Integer, primary_key=True, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""The lines that go on from each line: a decision from its idea, an action from its decision, an idea from an idea."""

edition_files: Final = Table(
    "edition_files",
    metadata,
    Column("meeting_id", Text, primary_key=True, nullable=False),
    Column("edition", Integer, primary_key=True, nullable=False),
    Column("form", Text, primary_key=True, nullable=False),
    _words("digest"),
    _words("made_on"),
    Column("data", LargeBinary),
    Column("removed_on", Text),
    sqlite_strict=True,
)
"""The files of each edition of the minutes; `form` tells format and size. When the bytes go, the digest stays."""

recordings: Final = Table(
    "recordings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("group_id", Text, ForeignKey("groups.id"), nullable=False, index=True),
    _words("media_type"),
    Column("data", LargeBinary, nullable=False),
    Column("removed_on", Text),
    sqlite_strict=True,
)
"""Ideas that were spoken and kept as sound."""

indexed_meetings: Final = Table(
    "indexed_meetings",
    metadata,
    Column("meeting_id", Text, primary_key=True, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""The meetings whose lines are in the index; one that is not here is read into it when something is asked for."""

LOG_TRIGGERS: Final = (
    "CREATE TRIGGER IF NOT EXISTS meeting_log_is_not_changed BEFORE UPDATE ON meeting_log "
    "BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END",
    "CREATE TRIGGER IF NOT EXISTS meeting_log_is_not_deleted BEFORE DELETE ON meeting_log "
    "BEGIN SELECT RAISE(ABORT, 'the record is never deleted'); END",
)
"""Made again after every migration, as one that copies the table drops them. REPLACE needs recursive_triggers."""
