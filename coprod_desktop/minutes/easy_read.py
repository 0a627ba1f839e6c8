"""Easy-read minutes: a picture to the left of every idea, short sentences, each on its own line (ER)."""

from datetime import datetime
from typing import Any

from reportlab.platypus import PageBreak

from coprod_desktop.minutes.blocks import Block, MinutesContent
from coprod_desktop.minutes.book_maker import BookMaker
from coprod_desktop.minutes.flowables import PictureSpot, WordsPart
from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.page_builder import PdfFile
from coprod_desktop.minutes.pictures import PictureChoice, Pictures
from coprod_desktop.minutes.styles import MM, PageStyle, PageStyles
from coprod_desktop.minutes.tag_tree import Node
from coprod_desktop.minutes.typesetting import Typesetter

_LONGEST_ALT = 125
_COVER_GAP_SHARE = 0.8
"""The first page is set a little closer, so that who, what, when and help all stand on it (ER-31)."""


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
        picture = self._picture(block, side, self._pictures) if self._pictures else None
        words_x = usual + self.style.picture_gap_mm * MM if picture else 0.0
        stack = self.typesetter.block(block, self.width - words_x)
        return WordsPart(
            stack, words_x=words_x, picture=picture, before=self.block_gap * (_COVER_GAP_SHARE if is_cover else 1)
        )

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

    def after_first_page(self) -> list[Any]:
        return [PageBreak()]

    def room_for_chapter(self) -> float:
        return self.frame_height / 3  # ER-29
