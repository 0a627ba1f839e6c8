"""${message}."""

from alembic import op
from sqlalchemy import Column, Integer, Text

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Goes forward; there is no way back but the copy that was made before."""
    ${upgrades if upgrades else "pass"}
