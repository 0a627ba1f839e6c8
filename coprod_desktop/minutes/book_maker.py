"""What both printed formats share: first page, contents list, chapters and parts, in reading order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import Any

from reportlab.platypus import CondPageBreak

from coprod_desktop.minutes.blocks import Block, BlockRole, ForYou, MinutesContent, Section
from coprod_desktop.minutes.document_facts import DocumentFacts
from coprod_desktop.minutes.flowables import ContentsLine, HeadingPart, OwnSheet, PageNumbers, Part, WordsPart
from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.line_breaks import Column
from coprod_desktop.minutes.page_builder import Book, PageBuilder, PdfFile, Stretch
from coprod_desktop.minutes.page_mentions import heading_words, only_known, refs_of
from coprod_desktop.minutes.running_words import RunningWords
from coprod_desktop.minutes.styles import MM, PageStyle
from coprod_desktop.minutes.tag_tree import Node
from coprod_desktop.minutes.tagged_pdf import DrawnForms
from coprod_desktop.minutes.typesetting import Typesetter

_TITLE_KEY, _CONTENTS_KEY, _FOR_YOU_KEY = "title", "contents", "for-you"
_LEAST_OF_A_CUT_BLOCK = 4
_GAP_IN_CONTENTS = 0.25
_SHORT_CONTENTS = 4
_LETTERS_BESIDE_A_NUMBER = 5.0
"""How wide, in type sizes, the words of a contents list must be for page numbers to stand beside them."""
_MOST_OF_A_PAGE_FOR_A_HEADING = 0.5
_ALMOST = 0.1


class BookMaker:
    """Makes the parts of one document; a format says how its blocks look and where pages may turn."""

    def __init__(
        self,
        content: MinutesContent,
        style: PageStyle,
        fonts: Fonts,
        typesetter: Typesetter,
        *,
        bound: bool = False,
        made_at: datetime | None = None,
        drawn_forms: DrawnForms | None = None,
    ) -> None:
        self.content, self.style, self.fonts, self.typesetter = content, style, fonts, typesetter
        self.size = typesetter.size
        left, right = style.margins(self.size, bound=bound)
        self.left, self.width = left, style.page_size[0] - left - right
        self._made_at = made_at
        self._known_refs = refs_of(content)
        running = RunningWords.that_leave_room(
            content, style, typesetter.breaker, size=self.size, left=left, width=self.width
        )
        self._builder = PageBuilder(
            page_size=style.page_size,
            left=left,
            width=self.width,
            running=running,
            facts=self._facts(),
            fonts=fonts,
            contents_from_pages=style.contents_from_pages,
            drawn_forms={} if drawn_forms is None else drawn_forms,
        )

    @property
    def frame_height(self) -> float:
        return self._builder.frame_height

    @property
    def block_gap(self) -> float:
        return self.style.block_gap_mm * MM or self.typesetter.leading

    def copies(self, for_yous: Iterable[ForYou | None]) -> Iterator[PdfFile]:
        """A copy for each person, the common one for None; only "For you" is set anew, all else is set once."""
        book = self._book()
        for for_you in for_yous:
            made = self._builder.build(book, self._own(for_you))
            yield replace(made, replaced=frozenset(self._replaced(for_you)))

    def count_pages(self, for_you: ForYou | None = None) -> int:
        """How many pages a copy has; nothing is drawn."""
        book = self._book()
        return self._builder.count_pages(book, self._own(for_you))

    def _own(self, for_you: ForYou | None) -> Stretch:
        return self._stretch(partial(self._for_you, for_you)) if for_you else Stretch()

    def _book(self) -> Book:
        numbers = PageNumbers()
        root = self.typesetter.root
        cover, is_one_page = self._first_page()
        contents, body = self._stretch(partial(self._contents, numbers)), self._stretch(self._body)
        after_cover = self.after_first_page() if self.content.sections and is_one_page else []
        book = Book(root, cover, contents, body, after_cover, is_one_page, numbers)
        if body.with_mentions:
            self._builder.settle(replace(book, body=Stretch(self._kept_together(body.parts))))
        body = replace(body, parts=self._kept_together(body.parts))
        self.fill(contents, body)
        return replace(book, body=body)

    def _first_page(self) -> tuple[Stretch, bool]:
        """The cover, and whether it stands on one page.

        The title is smaller where that makes room for all, or at least for who, what, when and help (ER-31); why we
        met may go on to the next page.
        """
        ratios = (self.style.title_ratio, self.style.least_title_ratio)
        covers = [self._stretch(partial(self._cover, ratio)) for ratio in ratios]
        whole = [cover for cover in covers if self._fits_on_a_page(cover.parts)]
        why = sum(block.role is BlockRole.PURPOSE for block in self.content.cover)
        enough = [cover for cover in covers if self._fits_on_a_page(cover.parts[: len(cover.parts) - why])]
        return next(iter([*whole, *enough, *covers])), bool(whole)

    def _fits_on_a_page(self, parts: Sequence[Any]) -> bool:
        placed = [part for part in parts if isinstance(part, Part)]
        used = sum(max(part.spaceBefore, above.spaceAfter) + part.height for above, part in pairwise(placed))
        return used + sum(part.height for part in placed[:1]) <= self.frame_height

    def _stretch(self, set_parts: Callable[[], list[Any]]) -> Stretch:
        """Parts with the tags that were made for them."""
        self.typesetter.root.kids = []
        parts = set_parts()
        return Stretch(parts, self.typesetter.root.kids)

    # What a format decides

    def block_part(self, block: Block, *, is_cover: bool = False) -> WordsPart:
        raise NotImplementedError

    def block_parts(self, blocks: Sequence[Block]) -> list[WordsPart]:
        return [self.block_part(block) for block in blocks]

    def told_below(self, heading: HeadingPart, blocks: Sequence[Block]) -> int:
        """How many of the first blocks were put under the heading itself."""
        del heading, blocks
        return 0

    def arranged(self, parts: list[WordsPart], blocks: Iterable[Block]) -> list[Any]:
        """The blocks of one section with the page turns that the format wants between them."""
        del blocks
        return list(parts)

    def after_first_page(self) -> list[Any]:
        return []

    def fill(self, contents: Stretch, body: Stretch) -> None:
        """What a format does so that its pages hold more."""

    def room_for_chapter(self) -> float:
        """How much of a page must be left for a chapter of two blocks or more to begin on it."""
        return 0.0

    def keeps_whole(self, section: Section) -> bool:
        """Whether a section should stand on one page if it can."""
        del section
        return False

    # Parts

    def _cover(self, title_ratio: float) -> list[Any]:
        content = self.content
        title = content.title.strip() or content.group_name.strip() or content.page_word
        parts: list[Any] = [self._heading(title, _TITLE_KEY, 1, title_ratio, before=0.0)]
        bold = self.typesetter.passage(self.typesetter.root, "P", content.group_name, self.width, bold=True)
        plain = [
            self.typesetter.passage(self.typesetter.root, "P", words, self.width)
            for words in (content.date_words, content.record_number)
        ]
        parts += [WordsPart(self.typesetter.stack(passage)) for passage in (bold, *plain) if passage]
        blocks = [self.block_part(block, is_cover=True) for block in content.cover]
        return self._kept_together([part for part in parts if part] + self.arranged(blocks, content.cover))

    def _for_you(self, for_you: ForYou) -> list[Any]:
        self.typesetter.last_level = 1
        section = Section(heading=for_you.heading, blocks=for_you.blocks)
        with self.typesetter.words_of(for_you.protected, for_you.bold_terms):
            return self._kept_together(self._section(_FOR_YOU_KEY, section))

    def _contents(self, numbers: PageNumbers) -> list[Any]:
        chapters = [(key, heading_words(section)) for key, section in self._keyed_sections() if section.level <= 1]
        if not chapters:
            return []
        heading = self._heading(self.content.contents_heading, _CONTENTS_KEY, 2, self.style.chapter_ratio)
        self.typesetter.last_level = 1  # the list may be left out again
        list_node = self.typesetter.root.add("TOC")
        lines = [self._contents_line(list_node, key, text, numbers) for key, text in chapters]
        return self._kept_together(_no_line_alone([part for part in (heading, *lines) if part]))

    def _contents_line(self, parent: Node, key: str, text: str, numbers: PageNumbers) -> ContentsLine | None:
        gap = self.typesetter.leading * _GAP_IN_CONTENTS
        number_room = self.typesetter.breaker.line("888").width * self.size + self.size
        is_number_below = self.width - number_room < _LETTERS_BESIDE_A_NUMBER * self.size
        if not self.typesetter.drawable(text):
            return None
        entry = parent.add("TOCI").add("P")
        width = self.width if is_number_below else self.width - number_room
        passage = self.typesetter.passage(entry, "Link", text, width, before=gap)
        if passage is None:
            return None
        return ContentsLine(
            passage,
            key=key,
            width=self.width,
            numbers=numbers,
            number_line=self.typesetter.breaker.line,
            is_number_below=is_number_below,
        )

    def _body(self) -> list[Any]:
        return [part for key, section in self._keyed_sections() for part in self._section(key, section)]

    def _with_room(self, block: Block) -> Block:
        return only_known(block, self._known_refs) if block.see else block

    def _keyed_sections(self) -> list[tuple[str, Section]]:
        return [(f"section-{number}", section) for number, section in enumerate(self.content.sections)]

    def _section(self, key: str, section: Section) -> list[Any]:
        ratio = self.style.chapter_ratio if section.level <= 1 else self.style.part_ratio
        heading = self._heading(heading_words(section), key, max(section.level, 1) + 1, ratio)
        known = [self._with_room(block) for block in section.blocks]
        told = self.told_below(heading, known) if heading else 0
        blocks = self.block_parts(known[told:])
        arranged = self.arranged(blocks, known[told:])
        if heading is None:
            return arranged
        height = sum(part.spaceBefore + part.height for part in (heading, *blocks))
        if section.level <= 1 and len(blocks) > 1:  # ER-29; a part without a number may begin late if it ends there too
            third = heading.spaceBefore + self.room_for_chapter()
            heading.wants_left = third if section.number else min(third, height)
        heading.ref = section.ref
        if self.keeps_whole(section) and height <= self.frame_height:
            heading.wants_left = height
        if section.is_slip:
            heading.wants_left, heading.cut_width = self.frame_height, self.width
        return [heading, *arranged]

    def _heading(
        self, text: str, key: str, level: int, ratio: float, before: float | None = None
    ) -> HeadingPart | None:
        gap = self.style.chapter_gap_mm * MM or self.typesetter.leading * 1.6
        after = self.block_gap if self.style.block_gap_mm else self.typesetter.leading * 0.5
        return self.typesetter.heading(
            text,
            key=key,
            level=level,
            ratio=ratio,
            width=self.width,
            before=gap if before is None else before,
            after=after,
            most_height=self.frame_height * _MOST_OF_A_PAGE_FOR_A_HEADING,
        )

    # Page turns

    def _kept_together(self, parts: list[Any]) -> list[Any]:
        """Headings stay with the first block after them; a block may be cut only if no page can hold it."""
        kept: list[Any] = []
        headings: list[HeadingPart] = []
        for part in parts:
            if isinstance(part, Part):
                part.cut_for_pages_of = self.frame_height if part.height > self.frame_height else 0.0
            if isinstance(part, HeadingPart):
                headings.append(part)
                continue
            if isinstance(part, CondPageBreak) and headings:
                headings[-1].wants_after = max(headings[-1].wants_after, part.height)
                continue
            kept += self._led(headings, part)
            headings = []
        return kept + self._led(headings, None)

    def _led(self, headings: list[HeadingPart], part: Any) -> list[Any]:
        if not headings:
            return [part] if part else []
        for above, below in pairwise([*headings, *([part] if isinstance(part, WordsPart) else [])]):
            below.spaceBefore = min(below.spaceBefore, above.spaceAfter)
        room = sum(heading.spaceBefore + heading.height for heading in headings) + headings[-1].spaceAfter
        height = part.height if part else 0.0
        if isinstance(part, WordsPart) and room - headings[0].spaceBefore + height > self.frame_height:
            part.cut_for_pages_of = self.frame_height
            part.follows_heading = True
            height = min(height, max(part.least_height, _LEAST_OF_A_CUT_BLOCK * self.typesetter.leading))
        wanted = max(heading.wants_left for heading in headings)
        needed = max(room + max([height, *[heading.wants_after for heading in headings]]), wanted)
        sheet = [self._own_sheet()] if headings[0].cut_width else []
        turn = CondPageBreak(min(needed, self.frame_height - _ALMOST))
        return [turn, *sheet, *headings, *([part] if part else [])]

    def _own_sheet(self) -> OwnSheet:
        lines = self.typesetter.breaker.lines(self.content.empty_page_words, Column(self.width / self.size))
        return OwnSheet(lines, size=self.size, leading=self.typesetter.leading)

    # About the document

    def _facts(self) -> DocumentFacts:
        content, tidy = self.content, self.typesetter.drawable
        about = [tidy(words) for words in (content.title, content.group_name, content.date_words)]
        return DocumentFacts(
            title=", ".join(words for words in about if words) or "-",
            author=tidy(content.group_name),
            language=content.language or "en-GB",
            subject=tidy(content.record_number),
            made_at=self._made_at,
        )

    def _replaced(self, for_you: ForYou | None) -> set[str]:
        return {letter for text in _texts(self.content, for_you) for letter in self.fonts.missing(text)}


def _no_line_alone(contents: list[Any]) -> list[Any]:
    """A contents list in which a page turn leaves at least two lines on the next page (LP-14)."""
    if len(contents) <= _SHORT_CONTENTS:
        return contents
    *others, before_last, last = contents
    height = sum(max(part.spaceBefore, 0.0) + part.height for part in (before_last, last))
    return [*others, CondPageBreak(height), before_last, last]


def _texts(content: MinutesContent, for_you: ForYou | None) -> Iterable[str]:
    yield from (content.title, content.group_name, content.date_words, content.foot_words, content.draft_words)
    blocks = [*content.cover, *(for_you.blocks if for_you else ())]
    for section in content.sections:
        yield section.heading
        blocks += section.blocks
    for block in blocks:
        yield from (block.label, *block.sentences, *block.items, *block.answers, *(see.on_page for see in block.see))
