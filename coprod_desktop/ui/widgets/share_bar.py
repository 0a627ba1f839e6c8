"""How large a part of the whole is: a word, a bar, the number in words. People are hatched, what was said is solid."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.painting import paint_hatch, rounded_box, rounded_path, smooth_painter
from coprod_desktop.ui.widgets.perspective_mark import Mark, mark_colour
from coprod_desktop.ui.widgets.text_block import lay_out, natural_width

_BAR, _LINE, _GAP = 22, 30, 12
_LEAST_BAR = 120
_RADIUS = 6


class ShareBar(QLabel):
    """One bar such as "Time ▬▬▬▬ 14 minutes". Bars with the same `columns` stand under each other, at one scale.

    `columns` are the widest word on the left and on the right. With little room the words stand above the bar.
    """

    def __init__(self, theme: Theme, mark: Mark, *, columns: tuple[str, str], is_hatched: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._mark = mark
        self._columns = columns
        self._is_hatched = is_hatched
        self._name, self._words, self._share = "", "", 0.0
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_share(self, name: str, share: float, words: str) -> None:
        """Show a part of the whole, from 0 to 1."""
        self._name, self._words, self._share = name, words, min(1.0, max(0.0, share))
        self.setText(f"{name}: {words}")
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """One line, or the words and the bar below them."""
        line = max(self._theme.px(_LINE), lay_out(self._theme, "Ay", TextStyle.STRONG, width).height)
        return line if self._is_beside(width) else line + self._theme.px(_BAR + 6)

    def sizeHint(self) -> QSize:
        """Words and a bar of a good length."""
        width = sum(self._sides()) + self._theme.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The words beside each other, the bar below."""
        width = sum(natural_width(self._theme, words, TextStyle.STRONG) for words in (self._name, self._words))
        return QSize(width + self._theme.px(_GAP), self._theme.px(_LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words and the bar."""
        theme, painter, width = self._theme, smooth_painter(self), self.width()
        bar_height = theme.px(_BAR)
        if self._is_beside(width):
            left, right = self._sides()
            bar = QRectF(left, (self.height() - bar_height) / 2, width - left - right, bar_height)
            self._write(painter, self._name, TextStyle.BODY, 0, self.height(), theme.colours.text)
            words_x = bar.right() + theme.px(_GAP)
            self._write(painter, self._words, TextStyle.STRONG, words_x, self.height(), theme.colours.text)
        else:
            line = self.height() - bar_height
            bar = QRectF(0, line, width, bar_height)
            self._write(painter, self._name, TextStyle.BODY, 0, line, theme.colours.text)
            words_x = width - natural_width(theme, self._words, TextStyle.STRONG)
            self._write(painter, self._words, TextStyle.STRONG, words_x, line, theme.colours.text)
        self._paint_bar(painter, bar)

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        theme, colour = self._theme, mark_colour(self._theme, self._mark)
        radius = theme.px(_RADIUS)
        rounded_box(painter, bar, radius, theme.colours.track)
        if not self._share:
            return
        filled = QRectF(bar)
        filled.setWidth(max(bar.width() * self._share, 2 * radius))
        if not self._is_hatched:
            rounded_box(painter, filled, radius, colour)
            return
        rounded_box(painter, filled, radius, theme.colours.surface)
        paint_hatch(painter, rounded_path(filled, radius), colour, theme.unit)
        rounded_box(painter, filled, radius, None, colour, 2 * theme.unit)

    def _write(self, painter: QPainter, words: str, style: TextStyle, x: float, height: float, colour: QColor) -> None:
        block = lay_out(self._theme, words, style, self.width() + self._theme.px(_GAP))
        block.draw(painter, x, (height - block.height) / 2, colour)

    def _sides(self) -> tuple[int, int]:
        """The room for the words at the left and at the right, with the gaps."""
        theme, gap = self._theme, self._theme.px(_GAP)
        left = max(natural_width(theme, words, TextStyle.BODY) for words in (self._columns[0], self._name))
        right = max(natural_width(theme, words, TextStyle.STRONG) for words in (self._columns[1], self._words))
        return left + gap, right + gap

    def _is_beside(self, width: int) -> bool:
        return width - sum(self._sides()) >= self._theme.px(_LEAST_BAR)
