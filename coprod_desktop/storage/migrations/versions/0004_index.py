"""The index of agenda items, ideas, decisions and actions. It is empty at first and filled from the log when asked."""

from alembic import op
from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Text, UniqueConstraint

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds tables only. An external table of words, so that each text is kept once and its words can be wiped."""
    op.create_table(
        "line_index",
        Column("number", Integer, nullable=False),
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
        PrimaryKeyConstraint("number", name="pk_line_index"),
        UniqueConstraint("meeting_id", "kind", "line_id", name="uq_line_index_meeting_id_kind_line_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_line_index_group_id_kind", "line_index", ["group_id", "kind"])
    op.create_table(
        "indexed_meetings",
        _words("meeting_id"),
        PrimaryKeyConstraint("meeting_id", name="pk_indexed_meetings"),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.execute(
        "CREATE VIRTUAL TABLE line_words USING fts5(words, roots, content='line_index', content_rowid='number', "
        "prefix='1 2 3', tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* M* Co'\")"
    )
    # A word that is taken out leaves nothing behind in the pages of the index.
    op.execute("INSERT INTO line_words (line_words, rank) VALUES ('secure-delete', 1)")


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)
