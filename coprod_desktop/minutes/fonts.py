"""The letters of the printed pages: which fonts, how wide words are, and what a font cannot draw."""

import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import fontpkg_arimo
import fontpkg_atkinson_hyperlegible
from fontTools.ttLib import TTFont as FontToolsFont
from fontTools.ttLib import TTLibError
from fontTools.varLib import instancer
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

ARIMO = "Arimo"
ATKINSON = "Atkinson Hyperlegible"

_CAP_HEIGHT = 0.716
_DESCENT = 0.212
_FIRST_LETTER = 32
_ENTRIES_IN_A_CMAP_PART = 100
_SPACES = str.maketrans(dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))
_STAND_INS = {"\u2010": "-", "\u2011": "-", "\u2007": "\u00a0", "\u202f": "\u00a0"}


class ReadableTTFont(TTFont):  # type: ignore[misc]  # ReportLab has no types
    """A TrueType font whose letters can be read back out of the PDF, also those beyond U+FFFF (PDF-15)."""

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = doc.fontMapping[self.fontName][1:] + f"+{number}"
            font = doc.idToObject["BasicFonts"].dict[name]
            stream = doc.idToObject[font.ToUnicode.name]
            stream.content = _to_unicode_map(font.BaseFont, subset)


def _to_unicode_map(font_name: str, subset: list[int]) -> str:
    """The table from codes to Unicode; unused codes are left out, for U+0000 is forbidden."""
    entries = [
        f"<{code:02X}> <{chr(letter).encode('utf-16-be').hex().upper()}>"
        for code, letter in enumerate(subset)
        if letter
    ]
    parts = []
    for start in range(0, len(entries), _ENTRIES_IN_A_CMAP_PART):
        part = entries[start : start + _ENTRIES_IN_A_CMAP_PART]
        parts += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    head = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({font_name}) /Ordering ({font_name}) /Supplement 0 >> def",
        f"/CMapName /{font_name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    tail = ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join([*head, *parts, *tail])


class Typeface:
    """One weight of one font, with the widths of words it was asked for and a stand-in for letters it lacks."""

    def __init__(self, font: TTFont, fallback: "Typeface | None" = None) -> None:
        self.font = font
        self.name: str = font.fontName
        self.cap_height = _CAP_HEIGHT
        self.descent = _DESCENT
        self._fallback = fallback
        face = font.face
        self._own = {code: face.charWidths[code] / 1000 for code in face.charToGlyph if code >= _FIRST_LETTER}
        self._letters: dict[int, float] = (fallback.widths_of_letters if fallback else {}) | self._own
        self._widths: dict[str, float] = {}

    @property
    def widths_of_letters(self) -> dict[int, float]:
        return dict(self._letters)

    def covers(self, text: str) -> bool:
        return all(ord(letter) in self._letters for letter in text)

    def missing(self, text: str) -> set[str]:
        return {letter for letter in text if ord(letter) not in self._letters}

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
        if self._fallback is None or all(ord(letter) in self._own for letter in text):
            return [(self, text)]
        fallback = self._fallback
        chosen = groupby(text, key=lambda letter: self if ord(letter) in self._own else fallback)
        return [(face, "".join(letters)) for face, letters in chosen]


@dataclass(frozen=True)
class Fonts:
    """The regular and the bold face that a document is set in, and what they can draw."""

    regular: Typeface
    bold: Typeface

    def missing(self, text: str) -> set[str]:
        """The letters of this text that would not be printed as they are."""
        if text.isascii():
            return set()
        tidy = _tidied(text)
        return self.regular.missing(tidy) | self.bold.missing(tidy)

    def drawable(self, text: str) -> str:
        """The same text with nothing in it that a font cannot draw (PDF-14)."""
        if text.isascii() and text.isprintable():
            return text
        tidy = _tidied(text)
        missing = self.regular.missing(tidy) | self.bold.missing(tidy)
        if not missing:
            return tidy
        return tidy.translate({ord(letter): self._stand_in(letter) for letter in missing})

    def _stand_in(self, letter: str) -> str:
        plain = "".join(
            part
            for part in unicodedata.normalize("NFKD", letter)
            if self.regular.covers(part) and self.bold.covers(part)
        )
        return plain or ("" if unicodedata.category(letter).startswith("M") else "?")


def _tidied(text: str) -> str:
    composed = unicodedata.normalize("NFC", text.translate(_SPACES))
    return "".join(_STAND_INS.get(letter, letter) for letter in composed if _is_shown(letter))


def _is_shown(letter: str) -> bool:
    """False for controls, bidi and zero-width marks and broken halves of letters."""
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs")


def load_fonts(cache_folder: Path, family: str = ARIMO) -> Fonts:
    """The fonts of a family, ready to print; Arimo stands in where Atkinson Hyperlegible lacks a letter (ER-02)."""
    variable = fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf"
    regular = Typeface(_registered("Arimo", variable))
    bold = Typeface(_registered("Arimo-Bold", _bold_file(variable, cache_folder)))
    if family != ATKINSON:
        return Fonts(regular, bold)
    files = fontpkg_atkinson_hyperlegible.ROOT / "files"
    return Fonts(
        Typeface(_registered("AtkinsonHyperlegible", _only(files.glob("*-Regular.ttf"))), fallback=regular),
        Typeface(_registered("AtkinsonHyperlegible-Bold", _only(files.glob("*-Bold.ttf"))), fallback=bold),
    )


def _only(files: Iterable[Path]) -> Path:
    (one,) = files
    return one


def _registered(name: str, file: Path) -> TTFont:
    """ReportLab keeps fonts by name for the whole program, so each is read once."""
    if name in pdfmetrics.getRegisteredFontNames():
        known = pdfmetrics.getFont(name)
        if isinstance(known, ReadableTTFont):
            return known
    font = ReadableTTFont(name, str(file), asciiReadable=True, shapable=False)
    pdfmetrics.registerFont(font)
    return font


def _bold_file(variable: Path, cache_folder: Path) -> Path:
    """A bold font made once from the variable one: ReportLab would draw its default weight, which is regular."""
    bold = cache_folder / f"Arimo-Bold-{variable.stat().st_size}.ttf"
    if not _is_whole(bold):
        cache_folder.mkdir(parents=True, exist_ok=True)
        unfinished = bold.with_name(f"{bold.name}.{os.getpid()}.part")
        with FontToolsFont(variable, recalcTimestamp=False) as font:
            instancer.instantiateVariableFont(font, {"wght": 700}, inplace=True, updateFontNames=True)
            font.save(unfinished)
        unfinished.replace(bold)
    return bold


def _is_whole(file: Path) -> bool:
    try:
        return file.is_file() and bool(TTFont("check", str(file), validate=1))
    except (TTFError, TTLibError, OSError, ValueError, IndexError, KeyError):
        return False
