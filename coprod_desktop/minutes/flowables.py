"""The parts that Platypus places on pages: a heading, a block of words with or without a picture, a contents line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus.flowables import Flowable

from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.line_breaks import Line
from coprod_desktop.minutes.passages import Passage, TextStack
from coprod_desktop.minutes.picture_forms import frame_form, picture_form
from coprod_desktop.minutes.pictures import PictureChoice, Pictures
from coprod_desktop.minutes.tag_tree import Node
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas

_ALMOST = 1.0
_PICTURE_SHARE = 0.94
"""How much of the frame a drawing may fill; OpenMoji drawings have white round them already."""


class Part(Flowable):  # type: ignore[misc]
    """What all parts have in common: a height known from the start, and drawing only when it is not a rehearsal.

    A part is cut only when no page can hold it; `cut_for_pages_of` is then the height of a page, else 0.
    """

    def __init__(self, height: float, *, before: float = 0.0, after: float = 0.0) -> None:
        super().__init__()
        self.height = height
        self.cut_for_pages_of = 0.0
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        del available_height
        return available_width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        del available_width, available_height
        return []

    def drawOn(self, canvas: TaggedCanvas, x: float, y: float, _sW: float = 0) -> None:
        self.note(canvas, y + self.height)
        if not canvas.is_rehearsal:
            self.paint(canvas, x, y + self.height)

    def note(self, canvas: TaggedCanvas, top: float) -> None:
        """What must be known of the place of this part before anything is drawn."""

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class PictureSpot:
    """A picture at the left of its words, with its tag."""

    node: Node
    choice: PictureChoice
    side: float
    frame_radius: float
    frame_colour: str
    fonts: Fonts

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        bottom = top - self.side
        frame = frame_form(canvas, self.side, self.frame_radius, self.frame_colour)
        picture = picture_form(canvas, self.choice, self.fonts)
        with canvas.decoration():
            canvas.draw_form(frame, x, bottom)
        inset = self.side * (1 - _PICTURE_SHARE) / 2
        self.node.box = (x, bottom, x + self.side, top)
        with canvas.mark(self.node):
            canvas.draw_form(picture, x + inset, bottom + inset, self.side * _PICTURE_SHARE / Pictures.side)


class WordsPart(Part):
    """A block: words, and at most one picture to their left."""

    def __init__(
        self,
        stack: TextStack,
        *,
        words_x: float = 0.0,
        picture: PictureSpot | None = None,
        before: float = 0.0,
        cut_for_pages_of: float = 0.0,
    ) -> None:
        super().__init__(max(stack.height, picture.side if picture else 0.0), before=before)
        self.stack, self.picture, self.words_x = stack, picture, words_x
        self.cut_for_pages_of = cut_for_pages_of

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        del available_width
        page = self.cut_for_pages_of
        if not page or (self.picture and self.picture.side > available_height):
            return []
        cut = self.stack.cut_to(available_height, is_whole_page=available_height >= page - _ALMOST)
        if cut is None:
            return []
        first, rest = cut
        return [
            WordsPart(first, words_x=self.words_x, picture=self.picture, before=self.spaceBefore),
            WordsPart(rest, words_x=self.words_x, cut_for_pages_of=page),
        ]

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        words_top = top
        if self.picture:
            self.picture.draw(canvas, x, top)
            words_top -= max(0.0, self.picture.side - self.stack.height) / 2
        self.stack.draw(canvas, x + self.words_x, words_top)


@dataclass(frozen=True, slots=True)
class Rule:
    """A coloured line across the column, some way under the words."""

    width: float
    thickness: float
    colour: str
    gap: float


class HeadingPart(Part):
    """A heading: its words, the rule under it if there is one, and the place that links and bookmarks lead to."""

    def __init__(
        self, words: Passage, *, key: str, title: str, level: int, before: float, after: float, rule: Rule | None = None
    ) -> None:
        under = rule.gap + rule.thickness if rule else 0.0
        super().__init__(words.height + under, before=before, after=after)
        self.words, self.key, self.title, self.level, self.rule = words, key, title, level, rule
        self.wants = 0.0

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Only a heading that no page can hold is cut; the rest of its words follow under the same tag."""
        del available_width
        kept = self.words.lines_within(available_height - (self.height - self.words.height))
        if kept < 1 or kept >= len(self.words.lines) or not self.cut_for_pages_of:
            return []
        first, rest = self.words.cut_after(kept)
        level, before, after = self.level, self.spaceBefore, self.spaceAfter
        return [
            HeadingPart(first, key=self.key, title=self.title, level=level, before=before, after=after, rule=self.rule),
            WordsPart(TextStack((rest,)), cut_for_pages_of=self.cut_for_pages_of),
        ]

    def note(self, canvas: TaggedCanvas, top: float) -> None:
        canvas.note_place(self.key, top)

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.add_bookmark(self.key, self.title, self.level)
        self.words.draw(canvas, x, top)
        if self.rule:
            with canvas.decoration():
                y = top - self.height + self.rule.thickness / 2
                canvas.setStrokeColor(HexColor(self.rule.colour))
                canvas.setLineWidth(self.rule.thickness)
                canvas.line(x, y, x + self.rule.width, y)
                canvas.setStrokeGray(0)


