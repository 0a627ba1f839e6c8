"""Days of notice on a line, with a mark for the group's own rule above it and for the longest need below it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.domain.notice import Notice
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.notice_words import days_words, longest_words, rule_words
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.text_block import TextBlock, lay_out, least_width, natural_width

_BAR, _TICK, _TICK_WIDE, _GAP = 14, 28, 3, 4
_LEAST_WIDE = 200
_ROOM_AFTER = 1.12
"""How much longer the line is than its longest number, so that the last mark does not stand at its end."""


class NoticeBar(QLabel):
    """It is read as one sentence; words are never cut, they take more lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._days, self._rule_days, self._need_days = 0, 0, 0
        self._rule, self._need = "", ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_notice(self, notice: Notice, *, is_close: bool = False) -> None:
        """Show the days against what is asked for; a close line has one mark only, for what asks for most."""
        self._days, self._rule_days, self._need_days = max(0, notice.days), notice.rule_days, notice.longest_days
        self._rule = rule_words(notice)
        self._need = longest_words(notice, days_words(notice.longest_days))
        if is_close:
            self._keep_longest()
        self.setText(". ".join(part for part in (self._rule, self._need) if part) + ".")
        self.updateGeometry()
        self.update()

    def _keep_longest(self) -> None:
        if self._need and self._need_days >= self._rule_days:
            self._rule, self._rule_days = "", 0
        else:
            self._need, self._need_days = "", 0

    def heightForWidth(self, width: int) -> int:
        """The words above, the line with its marks, and the words below."""
        words = sum(block.height + self._theme.px(_GAP) for block in self._blocks(width) if block is not None)
        return round(words) + self._theme.px(_TICK)

    def sizeHint(self) -> QSize:
        """A line of a good length."""
        width = self._theme.px(_LEAST_WIDE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word on a line."""
        widest = max(least_width(self._theme, words, TextStyle.NOTE) for words in (self._rule, self._need))
        return QSize(widest, self._theme.px(_TICK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words, line and marks."""
        theme, painter, width = self._theme, smooth_painter(self), self.width()
        above, below = self._blocks(width)
        top = 0.0
        if above is not None:
            above.draw(painter, self._words_x(self._rule, self._rule_days), top, theme.colours.text)
            top += above.height + theme.px(_GAP)
        self._paint_line(painter, top)
        top += theme.px(_TICK) + theme.px(_GAP)
        if below is not None:
            below.draw(painter, self._words_x(self._need, self._need_days), top, theme.colours.text)

    def _paint_line(self, painter: QPainter, top: float) -> None:
        theme, colours = self._theme, self._theme.colours
        high, tick = theme.px(_BAR), theme.px(_TICK)
        bar = QRectF(0, top + (tick - high) / 2, self.width(), high)
        rounded_box(painter, bar, high / 2, colours.track)
        if self._days:
            bar.setWidth(max(high, self._x_of(self._days)))
            rounded_box(painter, bar, high / 2, colours.primary)
        for days in filter(None, (self._rule_days, self._need_days)):
            wide = theme.px(_TICK_WIDE)
            painter.fillRect(QRectF(self._x_of(days) - wide / 2, top, wide, tick), colours.text)

    def _x_of(self, days: int) -> float:
        return self.width() * days / (max(self._days, self._rule_days, self._need_days, 1) * _ROOM_AFTER)

    def _words_x(self, words: str, days: int) -> float:
        """The middle of the words is at their mark, as far as there is room at both sides."""
        wide = min(self.width(), natural_width(self._theme, words, TextStyle.NOTE))
        return max(0.0, min(self._x_of(days) - wide / 2, self.width() - wide))

    def _blocks(self, width: int) -> tuple[TextBlock | None, TextBlock | None]:
        return self._block(self._rule if self._rule_days else "", width), self._block(self._need, width)

    def _block(self, words: str, width: int) -> TextBlock | None:
        return lay_out(self._theme, words, TextStyle.NOTE, width) if words else None
