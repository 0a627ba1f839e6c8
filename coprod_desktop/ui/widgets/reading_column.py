"""A column that is only read: it takes the focus, so that the arrow keys can scroll it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.press_button import FocusOutline
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.scrolled_view import show_from_top

_STEPS = {
    Qt.Key.Key_Up: (-1, False),
    Qt.Key.Key_Down: (1, False),
    Qt.Key.Key_PageUp: (-1, True),
    Qt.Key.Key_PageDown: (1, True),
}


class ReadingColumn(ScrollColumn):
    """Words to read. Laid open inside another scroll area, the keys scroll that one."""

    def __init__(self, theme: Theme, name: str, *, gap: int = 12) -> None:
        super().__init__(theme, gap=gap)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def focus_outline(self) -> FocusOutline:
        """Where the focus ring goes."""
        return FocusOutline(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Page Up and Page Down scroll."""
        step = _STEPS.get(Qt.Key(event.key()))
        scrolling = self._scrolling()
        if step is None or scrolling is None:
            super().keyPressEvent(event)
            return
        bar = scrolling.verticalScrollBar()
        direction, is_page = step
        bar.setValue(bar.value() + direction * (bar.pageStep() if is_page else self._theme.px(60)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin to read at the top."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._show_from_top)  # after the areas around have moved for the focus

    def _show_from_top(self) -> None:
        show_from_top(self)

    def _scrolling(self) -> QScrollArea | None:
        """The nearest scroll area that has something to scroll."""
        area: QWidget | None = self
        while area is not None:
            if isinstance(area, QScrollArea) and area.verticalScrollBar().maximum():
                return area
            area = area.parentWidget()
        return None
