"""What is drawn on finished pages, read back from the bytes: every run of letters and every drawing, in place."""

import ctypes
from dataclasses import dataclass
from enum import Enum
from typing import Any

from coprod_desktop.minutes.pdfium_turn import PDFIUM_TURN

MM = 72 / 25.4
_MOST_BYTES_AT_ONCE = 4096
_STRAIGHT = 1e-3
Ink = tuple[int, int, int]


class DrawingKind(Enum):
    """What was drawn: a picture as vectors, a picture as dots, or a line or area."""

    FORM = "form"
    IMAGE = "image"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters drawn in one go. `y` is their baseline; all lengths are points; pages count from 0.

    `mark` is -1 for what no tag holds, such as a page number. `is_straight` is false for turned or slanted letters,
    `stretch` is how much they were made larger after they were set.
    """

    page: int
    mark: int
    text: str
    x: float
    y: float
    right: float
    size: float
    font: str
    ink: Ink
    is_straight: bool
    stretch: float

    @property
    def is_bold(self) -> bool:
        return "bold" in self.font.lower()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture, a line or an area, with the box it takes in points. `dots_an_inch` is 0 for vectors."""

    page: int
    mark: int
    kind: DrawingKind
    left: float
    bottom: float
    right: float
    top: float
    is_filled: bool = False
    dots_an_inch: float = 0.0

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class PageMarks:
    """All that is drawn in one document, and the size of each page in points."""

    runs: list[Run]
    drawings: list[Drawing]
    sizes: list[tuple[float, float]]
    words_in_pictures: list[tuple[int, str]]


def read_page_marks(data: bytes) -> PageMarks:
    """Reads all pages. Raises pypdfium2.PdfiumError for bytes that are no PDF."""
    import pypdfium2

    with PDFIUM_TURN:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    try:
        reader = _Reader()
        for number in range(count):
            with PDFIUM_TURN:  # page by page, so that the window can draw between two
                page = document[number]
                reader.read(number, page)
                page.close()
        return PageMarks(reader.runs, reader.drawings, reader.sizes, reader.words_in_pictures)
    finally:
        with PDFIUM_TURN:
            document.close()


class _Reader:
    """Collects what is on one page after the other."""

    def __init__(self) -> None:
        import pypdfium2.raw

        self._raw: Any = pypdfium2.raw
        self._buffer = ctypes.create_string_buffer(_MOST_BYTES_AT_ONCE)
        self._fonts: dict[int, str] = {}
        self.runs: list[Run] = []
        self.drawings: list[Drawing] = []
        self.sizes: list[tuple[float, float]] = []
        self.words_in_pictures: list[tuple[int, str]] = []

    def read(self, number: int, page: Any) -> None:
        raw = self._raw
        self._fonts = {}
        self.sizes.append(page.get_size())
        text_page = page.get_textpage()
        form: Any = None
        for thing in page.get_objects(max_depth=2):
            form = thing if thing.type == raw.FPDF_PAGEOBJ_FORM and not thing.level else form
            mark = raw.FPDFPageObj_GetMarkedContentID(thing.raw)
            if thing.level:
                self._inside_a_picture(thing, text_page, number, form)
            elif thing.type == raw.FPDF_PAGEOBJ_TEXT:
                self.runs.append(self._run(thing, text_page, number, mark))
            else:
                self._drawing(thing, number, mark)
        text_page.close()

    def _inside_a_picture(self, thing: Any, text_page: Any, number: int, form: Any) -> None:
        if thing.type == self._raw.FPDF_PAGEOBJ_TEXT:
            self.words_in_pictures.append((number, self._text(thing, text_page)))
        elif thing.type == self._raw.FPDF_PAGEOBJ_IMAGE and form is not None:
            self._photo(thing, number, form)

    def _photo(self, thing: Any, number: int, form: Any) -> None:
        """A picture made of dots, drawn inside a form: its box is in the measure of the form."""
        left, bottom, right, top = thing.get_bounds()
        place = form.get_matrix()
        x, y, across, up = place.e, place.f, place.a, place.d
        mark = self._raw.FPDFPageObj_GetMarkedContentID(form.raw)
        dots = self._dots_an_inch(thing, (right - left) * across)
        box = (x + across * left, y + up * bottom, x + across * right, y + up * top)
        self.drawings.append(Drawing(number, mark, DrawingKind.IMAGE, *box, dots_an_inch=dots))

    def _run(self, thing: Any, text_page: Any, page: int, mark: int) -> Run:
        raw = self._raw
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(thing.raw, size)
        place = thing.get_matrix()
        right = thing.get_bounds()[2]
        font = self._font(raw.FPDFTextObj_GetFont(thing.raw))
        is_straight = abs(place.b) < _STRAIGHT and abs(place.c) < _STRAIGHT and place.a > 0
        text = self._text(thing, text_page)
        ink = self._ink(thing)
        return Run(page, mark, text, place.e, place.f, right, size.value * place.d, font, ink, is_straight, place.d)

    def _text(self, thing: Any, text_page: Any) -> str:
        raw = self._raw
        short = ctypes.POINTER(ctypes.c_ushort)
        buffer = self._buffer
        length = raw.FPDFTextObj_GetText(thing.raw, text_page.raw, ctypes.cast(buffer, short), len(buffer))
        if length > len(buffer):
            buffer = ctypes.create_string_buffer(length)
            raw.FPDFTextObj_GetText(thing.raw, text_page.raw, ctypes.cast(buffer, short), length)
        return buffer.raw[: max(length - 2, 0)].decode("utf-16-le", "replace")

    def _font(self, font: Any) -> str:
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        if address not in self._fonts:
            name = ctypes.create_string_buffer(200)
            self._raw.FPDFFont_GetBaseFontName(font, name, 200)
            self._fonts[address] = name.value.decode("utf-8", "replace").split("+")[-1]
        return self._fonts[address]

    def _ink(self, thing: Any) -> Ink:
        red, green, blue, clear = (ctypes.c_uint() for _ in range(4))
        self._raw.FPDFPageObj_GetFillColor(thing.raw, red, green, blue, clear)
        return red.value, green.value, blue.value

    def _drawing(self, thing: Any, page: int, mark: int) -> None:
        raw = self._raw
        kinds = {
            raw.FPDF_PAGEOBJ_FORM: DrawingKind.FORM,
            raw.FPDF_PAGEOBJ_IMAGE: DrawingKind.IMAGE,
            raw.FPDF_PAGEOBJ_PATH: DrawingKind.PATH,
        }
        kind = kinds.get(thing.type)
        if kind is None:
            return
        left, bottom, right, top = thing.get_bounds()
        filled = kind is DrawingKind.PATH and self._is_filled(thing)
        dots = self._dots_an_inch(thing, right - left) if kind is DrawingKind.IMAGE else 0.0
        self.drawings.append(Drawing(page, mark, kind, left, bottom, right, top, filled, dots))

    def _is_filled(self, thing: Any) -> bool:
        mode, is_stroked = ctypes.c_int(), ctypes.c_int()
        self._raw.FPDFPath_GetDrawMode(thing.raw, mode, is_stroked)
        return bool(mode.value != self._raw.FPDF_FILLMODE_NONE)

    def _dots_an_inch(self, thing: Any, width: float) -> float:
        across, down = ctypes.c_uint(), ctypes.c_uint()
        self._raw.FPDFImageObj_GetImagePixelSize(thing.raw, across, down)
        return across.value / (width / 72) if width else 0.0
