"""The sizes of words, in units, and how far apart their lines stand."""

from enum import Enum
from typing import NamedTuple

TEXT_PERCENTS = (100, 110, 125, 150, 175, 200, 250, 300)


class _Look(NamedTuple):
    name: str
    size: int
    is_bold: bool
    spacing: float
    is_tabular: bool = False


class TextStyle(Enum):
    """What a piece of writing is for; its size in units, weight and line spacing follow from that."""

    CLOCK = _Look("clock", 104, True, 1.1, True)
    NUMBER = _Look("number", 48, True, 1.15, True)
    NAME = _Look("name", 42, True, 1.2)
    TITLE = _Look("title", 30, True, 1.25)
    PROPOSAL = _Look("proposal", 28, True, 1.36)
    BIG_HEADING = _Look("big_heading", 26, True, 1.25)
    HEADING = _Look("heading", 20, True, 1.3)
    GROUP_NAME = _Look("group_name", 24, True, 1.25)
    ROW = _Look("row", 20, True, 1.25)
    LEAD = _Look("lead", 20, False, 1.35)
    BODY = _Look("body", 18, False, 1.35)
    STRONG = _Look("strong", 18, True, 1.3)
    LABEL = _Look("label", 18, True, 1.3)
    NOTE = _Look("note", 17, False, 1.35)
    SMALL_STRONG = _Look("small_strong", 16, True, 1.3)

    @property
    def size(self) -> int:
        """Height of the letters in units; the smallest anywhere is 16 (12 pt)."""
        return self.value.size

    @property
    def is_bold(self) -> bool:
        """Whether the style is bold; there are only regular and bold."""
        return self.value.is_bold

    @property
    def spacing(self) -> float:
        """Distance between lines, as a multiple of the size."""
        return self.value.spacing

    @property
    def is_tabular(self) -> bool:
        """Whether all figures are equally wide, so that a clock does not dance."""
        return self.value.is_tabular

    @property
    def is_heading(self) -> bool:
        """Whether a screen reader should find these words as a heading."""
        return self in (TextStyle.TITLE, TextStyle.HEADING, TextStyle.BIG_HEADING, TextStyle.NAME)
