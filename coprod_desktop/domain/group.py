"""A group: its name, its own sentence for co-production, its labels, its word list and what it keeps for its room."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.person import Perspective


@dataclass(frozen=True, kw_only=True)
class ExplainedWord:
    """A hard word that the group uses, and what it means in easy words."""

    term: str
    means: str


class CardShape(StrEnum):
    """The shape on a card, so that its colour is never the only sign (UI-06)."""

    EIGHT_SIDES = "eight_sides"
    TRIANGLE = "triangle"
    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    STAR = "star"


@dataclass(frozen=True, kw_only=True)
class Card:
    """A card to hold up or to press (R13). `key` is its colour and never changes; the meaning is the group's own."""

    key: str
    name: str
    meaning: str
    shape: CardShape


DEFAULT_CARDS: Final = (
    Card(key="red", name="Red", meaning="Stop. I have a question.", shape=CardShape.EIGHT_SIDES),
    Card(key="yellow", name="Yellow", meaning="Slow down.", shape=CardShape.TRIANGLE),
    Card(key="green", name="Green", meaning="I agree.", shape=CardShape.CIRCLE),
)
"""The cards of a group that has not written its own (AN-17)."""

SPARE_CARDS: Final = (
    Card(key="blue", name="Blue", meaning="", shape=CardShape.SQUARE),
    Card(key="purple", name="Purple", meaning="", shape=CardShape.DIAMOND),
    Card(key="white", name="White", meaning="", shape=CardShape.STAR),
)
"""What a group can add to those: each colour with a shape of its own; the group says what it means."""

USUAL_NOTICE_DAYS: Final = 14
"""The notice of a group that has no rule of its own (AN-21 asks for papers so early)."""

MOST_NOTICE_DAYS: Final = 365

USUAL_PARENTS_AGE: Final = 16
"""Under this age a parent says yes too, beside the young person, unless the group set another (DP-15)."""

GROWN_UP_AGE: Final = 18

READERS_NEEDED: Final = 2
"""So many people who use easy read say that the minutes are easy; a group may say that 1 is enough (ER-34)."""

MOST_CARDS: Final = len(DEFAULT_CARDS) + len(SPARE_CARDS)


@dataclass(frozen=True, kw_only=True)
class Group:
    """The people who meet. `contact` says in words whom to ask about the minutes; `language` is a BCP 47 tag.

    `agreement` is how the group wants to be together, `serious_steps` what it does when something serious is said,
    one line each. `cards` are 1 to `MOST_CARDS`, each key once. `notice_days` is how many days before a meeting its
    invitations go out at the latest; `taking_part_money` tells in words what money there is for taking part.
    Under the age `parents_yes_under` a parent says yes too; 0 for a group that does not ask (DP-15).
    """

    id: GroupId
    name: str
    meaning: str = ""
    contact: str = ""
    perspective_labels: Mapping[Perspective, str] = field(default_factory=dict)
    words: tuple[ExplainedWord, ...] = ()
    language: str = "en-GB"
    agreement: tuple[str, ...] = ()
    cards: tuple[Card, ...] = DEFAULT_CARDS
    serious_steps: tuple[str, ...] = ()
    notice_days: int = USUAL_NOTICE_DAYS
    taking_part_money: str = ""
    parents_yes_under: int = USUAL_PARENTS_AGE
    readers_needed: int = READERS_NEEDED
