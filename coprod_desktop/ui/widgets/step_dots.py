"""How far something has come: linked dots, filled one after the other, and the word for where it stands."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.painting import paint_tick, rounded_box, smooth_painter
from coprod_desktop.ui.widgets.text_block import lay_out, natural_width

_DOT, _LINK = 20, 6
_MOST_DOTS = 4
_WORDS_GAP = 8
_ROOM_AFTER = 6
_HIGH = 30


class StepDots(QLabel):
    """Dots such as asked, arranged, ready, met. Dots of all rows with the same `all_words` stand under each other.

    The last step is the person's own: while it is `is_doubtful`, its dot is pale yellow with a bar and never a tick.
    """

    def __init__(self, theme: Theme, all_words: Sequence[str] = ()) -> None:
        super().__init__()
        self._theme = theme
        self._all_words = tuple(all_words)
        self._words, self._done, self._total, self._is_doubtful = "", 0, _MOST_DOTS, False
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_step(self, words: str, done: int, total: int = _MOST_DOTS, *, is_doubtful: bool = False) -> None:
        """Say where it stands; `done` of `total` steps are behind us."""
        self._words, self._done, self._total, self._is_doubtful = words, done, total, is_doubtful
        told = self.tr("%1. %2 of %3 steps done").replace("%1", words)
        self.setText(told.replace("%2", str(done)).replace("%3", str(total)))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As many lines as the word needs."""
        return max(self._theme.px(_HIGH), lay_out(self._theme, self._words, TextStyle.STRONG, self._room(width)).height)

    def sizeHint(self) -> QSize:
        """Room for the longest word of all rows."""
        widest = max(natural_width(self._theme, one, TextStyle.STRONG) for one in (self._words, *self._all_words))
        width = ceil(self._words_x()) + widest + self._theme.px(_ROOM_AFTER)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The word is never broken."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the links, the dots and the word."""
        painter = smooth_painter(self)
        middle = self.height() / 2
        for number in range(self._total):
            self._paint_dot(painter, number, middle)
        colour = self._theme.colours.good if self._done and not self._is_doubtful else self._theme.colours.text
        block = lay_out(self._theme, self._words, TextStyle.STRONG, self._room(self.width()))
        block.draw(painter, self._words_x(), middle - block.height / 2, colour)

    def _paint_dot(self, painter: QPainter, number: int, middle: float) -> None:
        theme, colours, px = self._theme, self._theme.colours, self._theme.px
        side = px(_DOT)
        dot = QRectF(number * (side + px(_LINK)), middle - side / 2, side, side)
        if number:
            link = QRectF(dot.left() - px(_LINK), middle - theme.unit, px(_LINK), 2 * theme.unit)
            painter.fillRect(link, colours.good if number < self._done else colours.line)
        if self._is_doubtful and number == self._total - 1:
            rounded_box(painter, dot, side / 2, colours.warm, colours.wind_line, 1.8 * theme.unit)
            bar = QRectF(dot.center().x() - side / 4, middle - theme.unit, side / 2, 2 * theme.unit)
            painter.fillRect(bar, colours.on_warm)
        elif number < self._done:
            rounded_box(painter, dot, side / 2, colours.good)
            paint_tick(painter, dot, colours.surface)
        else:
            rounded_box(painter, dot, side / 2, colours.surface, colours.line, 1.8 * theme.unit)

    def _words_x(self) -> float:
        px = self._theme.px
        return _MOST_DOTS * px(_DOT) + (_MOST_DOTS - 1) * px(_LINK) + px(_WORDS_GAP)

    def _room(self, width: int) -> float:
        return width - self._words_x()
