"""Where things stand on printed pages: every run of text with its place, size and font, and every picture."""

import ctypes
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4
PICTURE_SIDE = 72
"""The side of every picture form before it is made larger."""


@dataclass(frozen=True)
class TextRun:
    """Letters drawn in one go; `y` is their baseline, and `mark` is -1 for head and foot lines."""

    page: int
    mark: int
    text: str
    x: float
    y: float
    right: float
    size: float
    font: str


@dataclass(frozen=True)
class Shape:
    """A picture or a frame: a form drawn on a page."""

    page: int
    mark: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Pages:
    """All runs and shapes of one document."""

    runs: list[TextRun]
    shapes: list[Shape]
    sizes: list[tuple[float, float]]

    @property
    def body(self) -> list[TextRun]:
        return [run for run in self.runs if run.mark >= 0]

    @property
    def running(self) -> list[TextRun]:
        return [run for run in self.runs if run.mark < 0]

    @property
    def pictures(self) -> list[Shape]:
        return [shape for shape in self.shapes if shape.mark >= 0]

    def lines(self, page: int) -> list[tuple[float, float, str]]:
        """Lines of the body of a page from top to bottom: baseline, left edge, words."""
        by_line: dict[float, list[TextRun]] = defaultdict(list)
        for run in self.body:
            if run.page == page:
                by_line[round(run.y, 1)].append(run)
        return [
            (y, min(run.x for run in runs), "".join(run.text for run in sorted(runs, key=lambda run: run.x)).strip())
            for y, runs in sorted(by_line.items(), reverse=True)
        ]

    def place_of(self, words: str) -> TextRun:
        """The first run that begins with these words."""
        return next(run for run in self.body if run.text.startswith(words))

    def commonest_size(self) -> float:
        counted: Counter[float] = Counter()
        for run in self.runs:
            counted[round(run.size, 2)] += len(run.text)
        return counted.most_common(1)[0][0]


def read_pages(data: bytes) -> Pages:
    runs: list[TextRun] = []
    shapes: list[Shape] = []
    sizes: list[tuple[float, float]] = []
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document):
        sizes.append(page.get_size())
        text_page = page.get_textpage()
        for thing in page.get_objects(max_depth=1):
            mark = pdfium.FPDFPageObj_GetMarkedContentID(thing.raw)
            left, bottom, right, top = thing.get_bounds()
            if thing.type == pdfium.FPDF_PAGEOBJ_TEXT:
                runs.append(_run(thing, text_page, number, mark, right))
            elif thing.type == pdfium.FPDF_PAGEOBJ_FORM and mark >= 0:
                place = thing.get_matrix()
                side = PICTURE_SIDE * place.a
                shapes.append(Shape(number, mark, place.e, place.f, place.e + side, place.f + side))
            elif thing.type == pdfium.FPDF_PAGEOBJ_FORM:
                shapes.append(Shape(number, mark, left, bottom, right, top))
        text_page.close()
        page.close()
    document.close()
    return Pages(runs, shapes, sizes)


def _run(thing: Any, text_page: Any, page: int, mark: int, right: float) -> TextRun:
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(thing.raw, size)
    place = thing.get_matrix()
    font = pdfium.FPDFTextObj_GetFont(thing.raw)
    name = ctypes.create_string_buffer(200)
    pdfium.FPDFFont_GetBaseFontName(font, name, 200)
    length = pdfium.FPDFTextObj_GetText(thing.raw, text_page.raw, None, 0)
    letters = ctypes.create_string_buffer(length)
    pdfium.FPDFTextObj_GetText(thing.raw, text_page.raw, ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort)), length)
    text = letters.raw.decode("utf-16-le").rstrip("\x00")
    return TextRun(page, mark, text, place.e, place.f, right, size.value, name.value.decode())
