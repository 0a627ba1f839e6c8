"""A TrueType font whose letters can be read back out of the PDF (PDF-15)."""

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFont

from coprod_desktop.minutes import scripts

_ENTRIES_IN_A_CMAP_PART = 100


class ReadableTTFont(TTFont):  # type: ignore[misc]  # ReportLab has no types
    """A TrueType font whose letters can be read back, also those beyond U+FFFF."""

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
