"""A calm scroll bar: a round handle on a quiet track, no arrows."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QScrollBar

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter

_BROAD = 24
_BAR = 10


class ScrollBar(QScrollBar):
    """A painted scroll bar, upright unless told otherwise."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation = Qt.Orientation.Vertical) -> None:
        super().__init__(orientation)
        self._theme = theme
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Broad enough to hit."""
        broad = self._theme.px(_BROAD)
        return QSize(broad, broad * 3) if self._is_upright() else QSize(broad * 3, broad)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track and the handle."""
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider  # slow to set up, and often not needed

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle: QRect = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter = smooth_painter(self)
        round_end = self._theme.px(_BAR) / 2
        rounded_box(painter, self._bar_part(self.rect()), round_end, self._theme.colours.track)
        rounded_box(painter, self._bar_part(self._long_enough(handle)), round_end, self._theme.colours.muted)

    def _long_enough(self, handle: QRect) -> QRect:
        """With large letters the handle is still a bar, never a dot."""
        least = self._theme.px(_BROAD)
        if self._is_upright() and handle.height() < least <= self.height():
            top = min(max(0, handle.center().y() - least // 2), self.height() - least)
            return QRect(handle.x(), top, handle.width(), least)
        return handle

    def _bar_part(self, area: QRect) -> QRectF:
        """The visible bar; the rest of the breadth keeps it away from the content."""
        free = self._theme.px(_BROAD) - self._theme.px(_BAR)
        near, far = free * 0.7, free * 0.3
        if self._is_upright():
            return QRectF(area).adjusted(near, 0, -far, 0)
        return QRectF(area).adjusted(0, near, 0, -far)

    def _is_upright(self) -> bool:
        return self.orientation() == Qt.Orientation.Vertical
