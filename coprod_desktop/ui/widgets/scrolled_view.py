"""Brings a part of a page into sight from its first line, whatever scrolls around it."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QScrollArea, QWidget


def show_from_top(widget: QWidget) -> None:
    """Scroll so that the top of the widget is in sight, with as much below it as there is room for."""
    for area, inner in _areas_around(widget):
        _settle(area)
        area.verticalScrollBar().setValue(widget.mapTo(inner, QPoint(0, 0)).y())


def _areas_around(widget: QWidget) -> Iterator[tuple[QScrollArea, QWidget]]:
    """The scroll areas around a widget from the inside out, each with what it scrolls."""
    above: QWidget | None = widget
    while above is not None:
        inner = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and inner is not None and (inner is widget or inner.isAncestorOf(widget)):
            yield above, inner
        above = above.parentWidget()


def _settle(area: QScrollArea) -> None:
    """Let what was just opened take its place, inside the area and around it."""
    own = area.widget()
    for outer, inner in _areas_around(own) if own is not None else ():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        outer.updateGeometry()
        QCoreApplication.sendEvent(inner, QEvent(QEvent.Type.LayoutRequest))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
