"""Page styles: sizes, margins and colours as data, a base with each format laid over it."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, kw_only=True)
class PageStyle:
    """How one format looks; ratios are to the type size that the person chose."""

    page_width_mm: float
    page_height_mm: float
    margin_mm: float
    bound_margin_mm: float
    head_baseline_mm: float
    foot_baseline_mm: float
    printable_edge_mm: float
    ink: str
    rule_colour: str
    rule_pt: float
    title_ratio: float
    chapter_ratio: float
    part_ratio: float
    heading_leading: float
    contents_from_pages: int
    usual_size_pt: float
    smallest_size_pt: float
    largest_size_pt: float
    leading: float
    sentence_gap: float
    least_title_ratio: float
    most_letters_in_a_line: int
    block_gap_mm: float = 0
    chapter_gap_mm: float = 0
    each_sentence_on_its_own_line: bool = False
    draft_in_a_box: bool = False
    rule_under_chapters: bool = False
    rule_under_running_line: bool = False
    may_shrink_running_words: bool = False
    picture_mm: float = 0
    many_blocks_from: int = 0
    picture_of_many_blocks_mm: float = 0
    gap_of_many_blocks_mm: float = 0
    chapter_gap_of_many_blocks_mm: float = 0
    least_gap_of_many_blocks_mm: float = 0
    sentence_gap_of_many_blocks: float = 0
    least_gap_mm: float = 0
    item_gap_share_of_many_blocks: float = 1
    item_gap_share: float = 1
    joins_short_blocks: bool = False
    cover_picture_mm: float = 0
    large_type_from_pt: float = 0
    picture_beside_large_type_mm: float = 0
    picture_gap_mm: float = 0
    picture_frame_colour: str = "#000000"
    picture_frame_radius_mm: float = 0
    clear_print_below_pt: float = 0
    clear_print_margin_mm: float = 0

    @property
    def page_size(self) -> tuple[float, float]:
        return self.page_width_mm * MM, self.page_height_mm * MM

    def allowed_size(self, size_pt: float) -> float:
        """The size asked for, or the usual one; never under the smallest that may be printed (ER-01, LP-01)."""
        return min(max(float(size_pt) or self.usual_size_pt, self.smallest_size_pt), self.largest_size_pt)

    def margins(self, size_pt: float, *, bound: bool) -> tuple[float, float]:
        """Left and right margin in points; clear print has wider ones, so that lines stay short (LP-09, LP-17)."""
        side = self.clear_print_margin_mm if size_pt < self.clear_print_below_pt else self.margin_mm
        return (max(side, self.bound_margin_mm) if bound else side) * MM, side * MM

    def for_so_many_blocks(self, count: int) -> "PageStyle":
        """Long minutes have somewhat smaller pictures, five to a page and not four, to stay short (ER-26, ER-30)."""
        return self.set_close if self.many_blocks_from and count >= self.many_blocks_from else self

    @property
    def set_close(self) -> "PageStyle":
        """The same with somewhat smaller pictures and gaps."""
        return replace(
            self,
            picture_mm=self.picture_of_many_blocks_mm,
            block_gap_mm=self.gap_of_many_blocks_mm,
            chapter_gap_mm=self.chapter_gap_of_many_blocks_mm,
            least_gap_mm=self.least_gap_of_many_blocks_mm,
            sentence_gap=self.sentence_gap_of_many_blocks,
            item_gap_share=self.item_gap_share_of_many_blocks,
            joins_short_blocks=True,
        )

    def picture_side(self, size_pt: float) -> float:
        is_large = self.large_type_from_pt and size_pt >= self.large_type_from_pt
        return (self.picture_beside_large_type_mm if is_large else self.picture_mm) * MM


@dataclass(frozen=True)
class PageStyles:
    """All page styles, the papers people may ask for, and the small words that no line should end with."""

    easy_read: PageStyle
    large_print: PageStyle
    papers: dict[str, str]
    weak_ends: dict[str, list[str]]

    def paper_colour(self, paper: str) -> str | None:
        """The colour of a paper in words; white if nothing is said, None for a paper that is not among them."""
        return self.papers.get(" ".join(paper.casefold().split()) or "white")

    def weak_ends_in(self, language: str) -> frozenset[str]:
        return frozenset(self.weak_ends.get(language.split("-")[0].lower(), ()))


def load_page_styles(templates_folder: Path) -> PageStyles:
    data: dict[str, Any] = json.loads((templates_folder / "page_styles.json").read_text("utf-8"))
    return PageStyles(
        easy_read=PageStyle(**data["base"] | data["easy_read"]),
        large_print=PageStyle(**data["base"] | data["large_print"]),
        papers=data["papers"],
        weak_ends=data["weak_ends"],
    )
