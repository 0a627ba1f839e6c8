"""The tree of tags that a screen reader follows, made with the story and written when all pages are drawn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject, PDFString

Tag = Literal["Document", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Figure", "TOC", "TOCI", "Link"]  # PDF-05
Box = tuple[float, float, float, float]


@dataclass(eq=False, slots=True)
class Node:
    """One tag: what it is, what it holds, and where on the pages its marks were drawn."""

    tag: Tag
    alt: str = ""
    attributes: str = ""
    language: str = ""
    parent: "Node | None" = None
    kids: list["Node"] = field(default_factory=list)
    marks: tuple[tuple[int, int], ...] = ()
    links: tuple[tuple[int, str], ...] = ()
    box: Box | None = None

    def add(self, tag: Tag, *, alt: str = "", attributes: str = "") -> "Node":
        child = Node(tag, alt=alt, attributes=attributes, parent=self)
        self.kids.append(child)
        return child

    def forget_places(self) -> None:
        """As if nothing had been drawn, so that the same words can be drawn for somebody else."""
        for node in self.all_nodes():
            node.marks, node.links, node.box = (), (), None

    def all_nodes(self) -> Iterator["Node"]:
        """This tag and everything in it that was drawn, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.kids))


Owner = Node | list[Node]
"""Whose a number in the parent tree is: a link's tag, or the tags of one page's marks in their order."""


def page_name(page: int) -> str:
    """What ReportLab calls a page inside."""
    return f"Page{page}"


def write_structure(document: PDFDocument, root: Node, owners: Sequence[Owner]) -> PDFObject:
    """Adds all tags to the PDF and gives back the root that the catalogue points at."""
    names = {id(node): f"Tag{number}" for number, node in enumerate(root.all_nodes())}
    for node in root.all_nodes():
        document.Reference(_Element(node, names), names[id(node)])
    rows = [[names[id(node)] for node in owner] if isinstance(owner, list) else names[id(owner)] for owner in owners]
    document.Reference(_ParentTree(rows), "ParentTree")
    tree_root = _Root(names[id(root)], len(rows))
    document.Reference(tree_root, "StructureRoot")
    return tree_root


def _reference(document: PDFDocument, name: str) -> str:
    return f"{document.idToObjectNumberAndVersion[name][0]} 0 R"


class _Element(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """One tag as the file holds it."""

    def __init__(self, node: Node, names: Mapping[int, str]) -> None:
        self._node, self._names = node, names

    def format(self, document: PDFDocument) -> bytes:
        node = self._node
        parent = self._names[id(node.parent)] if node.parent else "StructureRoot"
        parts = [f"<< /Type /StructElem /S /{node.tag} /P {_reference(document, parent)}"]
        first_page = (node.marks or node.links or ((0, 0),))[0][0]
        if first_page:
            parts.append(f"/Pg {_reference(document, page_name(first_page))}")
        parts.append(f"/K {self._content(document, first_page)}")
        if node.attributes or node.box:
            parts.append(f"/A << {node.attributes or '/O /Layout /Placement /Block'}{_box(node.box)} >>")
        written = " ".join(parts).encode("ascii")
        if node.alt:
            written += b" /Alt " + PDFString(node.alt).format(document)
        if node.language:
            written += b" /Lang " + PDFString(node.language).format(document)
        return written + b" >>"

    def _content(self, document: PDFDocument, first_page: int) -> str:
        content = [_reference(document, self._names[id(kid)]) for kid in self._node.kids]
        for page, number in self._node.marks:
            if page == first_page:
                content.append(str(number))
            else:
                on = _reference(document, page_name(page))
                content.append(f"<< /Type /MCR /Pg {on} /MCID {number} >>")
        for page, link in self._node.links:
            on = _reference(document, page_name(page))
            content.append(f"<< /Type /OBJR /Pg {on} /Obj {_reference(document, link)} >>")
        return content[0] if len(content) == 1 else f"[{' '.join(content)}]"


def _box(box: Box | None) -> str:
    return " /BBox [" + " ".join(f"{side:.2f}" for side in box) + "]" if box else ""


class _ParentTree(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """The way back from a mark or a link to its tag."""

    def __init__(self, rows: list[list[str] | str]) -> None:
        self._rows = rows

    def format(self, document: PDFDocument) -> bytes:
        numbers = " ".join(f"{number} {self._row(document, row)}" for number, row in enumerate(self._rows))
        return f"<< /Nums [{numbers}] >>".encode("ascii")

    def _row(self, document: PDFDocument, row: list[str] | str) -> str:
        if isinstance(row, str):
            return _reference(document, row)
        return "[" + " ".join(_reference(document, name) for name in row) + "]"


class _Root(PDFDictionary):  # type: ignore[misc]  # ReportLab has no types
    """The top of the tag tree."""

    def __init__(self, top: str, next_key: int) -> None:
        super().__init__()
        self._top, self._next_key = top, next_key

    def format(self, document: PDFDocument) -> bytes:
        top, parents = _reference(document, self._top), _reference(document, "ParentTree")
        return (
            f"<< /Type /StructTreeRoot /K [{top}] /ParentTree {parents} /ParentTreeNextKey {self._next_key} >>"
        ).encode("ascii")
