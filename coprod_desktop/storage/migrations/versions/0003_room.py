"""What a group keeps for its room: agreement, steps, cards; and who wants "Nearly time" in words."""

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, Text, text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Adds tables and one column; what is there stays as it is."""
    _make_by_key(
        "group_lines",
        ("group_id", "kind", "position"),
        _words("group_id"),
        _words("kind"),
        _number("position"),
        _words("line"),
        ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_group_lines_group_id"),
    )
    _make_by_key(
        "group_cards",
        ("group_id", "position"),
        _words("group_id"),
        _number("position"),
        _words("key"),
        _words("name"),
        _words("meaning"),
        _words("shape"),
        ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_group_cards_group_id"),
    )
    # Added in place, with a fixed value for those who are there: the rows of people are not copied.
    op.add_column("people", Column("nearly_in_words", Integer, nullable=False, server_default=text("0")))


def _make_by_key(name: str, key: tuple[str, ...], *parts: Column[str] | Column[int] | ForeignKeyConstraint) -> None:
    key_part = PrimaryKeyConstraint(*key, name=f"pk_{name}")
    op.create_table(name, *parts, key_part, sqlite_with_rowid=False, sqlite_strict=True)


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)
