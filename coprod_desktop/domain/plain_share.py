"""A part of a whole as people say it: half, a third, 1 in 10. For reading, not for sums."""

from enum import StrEnum
from fractions import Fraction
from typing import Final


class PlainShare(StrEnum):
    """How much of a whole, from nothing to all."""

    NONE = "none"
    VERY_LITTLE = "very_little"
    TENTH = "tenth"
    FIFTH = "fifth"
    QUARTER = "quarter"
    THIRD = "third"
    LESS_THAN_HALF = "less_than_half"
    HALF = "half"
    MORE_THAN_HALF = "more_than_half"
    TWO_THIRDS = "two_thirds"
    THREE_QUARTERS = "three_quarters"
    MOST = "most"
    NEARLY_ALL = "nearly_all"
    ALL = "all"


_UP_TO: Final = (
    (7, PlainShare.VERY_LITTLE),
    (15, PlainShare.TENTH),
    (22, PlainShare.FIFTH),
    (29, PlainShare.QUARTER),
    (37, PlainShare.THIRD),
    (47, PlainShare.LESS_THAN_HALF),
    (53, PlainShare.HALF),
    (63, PlainShare.MORE_THAN_HALF),
    (70, PlainShare.TWO_THIRDS),
    (80, PlainShare.THREE_QUARTERS),
    (93, PlainShare.MOST),
)
"""Up to so many in 100, that one included: the words are never further from the truth than 5 in 100."""


def plain_share(part: int, whole: int) -> PlainShare:
    """The words that are nearest to `part` of `whole`. None of nothing is NONE."""
    if part <= 0 or whole <= 0:
        return PlainShare.NONE
    if part >= whole:
        return PlainShare.ALL
    in_100 = Fraction(100 * part, whole)
    return next((share for up_to, share in _UP_TO if in_100 <= up_to), PlainShare.NEARLY_ALL)
