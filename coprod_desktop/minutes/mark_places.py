"""Where points and vowel signs stand on their letters, as the font itself says."""

from functools import cache, cached_property
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

_MARK_TO_BASE, _MARK_TO_MARK, _EXTENSION = 4, 6, 9
Anchors = dict[int, tuple[int, int]]
"""The places of one glyph where marks of each class are held."""


class MarkPlaces:
    """The anchors of one font file; read when the first mark is drawn."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @cached_property
    def _font(self) -> Any:
        return TTFont(self._file, lazy=True)

    @cached_property
    def _names(self) -> dict[int, str]:
        return dict(self._font.getBestCmap())

    @cached_property
    def _tables(self) -> list[tuple[dict[str, tuple[int, tuple[int, int]]], dict[str, Anchors]]]:
        """For each table: the class and the anchor of each mark, and the anchors of what it can stand on."""
        if "GPOS" not in self._font:
            return []
        lookups = self._font["GPOS"].table.LookupList.Lookup
        tables = [getattr(table, "ExtSubTable", table) for lookup in lookups for table in lookup.SubTable]
        return [_anchors(table) for table in tables if table.LookupType in (_MARK_TO_BASE, _MARK_TO_MARK)]

    def shift(self, mark: str, base: str) -> tuple[float, float] | None:
        """How far right and up a mark stands from the start of a letter or other mark, at 1 pt; None if unsaid."""
        mark_glyph, base_glyph = self._names.get(ord(mark), ""), self._names.get(ord(base), "")
        for marks, bases in self._tables:
            if mark_glyph in marks and base_glyph in bases:
                kind, (x, y) = marks[mark_glyph]
                if kind in bases[base_glyph]:
                    base_x, base_y = bases[base_glyph][kind]
                    return (base_x - x) / self._em, (base_y - y) / self._em
        return None

    def in_the_middle(self, mark: str, base: str) -> tuple[float, float]:
        """A place above or below the middle of a letter that the font has no anchor for."""
        middles = [self._middle(self._names.get(ord(letter), "")) for letter in (mark, base)]
        return (middles[1] - middles[0]) / self._em, 0.0

    @cached_property
    def _em(self) -> float:
        return float(self._font["head"].unitsPerEm)

    def _middle(self, glyph: str) -> float:
        shape = self._font["glyf"][glyph] if glyph in self._font["glyf"].keys() else None  # noqa: SIM118
        return (shape.xMin + shape.xMax) / 2 if shape is not None and shape.numberOfContours else 0.0


class NoMarkPlaces(MarkPlaces):
    """For fonts whose letters carry no marks: a mark is drawn where its letter begins."""

    def __init__(self) -> None:
        super().__init__(Path())

    def shift(self, mark: str, base: str) -> tuple[float, float] | None:
        del mark, base
        return None

    def in_the_middle(self, mark: str, base: str) -> tuple[float, float]:
        del mark, base
        return 0.0, 0.0


def _anchors(table: Any) -> tuple[dict[str, tuple[int, tuple[int, int]]], dict[str, Anchors]]:
    is_on_letter = table.LookupType == _MARK_TO_BASE
    marks, bases = ("Mark", "Base") if is_on_letter else ("Mark1", "Mark2")
    records = getattr(table, f"{marks}Array").MarkRecord
    own = {
        glyph: (record.Class, _place(record.MarkAnchor))
        for glyph, record in zip(getattr(table, f"{marks}Coverage").glyphs, records, strict=True)
    }
    held: dict[str, Anchors] = {}
    holders = getattr(getattr(table, f"{bases}Array"), f"{bases}Record")
    for glyph, record in zip(getattr(table, f"{bases}Coverage").glyphs, holders, strict=True):
        anchors = getattr(record, f"{bases}Anchor")
        held[glyph] = {kind: _place(anchor) for kind, anchor in enumerate(anchors) if anchor is not None}
    return own, held


def _place(anchor: Any) -> tuple[int, int]:
    return anchor.XCoordinate, anchor.YCoordinate


@cache
def mark_places(file: Path) -> MarkPlaces:
    """The anchors of a font file, read once for the whole program as ReportLab reads fonts."""
    return MarkPlaces(file)
