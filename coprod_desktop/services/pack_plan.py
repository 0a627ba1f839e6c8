"""The print pack as it is planned: who gets which copy, on what, and how much paper that takes (R24)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.domain.reasons import NotAllowed, Reason

MOST_COPIES = 99
"""The most copies of one line; more is a slip of the finger."""

WHITE = "white"

_ON_PAPER = (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT)


class Goes(StrEnum):
    """How a copy reaches the person."""

    PAPER = "paper"
    FILE = "file"


class HowMade(StrEnum):
    """One PDF for each person, or one for each paper and size of letters with a sheet before each copy."""

    ONE_PER_PERSON = "one_per_person"
    PRINT_RUNS = "print_runs"


class Sides(StrEnum):
    """How paper is printed; thin paper on one side only (ER-37)."""

    BOTH = "both"
    ONE = "one"


@dataclass(frozen=True, kw_only=True)
class PackLine:
    """A copy for one person, or the common copy, which is nobody's (`person_id` is None). Some get two formats.

    `number` is what files and sheets call it. `name` is what the room calls the person, for the screen.
    `printed_name` is for paper, empty for a person who did not want to be named (DP-05). `is_asked` is false if
    nobody asked them yet which minutes they want; easy read is given then. `size_pt` in points, 0 for files to send.
    `page_count` is of one copy, None until pages were counted. `is_sent` is for pages that go as a file (AN-03).
    """

    number: int
    person_id: PersonId | None
    name: str
    printed_name: str
    is_asked: bool = True
    was_there: bool = True
    format: MinutesFormat = MinutesFormat.EASY_READ
    size_pt: float = 0.0
    with_pictures: bool = True
    paper: str = WHITE
    line_spacing: float | None = None
    is_bound: bool = False
    is_sent: bool = False
    copies: int = 1
    page_count: int | None = None

    @property
    def key(self) -> tuple[PersonId | None, MinutesFormat, bool]:
        """What tells this line from all others, also in another plan of the same meeting."""
        return self.person_id, self.format, self.is_sent

    @property
    def goes(self) -> Goes:
        """On paper, or as a file to send."""
        return Goes.PAPER if self.has_pages and not self.is_sent else Goes.FILE

    @property
    def has_pages(self) -> bool:
        """Whether it is a PDF and not text or sound."""
        return self.format in _ON_PAPER

    @property
    def number_words(self) -> str:
        """The copy number in two figures, so that files stand in order."""
        return f"{self.number:02}"

    def sheets(self, sides: Sides) -> int | None:
        """How many sheets of paper all copies of this line take; None until pages were counted."""
        if self.goes is Goes.FILE:
            return 0
        return None if self.page_count is None else self.copies * sheets_of(self.page_count, sides)


def sheets_of(page_count: int, sides: Sides) -> int:
    """How many sheets so many pages take."""
    return page_count if sides is Sides.ONE else -(-page_count // 2)


@dataclass(frozen=True, kw_only=True)
class PackPlan:
    """The whole pack. `common` is a copy without "For you", for nobody in particular; none is wanted at first."""

    meeting_id: MeetingId
    title: str
    held_on: date | None
    lines: tuple[PackLine, ...]
    common: PackLine
    sides: Sides = Sides.BOTH

    @property
    def all_lines(self) -> tuple[PackLine, ...]:
        """The lines of all people, and the common copy."""
        return (*self.lines, self.common)

    @property
    def wanted(self) -> tuple[PackLine, ...]:
        """The lines of which there should be a copy."""
        return tuple(line for line in self.all_lines if line.copies)

    @property
    def on_paper(self) -> int:
        """How many copies are printed."""
        return sum(line.copies for line in self.wanted if line.goes is Goes.PAPER)

    @property
    def files_to_send(self) -> int:
        """How many files are sent."""
        return sum(1 for line in self.wanted if line.goes is Goes.FILE)

    def sheets_by_paper(self) -> Mapping[str, int]:
        """How many sheets of each paper; empty until all pages were counted."""
        sheets: dict[str, int] = {}
        for line in self.wanted:
            count = line.sheets(self.sides)
            if count is None:
                return {}
            if line.goes is Goes.PAPER:
                sheets[line.paper] = sheets.get(line.paper, 0) + count
        return sheets

    def with_copies(self, number: int, copies: int) -> "PackPlan":
        """The plan with another number of copies of a line. Raises NotAllowed outside 0 to 99."""
        if not 0 <= copies <= MOST_COPIES:
            raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "copies")
        return self._changed({number: {"copies": copies}})

    def with_sides(self, sides: Sides) -> "PackPlan":
        """The plan for one or both sides of the paper."""
        return replace(self, sides=sides)

    def with_page_counts(self, counts: Mapping[int, int]) -> "PackPlan":
        """The plan with the pages of lines, by their numbers."""
        return self._changed({number: {"page_count": count} for number, count in counts.items()})

    def _changed(self, changes: Mapping[int, Mapping[str, int]]) -> "PackPlan":
        changed = [replace(line, **changes.get(line.number, {})) for line in self.all_lines]  # type: ignore[arg-type]
        return replace(self, lines=tuple(changed[:-1]), common=changed[-1])
