"""Places, what is arranged for a meeting and what people say of it, offers; more that is known of people and groups."""

from alembic import op
from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    text,
)

revision = "0005"
down_revision = "0004"

_Part = Column[str] | Column[int] | ForeignKeyConstraint


def upgrade() -> None:
    """Adds tables and columns; the rows that are there stay as they are and are not copied."""
    _make_venues()
    _make_by_key(
        "adjustments",
        ("meeting_id", "key"),
        _words("meeting_id"),
        _words("key"),
        _words("state"),
        _number("people"),
        _words("place"),
        _maybe("asked_on"),
        _maybe("arranged_on"),
        _maybe("ready_on"),
        _words("reason"),
    )
    _make_by_key(
        "need_answers",
        ("meeting_id", "person_id", "code"),
        _words("meeting_id"),
        _words("person_id"),
        _words("code"),
        _words("said"),
        _words("said_on"),
        _words("words"),
        _of("need_answers", "person_id", "people"),
    )
    _make_by_key(
        "fire_helpers",
        ("meeting_id", "person_id"),
        _words("meeting_id"),
        _words("person_id"),
        _words("helper"),
        _of("fire_helpers", "person_id", "people"),
    )
    _make_by_key(
        "offers",
        ("person_id", "kind"),
        _words("person_id"),
        _words("kind"),
        _words("answer"),
        _words("said_on"),
        _of("offers", "person_id", "people"),
    )
    _add_columns()


def _make_venues() -> None:
    op.create_table(
        "venues",
        Column("number", Integer, nullable=False),
        _words("id"),
        _words("group_id"),
        _words("name"),
        _words("address"),
        _words("directions"),
        _words("contact"),
        _words("photos"),
        _maybe("removed_on"),
        PrimaryKeyConstraint("number", name="pk_venues"),
        UniqueConstraint("id", name="uq_venues_id"),
        ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_venues_group_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_venues_group_id", "venues", ["group_id"])
    _make_by_key(
        "venue_checks",
        ("venue_id", "check_key"),
        _words("venue_id"),
        _words("check_key"),
        _words("answer"),
        _words("checked_on"),
        _words("note"),
        _of("venue_checks", "venue_id", "venues"),
    )


def _add_columns() -> None:
    for table, column in (
        ("people", _maybe("gone")),
        ("people", Column("picture", Text, nullable=False, server_default=text("''"))),
        ("people", _maybe("kind_message")),
        ("access_needs", _maybe("noted_on")),
        ("access_needs", _maybe("review_on")),
        ("groups", Column("notice_days", Integer, nullable=False, server_default=text("14"))),
        ("groups", Column("taking_part_money", Text, nullable=False, server_default=text("''"))),
    ):
        op.add_column(table, column)


def _make_by_key(name: str, key: tuple[str, ...], *parts: _Part) -> None:
    key_part = PrimaryKeyConstraint(*key, name=f"pk_{name}")
    op.create_table(name, *parts, key_part, sqlite_with_rowid=False, sqlite_strict=True)


def _of(name: str, column: str, parent: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{name}_{column}")


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _maybe(name: str) -> Column[str]:
    return Column(name, Text)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)
