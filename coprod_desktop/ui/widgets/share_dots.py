"""How many of a perspective: a mark, its word, filled and empty dots or bars, and the count in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.perspective_mark import Mark, mark_colour, paint_mark
from coprod_desktop.ui.widgets.text_block import TextBlock, lay_out, natural_width

_MARK = 18
_WORDS_X = 28
_DOT = 13
_DOT_GAP = 4
_LINE = 26
_BAR = 10
_MOST_DOTS = 12


class ShareDots(QLabel):
    """One perspective: "Lived experience", dots, "4 of 5". With `is_bar`, bars below instead of dots."""

    def __init__(
        self,
        theme: Theme,
        mark: Mark,
        words: str,
        filled: int,
        total: int,
        *,
        is_bar: bool = False,
        has_dots: bool = True,
    ) -> None:
        super().__init__()
        self._has_dots = has_dots
        self._theme = theme
        self._mark = mark
        self._words = words
        self._is_bar = is_bar
        self._filled = 0
        self._total = 0
        self._count = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_count(filled, total)
        theme.changed.connect(self.updateGeometry)

    def show_count(self, filled: int, total: int) -> None:
        """Show another count."""
        self._filled, self._total = filled, total
        self._count = self._count_words(filled, total)
        self.setText(f"{self._words}: {self._count}")
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Words, and the dots or bars below if there is no room beside."""
        words = self._block(width).height
        below = self._theme.px(_DOT + 6) if self._has_dots_below(width) else 0
        bar = self._theme.px(_BAR + 8) if self._is_bar else 0
        return max(words, self._theme.px(_LINE)) + below + bar

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        width = self._theme.px(_WORDS_X + 24) + natural_width(self._theme, self._words, TextStyle.BODY)
        width += self._count_width() + self._dots_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Dots below the words."""
        width = self._theme.px(_WORDS_X + 90) + self._count_width()
        return QSize(max(width, self._theme.px(_WORDS_X) + self._dots_width()), self._theme.px(_LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark, the words, the dots and the count."""
        theme, painter = self._theme, smooth_painter(self)
        block = self._block(self.width())
        line = max(block.height, theme.px(_LINE))
        side = theme.px(_MARK)
        paint_mark(painter, theme, QRectF(theme.px(1), (line - side) / 2, side, side), self._mark)
        block.draw(painter, theme.px(_WORDS_X), (line - block.height) / 2, theme.colours.text)
        painter.setPen(theme.colours.text)
        painter.setFont(theme.font(TextStyle.STRONG))
        right = QRectF(0, 0, self.width(), line)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._count)
        if self._is_bar:
            self._paint_bars(painter, line + theme.px(4))
        elif self._has_dots_below(self.width()):
            self._paint_dots(painter, theme.px(_WORDS_X), line)
        else:
            x = self.width() - self._count_width() - theme.px(12) - self._dots_width()
            self._paint_dots(painter, x, (line - theme.px(_DOT)) / 2)

    def _paint_dots(self, painter: QPainter, x: float, y: float) -> None:
        theme, colour = self._theme, mark_colour(self._theme, self._mark)
        side = theme.px(_DOT)
        for index in range(self._dot_count()):
            fill = colour if index < self._filled else None
            rounded_box(painter, QRectF(x, y, side, side), side / 2, fill, colour, 1.8 * theme.unit)
            x += side + theme.px(_DOT_GAP)

    def _paint_bars(self, painter: QPainter, y: float) -> None:
        theme, colour = self._theme, mark_colour(self._theme, self._mark)
        gap, high = theme.px(6), theme.px(_BAR)
        width = (self.width() - gap * (self._total - 1)) / max(1, self._total)
        if width < high:  # finer pieces could not be told apart, so it is one bar
            self._paint_one_bar(painter, QRectF(0, y, self.width(), high))
            return
        for index in range(self._total):
            bar = QRectF(index * (width + gap), y, width, high)
            fill = colour if index < self._filled else theme.colours.track
            rounded_box(painter, bar, bar.height() / 2, fill)

    def _paint_one_bar(self, painter: QPainter, bar: QRectF) -> None:
        rounded_box(painter, bar, bar.height() / 2, self._theme.colours.track)
        if self._filled:
            bar.setWidth(max(bar.height(), bar.width() * self._filled / self._total))
            rounded_box(painter, bar, bar.height() / 2, mark_colour(self._theme, self._mark))

    def _block(self, width: int) -> TextBlock:
        room = width - self._theme.px(_WORDS_X + 10) - self._count_width()
        if not self._is_bar and not self._has_dots_below(width):
            room -= self._dots_width()
        return lay_out(self._theme, self._words, TextStyle.BODY, room)

    def _has_dots_below(self, width: int) -> bool:
        if self._is_bar:
            return False
        words = natural_width(self._theme, self._words, TextStyle.BODY)
        needed = self._theme.px(_WORDS_X + 10) + words + self._dots_width() + self._count_width()
        return needed > width

    def _dot_count(self) -> int:
        return self._total if self._has_dots and self._total <= _MOST_DOTS else 0

    def _dots_width(self) -> int:
        return self._dot_count() * (self._theme.px(_DOT) + self._theme.px(_DOT_GAP))

    def _count_width(self) -> int:
        """As broad as the broadest count of this total, so that the dots of all lines stand under each other."""
        digits = len(str(self._total))
        shapes = (self._count, *(self._count_words(int(figure * digits), self._total) for figure in "0123456789"))
        return max(natural_width(self._theme, words, TextStyle.STRONG) for words in shapes)

    def _count_words(self, filled: int, total: int) -> str:
        return self.tr("%1 of %2").replace("%1", str(filled)).replace("%2", str(total))
