"""What a wall picture is made of. Each part knows where it stands, in pixels, and paints itself."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextLayout

from coprod_desktop.domain.room import CheckOutAnswer
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.answer_mark import paint_answer
from coprod_desktop.ui.widgets.painting import paint_hatch, rounded_box, rounded_path
from coprod_desktop.ui.widgets.perspective_mark import Mark, mark_colour, paint_mark

INK = "ink"
"""The colour of signs on a disc that is white in every look, as pictures need it."""

RING_WIDE = 0.11
"""How wide the ring is, as a part of its whole width."""


@dataclass(frozen=True, kw_only=True)
class WordsPart:
    """Words on one or more lines; `size_px` is the height of the font. `kept` is a text that is laid out."""

    words: str
    area: QRectF
    size_px: int
    colour: str
    kept: QTextLayout

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the lines."""
        painter.setPen(_colour(theme, self.colour))
        self.kept.draw(painter, self.area.topLeft())


@dataclass(frozen=True, kw_only=True)
class PicturePart:
    """A picture in a square; `says` is what it shows."""

    source: bytes
    area: QRectF
    says: str = ""

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw it whole, in the middle of its square."""
        ratio = painter.device().devicePixelRatioF()
        pixmap = theme.picture(self.source, round(self.area.width()), ratio)
        size = pixmap.deviceIndependentSize()
        corner = self.area.center() - QPointF(size.width() / 2, size.height() / 2)
        painter.drawPixmap(QRectF(corner, size), pixmap, QRectF(pixmap.rect()))


@dataclass(frozen=True, kw_only=True)
class IconPart:
    """A sign beside words."""

    icon: Icon
    area: QRectF
    colour: str

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw it."""
        theme.paint_icon(painter, self.icon, self.area, _colour(theme, self.colour))


@dataclass(frozen=True, kw_only=True)
class BoxPart:
    """A card or band with round corners."""

    area: QRectF
    radius: float
    fill: str
    edge: str
    edge_width: float

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw it."""
        fill, edge = _colour(theme, self.fill), _colour(theme, self.edge)
        rounded_box(painter, self.area, self.radius, fill, edge, self.edge_width)


@dataclass(frozen=True, kw_only=True)
class LinePart:
    """A line from side to side between two matters."""

    area: QRectF

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw it."""
        painter.fillRect(self.area, theme.colours.hair)


@dataclass(frozen=True, kw_only=True)
class RingPart:
    """Time as a shape: the ring empties and holds at nothing. `nearly` is the share at which the colour changes."""

    area: QRectF
    share: float
    nearly: float = 0.0
    is_paused: bool = False

    @property
    def is_nearly(self) -> bool:
        """Whether less than the nearly share is left."""
        return 0 < self.share <= self.nearly

    def looks_like(self, other: "RingPart") -> bool:
        """Whether nobody could tell the two apart."""
        is_same_kind = (self.is_nearly, self.is_paused, self.share <= 0) == (
            other.is_nearly,
            other.is_paused,
            other.share <= 0,
        )
        return is_same_kind and abs(self.share - other.share) * self.area.width() * 3 < 1

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the disc, the ring and what is left of it."""
        colours = theme.colours
        line = max(2.0, self.area.width() / 250)
        ring = self.area.adjusted(line * 2, line * 2, -line * 2, -line * 2)
        wide = self.area.width() * RING_WIDE
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.drawEllipse(ring)
        painter.setBrush(colours.track)
        painter.drawPath(_piece(ring, wide, 360))
        if self.share <= 0:
            # The whole ring gets a dark edge: a shape, not only a colour.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.wind_line, line * 1.6))
            painter.drawPath(_piece(ring, wide, 360))
            return
        self._paint_left(painter, theme, _piece(ring, wide, min(1.0, self.share) * 360), line)
        if 0 < self.nearly < 1:
            self._paint_notch(painter, theme, ring, wide, line)

    def _paint_left(self, painter: QPainter, theme: Theme, left: QPainterPath, line: float) -> None:
        colours = theme.colours
        fill, edge = (colours.wind, colours.wind_line) if self.is_nearly else (colours.primary, colours.primary)
        painter.setBrush(colours.surface if self.is_paused else fill)
        painter.drawPath(left)
        if self.is_paused:
            paint_hatch(painter, left, edge, line / 1.6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(edge, line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
        painter.drawPath(left)

    def _paint_notch(self, painter: QPainter, theme: Theme, ring: QRectF, wide: float, line: float) -> None:
        degrees = 90 + self.nearly * 360
        path = QPainterPath()
        path.arcMoveTo(ring.adjusted(-line * 2, -line * 2, line * 2, line * 2), degrees)
        outer = path.currentPosition()
        inside = wide + line * 2
        path.arcMoveTo(ring.adjusted(inside, inside, -inside, -inside), degrees)
        for colour, thick in ((theme.colours.bg, line * 4), (theme.colours.text, line * 2)):
            painter.setPen(QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(outer, path.currentPosition())


@dataclass(frozen=True, kw_only=True)
class MarkPart:
    """The mark of a perspective, beside its name and never beside a person's."""

    mark: Mark
    area: QRectF

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw it."""
        paint_mark(painter, theme, self.area, self.mark)


@dataclass(frozen=True, kw_only=True)
class BarPart:
    """A part of a whole; people are hatched, time is full."""

    mark: Mark
    area: QRectF
    share: float
    is_hatched: bool = False

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the whole and the part."""
        radius, colour = self.area.height() / 5, mark_colour(theme, self.mark)
        rounded_box(painter, self.area, radius, theme.colours.track)
        if self.share <= 0:
            return
        filled = QRectF(self.area)
        filled.setWidth(max(self.area.height() / 3, self.area.width() * min(1.0, self.share)))
        if self.is_hatched:
            rounded_box(painter, filled, radius, theme.colours.surface, colour, self.area.height() / 12)
            paint_hatch(painter, rounded_path(filled, radius), colour, self.area.height() / 20)
        else:
            rounded_box(painter, filled, radius, colour)


@dataclass(frozen=True, kw_only=True)
class AnswerPart:
    """The sign of an answer as a meeting ends, the same as on the laptop."""

    answer: CheckOutAnswer
    area: QRectF
    colour: str

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the thumb and the circle."""
        paint_answer(painter, theme, self.area, self.answer, _colour(theme, self.colour))


Part = WordsPart | PicturePart | IconPart | BoxPart | LinePart | RingPart | MarkPart | BarPart | AnswerPart


def shown_area(part: Part) -> QRectF:
    """The area to paint anew when the part has changed."""
    edge = ceil(part.area.width() / 100) + 1
    return part.area.adjusted(-edge, -edge, edge, edge)


def _colour(theme: Theme, name: str) -> QColor:
    if name == INK:
        return QColor("#14487A")
    colour: QColor = getattr(theme.colours, name)
    return colour


def _piece(ring: QRectF, wide: float, degrees: float) -> QPainterPath:
    """What is left of a ring, from the top against the clock; the emptied part grows with the clock."""
    inner = ring.adjusted(wide, wide, -wide, -wide)
    path = QPainterPath()
    if degrees >= 360:
        path.addEllipse(ring)
        path.addEllipse(inner)
        return path
    path.arcMoveTo(ring, 90)
    path.arcTo(ring, 90, degrees)
    path.arcTo(inner, 90 + degrees, -degrees)
    path.closeSubpath()
    return path
