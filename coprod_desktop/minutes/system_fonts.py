"""Chinese, Japanese and Korean letters: the program brings none, so it looks for a font of the computer itself.

Such a font is used for letters that no other font has, and only where it is whole, has TrueType outlines, stands
upright and may be put into a file. Where there is none the letters are spelt out, like those of any other script.
"""

import os
import struct
import sys
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFError, TTFontParser, calcChecksum

from coprod_desktop.minutes.readable_fonts import ReadableTTFont

_RANGES = ((0x2E80, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x323AF))
"""Scripts whose letters are drawn one by one; others need rules of how letters join, or they cannot be read."""
_NEEDED = ("glyf", "loca", "OS/2")
_FORBIDDEN, _ALLOWED, _NOT_IN_PARTS = 0x2, 0xC, 0x300
_PLACE_OF_EMBEDDING = 8
_CHANGES_WITH_ITSELF = "head"
"""This table holds a sum over the whole file, so that its own sum is wrong in collections of fonts."""
_FAULTS = (
    TTFError, OSError, EOFError, struct.error, ArithmeticError, AssertionError, AttributeError, LookupError,
    MemoryError, RecursionError, TypeError, ValueError,
)  # fmt: skip
"""What readers raise for files that are damaged or no fonts."""


@dataclass(frozen=True, kw_only=True)
class SystemFont:
    """The place of one font; `number` is its place, from 0, in a file that holds several (.ttc)."""

    path: Path
    number: int = 0


def fonts_of_this_system() -> tuple[SystemFont, ...]:
    """Where this system keeps fonts with these letters, the clearest first; not all of them need be there."""
    if sys.platform == "win32":
        folder = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        names = ("msyh.ttc", "msjh.ttc", "msgothic.ttc", "malgun.ttf", "simsun.ttc")
        return tuple(SystemFont(path=folder / name) for name in names)
    places = _ON_A_MAC if sys.platform == "darwin" else _ON_LINUX
    return tuple(SystemFont(path=Path(place)) for place in places)


_ON_LINUX = (
    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/truetype/nanum/NanumGothic.ttf",
)
_ON_A_MAC = (
    "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
    "/Library/Fonts/Arial Unicode.ttf",
    "/System/Library/Fonts/STHeiti Light.ttc",
)


def may_be_asked(code: int) -> bool:
    """Whether a letter is in a script that fonts of the system are asked for."""
    return any(first <= code <= last for first, last in _RANGES)


_opened: dict[SystemFont, ReadableTTFont | None] = {}
_opening = threading.Lock()


def opened(place: SystemFont) -> ReadableTTFont | None:
    """The font there, ready to draw, read once for the whole program; None if it cannot or may not be used."""
    with _opening:
        if place not in _opened:
            try:
                _opened[place] = _read(place) if _is_whole_and_allowed(place) else None
            except _FAULTS:
                _opened[place] = None
        return _opened[place]


def _read(place: SystemFont) -> ReadableTTFont | None:
    font = ReadableTTFont("", str(place.path), subfontIndex=place.number, asciiReadable=True, shapable=False)
    font.fontName = (font.face.name + font.face.subfontNameX).decode("ascii")
    font.face.makeSubset(list(range(32, 128)))  # what every file gets
    return font if font.face.italicAngle == 0 else None


def _is_whole_and_allowed(place: SystemFont) -> bool:
    """Looks at the tables before any is used: sums that are right, outlines, and leave to be put into files."""
    file = TTFontParser(str(place.path), subfontIndex=place.number)
    if any(tag not in file.table for tag in _NEEDED):
        return False
    for tag, table in file.table.items():
        if tag != _CHANGES_WITH_ITSELF and calcChecksum(_content(file, tag)) != table["checksum"]:
            return False
    return _may_be_embedded(_content(file, "OS/2"))


def _content(file: TTFontParser, tag: str) -> bytes:
    content: bytes = file.get_table(tag)
    if len(content) != file.table[tag]["length"]:
        raise ValueError(f"the table {tag} is cut")
    return content


def _may_be_embedded(about: bytes) -> bool:
    """Source: the OpenType specification, OS/2 table, fsType; where it says two things the freer one holds."""
    (leave,) = struct.unpack_from(">H", about, _PLACE_OF_EMBEDDING)
    is_forbidden = bool(leave & _FORBIDDEN) and not leave & _ALLOWED
    return not is_forbidden and not leave & _NOT_IN_PARTS


def has_letter(font: ReadableTTFont, code: int) -> bool:
    """Whether the font has a drawing for this letter that can be taken out of it."""
    face = font.face
    glyph = face.charToGlyph.get(code, 0)
    if not glyph or code not in face.charWidths:
        return False
    try:
        start, end = face.glyphPos[glyph : glyph + 2]
        if not start < end <= face.get_table_pos("glyf")[1]:
            return chr(code).isspace() and start == end
        face.makeSubset([code])
    except _FAULTS:
        return False
    return True


def fonts_that_open(places: Iterable[SystemFont]) -> Iterable[ReadableTTFont]:
    """Those that can be used, one after the other; two of one name could not be told apart in a file."""
    names: set[str] = set()
    for place in places:
        font = opened(place)
        if font is not None and font.fontName not in names:
            names.add(font.fontName)
            yield font
