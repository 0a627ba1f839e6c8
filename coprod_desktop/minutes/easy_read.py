"""Easy-read minutes: a picture to the left of every idea, short sentences, each on its own line (ER)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from reportlab.platypus import PageBreak

from coprod_desktop.minutes.block_runs import joined_in_one
from coprod_desktop.minutes.blocks import (
    NO_PICTURE,
    Block,
    BlockRole,
    ForYou,
    MinutesContent,
    Section,
    without_pictures,
)
from coprod_desktop.minutes.book_maker import BookMaker
from coprod_desktop.minutes.flowables import HeadingPart, PictureSpot, WordsPart
from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.page_builder import PdfFile, Stretch
from coprod_desktop.minutes.page_filling import fill_pages
from coprod_desktop.minutes.pictures import PictureChoice, Pictures
from coprod_desktop.minutes.styles import MM, PageStyle, PageStyles
from coprod_desktop.minutes.tag_tree import Node
from coprod_desktop.minutes.tagged_pdf import DrawnForms
from coprod_desktop.minutes.typesetting import Typesetter

_LONGEST_ALT = 125
_COVER_GAP_SHARE = 0.8
"""The first page is set a little closer, so that who, what, when and help all stand on it (ER-31)."""
_GAP_UNDER_A_PICTURE_MM = 4
_TEN_LETTERS = 5.0
"""The usual width of ten letters, in type sizes."""
_GAP_BEFORE_QUESTION, _CLOSE_QUESTION = 0.5, 0.1
_GAP_BEFORE_CREDIT = 0.8
_LINES_OF_AN_ANSWER = 1.2
_MOST_SENTENCES_BELOW = 2


def render_easy_read(
    content: MinutesContent,
    *,
    fonts: Fonts,
    pictures: Pictures,
    styles: PageStyles,
    size_pt: float = 0,
    with_pictures: bool = True,
    paper: str = "",
    bound: bool = False,
    made_at: datetime | None = None,
) -> PdfFile:
    """The easy-read PDF in the size that a person asked for (16 pt if none), with or without pictures (ER-27).

    The paper is the sheet it will be printed on, in words; no colour is painted behind words (LP-15).
    """
    del paper
    return next(
        render_easy_read_copies(
            content,
            (content.for_you,),
            fonts=fonts,
            pictures=pictures,
            styles=styles,
            size_pt=size_pt,
            with_pictures=with_pictures,
            bound=bound,
            made_at=made_at,
        )
    )


def render_easy_read_copies(
    content: MinutesContent,
    for_yous: Iterable[ForYou | None],
    *,
    fonts: Fonts,
    pictures: Pictures,
    styles: PageStyles,
    size_pt: float = 0,
    with_pictures: bool = True,
    bound: bool = False,
    made_at: datetime | None = None,
    drawn_forms: DrawnForms | None = None,
) -> Iterator[PdfFile]:
    """The same pages for several people, each with their own "For you"; None gives the common copy.

    What is the same in all is set once, so a further copy costs a third of the first. `drawn_forms` shares drawn
    pictures with other layouts.
    """
    shown = pictures if with_pictures else None
    book = _book(content, fonts, styles, shown, size_pt=size_pt, bound=bound, made_at=made_at, drawn_forms=drawn_forms)
    return book.copies(for_yous)


def count_easy_read_pages(
    content: MinutesContent,
    *,
    fonts: Fonts,
    pictures: Pictures,
    styles: PageStyles,
    size_pt: float = 0,
    with_pictures: bool = True,
    bound: bool = False,
) -> int:
    """How many pages the copy has, without drawing it; "For you" is counted if it is there."""
    shown = pictures if with_pictures else None
    return _book(content, fonts, styles, shown, size_pt=size_pt, bound=bound).count_pages(content.for_you)


def _book(
    content: MinutesContent,
    fonts: Fonts,
    styles: PageStyles,
    pictures: Pictures | None,
    *,
    size_pt: float,
    bound: bool,
    made_at: datetime | None = None,
    drawn_forms: DrawnForms | None = None,
) -> "_EasyReadBook":
    content = content if pictures else without_pictures(content)
    count = sum(len(section.blocks) for section in content.sections)
    style = styles.easy_read.set_close if content.is_set_close else styles.easy_read.for_so_many_blocks(count)
    size = style.allowed_size(size_pt)
    typesetter = Typesetter(
        content,
        style,
        fonts,
        size=size,
        leading=size * style.leading,
        weak_ends=styles.weak_ends_in(content.language),
        bold_terms=content.bold_terms,
    )
    return _EasyReadBook(
        content, style, fonts, typesetter, pictures, bound=bound, made_at=made_at, drawn_forms=drawn_forms
    )


class _EasyReadBook(BookMaker):
    """Blocks with their pictures, at most four to a page."""

    def __init__(
        self,
        content: MinutesContent,
        style: PageStyle,
        fonts: Fonts,
        typesetter: Typesetter,
        pictures: Pictures | None,
        *,
        bound: bool,
        made_at: datetime | None,
        drawn_forms: DrawnForms | None,
    ) -> None:
        super().__init__(content, style, fonts, typesetter, bound=bound, made_at=made_at, drawn_forms=drawn_forms)
        self._pictures = pictures

    def block_part(self, block: Block, *, is_cover: bool = False) -> WordsPart:
        usual = self.style.picture_side(self.size)
        side = min(usual, self.style.cover_picture_mm * MM) if is_cover else usual
        beside = usual + self.style.picture_gap_mm * MM
        is_above = self._words_need_the_whole_width(block, self.width - beside)
        has_one = self._pictures is not None and block.picture != NO_PICTURE
        picture = self._picture(block, side, self._pictures) if self._pictures and has_one else None
        words_x = beside if self._pictures and not is_above else 0.0
        words = self.typesetter.block(block, self.width - words_x)
        return WordsPart(
            words,
            words_x=words_x,
            words_below=side + _GAP_UNDER_A_PICTURE_MM * MM if picture and is_above else 0.0,
            picture=picture,
            before=self.block_gap * (_COVER_GAP_SHARE if is_cover else 1),
            ref=block.ref,
            mentions=self.typesetter.mentions(block, words, self.width - words_x),
        )

    def _words_need_the_whole_width(self, block: Block, column: float) -> bool:
        """ER-25 wants the picture left of its words. Very large letters would leave lines of under ten letters there,
        or cut a word: such words take the full width, and the picture has its own line above them."""
        if self.size < self.style.large_type_from_pt:
            return False
        return column < max(_TEN_LETTERS * self.size, self.typesetter.widest_word(block, column))

    def block_parts(self, blocks: Sequence[Block]) -> list[WordsPart]:
        """ "Is this right?" stands in the last block of its decision, never on a page of its own (ER-38).

        In long minutes whose idea it was stands beside the picture of what was decided, where both are short.
        """
        parts: list[WordsPart] = []
        for before, block in zip((None, *blocks), blocks, strict=False):
            whole = self._with_more(parts[-1], before, block) if before and parts else None
            if whole:
                parts[-1] = whole
            else:
                parts.append(self.block_part(block))
        return parts

    def _with_more(self, part: WordsPart, before: Block, block: Block) -> WordsPart | None:
        if block.role is BlockRole.QUESTION and not block.continues:
            return self._asked_at_the_end(part, block)
        is_large = self.size >= self.style.large_type_from_pt
        if block.role is BlockRole.CREDIT and block.picture == NO_PICTURE and not is_large:
            return self._with_credit(part, block)
        if self.style.joins_short_blocks and not is_large and joined_in_one(before, block):
            gap = self.style.sentence_gap * self.size * 2
            return part.with_more(self.typesetter.block(block, self.width - part.words_x).moved_down(gap))
        return None

    def _with_credit(self, part: WordsPart, block: Block) -> WordsPart | None:
        """Where the pictures are from needs no picture: it stands under the last words, beside theirs."""
        words = self.typesetter.block(block, self.width - part.words_x).moved_down(_GAP_BEFORE_CREDIT * self.size)
        return part.with_more(words) if part.height + words.height <= self.frame_height else None

    def _asked_at_the_end(self, part: WordsPart, question: Block) -> WordsPart | None:
        lines_of_question = (len(question.answers) + 2) * _LINES_OF_AN_ANSWER * self.typesetter.leading
        if part.height + lines_of_question > self.frame_height:
            return None
        gap = (_CLOSE_QUESTION if self.style.joins_short_blocks else _GAP_BEFORE_QUESTION) * self.size
        return part.with_more(self.typesetter.block(question, self.width - part.words_x).moved_down(gap))

    def told_below(self, heading: HeadingPart, blocks: Sequence[Block]) -> int:
        """Who asked for an agenda item needs no picture of its own where the next blocks show the same one."""
        first = blocks[0] if len(blocks) > 1 else None
        if first is None or first.role is not BlockRole.ASKED or blocks[1].continues:
            return 0
        if len(first.sentences) > _MOST_SENTENCES_BELOW or first.items:
            return 0
        if self._pictures and not self._is_shown_again(first, blocks[1:], self._pictures):
            return 0
        lines = sum(len(sentence) for sentence in first.sentences) * 0.5 * self.size / self.width + 1
        if heading.height + lines * self.typesetter.leading > self.frame_height / 4:
            return 0
        heading.put_below(self.typesetter.block(first, self.width), self.block_gap * _COVER_GAP_SHARE)
        return 1

    @staticmethod
    def _is_shown_again(first: Block, others: Sequence[Block], pictures: Pictures) -> bool:
        shown = pictures.picture(first.picture, first.role.value)
        neutral = pictures.picture("", first.role.value)
        return shown == neutral or shown in [pictures.picture(block.picture, block.role.value) for block in others]

    def _picture(self, block: Block, side: float, pictures: Pictures) -> PictureSpot:
        choice = pictures.picture(block.picture, block.role.value)
        return PictureSpot(
            node=self._figure(block, choice, is_known=pictures.has(block.picture)),
            choice=choice,
            side=side,
            frame_radius=self.style.picture_frame_radius_mm * MM,
            frame_colour=self.style.picture_frame_colour,
            fonts=self.fonts,
        )

    def _figure(self, block: Block, choice: PictureChoice, *, is_known: bool) -> Node:
        """The tag of a picture, with a sentence for the picture that is really drawn (PDF-09)."""
        alt = self.typesetter.drawable(block.alt)
        if is_known and 0 < len(alt) <= _LONGEST_ALT:
            return self.typesetter.root.add("Figure", alt=alt)
        figure = self.typesetter.root.add("Figure", alt=choice.alt)
        if not self.content.language.lower().startswith("en"):
            figure.language = Pictures.language  # PDF-11
        return figure

    def keeps_whole(self, section: Section) -> bool:
        return section is self.content.sections[-1]  # ER-31: whom to ask, all on the last page

    def after_first_page(self) -> list[Any]:
        return [] if self.content.begins_at_once else [PageBreak()]

    def fill(self, contents: Stretch, body: Stretch) -> None:
        if self.style.least_gap_mm:
            fill_pages(
                [*contents.parts, *body.parts],
                frame_height=self.frame_height,
                usual_gap=self.block_gap,
                least_gap=self.style.least_gap_mm * MM,
            )

    def room_for_chapter(self) -> float:
        return self.frame_height / 3  # ER-29
