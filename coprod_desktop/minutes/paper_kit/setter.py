"""Sets the words of the paper kit and grows the tree of tags of one document in reading order."""

from dataclasses import replace

from coprod_desktop.minutes.blocks import Block, MinutesContent
from coprod_desktop.minutes.flowables import HeadingPart, PictureSpot, Rule, WordsPart
from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.line_breaks import Column
from coprod_desktop.minutes.paper_kit import measures
from coprod_desktop.minutes.paper_kit.kit_content import KitContent
from coprod_desktop.minutes.passages import Passage, TextStack
from coprod_desktop.minutes.pictures import Pictures
from coprod_desktop.minutes.styles import MM, PageStyles
from coprod_desktop.minutes.tag_tree import Node, Tag
from coprod_desktop.minutes.typesetting import Typesetter

_FIXED_LANGUAGE = "en-GB"
_HEADING_TAGS: tuple[Tag, Tag] = ("H1", "H2")


class SheetSetter:
    """The words, pictures and headings of one document, at one size."""

    def __init__(
        self, content: KitContent, *, fonts: Fonts, pictures: Pictures, styles: PageStyles, size_pt: float
    ) -> None:
        self.content, self.fonts, self._pictures, self._styles = content, fonts, pictures, styles
        self.style, self.size = styles.easy_read, size_pt
        self.typesetter = Typesetter(
            _as_minutes(content),
            self.style,
            fonts,
            size=size_pt,
            leading=size_pt * self.style.leading,
            weak_ends=styles.weak_ends_in(content.language),
        )
        self._headings = 0

    def for_trying(self) -> "SheetSetter":
        """Another one with a tree of its own, to find out how much room something takes."""
        return SheetSetter(
            self.content, fonts=self.fonts, pictures=self._pictures, styles=self._styles, size_pt=self.size
        )

    @property
    def root(self) -> Node:
        return self.typesetter.root

    @property
    def left(self) -> float:
        return self.style.margin_mm * MM

    @property
    def width(self) -> float:
        return self.style.page_size[0] - 2 * self.left

    @property
    def leading(self) -> float:
        return self.typesetter.leading

    @property
    def cap_height(self) -> float:
        return self.typesetter.breaker.cap_height * self.size

    def words(self, key: str, **values: str) -> str:
        """The fixed words of an entry."""
        return self.content.wording(key, **values)

    def is_empty(self, text: str) -> bool:
        return not self.typesetter.drawable(text)

    def passage(
        self,
        text: str,
        width: float,
        *,
        tag: Tag = "P",
        bold: bool = False,
        size: float = 0.0,
        parent: Node | None = None,
    ) -> Passage | None:
        """One tagged piece of text; None if there is nothing that a font could draw."""
        leading = size * self.style.heading_leading if size else 0.0
        return self.typesetter.passage(parent or self.root, tag, text, width, bold=bold, size=size, leading=leading)

    def fixed(self, key: str, width: float, *, bold: bool = False, size: float = 0.0, tag: Tag = "P") -> Passage:
        """A fixed word as a passage; it says its own language where the papers have another (PDF-11)."""
        passage = self.passage(self.words(key), width, bold=bold, size=size, tag=tag)
        if passage is None:
            raise ValueError(f"the entry {key} has no words")
        self.say_language(passage.node)
        return passage

    def say_language(self, node: Node) -> None:
        """Marks words of ours that are not in the language of the papers."""
        if not self.content.language.lower().startswith(self.content.wording.language.split("-")[0]):
            node.language = _FIXED_LANGUAGE

    def title(self, text: str, blank_key: str) -> HeadingPart:
        return self._heading(self._or_blank(text, blank_key), level=1, ratio=measures.TITLE_RATIO, before=0.0)

    def heading(self, key: str) -> HeadingPart:
        return self._heading(self.words(key), level=2, ratio=measures.HEADING_RATIO, before=8 * MM)

    def plain_title(self, key: str) -> HeadingPart:
        return self._heading(self.words(key), level=1, ratio=measures.TITLE_RATIO, before=0.0)

    def _or_blank(self, text: str, blank_key: str) -> str:
        return self.words(blank_key) if self.is_empty(text) else text

    def _heading(self, text: str, *, level: int, ratio: float, before: float) -> HeadingPart:
        size = self._heading_size(text, ratio)
        self.typesetter.last_level = max(self.typesetter.last_level, level - 1)
        heading = self.passage(text, self.width, tag=_HEADING_TAGS[level - 1], bold=True, size=size)
        if heading is None:
            raise ValueError("a heading has no words")
        rule = Rule(self.width, self.style.rule_pt, self.style.rule_colour, 0.3 * self.size)
        title = self.shown(text)
        return HeadingPart(
            heading, key=self.next_key(), title=title, level=level - 1, before=before, after=4 * MM, rule=rule
        )

    def _heading_size(self, text: str, ratio: float) -> float:
        """Larger than the words below it while its longest word and three lines hold it."""
        size = self.size * ratio
        breaker = self.typesetter.breaker
        if breaker.widest_word(text, bold=True) * size > self.width:
            return self.size
        return size if len(breaker.lines(text, Column(self.width / size), bold=True)) <= 3 else self.size

    def shown(self, text: str) -> str:
        return self.typesetter.drawable(text)

    def next_key(self) -> str:
        """The name of the next place that a bookmark leads to."""
        self._headings += 1
        return f"heading-{self._headings}"

    def sentences(self, *texts: str, before: float = 0.0) -> WordsPart:
        """Sentences, each on its own line, over the whole width."""
        return WordsPart(self.stack(texts, self.width), before=before)

    def stack(self, texts: tuple[str, ...], width: float) -> TextStack:
        return self.typesetter.block(Block(sentences=texts, picture=""), width)

    def stack_of(self, *passages: Passage) -> TextStack:
        return self.typesetter.stack(*passages)

    def spot(self, word: str, kind: str = "plain") -> PictureSpot:
        """A picture with its tag, of the size that the kit gives it."""
        choice = self._pictures.picture(word, kind)
        node = self.root.add("Figure", alt=choice.alt)
        if not self.content.language.lower().startswith("en"):
            node.language = Pictures.language  # PDF-11
        return PictureSpot(
            node=node,
            choice=choice,
            side=measures.PICTURE,
            frame_radius=self.style.picture_frame_radius_mm * MM,
            frame_colour=self.style.picture_frame_colour,
            fonts=self.fonts,
        )

    def beside_picture(self, block: Block, *, before: float) -> WordsPart:
        """A block with its picture to the left (ER-25); the picture is tagged before its words (PDF-04)."""
        beside = measures.PICTURE + measures.PICTURE_GAP
        is_above = self.typesetter.widest_word(block, self.width - beside) > self.width - beside
        spot = self.spot(block.picture)
        stack = self.typesetter.block(replace(block, picture=""), self.width if is_above else self.width - beside)
        return WordsPart(
            stack,
            words_x=0.0 if is_above else beside,
            words_below=measures.PICTURE + 4 * MM if is_above else 0.0,
            picture=spot,
            before=before,
        )


def _as_minutes(content: KitContent) -> MinutesContent:
    """What the typesetter has to know of a document."""
    return MinutesContent(
        title=content.title,
        group_name=content.group_name,
        date_words=content.date_words,
        foot_words="",
        record_number="",
        language=content.language,
        draft_words="",
        contents_heading="",
        page_word=content.wording("page"),
        cover=(),
        sections=(),
        protected=content.protected,
        tick_box_alt=content.wording("tick_box"),
    )
