"""Puts parts on pages: rehearses to learn the page numbers, then draws once."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from reportlab.platypus.doctemplate import BaseDocTemplate, NextPageTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from coprod_desktop.minutes.document_facts import DocumentFacts
from coprod_desktop.minutes.flowables import PageNumbers, as_story
from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.running_words import RunningWords
from coprod_desktop.minutes.tag_tree import Node
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas

_PAGES_A_CONTENTS_LIST_MAY_ADD = 2


@dataclass(frozen=True)
class PdfFile:
    """A finished PDF: its bytes, how many pages it has, and the letters that no font could draw."""

    data: bytes
    page_count: int
    replaced: frozenset[str] = frozenset()


@dataclass
class Book:
    """All parts of one document: the first page, the contents list and the rest, with the tags they belong to."""

    tree: Node
    cover: list[Any]
    contents: list[Any]
    contents_nodes: list[Node]
    body: list[Any]
    numbers: PageNumbers = field(default_factory=PageNumbers)

    def parts(self, with_contents: bool) -> list[Any]:
        return self.cover + (self.contents if with_contents else []) + self.body

    def leave_contents_out(self) -> None:
        self.contents = []
        self.tree.kids = [node for node in self.tree.kids if node not in self.contents_nodes]


@dataclass(frozen=True, kw_only=True)
class PageBuilder:
    """Builds one document from its parts."""

    page_size: tuple[float, float]
    left: float
    width: float
    running: RunningWords
    facts: DocumentFacts
    fonts: Fonts
    contents_from_pages: int

    @property
    def frame_height(self) -> float:
        return self.running.frame_top - self.running.frame_bottom

    def build(self, book: Book) -> PdfFile:
        pages, page_count = self._rehearse(book, with_contents=bool(book.contents))
        if book.contents and page_count < self.contents_from_pages + _PAGES_A_CONTENTS_LIST_MAY_ADD:
            _, count_without = self._rehearse(book, with_contents=False)
            if count_without < self.contents_from_pages:
                book.leave_contents_out()
        book.numbers.pages = pages
        file = io.BytesIO()
        canvas = self._run(
            book.parts(with_contents=True),
            file,
            partial(TaggedCanvas, tree=book.tree, facts=self.facts, with_bookmarks=bool(book.contents)),
        )
        return PdfFile(file.getvalue(), canvas.getPageNumber() - 1)

    def _rehearse(self, book: Book, *, with_contents: bool) -> tuple[dict[str, int], int]:
        maker = partial(TaggedCanvas, tree=book.tree, facts=self.facts, is_rehearsal=True)
        canvas = self._run(book.parts(with_contents), io.BytesIO(), maker)
        return canvas.pages_of_headings, canvas.getPageNumber() - 1

    def _run(self, parts: Sequence[Any], file: io.BytesIO, canvas_maker: Callable[..., TaggedCanvas]) -> TaggedCanvas:
        document = BaseDocTemplate(
            file,
            pagesize=self.page_size,
            initialFontName=self.fonts.regular.name,
            lang=self.facts.language,
        )
        document.addPageTemplates([self._template("first", is_first=True), self._template("later", is_first=False)])
        document.build([NextPageTemplate("later"), *as_story(list(parts))], canvasmaker=canvas_maker)
        canvas: TaggedCanvas = document.canv
        return canvas

    def _template(self, name: str, *, is_first: bool) -> PageTemplate:
        frame = Frame(
            self.left,
            self.running.frame_bottom,
            self.width,
            self.frame_height,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )

        def draw(canvas: TaggedCanvas, document: BaseDocTemplate) -> None:
            if not canvas.is_rehearsal:
                self.running.draw(canvas, document.page, with_name=not is_first)

        return PageTemplate(id=name, frames=[frame], onPage=draw, pagesize=self.page_size)
