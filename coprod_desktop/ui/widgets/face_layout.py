"""Puts the words of a row and what stands at their right beside each other, or under each other."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.flow_layout import FlowLayout

_FLAT_SIDE = 6
_COMFORT = 230  # with less room than this for the words, the rest goes below them


class FaceLayout(FlowLayout):
    """The first part gets the free room; the others stand at its right, or flow below it."""

    def __init__(self, theme: Theme, *, side: int) -> None:
        super().__init__(theme, gap=8)
        self._side = side

    def sizeHint(self) -> QSize:
        """All parts on one row."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._right_margin(), hint.height())

    def minimumSize(self) -> QSize:
        """The broadest single part, with its margins."""
        size = super().minimumSize()
        others = [item.minimumSize().width() for item in self._shown()[1:]]
        below = max(others, default=0) + 2 * self._theme.px(self._side)
        return QSize(max(size.width(), below if others else 0), size.height())

    def _place(self, area: QRect, *, is_test: bool) -> int:
        items = self._shown()
        if not items:
            return 0
        face, others = items[0], items[1:]
        gap = self._theme.px(self._gap)
        taken = sum(item.sizeHint().width() + gap for item in others) + self._right_margin()
        wanted = min(self._theme.px(_COMFORT), face.sizeHint().width())
        if others and area.width() - taken < wanted:
            return self._place_below(face, area, is_test=is_test)
        return self._place_beside(face, others, area, area.width() - taken, is_test=is_test)

    def _place_beside(
        self, face: QLayoutItem, others: list[QLayoutItem], area: QRect, width: int, *, is_test: bool
    ) -> int:
        gap = self._theme.px(self._gap)
        rim = self._theme.px(6) if self._side else 0  # inside a box the focus ring needs room
        highest = max((item.sizeHint().height() + 2 * rim for item in others), default=0)
        height = max(face.heightForWidth(width), highest, area.height())
        if is_test:
            return height
        face.setGeometry(QRect(area.x(), area.y(), width, height))
        x = area.x() + width + gap
        for item in others:
            size = item.sizeHint()
            item.setGeometry(QRect(x, area.y() + (height - size.height()) // 2, size.width(), size.height()))
            x += size.width() + gap
        return height

    def _place_below(self, face: QLayoutItem, area: QRect, *, is_test: bool) -> int:
        height = face.heightForWidth(area.width())
        if not is_test:
            face.setGeometry(QRect(area.x(), area.y(), area.width(), height))
        side = self._theme.px(self._side)
        height += self._theme.px(8) if self._side <= _FLAT_SIDE else 0  # for the ring: flat rows have little padding
        below = QRect(area.x() + side, area.y() + height, area.width() - 2 * side, 0)
        return height + self._flow(self._shown()[1:], below, is_test=is_test) + self._theme.px(12)

    def _right_margin(self) -> int:
        return self._theme.px(self._side) if len(self._shown()) > 1 else 0
