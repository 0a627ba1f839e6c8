"""The sign of an answer as a meeting ends: a thumb, and a circle that is full, half full or empty (R18, UI-06)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.room import CheckOutAnswer
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.painting import smooth_painter

_GAP_PART = 0.3
WIDTH_PART = 2 + _GAP_PART
"""How wide a sign is, in its heights."""


def paint_answer(painter: QPainter, theme: Theme, area: QRectF, answer: CheckOutAnswer, colour: QColor) -> None:
    """Draw the thumb and the circle into an area that is `WIDTH_PART` times as wide as high."""
    side = area.height()
    _thumb(painter, theme, QRectF(area.x(), area.y(), side, side), answer, colour)
    circle = QRectF(area.x() + side * (1 + _GAP_PART), area.y(), side, side)
    edge = max(2.0, side * 0.09)
    circle.adjust(edge, edge, -edge, -edge)
    if answer is not CheckOutAnswer.NO:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        degrees = 360 if answer is CheckOutAnswer.YES else 180
        painter.drawPie(circle, 90 * 16, degrees * 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, edge))
    painter.drawEllipse(circle)


def _thumb(painter: QPainter, theme: Theme, area: QRectF, answer: CheckOutAnswer, colour: QColor) -> None:
    icon = Icon.THUMB_DOWN if answer is CheckOutAnswer.NO else Icon.THUMB_UP
    painter.save()
    if answer is CheckOutAnswer.PARTLY:
        painter.translate(area.center())
        painter.rotate(-90)
        painter.translate(-area.center())
    theme.paint_icon(painter, icon, area, colour)
    painter.restore()


class AnswerMark(QWidget):
    """The sign by itself, beside its words."""

    def __init__(self, theme: Theme, answer: CheckOutAnswer, *, size: int = 28) -> None:
        super().__init__()
        self._theme = theme
        self._answer = answer
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A thumb and a circle beside each other."""
        side = self._theme.px(self._size)
        return QSize(round(side * WIDTH_PART), side)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign."""
        paint_answer(smooth_painter(self), self._theme, QRectF(self.rect()), self._answer, self._theme.colours.text)
