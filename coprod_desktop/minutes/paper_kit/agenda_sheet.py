"""The agenda on paper: it may be empty, and always leaves room for what is said on the day."""

from collections.abc import Iterator

from coprod_desktop.minutes.blocks import Block
from coprod_desktop.minutes.flowables import Part, WordsPart
from coprod_desktop.minutes.paper_kit import measures
from coprod_desktop.minutes.paper_kit.forms import LabelledLine, NumberedLines, number_indent
from coprod_desktop.minutes.paper_kit.kit_content import AgendaLine, numbered
from coprod_desktop.minutes.paper_kit.setter import SheetSetter
from coprod_desktop.minutes.passages import Passage, TextStack
from coprod_desktop.minutes.sentences import ended, sentences
from coprod_desktop.minutes.styles import MM
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas

_GAP = 5 * MM
_EMPTY_ITEMS, _ITEMS_ON_THE_DAY = 4, 3
_ROWS_OF_AN_ITEM = 2

Group = tuple[Part, ...]


class ItemPart(Part):
    """An agenda item: its picture, and its title as a heading above the rest of its words."""

    def __init__(self, words: WordsPart, *, key: str, title: str) -> None:
        super().__init__(words.height, before=words.spaceBefore)
        self._words, self._key, self._title = words, key, title

    def note(self, canvas: TaggedCanvas, top: float) -> None:
        canvas.note_place(self._key, top)

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.add_bookmark(self._key, self._title, 1)
        self._words.paint(canvas, x, top)

    def split(self, available_width: float, available_height: float) -> list[Part]:
        """Only an item that no page can hold is cut; the heading stays with its beginning."""
        self._words.cut_for_pages_of = self.cut_for_pages_of
        parts = self._words.split(available_width, available_height)
        return [ItemPart(parts[0], key=self._key, title=self._title), parts[1]] if parts else []


