"""Reads a PDF the way a screen reader would: the tags in order, each with its text and its alternative text."""

import ctypes
import io
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from coprod_desktop.minutes.pdfium_turn import PDFIUM_TURN

READABLE = ("H1", "H2", "H3", "P", "Lbl", "LBody", "Figure", "Link")
_HEADINGS = ("H1", "H2", "H3")


@dataclass(frozen=True)
class Said:
    """One tag that holds something: its name, its alternative text, its text and the page it begins on."""

    tag: str
    alt: str
    text: str
    page: int


@dataclass
class ReadOut:
    """All that can be read out of one PDF, and what is wrong with the way to it."""

    title: str
    language: str
    said: list[Said]
    bookmarks: list[str]
    running_words: list[list[str]]
    faults: list[str] = field(default_factory=list)
    containers: Counter[str] = field(default_factory=Counter)
    """How often each tag comes that holds other tags only."""
    shown_title: str = ""
    """The title in the metadata."""

    @property
    def headings(self) -> list[str]:
        return [said.text for said in self.said if said.tag in _HEADINGS]

    def of(self, *tags: str) -> list[str]:
        return [said.text for said in self.said if said.tag in tags]


@dataclass(frozen=True, kw_only=True)
class Model:
    """What the pages should say, worked out apart from the renderers.

    `said` are tag, alternative text and words in order; `running` are words that may stand in no tag, beside the page
    numbers; `bookmarks` are None where there should be none.
    """

    said: list[tuple[str, str, str]]
    title: str
    language: str = "en-GB"
    running: tuple[str, ...] = ()
    bookmarks: list[str] | None = None
    containers: frozenset[str] = frozenset(("Document", "L", "LI", "Lbl", "TOC", "TOCI", "P"))


def disagreements(data: bytes, model: Model) -> list[str]:
    """Everything in which the PDF says something else than the model, or cannot be read out at all."""
    try:
        read = read_out(data)
    except (pikepdf.PdfError, pypdfium2.PdfiumError, AttributeError, KeyError, TypeError, ValueError) as fault:
        return [f"it cannot be read out: {fault!r}"]
    found = list(read.faults)
    said = [(one.tag, one.alt, one.text) for one in read.said]
    if said != model.said:
        first = next(
            (place for place, pair in enumerate(zip(said, model.said, strict=False)) if pair[0] != pair[1]), -1
        )
        found.append(f"it says something else from place {first}: {said[first]} for {model.said[first]}")
    if read.title != model.title or read.shown_title != model.title:
        found.append(f"its title is {read.title!r} and {read.shown_title!r}")
    if read.language != model.language:
        found.append(f"its language is {read.language!r}")
    if (read.bookmarks or None) != model.bookmarks:
        found.append(f"its bookmarks are {read.bookmarks}")
    found += [f"it has a {name} that holds others" for name in set(read.containers) - model.containers]
    for number, words in enumerate(read.running_words, start=1):
        known = {*model.running, f"Page {number}"}
        found += [f"{one!r} is in no tag on page {number}" for one in words if one.strip() and one.strip() not in known]
    return found


def read_out(data: bytes) -> ReadOut:
    """Walks the tags of the PDF; anything a screen reader would stumble over is listed in `faults`."""
    texts, running = _texts(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        walker = _Walker(pdf, texts)
        said = list(walker.walk())
        with pdf.open_outline() as outline:
            bookmarks = [item.title for top in outline.root for item in (top, *top.children)]
        read = ReadOut(
            title=str(pdf.docinfo.get("/Title", "")),
            language=str(pdf.Root.get("/Lang", "")),
            said=said,
            bookmarks=bookmarks,
            running_words=running,
            faults=walker.faults,
            containers=walker.containers,
            shown_title=_shown_title(pdf),
        )
        read.faults += _faults_of_links(pdf, walker.linked) + _faults_of_marks(pdf)
        if pdf.is_encrypted:
            read.faults.append("it is locked")
        if read.bookmarks and [_alike(mark) for mark in read.bookmarks] != [_alike(one) for one in read.headings]:
            read.faults.append(f"bookmarks are not the headings: {read.bookmarks}")
        if not read.title or read.title.lower().endswith(".pdf"):
            read.faults.append("the title is missing or is a file name")
    return read


def _alike(text: str) -> str:
    """Without spaces where words run from right to left: the reader of these tests guesses them from gaps."""
    is_mixed = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
    return "".join(text.replace("\u200c", "").split()) if is_mixed else text


def _texts(data: bytes) -> tuple[dict[tuple[int, int], str], list[list[str]]]:
    """The text of every mark by (page, number), and the text outside marks page by page."""
    marked: dict[tuple[int, int], str] = {}
    running: list[list[str]] = []
    with PDFIUM_TURN, pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document):
            outside: list[str] = []
            text_page = page.get_textpage()
            for thing in page.get_objects(max_depth=1):
                mark = pdfium.FPDFPageObj_GetMarkedContentID(thing.raw)
                text = _text_of(thing.raw, text_page.raw) if thing.type == pdfium.FPDF_PAGEOBJ_TEXT else ""
                if mark >= 0:
                    marked[number, mark] = marked.get((number, mark), "") + text
                elif text:
                    outside.append(text)
            running.append(outside)
            text_page.close()
            page.close()
    return marked, running


