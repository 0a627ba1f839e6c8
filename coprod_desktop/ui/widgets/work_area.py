"""The work area of a screen: a main card that acts beside a side card that informs, or under each other."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Row
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn

_SHARES = (772, 356)
_BESIDE_FROM = 900
_TALL_FROM = 430


class WorkArea(ScrollColumn):
    """Main beside side where there is room; else under each other, with the inner lists laid open.

    It is a scroll area in both cases, so that words are never squeezed when the window is too low.
    """

    def __init__(
        self, theme: Theme, main: QWidget, side: QWidget | None = None, *, shares: tuple[int, int] = _SHARES
    ) -> None:
        super().__init__(theme, gap=0, margins=(0, 0, 0, 0))
        self._side = side
        self._is_stacked = False
        self._shares = shares
        self._parts = Row(theme, gap=16)
        self._parts.addWidget(main, shares[0])
        if side is not None:
            self._parts.addWidget(side, shares[1])
        self.column.addLayout(self._parts, 1)
        theme.changed.connect(self.arrange)

    @property
    def is_stacked(self) -> bool:
        """Whether the side part is under the main part."""
        return self._is_stacked

    def side(self) -> QWidget | None:
        """The part that informs."""
        return self._side

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the parts under each other."""
        least = max(part.minimumSizeHint().width() for part in self._widgets())
        return QSize(least + self._bar_width(), self._theme.px(90))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement for the room there is."""
        self.arrange()
        super().resizeEvent(event)

    def arrange(self) -> None:
        """Choose the arrangement; to be called again when a part has got new lists inside."""
        beside = sum(part.minimumSizeHint().width() for part in self._widgets()) + self._parts.spacing()
        is_narrow = self.width() < max(self._theme.px(_BESIDE_FROM), beside)
        self._stack(is_stacked=is_narrow and self._side is not None)
        self._lay_open(is_open=is_narrow or self.height() < self._theme.px(_TALL_FROM))

    def _widgets(self) -> list[QWidget]:
        items = [self._parts.itemAt(index) for index in range(self._parts.count())]
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def _bar_width(self) -> int:
        return self.verticalScrollBar().sizeHint().width()

    def _stack(self, *, is_stacked: bool) -> None:
        if is_stacked == self._is_stacked:
            return
        self._is_stacked = is_stacked
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.TopToBottom if is_stacked else directions.LeftToRight)
        self._parts.setStretch(0, 0 if is_stacked else self._shares[0])
        self._parts.setStretch(1, 0 if is_stacked else self._shares[1])

    def _lay_open(self, *, is_open: bool) -> None:
        for inner in self.findChildren(ScrollColumn):
            inner.set_open(is_open)
