"""Pages behind each other, of which one is seen: as big as that one, not as the biggest of all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class OnePageStack(QWidget):
    """Asks for the room of the page in sight; Qt's own stack asks for the room of the highest page.

    Signal: `currentChanged(index)`, as that of Qt's stack.
    """

    currentChanged = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[QWidget] = []
        self._current: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def addWidget(self, page: QWidget) -> int:
        """Put a page behind the others; the first one is seen."""
        page.setParent(self)
        page.hide()
        self._column.addWidget(page, 1)
        self._pages.append(page)
        if self._current is None:
            self.setCurrentWidget(page)
        return len(self._pages) - 1

    def currentWidget(self) -> QWidget | None:
        """The page in sight."""
        return self._current

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show another page."""
        if page is self._current:
            return
        before, self._current = self._current, page
        page.show()
        if before is not None:
            before.hide()
        self.currentChanged.emit(self._pages.index(page))
