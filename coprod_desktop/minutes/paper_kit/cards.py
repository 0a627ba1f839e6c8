"""Cards to hold up: each has its own words, its own shape and its own colour, so no colour stands alone (ER-32)."""

from dataclasses import dataclass, replace
from math import cos, pi, sin

from reportlab.lib.colors import HexColor

from coprod_desktop.minutes.flowables import Part
from coprod_desktop.minutes.line_breaks import Column
from coprod_desktop.minutes.paper_kit import measures
from coprod_desktop.minutes.paper_kit.forms import draw_cut, draw_rule
from coprod_desktop.minutes.paper_kit.setter import SheetSetter
from coprod_desktop.minutes.paper_kit.sheet_pages import Placed, SheetPage
from coprod_desktop.minutes.passages import Passage, TextStack
from coprod_desktop.minutes.sentences import sentences
from coprod_desktop.minutes.styles import MM
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas

_WORDS_PT, _SMALLEST_HINT_PT = 42.0, 20.0
_SHAPE = 75 * MM
_INSIDE = 8 * MM
_BAND = 4 * MM
_RADIUS = 6 * MM
_OUTLINE, _STROKE = 4.0, 20.0
_INK, _PAPER = HexColor("#000000"), HexColor("#FFFFFF")


@dataclass(frozen=True)
class CardKind:
    """One card: the beginning of its entries, its colour, its number of sides (0 for a circle) and its ink."""

    key: str
    colour: str
    sides: int
    mark_colour: str


STOP = CardKind("card_stop", "#C4161C", 8, "#FFFFFF")
SLOW = CardKind("card_slow", "#FFD400", 3, "#000000")
AGREE = CardKind("card_agree", "#0B7A3B", 0, "#FFFFFF")
OWN = CardKind("card_own", "#FFFFFF", 4, "#000000")


