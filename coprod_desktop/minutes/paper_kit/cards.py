"""Cards to hold up: each has its own words, its own shape and its own colour, so no colour stands alone (ER-32)."""

from dataclasses import dataclass, replace
from math import cos, pi, sin

from reportlab.lib.colors import HexColor

from coprod_desktop.domain.group import DEFAULT_CARDS, Card, CardShape
from coprod_desktop.minutes.flowables import Part
from coprod_desktop.minutes.line_breaks import Column
from coprod_desktop.minutes.paper_kit import measures
from coprod_desktop.minutes.paper_kit.setter import SheetSetter
from coprod_desktop.minutes.paper_kit.sheet_pages import Placed, SheetPage
from coprod_desktop.minutes.passages import Passage, TextStack
from coprod_desktop.minutes.sentences import sentences
from coprod_desktop.minutes.styles import MM
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas
from coprod_desktop.minutes.writing_lines import draw_cut, draw_rule

_WORDS_PT, _SMALLEST_HINT_PT = 42.0, 20.0
_SHAPE = 75 * MM
_INSIDE = 8 * MM
_BAND = 4 * MM
_RADIUS = 6 * MM
_WORDS_X = 2 * _INSIDE + _SHAPE
_OWN_SIZES_PT = (42.0, 36.0, 32.0, 28.0, 24.0, 20.0)
"""The sizes for a group's own meaning: as large as a card holds."""
_OUTLINE, _STROKE = 4.0, 20.0
_INK, _PAPER = HexColor("#000000"), HexColor("#FFFFFF")


@dataclass(frozen=True)
class CardKind:
    """A card of ours: the beginning of its entries, the ink of its mark."""

    key: str
    mark_colour: str


STOP = CardKind("card_stop", "#FFFFFF")
SLOW = CardKind("card_slow", "#000000")
AGREE = CardKind("card_agree", "#FFFFFF")
OWN = CardKind("card_own", "#000000")
_USUAL = dict(zip(DEFAULT_CARDS, (STOP, SLOW, AGREE), strict=True))

_COLOURS = {
    "red": ("card_colour_red", "#C4161C"),
    "yellow": ("card_colour_yellow", "#FFD400"),
    "green": ("card_colour_green", "#0B7A3B"),
    "blue": ("card_colour_blue", "#1F5FBF"),
    "purple": ("card_colour_purple", "#6B2C91"),
    "white": ("card_colour_white", "#FFFFFF"),
}
_UNKNOWN = ("card_colour_grey", "#8A8A8A")
_SHAPES = {
    CardShape.EIGHT_SIDES: "card_shape_eight_sides",
    CardShape.TRIANGLE: "card_shape_triangle",
    CardShape.CIRCLE: "card_shape_circle",
    CardShape.SQUARE: "card_shape_square",
    CardShape.DIAMOND: "card_shape_diamond",
    CardShape.STAR: "card_shape_star",
}


@dataclass(frozen=True)
class CardFace:
    """What is on one card: words of ours, or the group's own meaning; `shape` is None for a card to write on."""

    kind: CardKind | None
    words: str
    alt: str
    colour: str
    shape: CardShape | None
    is_told_below: bool = False


def faces(setter: SheetSetter) -> tuple[CardFace, ...]:
    """The group's cards and one to write on. A meaning that no card can hold is told on a page after them."""
    own = CardFace(kind=OWN, words=setter.words("card_own"), alt="", colour="#FFFFFF", shape=None)
    told = tuple(_face(setter, card) for card in setter.content.cards)
    return (*told, own) if len(told) % 2 else (*told, own, own)


def _face(setter: SheetSetter, card: Card) -> CardFace:
    colour_key, colour = _COLOURS.get(card.key, _UNKNOWN)
    kind = _USUAL.get(card)
    if kind is not None:
        alt = setter.words(f"{kind.key}_shape")
        return CardFace(kind=kind, words=setter.words(kind.key), alt=alt, colour=colour, shape=card.shape)
    colour_words = setter.words(colour_key)
    alt = setter.words(_SHAPES[card.shape], colour=colour_words)
    fits = not setter.is_empty(card.meaning) and _own_size(setter, card.meaning) is not None
    words = " ".join(sentences(card.meaning)) if fits else setter.words("card_named", colour=colour_words)
    return CardFace(kind=None, words=words, alt=alt, colour=colour, shape=card.shape, is_told_below=not fits)


