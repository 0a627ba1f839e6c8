"""A ReportLab canvas that makes tagged PDF: everything drawn belongs to a tag or is marked as decoration."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFFormXObject,
    PDFObject,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from coprod_desktop.minutes.document_facts import DocumentFacts, metadata_packet
from coprod_desktop.minutes.line_breaks import Line
from coprod_desktop.minutes.line_order import DrawnLine, Pen
from coprod_desktop.minutes.line_words import GLUE
from coprod_desktop.minutes.tag_tree import Box, Node, Owner, page_name, write_structure
from coprod_desktop.minutes.typefaces import Typeface

_PAINTS = re.compile(r"(?:^|\s)(?:Tj|TJ|'|\"|Do|EI|sh|[sSfF]|[fbB]\*|[bB])(?=\s|$)")
_SETS_A_FONT = re.compile(r"(?:^|\s)(?:Tf|Do)(?=\s|$)")
"""Also a photo, whose bytes are in this file only."""


DrawnForms = dict[str, PDFFormXObject]
"""Pictures drawn in an earlier copy, by name."""


class UntaggedContentError(Exception):
    """Something was drawn that a screen reader could neither read nor pass over."""


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """Draws pages and keeps, for each mark, the tag it belongs to.

    `is_rehearsal` is true when pages are only counted, to learn where headings will stand: nothing is drawn then.
    `drawn_forms` are pictures drawn in an earlier copy of the same pages, which need not be drawn again.
    """

    def __init__(
        self,
        filename: object,
        *,
        tree: Node,
        facts: DocumentFacts,
        is_rehearsal: bool = False,
        with_bookmarks: bool = False,
        drawn_forms: DrawnForms | None = None,
        **settings: Any,
    ) -> None:
        self._tree, self._facts = tree, facts
        self._drawn_forms = {} if drawn_forms is None else drawn_forms
        self.is_rehearsal, self._with_bookmarks = is_rehearsal, with_bookmarks
        self._owners: list[Owner] = []
        self._page_nodes: list[Node] = []
        self._covered: list[tuple[int, int]] = []
        self._is_marking = False
        self._places: dict[str, tuple[int, float]] = {}
        self.pages_of_refs: dict[str, int] = {}
        self._plain_names: dict[str, str] = {}
        super().__init__(filename, **settings | {"invariant": 1, "pdfVersion": (1, 7), "pageCompression": 1})

    @contextmanager
    def mark(self, node: Node) -> Iterator[None]:
        """What is drawn inside belongs to this tag."""
        if node is None:
            raise UntaggedContentError(f"no tag was given on page {self._pageNumber}")
        number = len(self._page_nodes)
        self._page_nodes.append(node)
        node.marks += ((self._pageNumber, number),)
        with self._marked(f"/{node.tag} <</MCID {number}>> BDC"):
            yield

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is drawn inside is a rule, a frame or dots: nothing to read."""
        with self._marked("/Artifact <</Type /Layout>> BDC"):
            yield

    @contextmanager
    def running_words(self) -> Iterator[None]:
        """What is drawn inside stands on every page, such as a page number (PDF-10)."""
        with self._marked("/Artifact <</Type /Pagination>> BDC"):
            yield

    @contextmanager
    def _marked(self, opening: str) -> Iterator[None]:
        if self._is_marking:
            raise UntaggedContentError(f"a mark inside a mark on page {self._pageNumber}")
        self._is_marking = True
        start = len(self._code)
        self._code.append(opening)
        yield
        self._code.append("EMC")
        self._covered.append((start, len(self._code)))
        self._is_marking = False

    def draw_lines(self, lines: Sequence[Line], x: float, baseline: float, *, size: float, leading: float) -> None:
        """Lines of text from x and the first baseline down; each ends with a space, so words do not run together."""
        code = [f"BT 1 0 0 1 {x:.2f} {baseline:.2f} Tm {leading:.2f} TL"]
        font_now = ""
        for number, line in enumerate(lines):
            if number:
                code.append("T*")
            font_now = self._draw_line(code, line, font_now, size)
        code.append("ET")
        self._code.append(" ".join(code))

    def _draw_line(self, code: list[str], line: Line, font_now: str, size: float) -> str:
        """The runs of one line, one after the other."""
        last = len(line.runs) - 1
        if line.drawn:
            return self._draw_placed(code, line.drawn, font_now, size)
        for number, (face, text) in enumerate(line.runs):
            if number == last and line.space_after:
                text += " "
            for font, letters in self._shown(face, text):
                if font != font_now:
                    code.append(f"{font} {size:.2f} Tf")
                    font_now = font
                code.append(f"({letters}) Tj")
        return font_now

    def _draw_placed(self, code: list[str], drawn: DrawnLine, font_now: str, size: float) -> str:
        """A line with another script: its runs are marked with their language, and each stands in its place."""
        pen = Pen(size)
        opens = {span.first: span.opening for span in drawn.spans}
        closes = {span.last for span in drawn.spans}
        for number, (face, text) in enumerate(drawn.runs):
            place = drawn.places.get(number)
            if number in opens:
                code.append(opens[number])
            if place:
                code.append(pen.moved_to(place))
            for font, letters in self._shown(face, text):
                if font != font_now:
                    code.append(f"{font} {size:.2f} Tf")
                    font_now = font
                code.append(pen.shown(letters, face))
            if number in closes:
                code.append("EMC")
        code.append(pen.home())
        return font_now

    def _shown(self, face: Typeface, text: str) -> list[tuple[str, str]]:
        """The text as codes of the fonts in the file; plain letters have the same codes in all of them."""
        text = text.replace(GLUE, " ")
        name = self._plain_names.get(face.name)
        if name and text.isascii():
            return [(name, text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)"))]
        parts = face.font.splitString(text, self._doc)
        self._plain_names[face.name] = face.font.getSubsetInternalName(0, self._doc)
        return [(face.font.getSubsetInternalName(subset, self._doc), self._escape(codes)) for subset, codes in parts]

    def draw_form(self, name: str, x: float, y: float, scale: float = 1.0) -> None:
        """Draws a form made before, which may be drawn any number of times."""
        self._code.append(f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm")
        self.doForm(name)
        self._code.append("Q")

    def note_place(self, key: str, top: float) -> None:
        """Remembers where a heading stands, for links and bookmarks."""
        self._places[key] = (self._pageNumber, top)

    def note_ref(self, ref: str) -> None:
        """Remembers on which page something is first told, for "This is on page 6"."""
        if ref:
            self.pages_of_refs.setdefault(ref, self._pageNumber)

    @property
    def pages_of_headings(self) -> dict[str, int]:
        return {key: page for key, (page, _) in self._places.items()}

    def add_bookmark(self, key: str, title: str, level: int) -> None:
        """A bookmark for a heading on this page, in documents long enough to have them (PDF-17)."""
        if self._with_bookmarks:
            self.bookmarkPage(key, fit="XYZ", left=0, top=self._places[key][1])
            self.addOutlineEntry(title, key, level)

    def add_link(self, node: Node, key: str, words: str, box: Box) -> None:
        """A link inside the document, with its words for people who cannot see it (PDF-18)."""
        name = f"Link{len(self._owners)}"
        node.links += ((self._pageNumber, self._doc.annotationName(name)),)
        self._addAnnotation(_Link(self._places, key, words, box, self._next_key(node)), name)

    def _next_key(self, owner: Owner) -> int:
        self._owners.append(owner)
        return len(self._owners) - 1

    def showPage(self) -> None:
        if self.is_rehearsal:
            self._startPage()
            return
        self._refuse_untagged()
        key = self._next_key(self._page_nodes)
        super().showPage()
        self._page_nodes, self._covered = [], []
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = key, "/S"
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])

    def _refuse_untagged(self) -> None:
        end = 0
        for start, after in [*self._covered, (len(self._code), 0)]:
            if _PAINTS.search("\n".join(self._code[end:start])):
                raise UntaggedContentError(f"untagged text, line or picture on page {self._pageNumber}")
            end = after

    def hasForm(self, name: str) -> bool:
        """Whether a form is there, or was drawn for an earlier copy and now is."""
        if super().hasForm(name):
            return True
        form = self._drawn_forms.get(name)
        if form is not None:
            self._doc.addForm(name, copy(form))
        return form is not None

    def endForm(self, **extra: Any) -> None:
        name = self._formData[0]
        has_letters = any(_SETS_A_FONT.search(code) for code in self._code)  # whose codes hold for this file only
        super().endForm(**extra)
        form = self._doc.idToObject[self._doc.getXObjectName(name)]
        form.Contents = PDFStream(content=form.stream, filters=[PDFZCompress])
        form.compression = 0
        if not has_letters:
            kept = self._drawn_forms[name] = copy(form)
            vars(kept).pop("__InternalName__", None)  # or another file would take it for one of its own

    def save(self) -> None:
        if self.is_rehearsal:
            return
        if self._code:
            self.showPage()
        self._write_catalogue()
        super().save()

    def _write_catalogue(self) -> None:
        facts, catalogue = self._facts, self._doc.Catalog
        self._doc.setTitle(facts.title)
        self._doc.setAuthor(facts.author)
        self._doc.setSubject(facts.subject)
        self._doc.setCreator(facts.program)
        self._doc.setProducer("ReportLab")
        self._doc.setDateFormatter(lambda *_: facts.pdf_date)
        catalogue.Lang = PDFString(facts.language)
        catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
        catalogue.Metadata = PDFStream(
            PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), metadata_packet(facts).encode("utf-8")
        )
        catalogue.StructTreeRoot = write_structure(self._doc, self._tree, self._owners)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.setViewerPreference("PrintScaling", "None")


class _Link(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """A link to a heading; it is written last, when the place of the heading is known."""

    def __init__(self, places: dict[str, tuple[int, float]], key: str, words: str, box: Box, parent_key: int) -> None:
        self._places, self._key, self._words, self._box = places, key, words, box
        self._parent_key = parent_key

    def format(self, document: PDFDocument) -> bytes:
        page, top = self._places[self._key]
        target = document.idToObjectNumberAndVersion[page_name(page)][0]
        box = " ".join(f"{side:.2f}" for side in self._box)
        written = (
            f"<< /Type /Annot /Subtype /Link /Rect [{box}] /Border [0 0 0] /F 4 /StructParent {self._parent_key}"
            f" /Dest [{target} 0 R /XYZ 0 {top:.2f} null] /Contents "
        )
        words: bytes = PDFString(self._words).format(document)
        return written.encode("ascii") + words + b" >>"
