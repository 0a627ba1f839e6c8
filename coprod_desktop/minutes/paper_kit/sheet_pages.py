"""Puts the parts of the kit on pages: what belongs together stays together, and nothing is pushed off the paper."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from coprod_desktop.minutes.document_facts import DocumentFacts
from coprod_desktop.minutes.flowables import Part
from coprod_desktop.minutes.line_breaks import Column, Line
from coprod_desktop.minutes.paper_kit.setter import SheetSetter
from coprod_desktop.minutes.styles import MM
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas

_BOOKMARKS_FROM_PAGES = 4
_ONE_LINE = 1.2
_MOST_FOOT_LINES = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A part and where it stands."""

    part: Part
    x: float
    top: float


@dataclass
class SheetPage:
    """One page: its parts, and the number at its foot, 0 for none."""

    placed: list[Placed] = field(default_factory=list)
    number: int = 0
    has_foot: bool = True


class Foot:
    """The day of the meeting and the page number at the foot of every page (PDF-10)."""

    def __init__(self, setter: SheetSetter) -> None:
        self._setter = setter
        breaker, size = setter.typesetter.breaker, setter.size
        page = breaker.line(f"{setter.words('page')} 888").width * size + size
        content = setter.content
        words = setter.words("foot", date=content.date_words) if content.date_words else content.group_name
        lines = breaker.lines(words, Column((setter.width - page) / size))
        self._is_beside = len(lines) <= 1
        self._lines: tuple[Line, ...] = lines if self._is_beside else breaker.lines(words, Column(setter.width / size))
        self._lines = self._lines[:_MOST_FOOT_LINES]
        self._lowest = max(
            setter.style.foot_baseline_mm * MM, setter.style.printable_edge_mm * MM + breaker.descent * size
        )

    @property
    def _step(self) -> float:
        return self._setter.size * _ONE_LINE

    @property
    def top(self) -> float:
        """Where the words of the page must end."""
        rows = 1 if self._is_beside else len(self._lines) + 1
        words = self._lowest + (rows - 1) * self._step + self._setter.cap_height
        return max(self._setter.left, words + 0.6 * self._setter.size)

    def draw(self, canvas: TaggedCanvas, number: int) -> None:
        setter, size = self._setter, self._setter.size
        first = self._lowest if self._is_beside else self._lowest + len(self._lines) * self._step
        with canvas.running_words():
            canvas.draw_lines(self._lines, setter.left, first, size=size, leading=self._step)
            if number:
                line = setter.typesetter.breaker.line(f"{setter.words('page')} {number}")
                right = setter.left + setter.width - line.width * size
                canvas.draw_lines([line], right, self._lowest, size=size, leading=self._step)


@dataclass(frozen=True)
class Frame:
    """The room for the words of a page."""

    left: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


def usual_frame(setter: SheetSetter, foot: Foot) -> Frame:
    return Frame(setter.left, setter.style.page_size[1] - setter.style.margin_mm * MM, foot.top)


class Flow:
    """Fills pages from the top; a group of parts is kept on one page if a page can hold it."""

    def __init__(self, frame: Frame, *, with_numbers: bool) -> None:
        self._frame, self._with_numbers = frame, with_numbers
        self._repeated: Part | None = None
        self.pages: list[SheetPage] = []
        self._left = self._most = 0.0
        self._is_new = True
        self.turn()

    def turn(self) -> None:
        """Go on to a new page."""
        self.pages.append(SheetPage(number=len(self.pages) + 1 if self._with_numbers else 0))
        self._left, self._is_new = self._frame.height, True
        if self._repeated:
            self._put(self._repeated)
        self._most = self._left

    def repeat(self, part: Part) -> None:
        """From now on every new page begins with this part."""
        self._repeated = part

    def leave_no_less_than(self, share: float) -> None:
        """Turn the page if less than this share of it is left (ER-29)."""
        if self._left < share * self._frame.height:
            self.turn()

    def holds(self, height: float) -> bool:
        """Whether as much is left of this page."""
        return height <= self._left

    def add(self, *group: Part) -> None:
        needed = sum(part.spaceBefore + part.height + part.spaceAfter for part in group) - group[-1].spaceAfter
        if not self._is_new and needed > self._left and self._turning_helps(needed):
            self.turn()
        for part in group:
            self._add_one(part)

    def add_all(self, groups: Iterable[Sequence[Part]]) -> None:
        for group in groups:
            self.add(*group)

    def _turning_helps(self, needed: float) -> bool:
        room = self._frame.height - (self._repeated.height if self._repeated else 0.0)
        return needed <= room or self._left < room / 2

    def _add_one(self, part: Part) -> None:
        while True:
            before = 0.0 if self._is_new else part.spaceBefore
            if before + part.height <= self._left + 0.01:
                self._put(part)
                return
            part.cut_for_pages_of = self._frame.height
            cut = part.split(0.0, self._left - before)
            if not cut:
                if self._left >= self._most:
                    self._put(part)
                    return
                self.turn()
                continue
            self._put(cut[0])
            self.turn()
            part = cut[1]

    def _put(self, part: Part) -> None:
        before = 0.0 if self._is_new else part.spaceBefore
        top = self._frame.bottom + self._left - before
        self.pages[-1].placed.append(Placed(part, self._frame.left, top))
        self._left -= before + part.height + part.spaceAfter
        self._is_new = False


def drawn(pages: Sequence[SheetPage], setter: SheetSetter, title: str) -> bytes:
    """The pages as one tagged PDF."""
    file = io.BytesIO()
    content = setter.content
    canvas = TaggedCanvas(
        file,
        tree=setter.root,
        facts=DocumentFacts(title=title, author=setter.shown(content.group_name), language=content.language or "en-GB"),
        with_bookmarks=len(pages) >= _BOOKMARKS_FROM_PAGES,
        pagesize=setter.style.page_size,
        initialFontName=setter.fonts.regular.name,
    )
    foot = Foot(setter)
    for page in pages:
        for placed in page.placed:
            placed.part.note(canvas, placed.top)
            placed.part.paint(canvas, placed.x, placed.top)
        if page.has_foot:
            foot.draw(canvas, page.number)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
