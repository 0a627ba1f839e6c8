"""Own pictures, the pictures that were chosen, and findings that readers settled."""

from alembic import op
from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Adds tables only; what is there stays as it is."""
    _make_own_pictures()
    _make_by_key(
        "picture_choices",
        ("group_id", "word"),
        _words("group_id"),
        _words("word"),
        _words("picture"),
        ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_picture_choices_group_id"),
    )
    _make_by_key(
        "block_pictures",
        ("meeting_id", "ref", "role"),
        _words("meeting_id"),
        _words("ref"),
        _words("role"),
        _words("picture"),
    )
    _make_by_key(
        "settled_findings",
        ("meeting_id", "rule", "digest"),
        _words("meeting_id"),
        _words("rule"),
        _words("digest"),
        _words("settled_at"),
    )


def _make_own_pictures() -> None:
    op.create_table(
        "own_pictures",
        _number("number"),
        _words("id"),
        _words("group_id"),
        _words("kind"),
        _words("word"),
        _words("alt"),
        _words("credit"),
        _words("media_type"),
        Column("data", LargeBinary, nullable=False),
        Column("removed_on", Text),
        PrimaryKeyConstraint("number", name="pk_own_pictures"),
        UniqueConstraint("id", name="uq_own_pictures_id"),
        ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_own_pictures_group_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_own_pictures_group_id", "own_pictures", ["group_id"])
    _make_by_key(
        "photo_yeses",
        ("picture_id", "person_id", "use"),
        _words("picture_id"),
        _words("person_id"),
        _words("use"),
        _number("is_yes"),
        _words("said_on"),
        _words("recorder"),
        ForeignKeyConstraint(["picture_id"], ["own_pictures.id"], name="fk_photo_yeses_picture_id"),
        ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_photo_yeses_person_id"),
    )


def _make_by_key(name: str, key: tuple[str, ...], *parts: Column[str] | Column[int] | ForeignKeyConstraint) -> None:
    key_part = PrimaryKeyConstraint(*key, name=f"pk_{name}")
    op.create_table(name, *parts, key_part, sqlite_with_rowid=False, sqlite_strict=True)


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)
