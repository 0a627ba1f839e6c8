"""The clock of a break as a shape: a ring that empties, with no figures and nothing that hurries (R18)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.painting import smooth_painter

_RING_PART = 0.1
_SIDE, _ICON_PART = 210, 0.34
_STEP = 5
"""The ring moves in whole hundredths of 5, so that a screen reader is not told all the time."""


class BreakClock(QProgressBar):
    """Shows how much of a break is left. It only shows: the share comes from outside."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self._side = _SIDE
        self.setTextVisible(False)
        self.setRange(0, 100)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How much of the break is left"))
        theme.changed.connect(self.updateGeometry)

    def show_share(self, share: float) -> None:
        """Show the part of the break that is left, from 0 to 1."""
        share = min(1.0, max(0.0, share))
        if share == self._share:
            return
        self._share = share
        self.setUpdatesEnabled(False)
        self.setValue(round(share * 100 / _STEP) * _STEP)
        self.setUpdatesEnabled(True)
        self.setAccessibleDescription(self.words())
        self.update()

    def set_side(self, side: int) -> None:
        """How high and wide it is, in units."""
        if side != self._side:
            self._side = side
            self.updateGeometry()

    def words(self) -> str:
        """How much is left, in words."""
        if self._share <= 0:
            return self.tr("The break is over.")
        if self._share > 0.5:
            return self.tr("More than half is left.")
        return self.tr("Less than half is left.") if self._share > 0.25 else self.tr("A little is left.")

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._theme.px(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring and the cup in it."""
        painter, colours = smooth_painter(self), self._theme.colours
        width = self.width() * _RING_PART
        ring = QRectF(self.rect()).adjusted(width, width, -width, -width)
        self._arc(painter, ring, 360, QPen(colours.track, width))
        if self._share > 0:
            self._arc(painter, ring, self._share * 360, QPen(colours.primary, width))
        side = self.width() * _ICON_PART
        middle = self.rect().center()
        icon = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        self._theme.paint_icon(painter, Icon.BREAK, icon, colours.text)

    def _arc(self, painter: QPainter, ring: QRectF, degrees: float, pen: QPen) -> None:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(ring, 90 * 16, round(degrees * 16))
