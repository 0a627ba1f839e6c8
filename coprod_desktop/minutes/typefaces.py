"""One weight of a font: how wide its words are, and which spare font draws what it lacks."""

import threading
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from coprod_desktop.minutes.mark_places import MarkPlaces, NoMarkPlaces, mark_places
from coprod_desktop.minutes.readable_fonts import ReadableTTFont
from coprod_desktop.minutes.spare_fonts import SPARE_FONTS, SpareFont, spare_file
from coprod_desktop.minutes.system_fonts import SystemFont, fonts_that_open, has_letter, may_be_asked

_CAP_HEIGHT = 0.716
_DESCENT = 0.212
_FIRST_LETTER = 32


class _Widths(dict[int, float]):
    """The width of each letter; that of a letter in a spare font is looked up when it is first asked for."""

    def __init__(self, known: dict[int, float], face: "Typeface") -> None:
        super().__init__(known)
        self._face = face

    def __missing__(self, code: int) -> float:
        source = self._face.source(code)
        if source is None:
            raise KeyError(code)
        width: float = source.own_widths[code]
        self[code] = width
        return width


class Typeface:
    """One weight of one font, with the widths of words it was asked for and stand-ins for letters it lacks."""

    def __init__(
        self,
        font: TTFont,
        fallback: "Typeface | None" = None,
        *,
        spares: "SpareFaces | None" = None,
        marks: MarkPlaces | None = None,
    ) -> None:
        self.font = font
        self.name: str = font.fontName
        self.cap_height = _CAP_HEIGHT
        self.descent = _DESCENT
        self._fallback, self._spares, self._marks = fallback, spares, marks
        widths = font.face.charWidths
        self.own_widths = {code: width / 1000 for code, width in widths.items() if code >= _FIRST_LETTER}
        self._letters = _Widths((fallback.own_widths if fallback else {}) | self.own_widths, self)
        self._widths: dict[str, float] = {}

    def source(self, code: int) -> "Typeface | None":
        """The face that draws this code point: this one, its stand-in, or a spare one; None if none has it."""
        if code in self.own_widths:
            return self
        if self._fallback:
            return self._fallback.source(code)
        return self._spares.find(code) if self._spares else None

    def covers(self, text: str) -> bool:
        return not self.missing(text)

    def missing(self, text: str) -> set[str]:
        unknown = {letter for letter in text if ord(letter) not in self._letters}
        return {letter for letter in unknown if self.source(ord(letter)) is None}

    @property
    def marks(self) -> MarkPlaces:
        """Where this font puts points and vowel signs."""
        return self._marks or mark_places(Path(str(self.font.face.filename)))

    def letter_width(self, letter: str) -> float:
        return self._letters[ord(letter)]

    def width(self, text: str) -> float:
        """The width of text at 1 pt; the text must have been through `Fonts.drawable`."""
        known = self._widths.get(text)
        if known is None:
            letters = self._letters
            known = self._widths[text] = sum([letters[ord(letter)] for letter in text])
        return known

    def runs(self, text: str) -> list[tuple["Typeface", str]]:
        """The text in pieces, each with the font that can draw it."""
        if all(ord(letter) in self.own_widths for letter in text):
            return [(self, text)]
        chosen = groupby(text, key=lambda letter: self.source(ord(letter)) or self)
        return [(face, "".join(letters)) for face, letters in chosen]


class SpareFaces:
    """The spare faces of one weight that were needed so far, those that the program brings first."""

    def __init__(self, cache_folder: Path, *, is_bold: bool, system_fonts: Sequence[SystemFont]) -> None:
        self._cache_folder, self._is_bold = cache_folder, is_bold
        self._loaded: dict[str, Typeface | None] = {}
        self._system_fonts = system_fonts
        self._found: dict[int, Typeface | None] = {}

    def find(self, code: int) -> Typeface | None:
        """The face of the first spare font that has this code point."""
        if code not in self._found:
            self._found[code] = self._brought(code) or self._of_the_system(code)
        return self._found[code]

    def _brought(self, code: int) -> Typeface | None:
        for spare in SPARE_FONTS:
            if spare.may_have(code):
                face = self._face(spare)
                if face is not None and code in face.own_widths:
                    return face
        return None

    def _of_the_system(self, code: int) -> Typeface | None:
        if not may_be_asked(code):
            return None
        return next(
            (self._foreign(font) for font in fonts_that_open(self._system_fonts) if has_letter(font, code)), None
        )

    def _face(self, spare: SpareFont) -> Typeface | None:
        if spare.name not in self._loaded:
            found = spare_file(spare, self._cache_folder, is_bold=self._is_bold)
            self._loaded[spare.name] = Typeface(registered(*found)) if found else None
        return self._loaded[spare.name]

    def _foreign(self, font: ReadableTTFont) -> Typeface:
        face = self._loaded.get(font.fontName) or Typeface(font, marks=NoMarkPlaces())
        self._loaded[font.fontName] = face
        return face


_registering = threading.Lock()


def registered(name: str, file: Path) -> TTFont:
    """ReportLab keeps fonts by name for the whole program, so each is read once, whoever asks first."""
    with _registering:
        if name in pdfmetrics.getRegisteredFontNames():
            known = pdfmetrics.getFont(name)
            if isinstance(known, ReadableTTFont):
                return known
        font = ReadableTTFont(name, str(file), asciiReadable=True, shapable=False)
        pdfmetrics.registerFont(font)
        return font
