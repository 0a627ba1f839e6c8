"""Puts finished tagged PDFs one after the other into one file for the printer, with all their tags in order.

Each PDF becomes a Sect of the new document. Numbers of the parent tree go on from one PDF to the next, bookmarks are
nested under a bookmark for each PDF, page labels begin again at 1, and fonts and pictures that are the same byte for
byte are kept once. ISO 32000-1, 14.7 (logical structure) and 12.4.2 (page labels); ISO 14289-1 (PDF/UA-1).
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from coprod_desktop.minutes.document_facts import DocumentFacts, metadata_packet
from coprod_desktop.minutes.shared_objects import SharedObjects


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One PDF of a run: `title` is its bookmark, `label` stands before its page numbers ("Copy 3, page ").

    A piece that `goes_under` is bookmarked below the piece before it, as a copy is below the sheet in front of it.
    """

    data: bytes
    title: str
    label: str = ""
    goes_under: bool = False


@dataclass(frozen=True)
class PrintRun:
    """A file for the printer and how many pages it has, blank ones too."""

    data: bytes
    page_count: int


def print_run(pieces: Iterable[Piece], facts: DocumentFacts, *, both_sides: bool = True) -> PrintRun:
    """All pieces in one tagged PDF. On both sides of the paper, each piece begins on a new sheet.

    Raises ValueError if there is no piece.
    """
    joiner = _Joiner()
    for piece in pieces:
        joiner.add(piece, both_sides=both_sides)
    return joiner.finished(facts, both_sides=both_sides)


