"""The work area of a screen: a main card that acts beside a side card that informs, or under each other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn

_MAIN_SHARE = 772
_SIDE_SHARE = 356
_BESIDE_FROM = 900
_TALL_FROM = 430


class WorkArea(QWidget):
    """Main beside side where there is room; else one column that scrolls, its inner lists laid open."""

    def __init__(self, theme: Theme, main: QWidget, side: QWidget | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._main = main
        self._side = side
        self._is_stacked: bool | None = None
        self._outer = Column(theme)
        self.setLayout(self._outer)
        self._arrange(is_stacked=False)
        theme.changed.connect(self._fit)

    @property
    def is_stacked(self) -> bool:
        """Whether the parts stand under each other."""
        return bool(self._is_stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement for the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self._side is not None and self.width() < self._theme.px(_BESIDE_FROM)
        self._arrange(is_stacked=is_narrow or self.height() < self._theme.px(_TALL_FROM))

    def _arrange(self, *, is_stacked: bool) -> None:
        if is_stacked == self._is_stacked:
            return
        focused = self.focusWidget()
        self._is_stacked = is_stacked
        old = self._outer.takeAt(0)
        holder = self._stacked() if is_stacked else self._beside()
        for column in self.findChildren(ScrollColumn) + holder.findChildren(ScrollColumn):
            if column is not holder:
                column.set_open(is_stacked)
        self._outer.addWidget(holder)
        if old is not None and (old_holder := old.widget()) is not None:
            old_holder.setParent(None)
            old_holder.deleteLater()
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus()

    def _stacked(self) -> QWidget:
        holder = ScrollColumn(self._theme, gap=14, margins=(4, 4, 4, 8))
        self._fill(holder.column, shares=(0, 0))
        holder.add_stretch()
        return holder

    def _beside(self) -> QWidget:
        holder = QWidget()
        row = Row(self._theme, gap=16)
        holder.setLayout(row)
        self._fill(row, shares=(_MAIN_SHARE, _SIDE_SHARE))
        return holder

    def _fill(self, layout: QBoxLayout, *, shares: tuple[int, int]) -> None:
        layout.addWidget(self._main, shares[0])
        if self._side is not None:
            layout.addWidget(self._side, shares[1])
