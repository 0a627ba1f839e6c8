"""How large things are on the wall: all grows with the screen, and no letter is smaller than 1/24 of it (UI-24)."""

from importlib.util import find_spec
from math import ceil
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from coprod_desktop.ui.theme import TextStyle, Theme

HIGH = 1080
"""A screen is this many units high, unless it is very narrow."""

LEAST_WIDE = 1440
"""A screen is at least this many units wide; one of 4 to 3 has just as many."""

LEAST = 46
"""The smallest letters, in units: 1/24 of 1080 is 45."""

_ARABIC = "fontpkg_noto_sans_arabic"


class WallLook:
    """Units, fonts and measures of one wall of so many pixels."""

    def __init__(self, theme: Theme, width_px: int, height_px: int) -> None:
        self.theme = theme
        self.unit = max(0.01, min(height_px / HIGH, width_px / LEAST_WIDE))
        self.width = width_px / self.unit
        self.height = height_px / self.unit
        self._families = [theme.font(TextStyle.BODY).family(), *_arabic_families()]
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self._metrics: dict[tuple[int, bool], QFontMetricsF] = {}

    def font(self, size: int, *, is_bold: bool) -> QFont:
        """The font of so many units."""
        key = (size, is_bold)
        if key not in self._fonts:
            font = QFont(self._families)
            font.setPixelSize(ceil(size * self.unit))
            font.setBold(is_bold)
            self._fonts[key] = font
        return self._fonts[key]

    def width_of(self, words: str, size: int, *, is_bold: bool) -> float:
        """How many units wide the words are on one line."""
        key = (size, is_bold)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(size, is_bold=is_bold))
        return self._metrics[key].horizontalAdvance(words) / self.unit


def _arabic_families() -> list[str]:
    """The family for Arabic letters, which a laptop may lack; nothing if it is not there."""
    if not _FOUND:
        found = find_spec(_ARABIC)
        files = sorted(Path(found.origin).parent.rglob("*.ttf")) if found is not None and found.origin else []
        wanted = [file for file in files if file.stem.endswith(("-Regular", "-Bold"))] or files[:1]
        numbers = [QFontDatabase.addApplicationFont(str(file)) for file in wanted]
        families = (family for number in numbers for family in QFontDatabase.applicationFontFamilies(number))
        _FOUND.append(list(dict.fromkeys(families)))
    return _FOUND[0]


_FOUND: list[list[str]] = []
"""The families for Arabic, once they were looked for."""