class CardPart(Part):
    """One card of half a page, with its frame, its shape and its words."""

    def __init__(self, setter: SheetSetter, face: CardFace) -> None:
        super().__init__(_card_height(setter))
        self._face, self._setter = face, setter
        self._width = setter.style.page_size[0] - 2 * measures.EDGE
        self._words_x = _WORDS_X
        self._key = setter.next_key()
        self._title = setter.shown(face.words)
        passages = [_heading(setter, face)]
        self._figure = setter.root.add("Figure", alt=face.alt) if face.shape is not None else None
        if self._figure:
            setter.say_language(self._figure)
        if face.kind is not None:
            hint = setter.fixed(f"{face.kind.key}_hint", _words_width(setter), size=max(_SMALLEST_HINT_PT, setter.size))
            passages.append(replace(hint, before=6 * MM))
        self._stack = TextStack(tuple(passages))

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
            _shape(canvas, self._face, centre_x, middle)
        TextStack(tuple(rest)).draw(canvas, x + self._words_x, words_top - first.height)

    def _frame(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.setFillColor(HexColor(self._face.colour))
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


def card_pages(setter: SheetSetter, shown: tuple[CardFace, ...]) -> list[SheetPage]:
    """Two cards to a page, each as large as half of it; after them what is too long for a card."""
    height = setter.style.page_size[1]
    pages = []
    for first in range(0, len(shown), 2):
        placed = [
            Placed(CardPart(setter, face), measures.EDGE, height - place * height / 2 - measures.EDGE)
            for place, face in enumerate(shown[first : first + 2])
        ]
        pages.append(SheetPage([*placed, half_cut(setter)], has_foot=False))
    return pages


def half_cut(setter: SheetSetter) -> Placed:
    """Where a page is cut in two."""
    width, height = setter.style.page_size
    return Placed(PageCut(width - measures.EDGE), measures.EDGE / 2, height / 2)


def blank_faces(setter: SheetSetter) -> tuple[CardFace, ...]:
    """Two cards to write on."""
    own = faces(setter)[-1]
    return own, own


def long_meanings(setter: SheetSetter) -> tuple[str, ...]:
    """The meanings that no card can hold, with the name of the card before each."""
    cards = zip(setter.content.cards, faces(setter), strict=False)
    told = ((face.words, card.meaning) for card, face in cards if face.is_told_below)
    return tuple(line for words, meaning in told if not setter.is_empty(meaning) for line in (words, meaning))


def _card_height(setter: SheetSetter) -> float:
    return setter.style.page_size[1] / 2 - 2 * measures.EDGE


def _words_width(setter: SheetSetter) -> float:
    return setter.style.page_size[0] - 2 * measures.EDGE - _WORDS_X - _INSIDE


def _heading(setter: SheetSetter, face: CardFace) -> Passage:
    """A heading whose sentences each begin a line; our own words say their language."""
    if face.kind is not None:
        passage = setter.fixed(face.kind.key, _words_width(setter), size=_WORDS_PT, bold=True, tag="H1")
        return _one_line_each(setter, face.words, passage, _WORDS_PT) if face.words.endswith(".") else passage
    size = _own_size(setter, face.words) or _OWN_SIZES_PT[-1]
    own = setter.passage(face.words, _words_width(setter), size=size, bold=True, tag="H1")
    if own is None:
        raise ValueError("a card has no words")
    if face.is_told_below:
        setter.say_language(own.node)
        return own
    return _one_line_each(setter, face.words, own, size)


def _own_size(setter: SheetSetter, words: str) -> float | None:
    """The largest letters in which these words stand on a card; None if they are too many, or a word too long."""
    width, breaker = _words_width(setter), setter.typesetter.breaker
    for size in _OWN_SIZES_PT:
        if size < setter.size:
            return None
        lines = [line for one in sentences(words) for line in breaker.lines(one, Column(width / size), bold=True)]
        height = len(lines) * size * setter.style.heading_leading
        if breaker.widest_word(words, bold=True) * size <= width and height <= _card_height(setter) - 2 * _INSIDE:
            return size
    return None


def _one_line_each(setter: SheetSetter, words: str, passage: Passage, size: float) -> Passage:
    breaker, column = setter.typesetter.breaker, Column(_words_width(setter) / size)
    lines = [line for one in sentences(setter.shown(words)) for line in breaker.lines(one, column, bold=True)]
    return replace(passage, lines=tuple(lines))


def _shape(canvas: TaggedCanvas, face: CardFace, x: float, y: float) -> None:
    """The sign of a card, about its middle; it is known by its shape when it is printed grey.

    The usual cards have a mark in it, which would say something else than a group's own words.
    """
    canvas.setFillColor(HexColor(face.colour))
    canvas.setLineWidth(_OUTLINE)
    canvas.setLineJoin(1)
    canvas.setLineCap(1)
    _outline(canvas, face.shape, x, y)
    marks = {STOP: _question_mark, SLOW: _warning_mark, AGREE: _tick}
    if face.kind in marks and face.kind is not None:
        canvas.setStrokeColor(HexColor(face.kind.mark_colour))
        canvas.setFillColor(HexColor(face.kind.mark_colour))
        canvas.setLineWidth(_STROKE)
        marks[face.kind](canvas, x, y)
    canvas.setStrokeGray(0)
    canvas.setFillColor(_INK)
    canvas.setLineCap(0)
    canvas.setLineJoin(0)


def _outline(canvas: TaggedCanvas, shape: CardShape | None, x: float, y: float) -> None:
    match shape:
        case CardShape.EIGHT_SIDES:
            _polygon(canvas, 8, x, y)
        case CardShape.TRIANGLE:
            _polygon(canvas, 3, x, y)
        case CardShape.SQUARE:
            side = 0.86 * _SHAPE
            canvas.rect(x - side / 2, y - side / 2, side, side, fill=1)
        case CardShape.DIAMOND:
            _points(canvas, [(x + dx, y + dy) for dx, dy in _ring(4, _SHAPE / 2 - _OUTLINE)])
        case CardShape.STAR:
            _points(canvas, [(x + dx, y + dy) for dx, dy in _ring(10, _SHAPE / 2 - _OUTLINE, inner=0.45)])
        case _:
            canvas.circle(x, y, _SHAPE / 2 - _OUTLINE, fill=1)


def _ring(corners: int, radius: float, *, inner: float = 1.0) -> list[tuple[float, float]]:
    """Corners about a middle, the first at the top; every second one nearer to it for a star."""
    reach = [radius * (inner if corner % 2 else 1.0) for corner in range(corners)]
    angles = [pi / 2 + 2 * pi * corner / corners for corner in range(corners)]
    return [(far * cos(angle), far * sin(angle)) for far, angle in zip(reach, angles, strict=True)]


def _points(canvas: TaggedCanvas, points: list[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    for number, (x, y) in enumerate(points):
        (path.lineTo if number else path.moveTo)(x, y)
    path.close()
    canvas.drawPath(path, fill=1)


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
