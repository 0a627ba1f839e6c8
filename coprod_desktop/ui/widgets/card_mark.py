"""The shape of a card in its colour, drawn beside its words: colour is never the only sign (UI-06)."""

from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.group import Card, CardShape
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.theme.card_colours import card_colour
from coprod_desktop.ui.widgets.painting import smooth_painter

_Points = list[tuple[float, float]]


def _ring(corners: int, *, turned: float = 0, inner: float = 1) -> _Points:
    """Corners on a circle around the middle; every second one nearer to it for a star."""
    angles = [(2 * pi * k + turned) / corners - pi / 2 for k in range(corners)]
    reach = [0.5 * (inner if k % 2 else 1) for k in range(corners)]
    return [(0.5 + r * cos(angle), 0.5 + r * sin(angle)) for angle, r in zip(angles, reach, strict=True)]


_POINTS: Final = {
    CardShape.EIGHT_SIDES: _ring(8, turned=pi),
    CardShape.TRIANGLE: [(0.5, 0.04), (1, 0.94), (0, 0.94)],
    CardShape.SQUARE: [(0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)],
    CardShape.DIAMOND: _ring(4),
    CardShape.STAR: _ring(10, inner=0.45),
}


def paint_card_shape(painter: QPainter, theme: Theme, area: QRectF, card: Card) -> None:
    """Draw the shape into a square, with an edge that can be seen on every background."""
    edge = 2 * theme.unit
    pen = QPen(theme.colours.text, edge)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(card_colour(card.key))
    box = area.adjusted(edge, edge, -edge, -edge)
    if card.shape is CardShape.CIRCLE:
        painter.drawEllipse(box)
        return
    points = _POINTS[card.shape]
    painter.drawPolygon(QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points]))


class CardMark(QWidget):
    """The shape of one card. It always stands beside words, so it has no name of its own."""

    def __init__(self, theme: Theme, card: Card, *, size: int = 36) -> None:
        super().__init__()
        self._theme = theme
        self._card = card
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        paint_card_shape(smooth_painter(self), self._theme, QRectF(self.rect()), self._card)