@dataclass
class PageNumbers:
    """On which page each heading stands, once that has been found out."""

    pages: Mapping[str, int] = field(default_factory=dict)


class ContentsLine(Part):
    """One line of the contents list: a heading, dots, and the number of its page; all of it is a link."""

    def __init__(
        self, words: Passage, *, key: str, width: float, numbers: PageNumbers, number_line: Callable[[str], Line]
    ) -> None:
        super().__init__(words.height)
        self.words, self.key, self.width = words, key, width
        self.numbers, self.number_line = numbers, number_line

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Only a line that no page can hold is cut, at its start."""
        del available_width
        kept = self.words.lines_within(available_height)
        if kept < 1 or kept >= len(self.words.lines) or not self.cut_for_pages_of:
            return []
        first, rest = self.words.cut_after(kept)
        line = ContentsLine(rest, key=self.key, width=self.width, numbers=self.numbers, number_line=self.number_line)
        line.cut_for_pages_of = self.cut_for_pages_of
        return [WordsPart(TextStack((first,))), line]

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        words, size = self.words, self.words.size
        baseline = top - words.before - (words.leading + words.cap_height * size) / 2
        last_baseline = baseline - (len(words.lines) - 1) * words.leading
        number = self.number_line(str(self.numbers.pages.get(self.key, 0)))
        right = x + self.width
        with canvas.mark(words.node):
            canvas.draw_lines(words.lines, x, baseline, size=size, leading=words.leading)
            canvas.draw_lines([number], right - number.width * size, last_baseline, size=size, leading=size)
        self._dots(canvas, x + (words.lines[-1].width + 0.5) * size, right - (number.width + 0.4) * size, last_baseline)
        said = " ".join(line.text for line in words.lines)
        canvas.add_link(words.node, self.key, said, (x, top - self.height, right, top - words.before))

    def _dots(self, canvas: TaggedCanvas, left: float, right: float, baseline: float) -> None:
        step, width = self.words.size * 0.45, self.words.size * 0.09
        first = right - int((right - left) / step) * step
        if first + step > right:
            return
        with canvas.decoration():
            canvas.setLineWidth(width)
            canvas.setLineCap(1)
            canvas.setDash([0, step])
            canvas.line(first, baseline + width / 2, right, baseline + width / 2)
            canvas.setDash([])
            canvas.setLineCap(0)


def as_story(parts: list[Any]) -> list[Any]:
    """A copy for Platypus to use up; marks it left on parts in an earlier pass are taken off."""
    for part in parts:
        vars(part).pop("_postponed", None)
    return list(parts)
