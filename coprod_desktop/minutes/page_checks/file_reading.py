"""What a finished PDF says of itself: title, language, fonts, bookmarks, links (PDF-01, PDF-11 to PDF-19)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

_NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "ua": "http://www.aiim.org/pdfua/ns/id/",
}
_ITALIC = 64
_PART = r"<([0-9A-Fa-f\s]*)>\s*"
_ENTRIES = {"bfchar": re.compile(_PART * 2), "bfrange": re.compile(rf"{_PART * 2}(?:\[\s*)?{_PART}")}
_SECTION = re.compile(r"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_NO_LETTERS = ("0000", "FEFF", "FFFE")


@dataclass(frozen=True, kw_only=True)
class FontFacts:
    """One font of the file: its name without the letters of its subset, and how it can be read."""

    name: str
    is_inside: bool
    is_italic: bool
    has_map: bool
    is_map_good: bool


@dataclass(frozen=True, kw_only=True)
class LinkFacts:
    """One link: its page from 0, its words, its web address if it has one, and what the file calls it."""

    page: int
    words: str
    address: str
    key: Any
    has_parent: bool


@dataclass(frozen=True, kw_only=True)
class FileFacts:
    """What the catalogue, the metadata, the pages and the fonts say."""

    version: str
    is_marked: bool
    is_suspect: bool
    is_encrypted: bool
    has_tree: bool
    has_parent_tree: bool
    language: str
    title: str
    shows_title: bool
    metadata_title: str
    metadata_language: str
    metadata_part: str
    has_metadata: bool
    pages_without_tab_order: tuple[int, ...]
    fonts: tuple[FontFacts, ...]
    links: tuple[LinkFacts, ...]
    bookmarks: tuple[str, ...]


def read_file(pdf: Any) -> FileFacts:
    """Reads an open pikepdf file."""
    root = pdf.Root
    packet = _packet(root)
    mark_info = root.get("/MarkInfo", {})
    return FileFacts(
        version=pdf.pdf_version,
        is_marked=bool(mark_info.get("/Marked", False)),
        is_suspect=bool(mark_info.get("/Suspects", False)),
        is_encrypted=bool(pdf.is_encrypted),
        has_tree="/StructTreeRoot" in root,
        has_parent_tree="/ParentTree" in root.get("/StructTreeRoot", {}),
        language=str(root.get("/Lang", "")),
        title=str(pdf.docinfo.get("/Title", "")),
        shows_title=bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        metadata_title=_text(packet, ".//dc:title//rdf:li"),
        metadata_language=_text(packet, ".//dc:language//rdf:li"),
        metadata_part=_text(packet, ".//ua:part") or _attribute(packet, f"{{{_NAMES['ua']}}}part"),
        has_metadata=packet is not None,
        pages_without_tab_order=tuple(
            number for number, page in enumerate(pdf.pages) if str(page.get("/Tabs", "")) != "/S"
        ),
        fonts=tuple(_fonts(pdf)),
        links=tuple(_links(pdf)),
        bookmarks=tuple(_bookmarks(pdf)),
    )


def _packet(root: Any) -> ElementTree.Element | None:
    stream = root.get("/Metadata")
    if stream is None:
        return None
    try:
        return ElementTree.fromstring(bytes(stream.read_bytes()).strip())
    except ElementTree.ParseError:
        return None


def _text(packet: ElementTree.Element | None, path: str) -> str:
    found = packet.find(path, _NAMES) if packet is not None else None
    return (found.text or "").strip() if found is not None else ""


def _attribute(packet: ElementTree.Element | None, name: str) -> str:
    return next((one.get(name, "") for one in packet.iter() if one.get(name)), "") if packet is not None else ""


def _fonts(pdf: Any) -> Iterator[FontFacts]:
    seen = set()
    for holder in _holders(pdf):
        for font in dict(holder.get("/Resources", {}).get("/Font", {})).values():
            if font.objgen not in seen or font.objgen == (0, 0):
                seen.add(font.objgen)
                yield _font(font)


def _holders(pdf: Any) -> Iterator[Any]:
    """Pages, and the pictures that are drawn on them."""
    seen = set()
    for page in pdf.pages:
        yield page.obj
        for form in dict(page.get("/Resources", {}).get("/XObject", {})).values():
            if form.objgen not in seen:
                seen.add(form.objgen)
                yield form


def _font(font: Any) -> FontFacts:
    whole = font
    if "/DescendantFonts" in font:
        whole = font.DescendantFonts[0]
    about = whole.get("/FontDescriptor", {})
    name = str(font.get("/BaseFont", "/"))[1:]
    has_map = "/ToUnicode" in font
    return FontFacts(
        name=name.split("+")[-1],
        is_inside=any(f"/FontFile{kind}" in about for kind in ("", "2", "3")),
        is_italic=bool(int(about.get("/Flags", 0)) & _ITALIC) or float(about.get("/ItalicAngle", 0)) != 0,
        has_map=has_map,
        is_map_good=has_map and _is_good_map(font.ToUnicode.read_bytes().decode("latin-1")),
    )


def _is_good_map(text: str) -> bool:
    """Whether every entry leads to whole letters, and none to U+0000, U+FEFF or U+FFFE (PDF-15)."""
    letters = [
        "".join(entry[-1].split()).upper()
        for section in _SECTION.finditer(text)
        for entry in _ENTRIES[section[1]].findall(section[2])
    ]
    return bool(letters) and all(one and len(one) % 4 == 0 and one not in _NO_LETTERS for one in letters)


def _links(pdf: Any) -> Iterator[LinkFacts]:
    for number, page in enumerate(pdf.pages):
        for note in page.get("/Annots", []):
            yield LinkFacts(
                page=number,
                words=str(note.get("/Contents", "")),
                address=str(note.get("/A", {}).get("/URI", "")),
                key=note.objgen,
                has_parent="/StructParent" in note,
            )


def _bookmarks(pdf: Any) -> Iterator[str]:
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop(0)
            yield item.title
            waiting = [*item.children, *waiting]
