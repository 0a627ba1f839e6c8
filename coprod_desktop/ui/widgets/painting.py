"""Crisp rounded shapes, drawn the same way by every painted widget."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
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