class CardPart(Part):
    """One card of half a page, with its frame, its shape and its words."""

    def __init__(self, setter: SheetSetter, kind: CardKind) -> None:
        page_width, page_height = setter.style.page_size
        super().__init__(page_height / 2 - 2 * measures.EDGE)
        self._kind, self._setter = kind, setter
        self._width = page_width - 2 * measures.EDGE
        self._words_x = 2 * _INSIDE + _SHAPE
        self._key = setter.next_key()
        self._title = setter.words(kind.key)
        words_width = self._width - self._words_x - _INSIDE
        self._heading = _one_line_each(setter, kind.key, words_width)
        self._figure = setter.root.add("Figure", alt=setter.words(f"{kind.key}_shape")) if kind is not OWN else None
        if self._figure:
            setter.say_language(self._figure)
        hint = setter.fixed(f"{kind.key}_hint", words_width, size=max(_SMALLEST_HINT_PT, setter.size))
        self._stack = TextStack((self._heading, replace(hint, before=6 * MM)))

    def note(self, canvas: TaggedCanvas, top: float) -> None:
        canvas.note_place(self._key, top)

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.add_bookmark(self._key, self._title, 0)
        with canvas.decoration():
            self._frame(canvas, x, top)
        if self._figure is None:
            self._paint_own(canvas, x, top)
            return
        middle = top - self.height / 2
        centre_x = x + _INSIDE + _SHAPE / 2
        self._figure.box = (centre_x - _SHAPE / 2, middle - _SHAPE / 2, centre_x + _SHAPE / 2, middle + _SHAPE / 2)
        first, *rest = self._stack.passages
        words_top = middle + self._stack.height / 2
        first.draw(canvas, x + self._words_x, words_top)
        with canvas.mark(self._figure):
            _shape(canvas, self._kind, centre_x, middle)
        TextStack(tuple(rest)).draw(canvas, x + self._words_x, words_top - first.height)

    def _frame(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.setFillColor(HexColor(self._kind.colour))
        canvas.setLineWidth(1.5)
        canvas.roundRect(x, top - self.height, self._width, self.height, _RADIUS, fill=1)
        canvas.setFillColor(_PAPER)
        inner = self._width - 2 * _BAND, self.height - 2 * _BAND
        canvas.roundRect(x + _BAND, top - self.height + _BAND, *inner, _RADIUS - _BAND / 2, fill=1)
        canvas.setFillColor(_INK)

    def _paint_own(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """A card for what the others do not say: room for a drawing, and lines."""
        words_x, lines_x = x + _INSIDE + _BAND, x + self._words_x
        words_top = top - _INSIDE - _BAND
        self._stack.draw(canvas, lines_x, words_top)
        with canvas.decoration():
            side = self.height - 2 * (_INSIDE + _BAND)
            canvas.setLineWidth(measures.BOX_PT)
            canvas.roundRect(words_x, words_top - side, _SHAPE - _INSIDE, side, _RADIUS / 2)
            y = words_top - self._stack.height - measures.RULE_STEP
            while y >= words_top - side - 0.1:
                draw_rule(canvas, lines_x, y, self._width - self._words_x - _INSIDE - _BAND)
                y -= measures.RULE_STEP


class PageCut(Part):
    """The dashed line between the two halves of a page, from one edge of the paper to the other."""

    def __init__(self, width: float) -> None:
        super().__init__(0.0)
        self._width = width

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.decoration():
            draw_cut(canvas, x, x + self._width, top)


def card_pages(setter: SheetSetter, kinds: tuple[CardKind, ...]) -> list[SheetPage]:
    """Two cards to a page, each as large as half of it."""
    height = setter.style.page_size[1]
    pages = []
    for first in range(0, len(kinds), 2):
        placed = [
            Placed(CardPart(setter, kind), measures.EDGE, height - place * height / 2 - measures.EDGE)
            for place, kind in enumerate(kinds[first : first + 2])
        ]
        pages.append(SheetPage([*placed, half_cut(setter)], has_foot=False))
    return pages


def half_cut(setter: SheetSetter) -> Placed:
    """Where a page is cut in two."""
    width, height = setter.style.page_size
    return Placed(PageCut(width - measures.EDGE), measures.EDGE / 2, height / 2)


def _one_line_each(setter: SheetSetter, key: str, width: float) -> Passage:
    """A heading whose sentences each begin a line."""
    passage = setter.fixed(key, width, size=_WORDS_PT, bold=True, tag="H1")
    breaker, column = setter.typesetter.breaker, Column(width / _WORDS_PT)
    lines = [line for one in sentences(setter.words(key)) for line in breaker.lines(one, column, bold=True)]
    return replace(passage, lines=tuple(lines)) if setter.words(key).endswith(".") else passage


def _shape(canvas: TaggedCanvas, kind: CardKind, x: float, y: float) -> None:
    """The sign of a card with its mark, about its middle; it is known by its shape when it is printed grey."""
    canvas.setFillColor(HexColor(kind.colour))
    canvas.setLineWidth(_OUTLINE)
    canvas.setLineJoin(1)
    canvas.setLineCap(1)
    if kind.sides:
        _polygon(canvas, kind.sides, x, y)
    else:
        canvas.circle(x, y, _SHAPE / 2 - _OUTLINE, fill=1)
    canvas.setStrokeColor(HexColor(kind.mark_colour))
    canvas.setFillColor(HexColor(kind.mark_colour))
    canvas.setLineWidth(_STROKE)
    {STOP: _question_mark, SLOW: _warning_mark, AGREE: _tick}[kind](canvas, x, y)
    canvas.setStrokeGray(0)
    canvas.setFillColor(_INK)
    canvas.setLineCap(0)
    canvas.setLineJoin(0)


def _polygon(canvas: TaggedCanvas, sides: int, x: float, y: float) -> None:
    radius = _SHAPE / 2 - _OUTLINE
    if sides == 3:
        radius, y = _SHAPE * 0.55, y - _SHAPE * 0.12
    else:
        radius /= cos(pi / sides)
    turn = pi / 2 if sides % 2 else pi / sides
    path = canvas.beginPath()
    for corner in range(sides):
        angle = turn + 2 * pi * corner / sides
        (path.lineTo if corner else path.moveTo)(x + radius * cos(angle), y + radius * sin(angle))
    path.close()
    canvas.drawPath(path, fill=1)


def _question_mark(canvas: TaggedCanvas, x: float, y: float) -> None:
    bow = 11 * MM
    path = canvas.beginPath()
    path.arc(x - bow, y + 15 * MM - bow, x + bow, y + 15 * MM + bow, 180, -225)
    path.curveTo(x + 4 * MM, y + 3 * MM, x, y + 2 * MM, x, y - 6 * MM)
    canvas.drawPath(path)
    canvas.circle(x, y - 20 * MM, _STROKE * 0.6, stroke=0, fill=1)


def _warning_mark(canvas: TaggedCanvas, x: float, y: float) -> None:
    canvas.line(x, y + 10 * MM, x, y - 8 * MM)
    canvas.circle(x, y - 21 * MM, _STROKE * 0.6, stroke=0, fill=1)


def _tick(canvas: TaggedCanvas, x: float, y: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x - 19 * MM, y - 1 * MM)
    path.lineTo(x - 5 * MM, y - 16 * MM)
    path.lineTo(x + 20 * MM, y + 15 * MM)
    canvas.drawPath(path)
