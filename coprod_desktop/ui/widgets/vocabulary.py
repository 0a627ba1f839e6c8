"""How things are said on screen; handed to the parts that show lines of the record, which know no words themselves."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.proposer import Proposer


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The words for a value of the domain, a person, a day, a proposer, and several names in a row."""

    words: Callable[[StrEnum], str]
    name: Callable[[PersonId], str]
    day: Callable[[date], str]
    proposer: Callable[[Proposer], str]
    joined: Callable[[Iterable[str]], str]

    def names(self, people: Iterable[PersonId]) -> str:
        """The names of some people in a row; those who are not known any more are left out."""
        return self.joined(named for named in (self.name(who) for who in people) if named)
