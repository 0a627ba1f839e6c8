"""Easy-read minutes: a picture to the left of every idea, short sentences, each on its own line (ER)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reportlab.platypus import PageBreak

from coprod_desktop.minutes.blocks import Block, BlockRole, MinutesContent, Section
from coprod_desktop.minutes.book_maker import BookMaker
from coprod_desktop.minutes.flowables import HeadingPart, PictureSpot, WordsPart
from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.page_builder import PdfFile
from coprod_desktop.minutes.pictures import PictureChoice, Pictures
from coprod_desktop.minutes.styles import MM, PageStyle, PageStyles
from coprod_desktop.minutes.tag_tree import Node
from coprod_desktop.minutes.typesetting import Typesetter

_LONGEST_ALT = 125
_COVER_GAP_SHARE = 0.8
"""The first page is set a little closer, so that who, what, when and help all stand on it (ER-31)."""
_GAP_UNDER_A_PICTURE_MM = 4
_TEN_LETTERS = 5.0
"""The usual width of ten letters, in type sizes."""
_GAP_BEFORE_QUESTION = 0.5
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
    paper: str = "white",
    made_at: datetime | None = None,
) -> PdfFile:
    """The easy-read PDF in the size that a person asked for (16 pt if none), with or without pictures (ER-27).

    The paper is the sheet it will be printed on; no colour is painted behind words (LP-15).
    """
    if paper not in styles.papers:
        raise ValueError(f"unknown paper: {paper}")
    style = styles.easy_read
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
    chosen = pictures if with_pictures else None
    return _EasyReadBook(content, style, fonts, typesetter, chosen, made_at=made_at).pdf()


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
        made_at: datetime | None,
    ) -> None:
        super().__init__(content, style, fonts, typesetter, made_at=made_at)
        self._pictures = pictures

    def block_part(self, block: Block, *, is_cover: bool = False) -> WordsPart:
        usual = self.style.picture_side(self.size)
        side = min(usual, self.style.cover_picture_mm * MM) if is_cover else usual
        beside = usual + self.style.picture_gap_mm * MM
        is_above = self._words_need_the_whole_width(block, self.width - beside)
        picture = self._picture(block, side, self._pictures) if self._pictures else None
        words_x = beside if picture and not is_above else 0.0
        return WordsPart(
            self.typesetter.block(block, self.width - words_x),
            words_x=words_x,
            words_below=side + _GAP_UNDER_A_PICTURE_MM * MM if picture and is_above else 0.0,
            picture=picture,
            before=self.block_gap * (_COVER_GAP_SHARE if is_cover else 1),
        )

    def _words_need_the_whole_width(self, block: Block, column: float) -> bool:
        """ER-25 wants the picture left of its words. Very large letters would leave lines of under ten letters there,
        or cut a word: such words take the full width, and the picture has its own line above them."""
        if self.size < self.style.large_type_from_pt:
            return False
        return column < max(_TEN_LETTERS * self.size, self.typesetter.widest_word(block))

    def block_parts(self, blocks: Sequence[Block]) -> list[WordsPart]:
        """ "Is this right?" stands in the last block of its decision, never on a page of its own (ER-38)."""
        parts: list[WordsPart] = []
        for block in blocks:
            asked = block.role is BlockRole.QUESTION and not block.continues
            whole = self._asked_at_the_end(parts[-1], block) if asked and parts else None
            if whole:
                parts[-1] = whole
            else:
                parts.append(self.block_part(block))
        return parts

    def _asked_at_the_end(self, part: WordsPart, question: Block) -> WordsPart | None:
        lines_of_question = (len(question.answers) + 2) * _LINES_OF_AN_ANSWER * self.typesetter.leading
        if part.height + lines_of_question > self.frame_height:
            return None
        gap = _GAP_BEFORE_QUESTION * self.size
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
        return [PageBreak()]

    def room_for_chapter(self) -> float:
        return self.frame_height / 3  # ER-29
