"""Which minutes are wanted: the format, the size, the paper, for whom, and under what name they are saved."""

from dataclasses import dataclass, replace
from datetime import date

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.services.file_names import safe_file_name

USUAL_SIZE_PT = {MinutesFormat.EASY_READ: 16.0, MinutesFormat.LARGE_PRINT: 18.0}
"""The size of each format when nobody chose one, in points (ER-01, LP-01)."""

SIZES_PT = {MinutesFormat.EASY_READ: (14.0, 144.0), MinutesFormat.LARGE_PRINT: (12.0, 48.0)}
"""The smallest and the largest size of each format, in points (ER-01, LP-01, LP-02)."""

LINE_SPACINGS = (1.0, 2.0)
"""The closest and the widest lines of large print, in type sizes (LP-05)."""

LARGEST_SIZE_WITHOUT_ADVICE_PT = 28.0
MOST_EASY_READ_PAGES = 24
EASY_READ_PAGES_TO_WARN_AT = 20


@dataclass(frozen=True, kw_only=True)
class MinutesOrder:
    """Which minutes are wanted. `size_pt` in points, None for the usual size of the format.

    `paper` is a colour in words, "" for white; it is only told to whoever prints. `line_spacing` is for large print,
    in type sizes. `is_bound` leaves a wide left margin (LP-17). `for_person` adds page 2 "For you" (ER-38). `part` is
    one of `part_count` parts, counted from 1; None for everything in one file.
    """

    format: MinutesFormat = MinutesFormat.EASY_READ
    size_pt: float | None = None
    with_pictures: bool = True
    paper: str = ""
    line_spacing: float | None = None
    is_bound: bool = False
    for_person: PersonId | None = None
    part: int | None = None
    part_count: int = 2

    @staticmethod
    def of(choice: MinutesChoice | None, person: PersonId | None = None) -> "MinutesOrder":
        """What a person asked for; easy read if they were not asked yet."""
        asked = choice or MinutesChoice()
        return MinutesOrder(
            format=asked.format,
            size_pt=asked.size_pt,
            with_pictures=asked.pictures,
            paper=asked.paper,
            line_spacing=asked.line_spacing,
            is_bound=asked.is_bound,
            for_person=person,
        )

    @property
    def layout(self) -> "MinutesOrder":
        """The order without what makes no difference to the pages that all people share."""
        return replace(self, size_pt=self.checked_size() or None, paper="", for_person=None)

    def checked_size(self) -> float:
        """The size to print at. Raises NotAllowed when it is smaller or larger than the format allows."""
        usual = USUAL_SIZE_PT.get(self.format, 0.0)
        size_pt = usual if self.size_pt is None else self.size_pt
        smallest, largest = SIZES_PT.get(self.format, (size_pt, size_pt))
        if not smallest <= size_pt <= largest:
            raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "size_pt")
        return size_pt

    def checked_spacing(self) -> float:
        """The spacing of the lines, 0 for the usual. Raises NotAllowed when lines would touch or lose each other."""
        if self.line_spacing is None:
            return 0.0
        if not LINE_SPACINGS[0] <= self.line_spacing <= LINE_SPACINGS[1]:
            raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "line_spacing")
        return self.line_spacing

    @property
    def suffix(self) -> str:
        """How the name of the file ends."""
        return {MinutesFormat.PLAIN_TEXT: ".txt", MinutesFormat.AUDIO: ".mp3"}.get(self.format, ".pdf")

    @property
    def needs_size_advice(self) -> bool:
        """Whether letters are so large that audio or plain text should be offered as well (LP-02)."""
        return (self.size_pt or 0.0) > LARGEST_SIZE_WITHOUT_ADVICE_PT


def size_near(choice: MinutesChoice) -> float | None:
    """The size in points that a person asked for, or the nearest that the format has; None for files without pages."""
    if choice.format not in SIZES_PT:
        return None
    smallest, largest = SIZES_PT[choice.format]
    return min(max(choice.size_pt or USUAL_SIZE_PT[choice.format], smallest), largest)


def suggested_file_name(order: MinutesOrder, *, title: str, group_name: str, held_on: date | None) -> str:
    """A name for the file of the common copy: what, who and when, and no word of anybody's needs (DP-04)."""
    day = held_on.isoformat() if held_on else ""
    part = str(order.part) if order.part else ""
    return safe_file_name([title, group_name, day, part]) + order.suffix
