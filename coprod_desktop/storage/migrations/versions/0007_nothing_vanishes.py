"""Editions, recordings, tickets, and an index that knows who waits to hear and which line goes on from which."""

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, Integer, LargeBinary, PrimaryKeyConstraint, Text, UniqueConstraint
from sqlalchemy import text as sql

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Adds tables and columns. The index is emptied, as it is made anew from the log when something is asked for."""
    op.execute("DROP TABLE line_words")
    op.execute("DELETE FROM line_index")
    op.execute("DELETE FROM indexed_meetings")
    for name in ("also", "perspectives", "untold", "sources", "from_ids"):
        op.add_column("line_index", Column(name, Text, nullable=False, server_default=sql("''")))
    op.add_column("line_index", Column("ticket", Integer))
    for name in ("ask_on", "helped_on"):
        op.add_column("line_index", Column(name, Text))
    op.create_index("ix_line_index_line_id", "line_index", ["line_id"])
    op.drop_index("ix_line_index_group_id_kind", "line_index")
    op.create_index("ix_line_index_group_id_kind_became", "line_index", ["group_id", "kind", "became"])
    op.create_index("ix_line_index_group_id", "line_index", ["group_id"], sqlite_where=sql("untold <> ''"))
    op.execute(
        "CREATE VIRTUAL TABLE line_words USING fts5(words, roots, also, content='line_index', content_rowid='number', "
        "prefix='1 2 3', tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* M* Co'\")"
    )
    for name, key in (("line_people", "person_id"), ("line_links", "from_id")):
        op.create_table(
            name,
            _words(key),
            Column("number", Integer, nullable=False),
            PrimaryKeyConstraint(key, "number", name=f"pk_{name}"),
            sqlite_with_rowid=False,
            sqlite_strict=True,
        )
    _make_files()
    op.add_column("groups", Column("readers_needed", Integer, nullable=False, server_default=sql("2")))
    op.add_column("groups", Column("last_ticket", Integer, nullable=False, server_default=sql("0")))


def _make_files() -> None:
    op.create_table(
        "edition_files",
        _words("meeting_id"),
        Column("edition", Integer, nullable=False),
        _words("form"),
        _words("digest"),
        _words("made_on"),
        Column("data", LargeBinary),
        Column("removed_on", Text),
        PrimaryKeyConstraint("meeting_id", "edition", "form", name="pk_edition_files"),
        sqlite_strict=True,
    )
    op.create_table(
        "recordings",
        Column("number", Integer, nullable=False),
        _words("id"),
        _words("group_id"),
        _words("media_type"),
        Column("data", LargeBinary, nullable=False),
        Column("removed_on", Text),
        PrimaryKeyConstraint("number", name="pk_recordings"),
        UniqueConstraint("id", name="uq_recordings_id"),
        ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_recordings_group_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_recordings_group_id", "recordings", ["group_id"])


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)
