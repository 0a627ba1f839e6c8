"""Puts parts on pages: rehearses to learn the page numbers, then draws, once for each copy."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from reportlab.platypus import PageBreak
from reportlab.platypus.doctemplate import BaseDocTemplate, NextPageTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from coprod_desktop.minutes.document_facts import DocumentFacts
from coprod_desktop.minutes.flowables import PageNumbers, WordsPart, as_story
from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.running_words import RunningWords
from coprod_desktop.minutes.tag_tree import Node
from coprod_desktop.minutes.tagged_pdf import DrawnForms, TaggedCanvas

_PAGES_A_CONTENTS_LIST_MAY_ADD = 2
_MOST_TRIES = 3


@dataclass(frozen=True)
class PdfFile:
    """A finished PDF: its bytes, how many pages it has, and the letters that no font could draw.

    `page_of_ref` says on which page each item, idea, decision and job is first told.
    """

    data: bytes
    page_count: int
    replaced: frozenset[str] = frozenset()
    page_of_ref: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Stretch:
    """Some parts that follow each other, with the tags they belong to."""

    parts: list[Any] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    @property
    def with_mentions(self) -> list[WordsPart]:
        """The parts that tell a page number."""
        return [part for part in self.parts if isinstance(part, WordsPart) and part.mentions]


@dataclass
class Book:
    """All parts of one document: the first page, the contents list and the rest."""

    tree: Node
    cover: Stretch
    contents: Stretch
    body: Stretch
    after_cover: list[Any]
    is_cover_one_page: bool = True
    numbers: PageNumbers = field(default_factory=PageNumbers)

    @property
    def has_more(self) -> bool:
        """Whether there is anything after the first page."""
        return bool(self.contents.parts or self.body.parts)


@dataclass(frozen=True)
class _Places:
    """Where things stand: the page of each heading and of each item, idea, decision and job."""

    headings: dict[str, int]
    refs: dict[str, int]
    page_count: int

    def moved(self, pages: int) -> "_Places":
        """The same after so many more pages; the title stays where it is."""
        return _Places(
            {key: page + pages for key, page in self.headings.items()},
            {ref: page + pages for ref, page in self.refs.items()},
            self.page_count + pages,
        )


@dataclass(frozen=True, kw_only=True)
class PageBuilder:
    """Builds documents from their parts; what is once drawn or counted is not done again for another copy."""

    page_size: tuple[float, float]
    left: float
    width: float
    running: RunningWords
    facts: DocumentFacts
    fonts: Fonts
    contents_from_pages: int
    drawn_forms: DrawnForms = field(default_factory=dict)
    _known: dict[tuple[bool, bool], _Places] = field(default_factory=dict)

    @property
    def frame_height(self) -> float:
        return self.running.frame_top - self.running.frame_bottom

    def count_pages(self, book: Book, for_you: Stretch) -> int:
        """How many pages a copy has; `for_you` is empty in the common one."""
        more, is_own = self._pages_for(book, for_you), bool(for_you.parts)
        has_contents = self._has_contents(book, more, is_own=is_own)
        return self._places(book, with_contents=has_contents, is_own=is_own).page_count + more

    def settle(self, book: Book) -> None:
        """Put the likely page numbers into the words, so that no more room is kept for them than they need."""
        places = self._rehearse([*book.cover.parts, *book.after_cover, *book.contents.parts, *book.body.parts])
        for part in book.body.with_mentions:
            part.settle(places.refs.get)

    def build(self, book: Book, for_you: Stretch) -> PdfFile:
        """One copy; `for_you` is empty in the common one."""
        more = self._pages_for(book, for_you)
        has_contents = self._has_contents(book, more, is_own=bool(for_you.parts))
        contents = book.contents if has_contents else Stretch()
        front = self._front(book, for_you)
        parts = [*front, *contents.parts, *book.body.parts]
        places = self._places(book, with_contents=has_contents, is_own=bool(for_you.parts)).moved(more)
        book.tree.kids = [*book.cover.nodes, *for_you.nodes, *contents.nodes, *book.body.nodes]
        for _ in range(_MOST_TRIES):
            self._fill(book, for_you, places)
            made, told = self._draw(book.tree, parts, with_bookmarks=has_contents)
            if _is_as_foreseen(places, told):
                break
            places = told
        return replace(made, page_of_ref=told.refs)

    @staticmethod
    def _front(book: Book, for_you: Stretch) -> list[Any]:
        """Page 1, and on a person's own copy their page or pages."""
        if not for_you.parts:
            return [*book.cover.parts, *book.after_cover]
        before = [PageBreak()] if book.is_cover_one_page else []
        return [*book.cover.parts, *before, *for_you.parts, *([PageBreak()] if book.has_more else [])]

    def _pages_for(self, book: Book, for_you: Stretch) -> int:
        """How many more pages come before the contents list on a person's own copy."""
        if not for_you.parts:
            return 0
        return self._rehearse(self._front(book, for_you)).page_count - self._rehearse(book.cover.parts).page_count

    def _has_contents(self, book: Book, more: int, *, is_own: bool) -> bool:
        """A contents list comes with the fourth page (ER-31, LP-13); it does not count itself."""
        if not book.contents.parts:
            return False
        count = self._places(book, with_contents=True, is_own=is_own).page_count + more
        if count >= self.contents_from_pages + _PAGES_A_CONTENTS_LIST_MAY_ADD:
            return True
        return self._places(book, with_contents=False, is_own=is_own).page_count + more >= self.contents_from_pages

    def _places(self, book: Book, *, with_contents: bool, is_own: bool) -> _Places:
        """Where things stand without "For you", which moves all of them by whole pages."""
        key = (with_contents, is_own)
        if key not in self._known:
            contents = book.contents.parts if with_contents else []
            after = book.after_cover if not is_own else [PageBreak()] if book.has_more else []
            self._known[key] = self._rehearse([*book.cover.parts, *after, *contents, *book.body.parts])
        known = self._known[key]
        cover = {part.key for part in book.cover.parts if hasattr(part, "key")}
        return replace(known, headings={key: page for key, page in known.headings.items() if key not in cover})

    @staticmethod
    def _fill(book: Book, for_you: Stretch, places: _Places) -> None:
        book.numbers.pages = places.headings
        for stretch in (for_you, book.body):
            for part in stretch.with_mentions:
                part.fill(places.refs.get)

    def _draw(self, tree: Node, parts: list[Any], *, with_bookmarks: bool) -> tuple[PdfFile, _Places]:
        tree.forget_places()
        file = io.BytesIO()
        maker = partial(
            TaggedCanvas,
            tree=tree,
            facts=self.facts,
            with_bookmarks=with_bookmarks,
            drawn_forms=self.drawn_forms,
        )
        canvas = self._run(parts, file, maker)
        places = _places_of(canvas)
        return PdfFile(file.getvalue(), places.page_count), places

    def _rehearse(self, parts: list[Any]) -> _Places:
        maker = partial(TaggedCanvas, tree=Node("Document"), facts=self.facts, is_rehearsal=True)
        return _places_of(self._run(parts, io.BytesIO(), maker))

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


def _places_of(canvas: TaggedCanvas) -> _Places:
    return _Places(canvas.pages_of_headings, canvas.pages_of_refs, canvas.getPageNumber() - 1)


def _is_as_foreseen(places: _Places, told: _Places) -> bool:
    """Whether all that tells a page number told the right one."""
    return all(told.headings.get(key) == page for key, page in places.headings.items()) and all(
        told.refs.get(ref) == page for ref, page in places.refs.items()
    )
