"""What is read from afar: the sign for the door of the quiet room, and cards with the names that people chose."""

import io
from collections.abc import Sequence
from typing import Final

from coprod_desktop.domain.group import Group
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.document_facts import DocumentFacts
from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.line_breaks import Column
from coprod_desktop.minutes.passages import Passage
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.styles import MM, PageStyles
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas
from coprod_desktop.minutes.typesetting import Typesetter
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.minutes.writing_lines import draw_cut, draw_rule

_TITLE_PT, _SIGN_PT, _SMALLEST_NAME_PT, _SMALLEST_COMMON_PT = 96.0, 40.0, 20.0, 40.0
_NAME_SIZES_PT: Final = (72.0, 60.0, 48.0, 40.0, 32.0, 26.0, 20.0)
_LEADING = 1.2
_CARDS_ON_A_PAGE, _BOOKMARKS_FROM_PAGES = 4, 4
_EDGE, _INSIDE = 12 * MM, 14 * MM


class SignMaker:
    """Makes signs. They hold no need: anybody may use a quiet room, and everybody gets a card."""

    def __init__(self, wording: Wording, group: Group, *, fonts: Fonts, styles: PageStyles) -> None:
        self._wording, self._language, self._group_name = wording, group.language, tidy(group.name)
        self._fonts, self._style = fonts, styles.large_print
        self._weak_ends = styles.weak_ends_in(group.language)

    def door_sign(self) -> bytes:
        """One page, read from across a corridor."""
        title = self._wording("door_sign_title")
        setter = self._typesetter((), _SIGN_PT)
        width, height = self._style.page_size
        room = width - 2 * _EDGE - 2 * _INSIDE
        told = (setter.passage(setter.root, "P", one, room) for one in sentences(self._wording("door_sign_words")))
        heading = self._heading(setter, title, room, (_TITLE_PT, *_NAME_SIZES_PT))
        stack = setter.stack(heading, *told)
        file, canvas = self._canvas(setter, title)
        with canvas.decoration():
            canvas.setLineWidth(6)
            canvas.roundRect(_EDGE, _EDGE, width - 2 * _EDGE, height - 2 * _EDGE, 8 * MM)
        gap = _SIGN_PT
        used = sum(one.height for one in stack.passages) + gap * (len(stack.passages) - 1)
        top = (height + used) / 2
        for one in stack.passages:
            one.draw(canvas, _EDGE + _INSIDE, top)
            top -= one.height + gap
        canvas.showPage()
        canvas.save()
        return file.getvalue()

    def name_cards(self, names: Sequence[str]) -> bytes:
        """4 cards to a page, with lines to cut along; the last ones are to write on, 2 at least."""
        blanks = 2 + -(len(names) + 2) % _CARDS_ON_A_PAGE
        cards = [*(tidy(name) for name in names), *("" for _ in range(blanks))]
        setter = self._typesetter(tuple(names), _SMALLEST_NAME_PT)
        sizes = self._sizes_for_all(setter, names)
        is_long = len(cards) >= _BOOKMARKS_FROM_PAGES * _CARDS_ON_A_PAGE
        file, canvas = self._canvas(setter, self._wording("name_cards_title"), with_bookmarks=is_long)
        for first in range(0, len(cards), _CARDS_ON_A_PAGE):
            self._page(canvas, setter, cards[first : first + _CARDS_ON_A_PAGE], first, sizes)
            canvas.showPage()
        canvas.save()
        return file.getvalue()

    def _page(
        self, canvas: TaggedCanvas, setter: Typesetter, names: Sequence[str], first: int, sizes: Sequence[float]
    ) -> None:
        width, height = self._style.page_size
        room = height / _CARDS_ON_A_PAGE
        for place, name in enumerate(names):
            top = height - place * room
            if setter.drawable(name):
                key = f"card-{first + place}"
                canvas.note_place(key, top)
                canvas.add_bookmark(key, setter.drawable(name), 0)
            self._card(canvas, setter, name, top, sizes)
        with canvas.decoration():
            for place in range(1, _CARDS_ON_A_PAGE):
                draw_cut(canvas, _EDGE / 2, width - _EDGE / 2, height - place * room)

    def _card(self, canvas: TaggedCanvas, setter: Typesetter, name: str, top: float, sizes: Sequence[float]) -> None:
        width, height = self._style.page_size
        room, high = width - 2 * _EDGE - _INSIDE, height / _CARDS_ON_A_PAGE
        if not setter.drawable(name):
            stack = setter.stack(setter.passage(setter.root, "P", self._wording("name_cards_blank"), room))
            stack.draw(canvas, _EDGE + _INSIDE / 2, top - _EDGE)
            with canvas.decoration():
                draw_rule(canvas, _EDGE + _INSIDE / 2, top - high + 2 * _EDGE, room)
            return
        stack = setter.stack(self._heading(setter, name, room, sizes, high - 2 * _EDGE))
        stack.draw(canvas, _EDGE + _INSIDE / 2, top - (high - stack.height) / 2)

    def _sizes_for_all(self, setter: Typesetter, names: Sequence[str]) -> Sequence[float]:
        """All names in letters of one size, as nobody is larger than another; smaller only where a name is long."""
        width, height = self._style.page_size
        room, high = width - 2 * _EDGE - _INSIDE, height / _CARDS_ON_A_PAGE - 2 * _EDGE
        common = (
            one
            for one in _NAME_SIZES_PT
            if one >= _SMALLEST_COMMON_PT and all(self._fits(setter, name, room, one, high) for name in names)
        )
        largest = next(common, _SMALLEST_COMMON_PT)
        return tuple(size for size in _NAME_SIZES_PT if size <= largest)

    def _heading(
        self, setter: Typesetter, words: str, width: float, sizes: Sequence[float], most_height: float = 0.0
    ) -> Passage:
        """Words as large as the room holds them without cutting one."""
        size = next((one for one in sizes if self._fits(setter, words, width, one, most_height)), sizes[-1])
        passage = setter.passage(setter.root, "H1", words, width, size=size, leading=size * _LEADING, bold=True)
        if passage is None:
            raise ValueError("a sign has no words")
        return passage

    def _fits(self, setter: Typesetter, words: str, width: float, size: float, most_height: float) -> bool:
        if setter.breaker.widest_word(words, bold=True) * size > width:
            return False
        lines = setter.breaker.lines(words, Column(width / size), bold=True)
        return not most_height or len(lines) * size * _LEADING <= most_height

    def _typesetter(self, protected: tuple[str, ...], size: float) -> Typesetter:
        content = MinutesContent(
            title="",
            group_name="",
            date_words="",
            foot_words="",
            record_number="",
            language=self._language,
            draft_words="",
            contents_heading="",
            page_word="",
            cover=(),
            sections=(),
            protected=protected,
        )
        return Typesetter(
            content, self._style, self._fonts, size=size, leading=size * _LEADING, weak_ends=self._weak_ends
        )

    def _canvas(
        self, setter: Typesetter, title: str, *, with_bookmarks: bool = False
    ) -> tuple[io.BytesIO, TaggedCanvas]:
        file = io.BytesIO()
        canvas = TaggedCanvas(
            file,
            tree=setter.root,
            facts=DocumentFacts(title=title, author=self._group_name or "-", language=self._language),
            with_bookmarks=with_bookmarks,
            pagesize=self._style.page_size,
            initialFontName=self._fonts.regular.name,
        )
        return file, canvas
