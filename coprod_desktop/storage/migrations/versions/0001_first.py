"""The first tables."""

from alembic import op
from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Goes forward; there is no way back but the copy that was made before."""
    _make_the_record()
    _make_groups()
    _make_people()
    _make_the_rest()


def _make_the_record() -> None:
    op.create_table(
        "meeting_log",
        _number("number"),
        _words("meeting_id"),
        _words("step_id"),
        _number("position"),
        _words("kind"),
        _words("at"),
        _number("is_automatic"),
        _words("payload"),
        PrimaryKeyConstraint("number", name="pk_meeting_log"),
        UniqueConstraint("step_id", "position", name="uq_meeting_log_step_id_position"),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("ix_meeting_log_meeting_id_number", "meeting_log", ["meeting_id", "number"])
    _make_by_key(
        "meetings",
        ("id",),
        _words("id"),
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
    )
    _make_by_key(
        "turn_heartbeats",
        ("meeting_id",),
        _words("meeting_id"),
        _words("turn_id"),
        _number("used_ms"),
        _words("at"),
    )


def _make_groups() -> None:
    op.create_table(
        "groups",
        _number("number"),
        _words("id"),
        _words("name"),
        _words("meaning"),
        _words("contact"),
        _words("language"),
        PrimaryKeyConstraint("number", name="pk_groups"),
        UniqueConstraint("id", name="uq_groups_id"),
        sqlite_strict=True,
    )
    _make_by_key(
        "perspective_labels",
        ("group_id", "position"),
        _words("group_id"),
        _number("position"),
        _words("perspective"),
        _words("label"),
        ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_perspective_labels_group_id"),
    )
    _make_by_key(
        "words",
        ("group_id", "position"),
        _words("group_id"),
        _number("position"),
        _words("term"),
        _words("means"),
        ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_words_group_id"),
    )


def _make_people() -> None:
    op.create_table(
        "people",
        _number("number"),
        _words("id"),
        _words("group_id"),
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
        PrimaryKeyConstraint("number", name="pk_people"),
        UniqueConstraint("id", name="uq_people_id"),
        ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_people_group_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_people_group_id", "people", ["group_id"])
    _make_by_key(
        "access_needs",
        ("person_id", "position"),
        _words("person_id"),
        _number("position"),
        _words("code"),
        _words("detail"),
        _number("may_share"),
        Column("consent_on", Text),
        _words("consent_words"),
        _words("consent_recorder"),
        ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_access_needs_person_id"),
    )


def _make_the_rest() -> None:
    _make_by_key("settings", ("key",), _words("key"), _words("value"))
    op.create_table(
        "imports",
        _number("number"),
        _words("digest"),
        _words("meeting_id"),
        _words("imported_at"),
        _words("shape"),
        PrimaryKeyConstraint("number", name="pk_imports"),
        UniqueConstraint("digest", name="uq_imports_digest"),
        sqlite_strict=True,
    )
    op.create_index("ix_imports_meeting_id", "imports", ["meeting_id"])
    _make_by_key(
        "file_ids",
        ("meeting_id", "kind", "local_id"),
        _words("meeting_id"),
        _words("kind"),
        _words("local_id"),
        _words("entity_id"),
        _number("position"),
    )


def _make_by_key(name: str, key: tuple[str, ...], *parts: Column[str] | Column[int] | ForeignKeyConstraint) -> None:
    key_part = PrimaryKeyConstraint(*key, name=f"pk_{name}")
    op.create_table(name, *parts, key_part, sqlite_with_rowid=False, sqlite_strict=True)


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)
