"""New ids: UUIDv7 made on this laptop, so that they sort by time and never clash with another laptop's."""

from collections.abc import Callable

import uuid_utils

NewId = Callable[[], str]


def new_id() -> str:
    """A new UUIDv7 as text."""
    return str(uuid_utils.uuid7())
