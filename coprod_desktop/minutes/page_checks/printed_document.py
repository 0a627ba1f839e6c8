"""One finished document, read back: its pages, its tags, and the lines of each tag as they stand on the paper."""

import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from coprod_desktop.minutes.page_checks.file_reading import FileFacts, read_file
from coprod_desktop.minutes.page_checks.page_marks import Drawing, PageMarks, Run, read_page_marks
from coprod_desktop.minutes.page_checks.stream_reading import PageStream, read_stream
from coprod_desktop.minutes.page_checks.tag_reading import Mark, Tag, TagTree, read_tags

_SAME_LINE = 0.25
HEADINGS = ("H1", "H2", "H3")
WORDS = (*HEADINGS, "P", "LBody", "Link")
"""Tags that hold words of their own."""


@dataclass(frozen=True)
class PrintedLine:
    """One line of one tag on one page; lengths in points."""

    page: int
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def y(self) -> float:
        return self.runs[0].y

    @property
    def x(self) -> float:
        return min(run.x for run in self.runs)

    @property
    def right(self) -> float:
        return max(run.right for run in self.runs)

    @property
    def size(self) -> float:
        return max(run.size for run in self.runs)


@dataclass(frozen=True, eq=False)
class Passage:
    """The words of one tag, line by line."""

    tag: Tag
    lines: tuple[PrintedLine, ...]

    @cached_property
    def text(self) -> str:
        return " ".join("".join(line.text for line in self.lines).split())

    @property
    def page(self) -> int:
        return self.lines[0].page

    @property
    def last_page(self) -> int:
        return self.lines[-1].page

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def is_heading(self) -> bool:
        return self.tag.name in HEADINGS

    @property
    def is_bold(self) -> bool:
        return all(run.is_bold for line in self.lines for run in line.runs if run.text.strip())


class PrintedDocument:
    """What was read; pages count from 0 and lengths are points."""

    def __init__(self, marks: PageMarks, tree: TagTree, streams: Sequence[PageStream], facts: FileFacts) -> None:
        self.marks, self.tree, self.streams, self.facts = marks, tree, streams, facts
        self._runs: dict[Mark, list[Run]] = defaultdict(list)
        self._drawings: dict[Mark, list[Drawing]] = defaultdict(list)
        for run in marks.runs:
            self._runs[run.page, run.mark].append(run)
        for drawing in marks.drawings:
            self._drawings[drawing.page, drawing.mark].append(drawing)

    @classmethod
    def read(cls, data: bytes) -> "PrintedDocument":
        """Reads the bytes. Raises pypdfium2.PdfiumError or pikepdf.PdfError for bytes that are no PDF."""
        import pikepdf

        marks = read_page_marks(data)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return cls(marks, read_tags(pdf), [read_stream(page) for page in pdf.pages], read_file(pdf))

    @property
    def page_count(self) -> int:
        return len(self.marks.sizes)

    @cached_property
    def passages(self) -> list[Passage]:
        """All tags with words, in reading order; labels of lists are left out."""
        found = []
        for tag in self.tree.all():
            lines = tuple(self._lines(tag)) if tag.name in WORDS else ()
            if lines:
                found.append(Passage(tag, lines))
        return found

    @cached_property
    def body(self) -> list[Run]:
        """All runs in tags that hold something to read."""
        return [run for run in self.marks.runs if run.mark >= 0 and run.text.strip()]

    @cached_property
    def running(self) -> list[Run]:
        """All runs in no tag: what stands at the head and foot of pages."""
        return [run for run in self.marks.runs if run.mark < 0 and run.text.strip()]

    @property
    def pictures(self) -> list[Tag]:
        """The pictures beside words; boxes to tick are not among them."""
        return [tag for tag in self.tree.all() if tag.name == "Figure" and not tag.is_in("Lbl")]

    @property
    def tick_boxes(self) -> list[Tag]:
        return [tag for tag in self.tree.all() if tag.name == "Figure" and tag.is_in("Lbl")]

    def drawings_of(self, tag: Tag) -> list[Drawing]:
        return [drawing for mark in tag.marks for drawing in self._drawings[mark]]

    def decoration(self, page: int) -> list[Drawing]:
        """Rules, frames and dots of one page."""
        return self._drawings[page, -1]

    def text_of(self, tag: Tag) -> str:
        return " ".join("".join(run.text for mark in tag.marks for run in self._runs[mark]).split())

    def _lines(self, tag: Tag) -> Iterator[PrintedLine]:
        line: list[Run] = []
        for mark in tag.marks:
            for run in self._runs.get(mark, ()):
                if line and (run.page != line[0].page or abs(run.y - line[0].y) > _SAME_LINE * run.size):
                    yield PrintedLine(line[0].page, tuple(line))
                    line = []
                line.append(run)
        if line:
            yield PrintedLine(line[0].page, tuple(line))
