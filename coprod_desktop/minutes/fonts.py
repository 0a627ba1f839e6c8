"""The letters of the printed pages: which fonts, how wide words are, and what a font cannot draw."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import fontpkg_arimo
import fontpkg_atkinson_hyperlegible
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from coprod_desktop.minutes import scripts
from coprod_desktop.minutes.letter_names import spelt_out
from coprod_desktop.minutes.mark_places import MarkPlaces, mark_places
from coprod_desktop.minutes.spare_fonts import SPARE_FONTS, SpareFont, bold_file, spare_file

ARIMO = "Arimo"
ATKINSON = "Atkinson Hyperlegible"

_CAP_HEIGHT = 0.716
_DESCENT = 0.212
_FIRST_LETTER = 32
_ENTRIES_IN_A_CMAP_PART = 100
_SPACES = str.maketrans(dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))
_JOINERS = "\u200c\u200d"
_LOOSE_JOINER = re.compile("(?<![\u0600-\u08ff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u08ff])")
_STYLE_MARKS = re.compile(
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef]|(?<=[\u261d-\u270d\U0001f385-\U0001faff])[\U0001f3fb-\U0001f3ff]"
)
"""How a picture letter is to look; the font has one look for each."""
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
        f"<{code:02X}> <{scripts.unshaped(chr(letter)).encode('utf-16-be').hex().upper()}>"
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

    def __init__(self, font: TTFont, fallback: "Typeface | None" = None, *, spares: "SpareFaces | None" = None) -> None:
        self.font = font
        self.name: str = font.fontName
        self.cap_height = _CAP_HEIGHT
        self.descent = _DESCENT
        self._fallback, self._spares = fallback, spares
        face = font.face
        self.own_widths = {code: face.charWidths[code] / 1000 for code in face.charToGlyph if code >= _FIRST_LETTER}
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
        return mark_places(Path(str(self.font.face.filename)))

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
    """The spare faces of one weight that were needed so far."""

    def __init__(self, cache_folder: Path, *, is_bold: bool) -> None:
        self._cache_folder, self._is_bold = cache_folder, is_bold
        self._loaded: dict[str, Typeface | None] = {}

    def find(self, code: int) -> Typeface | None:
        """The face of the first spare font that has this code point."""
        for spare in SPARE_FONTS:
            if spare.may_have(code):
                face = self._face(spare)
                if face is not None and code in face.own_widths:
                    return face
        return None

    def _face(self, spare: SpareFont) -> Typeface | None:
        if spare.name not in self._loaded:
            found = spare_file(spare, self._cache_folder, is_bold=self._is_bold)
            self._loaded[spare.name] = Typeface(_registered(*found)) if found else None
        return self._loaded[spare.name]


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
        """The same text with nothing in it that a font cannot draw; a letter that none has is spelt out (PDF-14)."""
        if text.isascii() and text.isprintable():
            return text
        tidy = _tidied(text)
        missing = self.regular.missing(tidy) | self.bold.missing(tidy)
        if not missing:
            return tidy
        plain = {letter: self._plain(letter) for letter in missing}
        lost = {letter for letter in missing if plain[letter] == letter}
        runs = [("".join(run), is_lost) for is_lost, run in groupby(tidy, key=lost.__contains__)]
        words = [_in_words(run) if is_lost else run for run, is_lost in runs]
        return "".join(words).translate({ord(letter): stand_in for letter, stand_in in plain.items()})

    def shaped(self, text: str) -> str:
        """Drawable text with Arabic letters in the shapes that they take beside each other."""
        joined = scripts.shaped(text)
        if joined is text:
            return text
        missing = self.regular.missing(joined) | self.bold.missing(joined)
        return joined.translate({ord(letter): scripts.unshaped(letter) for letter in missing})

    def _plain(self, letter: str) -> str:
        """What stands for this letter in a plainer alphabet; the letter itself if nothing does."""
        parts = unicodedata.normalize("NFKD", letter)
        return "".join(part for part in parts if self.regular.covers(part) and self.bold.covers(part)) or letter


def _in_words(run: str) -> str:
    """Letters by name; a mark alone, on a letter that can be drawn, is left out (it is told all the same)."""
    return "" if all(unicodedata.category(letter).startswith("M") for letter in run) else spelt_out(run)


def _tidied(text: str) -> str:
    composed = unicodedata.normalize("NFC", text.translate(_SPACES))
    kept = (_STAND_INS.get(letter, letter) for letter in _LOOSE_JOINER.sub("", composed) if _is_shown(letter))
    return _STYLE_MARKS.sub("", "".join(kept))


def _is_shown(letter: str) -> bool:
    """False for controls, bidi and zero-width marks and broken halves of letters."""
    return letter in _JOINERS or unicodedata.category(letter) not in ("Cc", "Cf", "Cs")


def missing_letters(text: str, cache_folder: Path) -> tuple[str, ...]:
    """The letters of a text that no font has, in order, each once; for asking while somebody types."""
    if text.isascii():
        return ()
    face = Typeface(_registered("Arimo", _arimo()), spares=SpareFaces(cache_folder, is_bold=False))
    tidy = _tidied(text)
    missing = face.missing(tidy)
    return tuple(dict.fromkeys(letter for letter in tidy if letter in missing))


def load_fonts(cache_folder: Path, family: str = ARIMO) -> Fonts:
    """The fonts of a family, ready to print; Arimo stands in where Atkinson Hyperlegible lacks a letter (ER-02)."""
    regular = Typeface(_registered("Arimo", _arimo()), spares=SpareFaces(cache_folder, is_bold=False))
    bold_arimo = _registered("Arimo-Bold", bold_file(_arimo(), cache_folder, "Arimo"))
    bold = Typeface(bold_arimo, spares=SpareFaces(cache_folder, is_bold=True))
    if family != ATKINSON:
        return Fonts(regular, bold)
    files = fontpkg_atkinson_hyperlegible.ROOT / "files"
    return Fonts(
        Typeface(_registered("AtkinsonHyperlegible", _only(files.glob("*-Regular.ttf"))), fallback=regular),
        Typeface(_registered("AtkinsonHyperlegible-Bold", _only(files.glob("*-Bold.ttf"))), fallback=bold),
    )


def _arimo() -> Path:
    return Path(fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf")


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
