"""Columns and rows whose gaps and margins are in units, so that they grow with the text."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from coprod_desktop.ui.theme import Theme

Margins = tuple[int, int, int, int]  # left, top, right, bottom, in units
NO_MARGINS: Margins = (0, 0, 0, 0)
CLOSE: Margins = (20, 14, 20, 14)
"""Inside a card that shares a low side with others."""

_LAYOUT_DEPTH = 4  # a list in a card in a column that scrolls


class _UnitBox(QBoxLayout):
    """A box layout measured in units."""

    def __init__(self, theme: Theme, direction: QBoxLayout.Direction, gap: int, margins: Margins) -> None:
        super().__init__(direction)
        self._theme = theme
        self._gap = gap
        self._margins = margins
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def set_margins(self, margins: Margins) -> None:
        """Other margins, in units."""
        self._margins = margins
        self._on_theme_changed()

    def set_gap(self, gap: int) -> None:
        """Another gap between the parts, in units."""
        self._gap = gap
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        left, top, right, bottom = self._margins
        self.setSpacing(px(self._gap))
        self.setContentsMargins(px(left), px(top), px(right), px(bottom))


class Column(_UnitBox):
    """Parts under each other."""

    def __init__(self, theme: Theme, *, gap: int = 12, margins: Margins = NO_MARGINS) -> None:
        super().__init__(theme, QBoxLayout.Direction.TopToBottom, gap, margins)


class Row(_UnitBox):
    """Parts beside each other."""

    def __init__(self, theme: Theme, *, gap: int = 12, margins: Margins = NO_MARGINS) -> None:
        super().__init__(theme, QBoxLayout.Direction.LeftToRight, gap, margins)


@contextmanager
def laid_out_once(*parts: QWidget | None) -> Iterator[None]:
    """Inside this, what stands in the parts may come and go; their layouts follow once, before the next paint.

    Qt would lay out everything up to the window for each widget that is shown.
    """
    layouts = [layout for part in parts if part is not None and (layout := part.layout()) is not None]
    layouts = [layout for layout in layouts if layout.isEnabled()]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)


def settle_layouts() -> None:
    """Give every part that changed its new place now, and not in the turns of Qt's loop that are to come."""
    for _nested in range(_LAYOUT_DEPTH):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def empty_layout(layout: QLayout) -> None:
    """Take everything out of a layout and delete the widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty_layout(inner)
            inner.deleteLater()


def let_go(layout: QLayout) -> None:
    """Take all widgets out of a layout that will place them anew.

    Not by `takeAt`: what it gives lives on, and Qt goes on to ask it for a height that older words had.
    """
    items = [layout.itemAt(at) for at in range(layout.count())]
    for widget in (item.widget() for item in items if item is not None):
        if widget is not None:
            layout.removeWidget(widget)


def holder(layout: QLayout) -> QWidget:
    """A plain widget that holds a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget
