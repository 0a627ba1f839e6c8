"""Puts parts beside each other and goes on below when the row is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from coprod_desktop.ui.theme import Theme


class FlowLayout(QLayout):
    """Left to right, then down. `gap` is in units."""

    def __init__(self, theme: Theme, *, gap: int = 8) -> None:
        super().__init__()
        self._theme = theme
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self.invalidate)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end; called by Qt."""
        self._items.append(item)

    def count(self) -> int:
        """How many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The part at a place, or none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a part out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer parts fit on a narrow row."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at this width; Qt asks for it very often."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), is_test=True)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured, because a part has changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, area: QRect) -> None:
        """Put the parts in their places."""
        super().setGeometry(area)
        self._place(area, is_test=False)

    def sizeHint(self) -> QSize:
        """All parts on one row."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = self._theme.px(self._gap) * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(sum(hint.width() for hint in hints) + gaps, height)

    def minimumSize(self) -> QSize:
        """The broadest single part."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, area: QRect, *, is_test: bool) -> int:
        return self._flow(self._shown(), area, is_test=is_test)

    def _flow(self, items: list[QLayoutItem], area: QRect, *, is_test: bool) -> int:
        gap = self._theme.px(self._gap)
        y = area.y()
        for row in self._rows(items, area.width(), gap):
            height = max(size.height() for _item, size in row)
            x = area.x()
            for item, size in row:
                if not is_test:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + gap
            y += height + gap
        return max(0, y - gap - area.y())

    def _rows(self, items: list[QLayoutItem], width: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The parts of each row, with their sizes."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in items:
            size = _size_within(item, width)
            if not rows or taken + gap + size.width() > width:
                rows.append([])
                taken = -gap
            rows[-1].append((item, size))
            taken += gap + size.width()
        return rows


class LineLayout(FlowLayout):
    """One part in each row, as wide as the row, so that sentences of any length stand under each other."""

    def _rows(self, items: list[QLayoutItem], width: int, _gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        return [[(item, QSize(width, _height_at(item, width)))] for item in items]


def _height_at(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _size_within(item: QLayoutItem, width: int) -> QSize:
    """The size a part wants, but not broader than the row."""
    size = item.sizeHint()
    if size.width() > width:
        size.setWidth(max(width, item.minimumSize().width()))
    if item.hasHeightForWidth():
        size.setHeight(item.heightForWidth(size.width()))
    return size


def flow_of(theme: Theme, *widgets: QWidget, gap: int = 8) -> FlowLayout:
    """A flow layout with these widgets in it."""
    flow = FlowLayout(theme, gap=gap)
    for widget in widgets:
        flow.addWidget(widget)
    return flow
