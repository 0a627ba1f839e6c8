"""A group: its name, its own sentence for co-production, its labels and its word list."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.person import Perspective


@dataclass(frozen=True, kw_only=True)
class ExplainedWord:
    """A hard word that the group uses, and what it means in easy words."""

    term: str
    means: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """The people who meet. `contact` says in words whom to ask about the minutes; `language` is a BCP 47 tag."""

    id: GroupId
    name: str
    meaning: str = ""
    contact: str = ""
    perspective_labels: Mapping[Perspective, str] = field(default_factory=dict)
    words: tuple[ExplainedWord, ...] = ()
    language: str = "en-GB"
