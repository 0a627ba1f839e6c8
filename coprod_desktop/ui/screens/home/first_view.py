"""What home tells: the group, its meetings and its people. It is read before anything heavy is loaded."""

from datetime import date
from typing import NamedTuple, Protocol

MOST_PEOPLE = 6
"""So many people are told by name."""


class _Header(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def held_on(self) -> date: ...
    @property
    def item_number(self) -> int: ...
    @property
    def item_count(self) -> int: ...


class MeetingCard(NamedTuple):
    """One meeting as home tells of it."""

    id: str
    title: str
    held_on: date
    item_number: int = 0
    item_count: int = 0

    @classmethod
    def of(cls, header: _Header) -> "MeetingCard":
        """The card of a meeting's header."""
        return cls(
            id=header.id,
            title=header.title,
            held_on=header.held_on,
            item_number=header.item_number,
            item_count=header.item_count,
        )


class FirstView(NamedTuple):
    """What home shows: nothing of it is a rule, all of it can be read at once."""

    has_group: bool = False
    today: date | None = None
    group_name: str = ""
    people_count: int = 0
    first_people: tuple[str, ...] = ()
    unfinished: tuple[MeetingCard, ...] = ()
    finished: tuple[MeetingCard, ...] = ()

    def is_to_come(self, card: MeetingCard) -> bool:
        """Whether a meeting is on a later day, so that it is got ready and not carried on."""
        return self.today is not None and card.held_on > self.today and not card.item_number

    def next_meeting(self) -> MeetingCard | None:
        """The first meeting to come."""
        to_come = [card for card in self.unfinished if self.is_to_come(card)]
        return min(to_come, key=lambda card: card.held_on, default=None)
