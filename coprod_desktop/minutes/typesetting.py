"""Turns the neutral blocks into tagged passages and headings, in the sizes of one format."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from coprod_desktop.minutes.blocks import Block, MinutesContent
from coprod_desktop.minutes.flowables import HeadingPart, Rule
from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.line_breaks import Column, LineBreaker
from coprod_desktop.minutes.line_words import WordFinder
from coprod_desktop.minutes.page_mentions import PageOf, with_pages, with_room_for_pages
from coprod_desktop.minutes.passages import Bullet, Passage, PassageRow, Piece, TextStack, TickBox
from coprod_desktop.minutes.sentences import sentences
from coprod_desktop.minutes.styles import MM, PageStyle
from coprod_desktop.minutes.tag_tree import Node, Tag
from coprod_desktop.minutes.writing_lines import RULE_STEP, WritingLines

_BULLET = "\u2022"
_BULLET_INDENT = 1.1
_TICK_BOX_MM = 8
_TICK_BOX_SHARE = 1.3
_GAP_IN_A_ROW = 1.1
_WRITING_STEP = 1.6
"""How far empty lines stand apart beside large letters, in type sizes: who reads large may write large."""
_MARKER_SHARE_OF_A_LINE = 0.15
"""Bullets and boxes beside very large letters take no more of a line than this."""
_LETTERS_OF_A_LINE = 5.0
"""A line should hold ten letters or more: five type sizes."""
_DISC = "/O /List /ListNumbering /Disc"
_HEADINGS: tuple[Tag, ...] = ("H1", "H2", "H3")


class Typesetter:
    """Sets the text of one document and grows its tree of tags in reading order."""

    def __init__(
        self,
        content: MinutesContent,
        style: PageStyle,
        fonts: Fonts,
        *,
        size: float,
        leading: float,
        weak_ends: frozenset[str],
        bold_terms: Sequence[str] = (),
    ) -> None:
        self.style, self.size, self.leading = style, size, leading
        self._protected, self._weak_ends = content.protected, weak_ends
        self.breaker = LineBreaker(WordFinder(fonts, content.protected, bold_terms, weak_ends))
        self.root = Node("Document")
        self._fonts = fonts
        self._tick_box_alt = content.tick_box_alt
        self._has_terms = bool(bold_terms)
        self.last_level = 0

    @contextmanager
    def words_of(self, protected: Sequence[str], bold_terms: Sequence[str]) -> Iterator[None]:
        """Inside, names and dates that the rest does not have are kept whole too, and other words are bold."""
        breaker, has_terms = self.breaker, self._has_terms
        spans = tuple(dict.fromkeys((*self._protected, *protected)))
        self.breaker = LineBreaker(WordFinder(self._fonts, spans, bold_terms, self._weak_ends))
        self._has_terms = bool(bold_terms)
        yield
        self.breaker, self._has_terms = breaker, has_terms

    def drawable(self, text: str) -> str:
        return " ".join(self._fonts.drawable(text).split())

    def heading(
        self,
        text: str,
        *,
        key: str,
        level: int,
        ratio: float,
        width: float,
        before: float,
        after: float,
        most_height: float,
    ) -> HeadingPart | None:
        """A heading one step below the last at most, so that levels are never skipped (PDF-06)."""
        level = min(level, self.last_level + 1, len(_HEADINGS))
        size = self._heading_size(text, ratio, width, most_height)
        passage = self.passage(
            self.root,
            _HEADINGS[level - 1],
            text,
            width,
            size=size,
            leading=size * self.style.heading_leading,
            bold=True,
        )
        if passage is None:
            return None
        self.last_level = level
        rule = None
        if self.style.rule_under_chapters and level <= 2:
            rule = Rule(width, self.style.rule_pt, self.style.rule_colour, 0.3 * self.size)
        return HeadingPart(
            passage, key=key, title=self.drawable(text), level=max(0, level - 2), before=before, after=after, rule=rule
        )

    def _heading_size(self, text: str, ratio: float, width: float, most_height: float) -> float:
        """Larger than the words below it, unless very large letters would then be too few in a line or on a page."""
        size = self.size * ratio
        if width / size >= 3 * _LETTERS_OF_A_LINE:
            return size
        needed = max(self.breaker.widest_word(text, bold=True), _LETTERS_OF_A_LINE)
        size = max(self.size, min(size, width / needed))
        lines = self.breaker.lines(text, Column(width / size), bold=True)
        return size if len(lines) * size * self.style.heading_leading <= most_height else self.size

    def widest_word(self, block: Block, width: float) -> float:
        """How wide in points the longest word of a block is, with a bullet or box before it: a shorter line cuts it."""
        words = [self.size * self.breaker.widest_word(text, bold=self._has_terms) for text in block.sentences]
        words += [self._bullet_indent(width) + self.size * self.breaker.widest_word(text) for text in block.items]
        words += [self._box_room(width) + self.size * self.breaker.widest_word(text) for text in block.answers]
        return max(self.size * self.breaker.widest_word(block.label, bold=True), *words, 0.0)

    def passage(
        self,
        parent: Node,
        tag: Tag,
        text: str,
        width: float,
        *,
        size: float = 0.0,
        leading: float = 0.0,
        bold: bool = False,
        before: float = 0.0,
        with_terms: bool = False,
        balanced: bool = True,
        leads_on: bool = False,
    ) -> Passage | None:
        """One tagged piece of text; None if there is nothing to print."""
        size, leading = size or self.size, leading or self.leading
        column = Column(width / size, self.style.most_letters_in_a_line, balanced)
        texts = self._of_an_item(text) if tag == "LBody" else (text,)
        several = [self.breaker.lines(one, column, bold=bold, with_terms=with_terms) for one in texts]
        lines = tuple(line for some in several for line in some)
        if not lines:
            return None
        return Passage(parent.add(tag), lines, size, leading, self.breaker.cap_height, before=before, leads_on=leads_on)

    def _of_an_item(self, text: str) -> tuple[str, ...]:
        """The sentences of a list item, each for its own line (ER-10); most items are one, or no sentence at all."""
        found = sentences(text) if self.style.each_sentence_on_its_own_line else ()
        return found if len(found) > 1 and text.rstrip().endswith(found[-1]) else (text,)

    def stack(self, *passages: Passage | None) -> TextStack:
        return TextStack(tuple(passage for passage in passages if passage))

    def block(self, block: Block, width: float) -> TextStack:
        """Label, sentences, list and answers of one block, with room for the page numbers that it will tell."""
        if block.see:
            block = with_room_for_pages(block)
        passages: list[Piece] = []
        label = self.passage(self.root, "P", block.label, width, bold=True, leads_on=True)
        if label:
            passages.append(label)
        passages += self._sentences(block.sentences, width, is_first=not passages)
        passages += self._items(block.items, width, is_first=not passages)
        passages += self._answers(block.answers, width, is_first=not passages)
        if block.lines_to_write:
            step = max(RULE_STEP, _WRITING_STEP * self.size)
            passages.append(WritingLines(block.lines_to_write, width, step))
        return TextStack(tuple(passages))

    def mentions(self, block: Block, stack: TextStack, width: float) -> Callable[[PageOf], TextStack] | None:
        """What puts page numbers into a block that was set with room for them; None where it tells none."""
        if not block.see:
            return None
        breaker, has_terms = self.breaker, self._has_terms

        def fill(page_of: PageOf) -> TextStack:
            self.breaker, self._has_terms, kept = breaker, has_terms, (self.breaker, self._has_terms, self.root)
            self.root = Node("Document")
            told = self.block(with_pages(block, page_of), width)
            self.breaker, self._has_terms, self.root = kept
            pairs = zip(stack.passages, told.passages, strict=True)
            return TextStack(tuple(_with_lines_of(old, new) for old, new in pairs))

        return fill

    def _gap(self, is_first: bool) -> float:
        return 0.0 if is_first else self.style.sentence_gap * self.size

    def _sentences(self, sentences: Sequence[str], width: float, *, is_first: bool) -> list[Passage]:
        one_by_one = self.style.each_sentence_on_its_own_line
        texts = sentences if one_by_one else [" ".join(sentence.strip() for sentence in sentences)]
        passages: list[Passage] = []
        for text in texts:
            before = self._gap(is_first and not passages)
            passage = self.passage(self.root, "P", text, width, before=before, with_terms=True, balanced=one_by_one)
            if passage:
                passages.append(passage)
        return passages

    def _items(self, items: Sequence[str], width: float, *, is_first: bool) -> list[Passage]:
        indent = self._bullet_indent(width)
        items = [item for item in items if self.drawable(item)]
        if not items:
            return []
        parent = self.root.add("L", attributes=_DISC)
        passages: list[Passage] = []
        for item in items:
            entry = parent.add("LI")
            bullet = Bullet(entry.add("Lbl"), self.breaker.line(_BULLET), indent)
            gap = self._gap(is_first and not passages) * (self.style.item_gap_share if passages else 1)
            passages += self._marked(entry, item, bullet, width, before=gap)
        return passages

    def _answers(self, answers: Sequence[str], width: float, *, is_first: bool) -> Sequence[Passage | PassageRow]:
        """Boxes to tick, beside each other where one line holds them all."""
        side = self._box_side(width)
        answers = [answer for answer in answers if self.drawable(answer)]
        if not answers:
            return []
        parent = self.root.add("L")
        passages: list[Passage] = []
        for answer in answers:
            entry = parent.add("LI")
            figure = entry.add("Lbl").add("Figure", alt=self._tick_box_alt)
            box = TickBox(figure, side, self.breaker.cap_height, self._box_room(width))
            passages += self._marked(entry, answer, box, width, before=self._gap(is_first and not passages))
        return self._in_a_row(passages, width) or passages

    def _in_a_row(self, passages: Sequence[Passage], width: float) -> list[PassageRow]:
        cells: list[tuple[float, Passage]] = []
        start = 0.0
        for passage in passages:
            cells.append((start, replace(passage, before=0.0)))
            start += passage.indent + (passage.lines[0].width + _GAP_IN_A_ROW) * passage.size
        fits = start - _GAP_IN_A_ROW * self.size <= width
        is_short = all(len(passage.lines) == 1 and not passage.is_marker_above for passage in passages)
        before = 0.0 if self.style.joins_short_blocks else passages[0].before
        return [PassageRow(tuple(cells), before=before)] if cells and fits and is_short else []

    def _marked(
        self, entry: Node, text: str, marker: Bullet | TickBox, width: float, *, before: float
    ) -> list[Passage]:
        """Words after their marker; under it where it would leave no room for a word that a whole line can hold."""
        indent = marker.before_words
        is_above = self._holds_more_words(text, width - indent, width)
        passage = self.passage(entry, "LBody", text, width if is_above else width - indent, before=before)
        if passage is None:
            return []
        if is_above:
            return [replace(passage, marker=replace(marker, before_words=0.0), is_marker_above=True)]
        return [replace(passage, indent=indent, marker=marker)]

    def _holds_more_words(self, text: str, narrow: float, wide: float) -> bool:
        """Whether a word of the text is too long for the narrow line and not for the wide one, in points."""
        if self.size * self.breaker.widest_word(text) <= narrow:
            return False
        return any(narrow < self.size * self.breaker.widest_word(word) <= wide for word in text.split())

    def _bullet_indent(self, width: float) -> float:
        return min(_BULLET_INDENT * self.size, max(_MARKER_SHARE_OF_A_LINE * width, 0.6 * self.size))

    def _box_side(self, width: float) -> float:
        usual = max(_TICK_BOX_MM * MM, _TICK_BOX_SHARE * self.size)
        return min(usual, max(_TICK_BOX_MM * MM, _MARKER_SHARE_OF_A_LINE * width))

    def _box_room(self, width: float) -> float:
        side = self._box_side(width)
        return side + min(0.6 * self.size, 0.5 * side)


def _with_lines_of(old: Piece, new: Piece) -> Piece:
    """The words of another setting under the tags of this one; words that are the same stay as they were set."""
    if not isinstance(old, Passage) or not isinstance(new, Passage) or _text(old) == _text(new):
        return old
    return replace(old, lines=new.lines)


def _text(passage: Passage) -> str:
    return " ".join(line.text for line in passage.lines)
