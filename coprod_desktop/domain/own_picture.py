"""A group's own photos and symbols, and what each person in a photo said to each use of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from coprod_desktop.domain.ids import GroupId, PersonId

OwnPictureId = NewType("OwnPictureId", str)

OWN = "own:"
"""A picture word that begins so names an own picture by its id."""

LONGEST_ALT = 125
"""The most letters of the sentence that says what a picture shows (PDF-09)."""


class PictureKind(StrEnum):
    """What an own picture is: a photo needs a yes of everybody in it, a symbol needs its credit line."""

    PHOTO = "photo"
    SYMBOL = "symbol"


class PhotoUse(StrEnum):
    """Where a photo may be shown; each use needs its own yes (DP-13)."""

    OWN_SHEET = "own_sheet"
    WHO_IS_WHO = "who_is_who"
    WALL = "wall"
    MINUTES = "minutes"
    OUTSIDE = "outside"


@dataclass(frozen=True, kw_only=True)
class OwnPicture:
    """One photo or symbol: `word` is what it is found by, `alt` one sentence that says what it shows.

    `data` is the file as it is kept, without anything that a camera wrote into it. `credit` is printed where a symbol
    is used.
    """

    id: OwnPictureId
    group_id: GroupId
    kind: PictureKind
    word: str
    alt: str
    credit: str = ""
    media_type: str = "image/jpeg"
    data: bytes = b""
    removed_on: date | None = None

    @property
    def picture_word(self) -> str:
        """The word that blocks and choices name it by."""
        return f"{OWN}{self.id}"


@dataclass(frozen=True, kw_only=True)
class PhotoYes:
    """What one person said to one use of a photo they are in, when, and who wrote it down."""

    person_id: PersonId
    use: PhotoUse
    is_yes: bool
    said_on: date
    recorder: str = ""


def may_be_used(use: PhotoUse, people: Iterable[PersonId], said: Iterable[PhotoYes]) -> bool:
    """Whether everybody in a photo said yes to this use; who was not asked has not said yes (DP-13)."""
    yes = {answer.person_id for answer in said if answer.use is use and answer.is_yes}
    return all(person in yes for person in people)
