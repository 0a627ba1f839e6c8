"""Parts of equal width beside each other, or in fewer columns where there is less room."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.flow_layout import FlowLayout


class EvenRow(FlowLayout):
    """Cards or fields side by side, equally wide. No part gets narrower than `least` units.

    Parts that have to look alike are `all_or_one`: all beside each other, or each on a row of its own.
    """

    def __init__(self, theme: Theme, *, gap: int = 16, least: int = 260, all_or_one: bool = False) -> None:
        super().__init__(theme, gap=gap)
        self._least = least
        self._all_or_one = all_or_one

    def sizeHint(self) -> QSize:
        """Side by side, at the least width."""
        return QSize(self.minimumSize().width(), self.heightForWidth(self._theme.px(self._least * self.count())))

    def _place(self, area: QRect, *, is_test: bool) -> int:
        items = self._shown()
        if not items:
            return 0
        gap = self._theme.px(self._gap)
        columns = (area.width() + gap) // (self._theme.px(self._least) + gap)
        columns = max(1, min(len(items), columns))
        if self._all_or_one and columns < len(items):
            columns = 1
        width = (area.width() - gap * (columns - 1)) // columns
        rows = [items[start : start + columns] for start in range(0, len(items), columns)]
        heights = [max(_height(item, width) for item in row) for row in rows]
        free = max(0, area.height() - sum(heights) - gap * (len(rows) - 1))
        heights = [height + free // len(rows) for height in heights]
        y = area.y()
        for row, height in zip(rows, heights, strict=True):
            for column, item in enumerate(row):
                if not is_test:
                    item.setGeometry(QRect(area.x() + column * (width + gap), y, width, height))
            y += height + gap
        return y - gap - area.y()


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
