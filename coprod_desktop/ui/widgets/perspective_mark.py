"""The mark of a perspective: shape and word first, colour third. Beside counts, never beside a name."""

from enum import Enum
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.painting import smooth_painter
from coprod_desktop.ui.widgets.text_block import lay_out, least_width, natural_width

_MARK = 18
_GAP = 10


class Mark(Enum):
    """A perspective; the value is the name of its colour."""

    LIVED_EXPERIENCE = "lived_experience"
    CARER = "carer"
    PROFESSIONAL = "professional"
    SUPPORTER = "supporter"
    FACILITATOR = "facilitator"
    LOCAL_PERSON = "local_person"
    OTHER = "text"
    NOT_SAID = "muted"


def mark_colour(theme: Theme, mark: Mark) -> QColor:
    """The colour of a perspective in the look in use."""
    colour: QColor = getattr(theme.colours, mark.value)
    return colour


def paint_mark(painter: QPainter, theme: Theme, area: QRectF, mark: Mark) -> None:
    """Draw the shape of a perspective into a square."""
    colour, width = mark_colour(theme, mark), area.width()
    if mark in (Mark.FACILITATOR, Mark.NOT_SAID):
        thick = width * (0.25 if mark is Mark.FACILITATOR else 0.12)
        pen = QPen(colour, thick)
        if mark is Mark.NOT_SAID:
            pen.setDashPattern([2.2, 1.6])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if mark is Mark.LIVED_EXPERIENCE:
        inset = width * 0.04
        painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset))
    else:
        painter.drawPolygon(_shape(mark, area))


def _shape(mark: Mark, area: QRectF) -> QPolygonF:
    points = _POINTS[mark]
    return QPolygonF([QPointF(area.x() + x * area.width(), area.y() + y * area.height()) for x, y in points])


_HEXAGON = [(0.5 + 0.5 * cos(pi * (k / 3 + 1 / 6)), 0.5 + 0.5 * sin(pi * (k / 3 + 1 / 6))) for k in range(6)]
_POINTS: dict[Mark, list[tuple[float, float]]] = {
    Mark.CARER: [(0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)],
    Mark.PROFESSIONAL: [(0.11, 0.11), (0.89, 0.11), (0.89, 0.89), (0.11, 0.89)],
    Mark.SUPPORTER: [(0.5, 0.06), (1, 0.92), (0, 0.92)],
    Mark.LOCAL_PERSON: _HEXAGON,
    Mark.OTHER: [
        (0.35, 0.05), (0.65, 0.05), (0.65, 0.35), (0.95, 0.35), (0.95, 0.65), (0.65, 0.65),
        (0.65, 0.95), (0.35, 0.95), (0.35, 0.65), (0.05, 0.65), (0.05, 0.35), (0.35, 0.35),
    ],
}  # fmt: skip


class PerspectiveMark(QLabel):
    """A mark and words that count, such as "4 with lived experience"."""

    def __init__(self, theme: Theme, mark: Mark, words: str, style: TextStyle = TextStyle.BODY) -> None:
        super().__init__(words)
        self._theme = theme
        self._mark = mark
        self._style = style
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def heightForWidth(self, width: int) -> int:
        """The height that the words need."""
        block = lay_out(self._theme, self.text(), self._style, width - self._words_x())
        return max(block.height, self._theme.px(26))

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        width = self._words_x() + natural_width(self._theme, self.text(), self._style)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word on a line."""
        width = self._words_x() + least_width(self._theme, self.text(), self._style)
        return QSize(width, self._theme.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark and the words."""
        painter = smooth_painter(self)
        side = self._theme.px(_MARK)
        paint_mark(painter, self._theme, QRectF(0, (self.height() - side) / 2, side, side), self._mark)
        block = lay_out(self._theme, self.text(), self._style, self.width() - self._words_x())
        y = (self.height() - block.height) / 2
        block.draw(painter, self._words_x(), y, self._theme.colours.text)

    def _words_x(self) -> int:
        return self._theme.px(_MARK) + self._theme.px(_GAP)