class AgendaSheet:
    """The parts of the agenda in reading order, in the groups that stay on one page."""

    def __init__(self, setter: SheetSetter) -> None:
        self._setter, self._content = setter, setter.content

    def first_page(self) -> Iterator[Group]:
        """Who we are, what this is, when and where, and how long."""
        setter, content = self._setter, self._content
        title = "" if setter.is_empty(content.title) else setter.words("agenda_title", title=content.title)
        heading = setter.title(title, "agenda_title_blank")
        yield heading, self._block(setter.words("we_are", group=content.group_name), picture="group", before=0.0)
        yield from self._when_and_where()
        yield (
            self._block(
                setter.words("agenda_is"),
                setter.words("agenda_is_ours"),
                setter.words("can_ask_help"),
                picture="read",
            ),
        )
        if content.is_without_decisions:
            yield (self._block(setter.words("agenda_no_decisions"), picture="talk"),)
        if content.purpose:
            label = setter.words("agenda_why_label")
            yield (self._block(*content.purpose, picture="target", label=label),)

    def items(self) -> Iterator[Group]:
        """Each thing to talk about with who asked for it; then breaks, and room for more."""
        content = self._content
        heading: Group = (self._setter.heading("agenda_items_heading"),)
        if not content.agenda:
            words = *sentences(self._setter.words("agenda_empty")), self._setter.words("agenda_your_words")
            yield (*heading, self._block(*words, picture="write", before=0.0))
            yield from self._lines_for_more(_EMPTY_ITEMS)
        else:
            for line in content.agenda:
                yield (*heading, self._item(line, before=0.0 if heading else _GAP))
                heading = ()
            more = (self._setter.heading("agenda_more_heading"),)
            first, *others = self._lines_for_more(_ITEMS_ON_THE_DAY)
            yield (*more, *first)
            yield from others
        yield self._breaks()

    def _breaks(self) -> Group:
        """The breaks that are planned; room to write them where none is."""
        content, label = self._content, "agenda_breaks_label"
        if not content.breaks:
            return self._written(label)
        count = content.wording.count("agenda_breaks", len(content.breaks))
        block = Block(sentences=(count,), picture="coffee", label=self._setter.words(label), items=content.breaks)
        return (self._setter.beside_picture(block, before=_GAP),)

    def bounds(self) -> Iterator[Group]:
        """What is open to the group, what is fixed, and what is kept for later."""
        content, setter = self._content, self._setter
        heading: Group = (setter.heading("agenda_open_heading"),) if content.open or content.fixed else ()
        if content.open:
            block = Block(
                sentences=(content.open_count,),
                picture="unlocked",
                label=setter.words("agenda_open_label"),
                items=content.open,
            )
            yield (*heading, setter.beside_picture(block, before=0.0))
            heading = ()
        for fixed in content.fixed:
            block = Block(sentences=fixed.told, picture=fixed.picture, label=fixed.label)
            yield (*heading, setter.beside_picture(block, before=0.0 if heading else _GAP))
            heading = ()
        if content.kept_for_later:
            count = content.wording.count("agenda_later_things", len(content.kept_for_later))
            label = setter.words("agenda_later_label")
            block = Block(sentences=(count,), picture="wait", label=label, items=content.kept_for_later)
            yield (setter.beside_picture(block, before=_GAP),)

    def credit(self) -> Iterator[Group]:
        """Where the pictures are from, as their licence asks."""
        words = sentences(self._setter.words("kit_picture_credit"))
        yield (self._block(*words, picture="photo"),)

    def _when_and_where(self) -> Iterator[Group]:
        content, words = self._content, self._setter.words
        known = tuple(ended(line) for line in (content.date_words, content.time_words, content.place) if line)
        if known:
            yield (self._block(*known, picture=content.calendar, label=words("when_label")),)
        labels = ("kit_date_label", "kit_time_label", "kit_place_label")
        facts = (content.date_words, content.time_words, content.place)
        missing = [label for label, fact in zip(labels, facts, strict=True) if not fact]
        if missing:
            yield tuple(part for label in missing for part in self._written(label))

    def _block(self, *sentences: str, picture: str, label: str = "", before: float = _GAP) -> WordsPart:
        return self._setter.beside_picture(Block(sentences=sentences, picture=picture, label=label), before=before)

    def _item(self, line: AgendaLine, *, before: float) -> ItemPart:
        setter = self._setter
        title = numbered(line.number, self._title(line), setter.content.wording)
        beside = measures.PICTURE + measures.PICTURE_GAP
        is_above = self._longest_word(title, line) > setter.width - beside
        width = setter.width if is_above else setter.width - beside
        heading = setter.passage(title, width, tag="H2", bold=True, size=setter.size * measures.ITEM_RATIO)
        spot = setter.spot(line.picture, "asked")
        words = WordsPart(
            _with_heading(heading, setter.stack(line.told, width).moved_down(setter.style.sentence_gap * setter.size)),
            words_x=0.0 if is_above else beside,
            words_below=measures.PICTURE + 4 * MM if is_above else 0.0,
            picture=spot,
            before=before,
        )
        return ItemPart(words, key=setter.next_key(), title=setter.shown(title))

    def _title(self, line: AgendaLine) -> str:
        setter = self._setter
        return setter.words("agenda_item", number=str(line.number)) if setter.is_empty(line.title) else line.title

    def _longest_word(self, title: str, line: AgendaLine) -> float:
        breaker, size = self._setter.typesetter.breaker, self._setter.size
        told = max([breaker.widest_word(text) for text in line.told], default=0.0)
        return max(breaker.widest_word(title, bold=True) * measures.ITEM_RATIO, told) * size

    def _lines_for_more(self, count: int) -> Iterator[Group]:
        setter = self._setter
        first = len(self._content.agenda) + 1
        for number in range(first, first + count):
            words = setter.passage(f"{number}.", setter.width, bold=True)
            if words is None:
                continue
            before = measures.FIELD_GAP
            lines = NumberedLines(words, setter.width, rows=_ROWS_OF_AN_ITEM, before=before)
            label = setter.fixed("agenda_asked_by_label", setter.width, bold=True)
            yield lines, LabelledLine(label, setter.width, indent=number_indent(words))

    def _written(self, key: str) -> Group:
        setter = self._setter
        label = setter.fixed(key, setter.width, bold=True)
        return (LabelledLine(label, setter.width, before=measures.FIELD_GAP),)


def _with_heading(heading: Passage | None, told: TextStack) -> TextStack:
    return TextStack((*((heading,) if heading else ()), *told.passages))
