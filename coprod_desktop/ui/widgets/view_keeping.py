"""Brings what has the focus into view after a change, from the top of its panel where that fits."""

from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import settle_layouts

_RING_ROOM = 7


def keep_in_view(theme: Theme, panel: QWidget, around: QWidget | None = None) -> None:
    """Once the panel has its new size, show it from its top if the focus can be seen then, else show the focus.

    Nothing moves while the focus is elsewhere than in the panel, or than in `around`, which holds it.
    """
    QTimer.singleShot(0, panel, partial(_wait_for_new_rows, theme, panel, around or panel))


def _wait_for_new_rows(theme: Theme, panel: QWidget, around: QWidget) -> None:
    """Qt shows new widgets one turn of its loop later; only then do they have a place."""
    QTimer.singleShot(0, panel, partial(_bring, theme, panel, around))


def _bring(theme: Theme, panel: QWidget, around: QWidget) -> None:
    settle_layouts()
    focused = panel.window().focusWidget()
    if focused is None or not around.isAncestorOf(focused):
        return
    above = focused.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            _show(above, panel, focused, theme.px(_RING_ROOM))
        above = above.parentWidget()


def _show(area: QScrollArea, panel: QWidget, focused: QWidget, room: int) -> None:
    content = area.widget()
    if content is None:
        return
    top = panel.mapTo(content, QPoint(0, 0)).y() if content.isAncestorOf(panel) else 0
    bottom = focused.mapTo(content, QPoint(0, focused.height())).y()
    start = max(0, top - room)
    if bottom + room - start <= area.viewport().height():
        area.verticalScrollBar().setValue(start)
    else:
        area.ensureWidgetVisible(focused, 0, room)