def with_sides(data: bytes, *, both_sides: bool) -> bytes:
    """The same PDF, asking the printer for one or both sides of the paper (ER-37) in the size it was set in."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _ask_printer(pdf, both_sides=both_sides)
        return _saved(pdf)


class _Joiner:
    """Grows the new document piece by piece."""

    def __init__(self) -> None:
        self._pdf = pikepdf.new()
        self._shared = SharedObjects()
        self._sources: list[pikepdf.Pdf] = []
        self._rows: list[Any] = []
        self._bookmarks: list[pikepdf.OutlineItem] = []
        self._labels: list[Any] = []
        self._document = self._pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Document, K=pikepdf.Array())
        )

    def add(self, piece: Piece, *, both_sides: bool) -> None:
        source = pikepdf.open(io.BytesIO(piece.data))
        self._sources.append(source)  # pikepdf reads streams of a source when the new file is saved
        if both_sides and len(self._pdf.pages) % 2:
            self._add_blank_page()
        first_page, first_key = len(self._pdf.pages), len(self._rows)
        self._pdf.pages.extend(source.pages)
        for page in self._pdf.pages[first_page:]:
            self._shared.share(page)
            _shift_keys(page, first_key)
        self._add_tags(source, first_key)
        self._labels += [first_page, _label(piece.label)]
        self._add_bookmarks(piece, source, first_page)

    def finished(self, facts: DocumentFacts, *, both_sides: bool) -> PrintRun:
        if not self._rows:
            raise ValueError("a print run needs something to print")
        pdf = self._pdf
        root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=self._document))
        self._document.P = root
        numbers = [part for key, row in enumerate(self._rows) for part in (key, row)]
        root.ParentTree = pdf.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(numbers)))
        root.ParentTreeNextKey = len(self._rows)
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(self._labels))
        with pdf.open_outline() as outline:
            outline.root.extend(self._bookmarks)
        _write_facts(pdf, facts)
        _ask_printer(pdf, both_sides=both_sides)
        return PrintRun(_saved(pdf), len(pdf.pages))

    def _add_blank_page(self) -> None:
        """The back of a piece with an odd number of pages stays empty."""
        box = self._pdf.pages[-1].mediabox
        self._pdf.add_blank_page(page_size=(float(box[2]), float(box[3])))
        self._pdf.pages[-1].obj.StructParents = len(self._rows)
        self._pdf.pages[-1].obj.Tabs = pikepdf.Name.S
        self._rows.append(pikepdf.Array())

    def _add_tags(self, source: pikepdf.Pdf, first_key: int) -> None:
        """The tree of a piece, whose Document becomes a Sect, and the way back from its marks and links."""
        tree = self._pdf.copy_foreign(source.Root.StructTreeRoot)
        top = tree.K
        for part in top if isinstance(top, pikepdf.Array) else [top]:
            part.S = pikepdf.Name.Sect
            part.P = self._document
            self._document.K.append(part)
        numbers = list(tree.ParentTree.Nums)
        rows = dict(zip((int(key) for key in numbers[::2]), numbers[1::2], strict=True))
        assert not self._rows or first_key == len(self._rows)
        self._rows += [rows.get(key, pikepdf.Array()) for key in range(max(rows, default=-1) + 1)]

    def _add_bookmarks(self, piece: Piece, source: pikepdf.Pdf, first_page: int) -> None:
        found = _bookmarks(source, first_page)
        if not found:
            found = [pikepdf.OutlineItem(piece.title, first_page)]
        if piece.goes_under and self._bookmarks:
            self._bookmarks[-1].children.extend(found)
        else:
            self._bookmarks += found


def _shift_keys(page: pikepdf.Page, first_key: int) -> None:
    if "/StructParents" in page.obj:
        page.obj.StructParents = int(page.obj.StructParents) + first_key
    for annotation in page.obj.get("/Annots", ()):
        if "/StructParent" in annotation:
            annotation.StructParent = int(annotation.StructParent) + first_key


def _label(words: str) -> pikepdf.Dictionary:
    label = pikepdf.Dictionary(S=pikepdf.Name.D)
    if words:
        label.P = pikepdf.String(words)
    return label


def _bookmarks(source: pikepdf.Pdf, first_page: int) -> list[pikepdf.OutlineItem]:
    """The bookmarks of a piece with the numbers that its pages have now."""
    numbers = {page.obj.objgen: number for number, page in enumerate(source.pages, first_page)}
    with source.open_outline() as outline:
        return [_bookmark(item, source, numbers, first_page) for item in outline.root]


def _bookmark(
    item: pikepdf.OutlineItem, source: pikepdf.Pdf, numbers: dict[tuple[int, int], int], first_page: int
) -> pikepdf.OutlineItem:
    place = _place(item, source)
    number = numbers.get(place[0].objgen, first_page) if place else first_page
    top = float(place[3]) if len(place) > 3 and place[3] is not None else None
    moved = pikepdf.OutlineItem(item.title, number, "Fit" if top is None else "XYZ", left=0, top=top)
    moved.children.extend(_bookmark(kid, source, numbers, first_page) for kid in item.children)
    return moved


def _place(item: pikepdf.OutlineItem, source: pikepdf.Pdf) -> Sequence[Any]:
    """Where a bookmark leads: the page and the height, whether the file gives them a name or not."""
    place: Any = item.destination
    if place is None and item.action is not None:
        place = item.action.get("/D")
    if isinstance(place, pikepdf.Name | pikepdf.String | str):
        key = str(place) if isinstance(place, pikepdf.Name) else f"/{place}"
        place = source.Root.get("/Dests", pikepdf.Dictionary()).get(key)
    if isinstance(place, pikepdf.Dictionary):
        place = place.get("/D")
    return list(place) if isinstance(place, pikepdf.Array) else []


def _write_facts(pdf: pikepdf.Pdf, facts: DocumentFacts) -> None:
    pdf.Root.Lang = pikepdf.String(facts.language)
    packet = pikepdf.Stream(pdf, metadata_packet(facts).encode("utf-8"))
    packet.Type, packet.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = pdf.make_indirect(packet)
    for key, words in (
        ("/Title", facts.title),
        ("/Author", facts.author),
        ("/Creator", facts.program),
        ("/Producer", "ReportLab"),
        ("/CreationDate", facts.pdf_date),
    ):
        pdf.docinfo[key] = pikepdf.String(words)


def _ask_printer(pdf: pikepdf.Pdf, *, both_sides: bool) -> None:
    wishes = pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary())
    wishes.DisplayDocTitle = True
    wishes.PrintScaling = pikepdf.Name("/None")  # LP-10: nothing is made smaller on the way to the paper
    wishes.Duplex = pikepdf.Name.DuplexFlipLongEdge if both_sides else pikepdf.Name.Simplex
    pdf.Root.ViewerPreferences = wishes


def _saved(pdf: pikepdf.Pdf) -> bytes:
    file = io.BytesIO()
    pdf.save(file, min_version="1.7", deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return file.getvalue()
