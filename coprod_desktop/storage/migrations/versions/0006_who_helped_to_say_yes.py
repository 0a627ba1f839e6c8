"""Who helped somebody to say yes, a parent's yes beside that of a young person, and the age that the group set."""

from alembic import op
from sqlalchemy import Column, Integer, Text, text

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Adds columns; the rows that are there stay as they are."""
    for name in ("consent_helper", "parents_yes"):
        op.add_column("access_needs", Column(name, Text, nullable=False, server_default=text("''")))
    op.add_column("groups", Column("parents_yes_under", Integer, nullable=False, server_default=text("16")))
