"""Minutes wanted against the time there is: one numbered block for each agenda item."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.painting import paint_hatch, rounded_box, rounded_path, smooth_painter

_HEIGHT = 34


class TimeBlocks(QLabel):
    """Blocks for minutes; blocks past the end of the time are hatched. Its words say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._minutes: list[int] = []
        self._there_are = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_minutes(self, minutes: Sequence[int], there_are: int) -> None:
        """Show the minutes of each item in order, and how many there are."""
        self._minutes = list(minutes)
        self._there_are = there_are
        used = sum(self._minutes)
        words = self.tr("%1 of %2 minutes used.").replace("%1", str(used)).replace("%2", str(there_are))
        if used > there_are:
            words += " " + self.tr("%1 minutes too long.").replace("%1", str(used - there_are))
        self.setText(words)
        self.update()

    def sizeHint(self) -> QSize:
        """One low bar."""
        return QSize(self._theme.px(280), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A short bar."""
        return QSize(self._theme.px(140), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar and its blocks."""
        painter = smooth_painter(self)
        theme, total = self._theme, max(self._there_are, sum(self._minutes), 1)
        area = QRectF(self.rect()).adjusted(0, theme.px(2), 0, -theme.px(2))
        rounded_box(painter, area, theme.px(6), theme.colours.track)
        start = 0
        for number, minutes in enumerate(self._minutes, 1):
            block = QRectF(
                area.x() + area.width() * start / total,
                area.y(),
                max(theme.px(4), area.width() * minutes / total - theme.px(2)),
                area.height(),
            )
            start += minutes
            self._paint_block(painter, block, number, is_past_end=start > self._there_are)
        self._paint_free(painter, area, start, total)
        self._paint_end(painter, area, total)

    def _paint_block(self, painter: QPainter, block: QRectF, number: int, *, is_past_end: bool) -> None:
        theme, colours = self._theme, self._theme.colours
        radius = theme.px(6)
        if not is_past_end:
            rounded_box(painter, block, radius, colours.primary)
            self._write(painter, block, str(number), colours.on_primary)
            return
        rounded_box(painter, block, radius, colours.surface, colours.text, 1.5 * theme.unit)
        paint_hatch(painter, rounded_path(block, radius), colours.muted, theme.unit)
        plate = QRectF(block.x() + theme.px(3), 0, theme.px(20), theme.px(22))
        plate.moveTop(block.center().y() - plate.height() / 2)
        if plate.right() < block.right():
            rounded_box(painter, plate, theme.px(4), colours.surface)
            self._write(painter, plate, str(number), colours.text)

    def _paint_free(self, painter: QPainter, area: QRectF, start: int, total: int) -> None:
        free = area.adjusted(area.width() * start / total, 0, 0, 0)
        self._write(painter, free, self.tr("free"), self._theme.colours.text)

    def _paint_end(self, painter: QPainter, area: QRectF, total: int) -> None:
        """A line where the time ends, if more is wanted than there is."""
        if sum(self._minutes) <= self._there_are:
            return
        thick = self._theme.px(4)
        x = area.x() + area.width() * self._there_are / total
        line = QRectF(x - thick / 2, 0, thick, self.height())
        painter.fillRect(line.adjusted(-thick / 2, 0, thick / 2, 0), self._theme.colours.surface)
        painter.fillRect(line, self._theme.colours.text)

    def _write(self, painter: QPainter, area: QRectF, words: str, colour: QColor) -> None:
        metrics = self._theme.metrics(TextStyle.SMALL_STRONG)
        if metrics.horizontalAdvance(words) + self._theme.px(4) > area.width():
            return  # the whole is told in words below
        painter.setFont(self._theme.font(TextStyle.SMALL_STRONG))
        painter.setPen(colour)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
