"""The turn clock for a room in which somebody has their own turn length: shape and words, no total (R11)."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent

from coprod_desktop.ui.theme import TextStyle
from coprod_desktop.ui.widgets.painting import smooth_painter
from coprod_desktop.ui.widgets.text_block import TextBlock
from coprod_desktop.ui.widgets.turn_clock import TurnClock

_DIGITS_PART = 0.258


class SpeakerClock(TurnClock):
    """A turn clock that can keep back how long the whole turn is, so that nobody's longer turn shows."""

    _figures_below: float | None = None
    _left = 0.0
    _share = 0.0
    _is_paused = False

    def keep_back_length(self, figures_below: float | None) -> None:
        """Show figures only when less than so many seconds are left, and never the total; None shows everything."""
        if figures_below != self._figures_below:
            self._figures_below = figures_below
            self.update()

    def show_time(
        self, left_seconds: float, allowed_seconds: int, wind_up_seconds: int = 30, *, is_paused: bool = False
    ) -> None:
        """As the turn clock."""
        self._left = max(0.0, left_seconds)
        self._share = self._left / max(1, allowed_seconds)
        self._is_paused = is_paused
        super().show_time(left_seconds, allowed_seconds, wind_up_seconds, is_paused=is_paused)
        if self._figures_below is not None:
            self._tell(self.words())

    def words(self) -> str:
        """The state in words."""
        if self._figures_below is None or self._turn is None:
            return super().words()
        if self._left <= 0:
            return self.tr("Time is up.")
        paused = self.tr("Paused.") if self._is_paused else ""
        return " ".join(filter(None, (paused, self._left_words())))

    def sizeHint(self) -> QSize:
        """It takes what room there is, and asks for little."""
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring, and in it figures only at the end of the turn."""
        if self._figures_below is None or self._turn is None:
            super().paintEvent(event)
            return
        painter = smooth_painter(self)
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        self._paint_ring(painter, box)
        if self._left <= 0:
            self._paint_words(painter, box, self.tr("Time is up"), "")
            return
        note = self.tr("Paused") if self._is_paused else ""
        if self._left > self._figures_below:
            self._paint_calm(painter, box, "\n".join(filter(None, (self._left_words().rstrip("."), note))))
        else:
            self._paint_figures(painter, box, note or self.tr("left"))

    def _paint_calm(self, painter: QPainter, box: QRectF, words: str) -> None:
        inner = box.width() * 0.66
        for style in (TextStyle.TITLE, TextStyle.GROUP_NAME, TextStyle.STRONG):
            block = TextBlock(self._theme, words, style, inner, Qt.AlignmentFlag.AlignHCenter)
            if block.line_count <= 2:
                break
        block.draw(painter, box.center().x() - inner / 2, box.center().y() - block.height / 2, self._theme.colours.text)

    def _paint_figures(self, painter: QPainter, box: QRectF, note: str) -> None:
        font = QFont(self._theme.font(TextStyle.CLOCK))
        font.setPixelSize(max(1, round(box.width() * _DIGITS_PART)))
        painter.setFont(font)
        painter.setPen(self._theme.colours.text)
        minutes, seconds = divmod(ceil(self._left), 60)
        size = font.pixelSize()
        area = QRectF(box.x(), box.center().y() - size * 1.05, box.width(), size * 1.2)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"{minutes}:{seconds:02d}")
        self._paint_line(painter, box, box.center().y() + size * 0.42, note, TextStyle.LEAD, "muted")

    def _left_words(self) -> str:
        if self._share > 0.5:
            return self.tr("More than half is left.")
        return self.tr("Less than half is left.") if self._share > 0.25 else self.tr("A little is left.")
