"""Values that compare by their fields, without methods written anew for each class: start-up pays for each of those."""

from dataclasses import fields
from typing import Any


class ByFields:
    """What a dataclass gives with `eq` and `repr`, once for all of them."""

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and _told(other) == _told(self)

    def __hash__(self) -> int:
        return hash((type(self), tuple(_told(self).values())))

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in _told(self).items())
        return f"{type(self).__name__}({told})"


def _told(value: Any) -> dict[str, Any]:
    """The fields in their order; one that was never set stands with its default."""
    return {one.name: getattr(value, one.name) for one in fields(value)}
