"""What can be searched for in the meetings of a folder, and the words that are looked for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.shared_words import folded_words
from coprod_desktop.domain.what_became import Became

MOST_WORDS: Final = 12
"""Of a long text that is put into the box only so many words are looked for."""


class FoundKind(StrEnum):
    """What sort of thing is found: a line of a meeting, or a word of the group's list."""

    IDEA = "idea"
    DECISION = "decision"
    ACTION = "action"
    ITEM = "item"
    WORD = "word"


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Where to look; what is empty shuts nothing out. Without a group it is every group in the folder.

    A person's lines are those that they put forward, and the actions that they do. Where somebody spoke from is known
    of ideas, and of decisions that came from one. Both days are in.
    """

    group_id: GroupId | None = None
    kinds: tuple[FoundKind, ...] = ()
    person_id: PersonId | None = None
    perspective: Perspective | None = None
    became: tuple[Became, ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def are_set(self) -> bool:
        """Whether anything but the group is asked for."""
        several = (self.kinds, self.person_id, self.perspective, self.became, self.since, self.until)
        return any(one not in (None, ()) for one in several)

    def allow(self, kind: FoundKind) -> bool:
        """Whether a kind is wanted."""
        return not self.kinds or kind in self.kinds


def searched_words(typed: str) -> tuple[str, ...]:
    """The words to look for as they are folded, each once; signs are no words."""
    return tuple(dict.fromkeys(folded_words(typed)))[:MOST_WORDS]
