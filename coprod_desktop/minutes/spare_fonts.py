"""Fonts for the scripts that the main font lacks; each is loaded when the first letter needs it, never before."""

import os
import threading
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from fontTools.ttLib import TTFont as FontToolsFont
from fontTools.ttLib import TTLibError
from reportlab.pdfbase.ttfonts import TTFError, TTFont

_BOLD = 700


@dataclass(frozen=True, kw_only=True)
class SpareFont:
    """One font file for some scripts: the code points it may be asked for, and whether a bold one can be made."""

    name: str
    ranges: tuple[tuple[int, int], ...]
    package: str
    file: str
    has_bold: bool = False

    def may_have(self, code: int) -> bool:
        return any(first <= code <= last for first, last in self.ranges)

    @property
    def path(self) -> Path:
        """Where the font is. Raises ImportError if its package is not installed."""
        return Path(str(import_module(self.package).__file__)).parent / self.file


def _noto(name: str, *ranges: tuple[int, int], has_bold: bool = True) -> SpareFont:
    file = f"Noto{name}[wght].ttf"
    return SpareFont(name=f"Noto{name}", ranges=ranges, package="manimgx_fonts", file=file, has_bold=has_bold)


SPARE_FONTS = (
    SpareFont(
        name="NotoSansArabic",
        ranges=((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
        package="fontpkg_noto_sans_arabic",
        file="files/NotoSansArabic[wdth,wght].ttf",
        has_bold=True,
    ),
    _noto("SansArmenian", (0x530, 0x58F), (0xFB13, 0xFB17)),
    _noto("SansGeorgian", (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    _noto("SansEthiopic", (0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F)),
    _noto("SansThai", (0xE00, 0xE7F)),
    _noto("SansSymbols", (0x2100, 0x2BFF), (0x1F100, 0x1F1E5), (0x1F700, 0x1F77F), has_bold=False),
    _noto("Emoji", (0x203C, 0x2BFF), (0x3030, 0x303D), (0x3297, 0x3299), (0x1F000, 0x1FAFF), has_bold=False),
)
"""The first font that has a letter draws it. Pictures that stand for a feeling have one weight."""


def spare_file(spare: SpareFont, cache_folder: Path, *, is_bold: bool) -> tuple[str, Path] | None:
    """The name and the file of a spare font in one weight; None where its package was left out."""
    try:
        file = spare.path
    except ImportError:
        return None
    if not file.is_file():
        return None
    if is_bold and spare.has_bold:
        return f"{spare.name}-Bold", bold_file(file, cache_folder, spare.name)
    return spare.name, file


def bold_file(variable: Path, cache_folder: Path, name: str) -> Path:
    """A bold font made once from the variable one: ReportLab would draw its default weight, which is regular."""
    bold = cache_folder / f"{name}-Bold-{variable.stat().st_size}.ttf"
    if not _is_whole(bold):
        from fontTools.varLib import instancer

        cache_folder.mkdir(parents=True, exist_ok=True)
        unfinished = bold.with_name(f"{bold.name}.{os.getpid()}-{threading.get_ident()}.part")
        with FontToolsFont(variable, recalcTimestamp=False) as font:
            places = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | {"wght": _BOLD}
            instancer.instantiateVariableFont(font, places, inplace=True, updateFontNames=name == "Arimo")
            if name != "Arimo":
                font["name"].setName(f"{name}-Bold", 6, 3, 1, 0x409)  # two fonts of one file may not share a name
                font["name"].setName(f"{name}-Bold", 6, 1, 0, 0)
            font.save(unfinished)
        unfinished.replace(bold)
    return bold


def _is_whole(file: Path) -> bool:
    try:
        return file.is_file() and bool(TTFont("check", str(file), validate=1))
    except (TTFError, TTLibError, OSError, ValueError, IndexError, KeyError):
        return False