def _text_of(thing: Any, text_page: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(thing, text_page, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(thing, text_page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\x00")


class _Walker:
    """Goes through the tag tree once and checks each step."""

    def __init__(self, pdf: pikepdf.Pdf, texts: dict[tuple[int, int], str]) -> None:
        self._pdf, self._texts = pdf, texts
        self._pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        self._parents = _parent_tree(pdf)
        self.faults: list[str] = []
        self.linked: Counter[tuple[int, int]] = Counter()
        self.containers: Counter[str] = Counter()
        self._used: Counter[tuple[int, int]] = Counter()

    def walk(self) -> Iterator[Said]:
        for top in _kids(self._pdf.Root.StructTreeRoot):
            yield from self._element(top)
        for place, times in self._used.items():
            if times > 1:
                self.faults.append(f"mark {place} is used {times} times")
        for place in self._texts:
            if place not in self._used:
                self.faults.append(f"mark {place} is in no tag")
        for place in self._used:
            if place not in self._texts:
                self.faults.append(f"mark {place} is not on its page")

    def _element(self, element: Any) -> Iterator[Said]:
        tag = str(element.S)[1:]
        own: list[tuple[int, int]] = []
        below: list[Said] = []
        for kid in _kids(element):
            below += self._kid(kid, element, own)
        text = " ".join("".join(self._texts.get(place, "") for place in own).split())
        if own or tag in _HEADINGS:
            page = own[0][0] if own else -1
            yield Said(tag, str(element.get("/Alt", "")), text, page)
        if below:
            self.containers[tag] += 1
        yield from below

    def _kid(self, kid: Any, element: Any, own: list[tuple[int, int]]) -> Iterator[Said]:
        if isinstance(kid, int):
            self._mark(element, element.Pg, kid, own)
        elif str(kid.get("/Type", "")) == "/MCR":
            self._mark(element, kid.Pg, int(kid.MCID), own)
        elif str(kid.get("/Type", "")) == "/OBJR":
            self.linked[kid.Obj.objgen] += 1
            if self._parents.get(int(kid.Obj.StructParent)) != element.objgen:
                self.faults.append("the parent tree leads a link to another tag")
        else:
            yield from self._element(kid)

    def _mark(self, element: Any, page: Any, number: int, own: list[tuple[int, int]]) -> None:
        place = (self._pages[page.objgen], number)
        own.append(place)
        self._used[place] += 1
        row = self._parents.get(int(page.StructParents), [])
        if number >= len(row) or row[number] != element.objgen:
            self.faults.append(f"the parent tree does not lead mark {place} back to its tag")


def _faults_of_marks(pdf: pikepdf.Pdf) -> list[str]:
    """Pages on which a mark is ended that was never begun, or begun and never ended."""
    faults = []
    for number, page in enumerate(pdf.pages):
        depths = [0]
        for step in pikepdf.parse_content_stream(page, "BDC BMC EMC"):
            depths.append(depths[-1] + (-1 if str(step.operator) == "EMC" else 1))
        if min(depths) < 0 or depths[-1]:
            faults.append(f"the marks of page {number} do not end where they should")
    return faults


def _shown_title(pdf: pikepdf.Pdf) -> str:
    with pdf.open_metadata() as metadata:
        return str(metadata.get("dc:title", ""))


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _parent_tree(pdf: pikepdf.Pdf) -> dict[int, Any]:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    rows: dict[int, Any] = {}
    for key, value in zip(numbers[::2], numbers[1::2], strict=True):
        is_page = isinstance(value, pikepdf.Array)
        rows[int(key)] = [element.objgen for element in value] if is_page else value.objgen
    return rows


def _faults_of_links(pdf: pikepdf.Pdf, linked: Counter[tuple[int, int]]) -> list[str]:
    faults = []
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if linked[annotation.objgen] != 1:
                faults.append("a link is in no tag, or in more than one")
            if not str(annotation.get("/Contents", "")):
                faults.append("a link has no words")
    return faults
