"""What stands at the head and foot of every page, and the room it leaves for the rest (PDF-10)."""

from reportlab.lib.colors import HexColor

from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.line_breaks import Column, Line, LineBreaker
from coprod_desktop.minutes.styles import MM, PageStyle
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas

_ONE_LINE_OF_WORDS = 1.2
_WIDEST_NUMBER = "888"
_MOST_LINES = 3
"""A longer name stands on the first page only, or the running words would leave no room."""


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
    ) -> None:
        self._content, self._style, self._breaker = content, style, breaker
        self._size, self._left, self._width = size, left, width
        self._leading = size * _ONE_LINE_OF_WORDS
        self._cap = breaker.cap_height * size
        self._descent = breaker.descent * size
        self._draft_size = max(style.smallest_size_pt, size * 0.875)
        self._set_head()
        self._set_foot()

    def _set_head(self) -> None:
        """Group name left, boxed draft words right; below each other where they do not fit side by side."""
        style, size = self._style, self._size
        page_top = style.page_height_mm * MM
        highest = page_top - style.printable_edge_mm * MM
        self._box_lines = (
            self._lines(self._content.draft_words, self._draft_size, bold=True)[:_MOST_LINES]
            if style.draft_in_a_box
            else ()
        )
        self._box_pad = self._draft_size * 0.5
        box_width = self._longest(self._box_lines, self._draft_size) + 2 * self._box_pad
        beside = self._width - box_width - size if self._box_lines else self._width
        name = self._lines(self._content.group_name, size, width=max(beside, 1))
        is_beside = not self._box_lines or (beside >= self._width * 0.3 and len(name) <= 2)
        name = name if is_beside else self._lines(self._content.group_name, size)
        self._name_lines = name if len(name) <= _MOST_LINES else ()
        box_height = self._box_height if self._box_lines else 0.0
        first = min(page_top - style.head_baseline_mm * MM, highest - self._cap)
        if self._box_lines:
            self._box_top = highest
            first = highest - box_height / 2 - self._cap / 2 if is_beside else highest - box_height - self._leading
        self._name_baseline = first
        lowest_name = first - (len(self._name_lines) - 1) * self._leading - self._descent
        self._head_bottom = min(lowest_name, highest - box_height)
        if style.rule_under_running_line:
            self._rule_y = self._head_bottom - 0.35 * size
            self._head_bottom = self._rule_y - style.rule_pt / 2

    @property
    def _box_height(self) -> float:
        return len(self._box_lines) * self._draft_size * _ONE_LINE_OF_WORDS + self._box_pad

    def _set_foot(self) -> None:
        """Foot words left, page number right; below each other where they do not fit side by side."""
        style, size = self._style, self._size
        page = self._breaker.line(f"{self._content.page_word} {_WIDEST_NUMBER}")
        beside = self._width - (page.width + 1) * size
        draft = self._content.draft_words if not style.draft_in_a_box else ""
        words, self._foot_is_bold = (draft, True) if draft else (self._content.foot_words, False)
        self._foot_lines = self._lines(words, size, bold=self._foot_is_bold, width=max(beside, 1))
        is_beside = beside >= self._width * 0.4 and len(self._foot_lines) <= 1
        if not is_beside:
            self._foot_lines = self._lines(words, size, bold=self._foot_is_bold)[:_MOST_LINES]
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
            number = self._breaker.line(f"{self._content.page_word} {page}".strip())
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

    @staticmethod
    def _longest(lines: tuple[Line, ...], size: float) -> float:
        return max([line.width for line in lines], default=0.0) * size
