"""Minutes wanted against the time there is: one numbered block for each agenda item, and breaks between them."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.painting import paint_hatch, rounded_box, rounded_path, smooth_painter

_HEIGHT = 34
_RADIUS = 6
_CUP = 18
_LEAST_WITH_EDGE = 12


class Block(NamedTuple):
    """Minutes in a row: those of the item with this number, or of a break if there is no number."""

    minutes: int
    number: int = 0


class TimeBlocks(QLabel):
    """Blocks for minutes; a break has a cup, blocks past the end of the time are hatched. Its words say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._blocks: list[Block] = []
        self._there_are = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_blocks(self, blocks: Sequence[Block], there_are: int) -> None:
        """Show items and breaks in order, and how many minutes there are for items."""
        self._blocks = [block for block in blocks if block.minutes > 0]
        breaks = sum(block.minutes for block in self._blocks if not block.number)
        used = sum(block.minutes for block in self._blocks) - breaks
        self._there_are = there_are + breaks
        words = [self.tr("%1 of %2 minutes used.").replace("%1", str(used)).replace("%2", str(there_are))]
        if breaks:
            words.append(self.tr("%1 minutes of breaks.").replace("%1", str(breaks)))
        if used > there_are:
            words.append(self.tr("%1 minutes too long.").replace("%1", str(used - there_are)))
        self.setText(" ".join(words))
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
        theme, total = self._theme, max(self._there_are, self._wanted(), 1)
        area = QRectF(self.rect()).adjusted(0, theme.px(2), 0, -theme.px(2))
        rounded_box(painter, area, theme.px(_RADIUS), theme.colours.track)
        start = 0
        for block in self._blocks:
            box = QRectF(
                area.x() + area.width() * start / total,
                area.y(),
                max(theme.px(4), area.width() * block.minutes / total - theme.px(2)),
                area.height(),
            )
            start += block.minutes
            if block.number:
                self._paint_item(painter, box, block.number, is_past_end=start > self._there_are)
            else:
                self._paint_break(painter, box)
        self._paint_free(painter, area, start, total)
        self._paint_end(painter, area, total)

    def _wanted(self) -> int:
        return sum(block.minutes for block in self._blocks)

    def _paint_item(self, painter: QPainter, box: QRectF, number: int, *, is_past_end: bool) -> None:
        colours = self._theme.colours
        if is_past_end and box.width() < self._theme.px(_LEAST_WITH_EDGE):
            paint_hatch(painter, rounded_path(box, 0), colours.muted, self._theme.unit)
            return
        if not is_past_end:
            rounded_box(painter, box, self._theme.px(_RADIUS), colours.primary)
            self._write(painter, box, str(number), colours.on_primary)
            return
        self._paint_hatched(painter, box, colours.text, colours.muted)
        plate = self._plate(painter, box, self._theme.px(20))
        if plate is not None:
            self._write(painter, plate, str(number), colours.text)

    def _paint_break(self, painter: QPainter, box: QRectF) -> None:
        colours, side = self._theme.colours, self._theme.px(_CUP)
        self._paint_hatched(painter, box, colours.line, colours.track)
        plate = self._plate(painter, box, side + self._theme.px(4))
        if plate is not None:
            cup = QRectF(0, 0, side, side)
            cup.moveCenter(plate.center())
            self._theme.paint_icon(painter, Icon.BREAK, cup, colours.text)

    def _paint_hatched(self, painter: QPainter, box: QRectF, edge: QColor, lines: QColor) -> None:
        theme, radius = self._theme, self._theme.px(_RADIUS)
        rounded_box(painter, box, radius, theme.colours.surface, edge, 1.5 * theme.unit)
        paint_hatch(painter, rounded_path(box, radius), lines, theme.unit)

    def _plate(self, painter: QPainter, box: QRectF, width: int) -> QRectF | None:
        """A quiet place for a sign in the middle of a hatched block, if there is room for it."""
        if box.width() < width + self._theme.px(4):
            return None
        plate = QRectF(0, 0, width, self._theme.px(22))
        plate.moveCenter(box.center())
        rounded_box(painter, plate, self._theme.px(4), self._theme.colours.surface)
        return plate

    def _paint_free(self, painter: QPainter, area: QRectF, start: int, total: int) -> None:
        free = area.adjusted(area.width() * start / total, 0, 0, 0)
        self._write(painter, free, self.tr("free"), self._theme.colours.text)

    def _paint_end(self, painter: QPainter, area: QRectF, total: int) -> None:
        """A line where the time ends, if more is wanted than there is."""
        if self._wanted() <= self._there_are:
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
