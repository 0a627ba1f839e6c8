"""Crisp rounded shapes, drawn the same way by every painted widget."""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget


def smooth_painter(widget: QWidget) -> QPainter:
    """A painter with smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def rounded_box(
    painter: QPainter,
    area: QRect | QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    edge_width: float = 0,
    *,
    is_dashed: bool = False,
) -> None:
    """A filled box with round corners; its edge stays inside the area."""
    inset = edge_width / 2 if edge is not None else 0
    box = QRectF(area).adjusted(inset, inset, -inset, -inset)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(edge, edge_width)
        if is_dashed:
            pen.setDashPattern([6, 4])
        painter.setPen(pen)
    corner = min(radius - inset, box.height() / 2)
    painter.drawRoundedRect(box, corner, corner)


def rounded_path(area: QRectF, radius: float) -> QPainterPath:
    """The outline of a box with round corners."""
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    return path


def paint_hatch(painter: QPainter, shape: QPainterPath, colour: QColor, unit: float) -> None:
    """Fill a shape with slanting lines that grow with the text."""
    area = shape.boundingRect()
    step = 8 * unit
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, 1.6 * unit))
    x = area.left() - area.height()
    lines = []
    while x < area.right():
        lines.append(QLineF(x, area.bottom(), x + area.height(), area.top()))
        x += step
    painter.drawLines(lines)
    painter.restore()


def paint_tick(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """A bold tick inside a round or square sign."""
    pen = QPen(colour, area.width() * 0.12)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = ((0.28, 0.53), (0.44, 0.68), (0.73, 0.34))
    painter.drawPolyline(
        QPolygonF([QPointF(area.x() + x * area.width(), area.y() + y * area.height()) for x, y in points])
    )
