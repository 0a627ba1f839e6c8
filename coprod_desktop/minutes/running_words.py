"""What stands at the head and foot of every page, and the room it leaves for the rest (PDF-10)."""

import re

from reportlab.lib.colors import HexColor

from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.line_breaks import Column, Line, LineBreaker
from coprod_desktop.minutes.sentences import sentences
from coprod_desktop.minutes.styles import MM, PageStyle
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas

_ONE_LINE_OF_WORDS = 1.2
_WIDEST_NUMBER = "888"
_MOST_LINES = 3
"""A longer name stands on the first page only, or the running words would leave no room."""
_LINES_ENOUGH, _LINES_WANTED, _MOST_OF_A_PAGE = 3.5, 5, 0.78
"""Running words keep the size of the body while they leave enough lines for it, else they make room for more."""
_SMALLER = 0.9
_SMALLEST_FOR_A_NAME = 0.5
_SHORT_NAME = re.compile(r"(?:: | [-\u2013\u2014(]).*$")


class RunningWords:
    """The head line, the draft words, the foot line and the page number of one document."""

    def __init__(
        self,
        content: MinutesContent,
        style: PageStyle,
        breaker: LineBreaker,
        *,
        size: float,
        left: float,
        width: float,
        most_name_lines: int = _MOST_LINES,
    ) -> None:
        self._content, self._style, self._breaker = content, style, breaker
        self._size, self._left, self._width = size, left, width
        self._most_name_lines = most_name_lines
        self._leading = size * _ONE_LINE_OF_WORDS
        self._cap = breaker.cap_height * size
        self._descent = breaker.descent * size
        self._draft_size = max(style.smallest_size_pt, size * 0.875)
        self._page_word = self._fitting_page_word()
        self._is_cut = False
        self._set_head()
        self._set_foot()

    @classmethod
    def that_leave_room(
        cls,
        content: MinutesContent,
        style: PageStyle,
        breaker: LineBreaker,
        *,
        size: float,
        left: float,
        width: float,
    ) -> "RunningWords":
        """Running words in the size of the body (ER-31); smaller, or without the name, only where no room is left."""
        page = style.page_height_mm * MM
        leading = size * style.leading
        wanted = min(_LINES_WANTED * leading, _MOST_OF_A_PAGE * page)
        smallest = style.smallest_size_pt if style.may_shrink_running_words else size
        sizes = [size * _SMALLER**step for step in range(40) if size * _SMALLER**step > smallest] + [smallest]
        with_name = [(one, _MOST_LINES, True) for one in sizes if one >= size * _SMALLEST_FOR_A_NAME]
        tries = with_name + [(one, most, False) for one in sizes for most in (_MOST_LINES, 2, 1, 0)]
        for one, most, needs_name in tries:
            running = cls(content, style, breaker, size=one, left=left, width=width, most_name_lines=most)
            has_name = running._has_whole_name(smallest=size * _SMALLEST_FOR_A_NAME) or not needs_name
            enough = _LINES_ENOUGH * leading if one == size else wanted
            if has_name and running._is_whole and running.frame_top - running.frame_bottom >= enough:
                break
        return running

    @property
    def _is_whole(self) -> bool:
        """Whether the draft words, the foot words and the page number all have room."""
        return not self._is_cut and self._page_word == self._content.page_word

    def _has_whole_name(self, *, smallest: float) -> bool:
        """Whether the name is there, with no word cut that smaller letters would hold."""
        name = self._content.group_name
        may_be_cut = self._breaker.widest_word(name) * smallest > self._width
        return not name or bool(self._name_lines) and (may_be_cut or not self._cuts_a_word(name, self._width))

    def _cuts_a_word(self, text: str, width: float) -> bool:
        return self._breaker.widest_word(text) * self._size > width

    def _fitting_page_word(self) -> str:
        word = self._content.page_word
        return word if self._breaker.line(f"{word} {_WIDEST_NUMBER}").width * self._size <= self._width else ""

    def _name(self, width: float) -> str:
        """The name of the group, or how it begins ("Penny Group: people who ...") where all of it is too long."""
        name = self._content.group_name
        is_short = len(self._lines(name, self._size, width=width)) <= 1
        return name if is_short else _SHORT_NAME.sub("", name)

    def _set_head(self) -> None:
        """Group name left, boxed draft words right; below each other where they do not fit side by side."""
        style, size = self._style, self._size
        page_top = style.page_height_mm * MM
        highest = page_top - style.printable_edge_mm * MM
        self._box_pad = self._draft_size * 0.5
        box_words = self._content.draft_words if style.draft_in_a_box else ""
        box_room = self._width - 2 * self._box_pad
        self._box_lines = self._short_enough(self._by_sentence(box_words, self._draft_size, box_room))
        widest = self._breaker.widest_word(box_words, bold=True) * self._draft_size
        self._is_cut = self._is_cut or widest > box_room  # these words are short: a smaller size holds them
        box_width = self._longest(self._box_lines, self._draft_size) + 2 * self._box_pad
        beside = self._width - box_width - size if self._box_lines else self._width
        group_name = self._name(max(beside, self._width * 0.3))
        name = self._lines(group_name, size, width=max(beside, 1))
        has_room = beside >= self._width * 0.3 and not self._cuts_a_word(group_name, beside)
        is_beside = not self._box_lines or (has_room and len(name) <= 2)
        name = name if is_beside else self._lines(group_name, size)
        self._name_lines = name if len(name) <= self._most_name_lines else ()
        box_height = self._box_height if self._box_lines else 0.0
        first = min(page_top - style.head_baseline_mm * MM, highest - self._cap)
        if self._box_lines:
            self._box_top = highest
            first = highest - box_height / 2 - self._cap / 2 if is_beside else highest - box_height - self._leading
            first = first if is_beside or self._name_lines else highest
        self._name_baseline = first
        lowest_name = first - (len(self._name_lines) - 1) * self._leading - self._descent
        self._head_bottom = min(lowest_name if self._name_lines else highest, highest - box_height)
        if style.rule_under_running_line:
            self._rule_y = self._head_bottom - 0.35 * size
            self._head_bottom = self._rule_y - style.rule_pt / 2

    @property
    def _box_height(self) -> float:
        return len(self._box_lines) * self._draft_size * _ONE_LINE_OF_WORDS + self._box_pad

    def _set_foot(self) -> None:
        """Foot words left, page number right; below each other where they do not fit side by side."""
        style, size = self._style, self._size
        page = self._breaker.line(f"{self._page_word} {_WIDEST_NUMBER}".strip())
        beside = self._width - (page.width + 1) * size
        draft = self._content.draft_words if not style.draft_in_a_box else ""
        words, self._foot_is_bold = (draft, True) if draft else (self._content.foot_words, False)
        self._foot_lines = self._lines(words, size, bold=self._foot_is_bold, width=max(beside, 1))
        is_beside = beside >= self._width * 0.4 and len(self._foot_lines) <= 1
        if not is_beside:
            lines = self._by_sentence(words, size, self._width) if draft else self._lines(words, size)
            self._foot_lines = self._short_enough(lines)
        self._page_baseline = max(style.foot_baseline_mm * MM, style.printable_edge_mm * MM + self._descent)
        above = len(self._foot_lines) - 1 if is_beside else len(self._foot_lines)
        self._foot_baseline = self._page_baseline + max(above, 0) * self._leading

    @property
    def frame_top(self) -> float:
        """Where the words of the page may begin."""
        highest = (self._style.page_height_mm - self._style.margin_mm) * MM
        return min(highest, self._head_bottom - 1.2 * self._size)

    @property
    def frame_bottom(self) -> float:
        lowest = self._style.margin_mm * MM
        return max(lowest, self._foot_baseline + self._cap + 0.9 * self._size)

    def draw(self, canvas: TaggedCanvas, page: int, *, with_name: bool = True) -> None:
        with canvas.running_words():
            if with_name:
                canvas.draw_lines(
                    self._name_lines, self._left, self._name_baseline, size=self._size, leading=self._leading
                )
                self._draw_rule(canvas)
            self._draw_box(canvas)
            canvas.draw_lines(self._foot_lines, self._left, self._foot_baseline, size=self._size, leading=self._leading)
            number = self._breaker.line(f"{self._page_word} {page}".strip())
            right = self._left + self._width - number.width * self._size
            canvas.draw_lines([number], right, self._page_baseline, size=self._size, leading=self._leading)

    def _draw_box(self, canvas: TaggedCanvas) -> None:
        if not self._box_lines:
            return
        leading = self._draft_size * _ONE_LINE_OF_WORDS
        width = self._longest(self._box_lines, self._draft_size) + 2 * self._box_pad
        left = self._left + self._width - width
        canvas.setLineWidth(1.25)
        canvas.roundRect(left, self._box_top - self._box_height, width, self._box_height, 4)
        first = self._box_top - self._box_pad / 2 - (leading + self._breaker.cap_height * self._draft_size) / 2
        canvas.draw_lines(self._box_lines, left + self._box_pad, first, size=self._draft_size, leading=leading)

    def _draw_rule(self, canvas: TaggedCanvas) -> None:
        if self._style.rule_under_running_line:
            canvas.setStrokeColor(HexColor(self._style.rule_colour))
            canvas.setLineWidth(self._style.rule_pt)
            canvas.line(self._left, self._rule_y, self._left + self._width, self._rule_y)
            canvas.setStrokeGray(0)

    def _lines(self, text: str, size: float, *, bold: bool = False, width: float = 0) -> tuple[Line, ...]:
        return self._breaker.lines(text, Column((width or self._width) / size), bold=bold)

    def _by_sentence(self, words: str, size: float, width: float) -> tuple[Line, ...]:
        """The bold words of a draft: in one line, or each sentence from a line of its own."""
        lines = self._lines(words, size, bold=True, width=width)
        if len(lines) < 2:
            return lines
        return tuple(line for one in sentences(words) for line in self._lines(one, size, bold=True, width=width))

    def _short_enough(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        self._is_cut = self._is_cut or len(lines) > _MOST_LINES
        return lines[:_MOST_LINES]

    @staticmethod
    def _longest(lines: tuple[Line, ...], size: float) -> float:
        return max([line.width for line in lines], default=0.0) * size
