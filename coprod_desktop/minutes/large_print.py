"""Large-print and clear-print minutes: all words in the size a person asked for, no pictures (LP)."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from reportlab.platypus import CondPageBreak

from coprod_desktop.minutes.blocks import Block, ForYou, MinutesContent, without_pictures
from coprod_desktop.minutes.book_maker import BookMaker
from coprod_desktop.minutes.flowables import WordsPart
from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.page_builder import PdfFile
from coprod_desktop.minutes.styles import PageStyles
from coprod_desktop.minutes.typesetting import Typesetter

_CLOSEST_LINES, _WIDEST_LINES = 1.0, 2.0
_ALMOST = 0.1


def render_large_print(
    content: MinutesContent,
    *,
    fonts: Fonts,
    styles: PageStyles,
    size_pt: float = 0,
    line_spacing: float = 0,
    paper: str = "",
    bound: bool = False,
    made_at: datetime | None = None,
) -> PdfFile:
    """The large-print PDF, 18 pt with 1.25 line spacing if a person has not asked for anything else (LP-01, LP-05).

    The paper is the sheet it will be printed on, in words; no colour is painted behind words (LP-15).
    """
    del paper
    return next(
        render_large_print_copies(
            content,
            (content.for_you,),
            fonts=fonts,
            styles=styles,
            size_pt=size_pt,
            line_spacing=line_spacing,
            bound=bound,
            made_at=made_at,
        )
    )


def render_large_print_copies(
    content: MinutesContent,
    for_yous: Iterable[ForYou | None],
    *,
    fonts: Fonts,
    styles: PageStyles,
    size_pt: float = 0,
    line_spacing: float = 0,
    bound: bool = False,
    made_at: datetime | None = None,
) -> Iterator[PdfFile]:
    """The same pages for several people, each with their own "For you"; None gives the common copy."""
    content = without_pictures(content)
    style = styles.large_print
    size = style.allowed_size(size_pt)
    spacing = min(max(line_spacing or style.leading, _CLOSEST_LINES), _WIDEST_LINES)
    typesetter = Typesetter(
        content,
        style,
        fonts,
        size=size,
        leading=size * spacing,
        weak_ends=styles.weak_ends_in(content.language),
    )
    return _LargePrintBook(content, style, fonts, typesetter, bound=bound, made_at=made_at).copies(for_yous)


class _LargePrintBook(BookMaker):
    """Blocks of words, one blank line apart; the blocks of one decision stay on one page where they fit (LP-14)."""

    def block_part(self, block: Block, *, is_cover: bool = False) -> WordsPart:
        del is_cover
        gap = self.style.sentence_gap * self.size if block.continues else self.typesetter.leading
        words = self.typesetter.block(block, self.width)
        mentions = self.typesetter.mentions(block, words, self.width)
        return WordsPart(words, before=gap, ref=block.ref, mentions=mentions)

    def arranged(self, parts: list[WordsPart], blocks: Iterable[Block]) -> list[Any]:
        arranged: list[Any] = []
        for ref, together in groupby(zip(parts, blocks, strict=True), key=lambda pair: pair[1].ref):
            group = [part for part, _ in together]
            height = sum(part.spaceBefore + part.height for part in group)
            if ref and len(group) > 1 and height <= self.frame_height:
                arranged.append(CondPageBreak(height - _ALMOST))
            arranged += group
        return arranged
