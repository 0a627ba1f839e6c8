"""The lines of the minutes as this room is handed them: what they say and what they are, before any sound."""

from dataclasses import dataclass
from enum import Enum


class LineKind(Enum):
    """What a line is, which says how long to be silent after it."""

    TITLE = "title"
    HEADING = "heading"
    SENTENCE = "sentence"
    ITEM = "item"
    BLOCK_END = "block_end"
    DECISION_END = "decision_end"


@dataclass(frozen=True, kw_only=True)
class MinutesLine:
    """One line of the plain text; an item of a list comes without its dash."""

    text: str
    kind: LineKind = LineKind.SENTENCE


@dataclass(frozen=True, kw_only=True)
class SpokenLine:
    """One line as it is said, and the silence after it in milliseconds."""

    words: str
    kind: LineKind
    pause_ms: int
