"""One person and the copy that they asked for: name, which minutes, and what it is printed on."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.person_mark import initials_of, paint_person_mark
from coprod_desktop.ui.widgets.text_block import TextBlock, lay_out

_MARK, _GAP, _RIM, _SIGN = 32, 12, 6, 24
_SWATCH_WIDTH, _SWATCH_HEIGHT, _SWATCH_RADIUS = 16, 21, 3
_BESIDE_FROM = 520  # with less room than this the words about the copy stand below the name
_NAME_SHARE, _COPY_SHARE = 0.3, 0.28


class AskedWords(NamedTuple):
    """What a row says. `paper_colour` is as "#FFF8E1"; None is a copy that is not on paper, "" a colour not known."""

    name: str
    copy: str
    paper: str
    paper_colour: str | None = ""

    def spoken(self) -> str:
        """The row in one line, for a screen reader."""
        return f"{self.name}. {self.copy}. {self.paper}"


class AskedRow(QLabel):
    """A row that is only read. The colour of the paper is shown and told in words (UI-06)."""

    def __init__(self, theme: Theme, words: AskedWords) -> None:
        super().__init__(words.spoken())
        self._theme, self._row_words = theme, words
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def heightForWidth(self, width: int) -> int:
        """The height that the words need."""
        px = self._theme.px
        name, copy, paper = self._blocks(width)
        words = max(name.height, copy.height, paper.height)
        if not self._is_beside(width):
            words = name.height + copy.height + paper.height
        return max(px(44), words + 2 * px(_RIM))

    def sizeHint(self) -> QSize:
        """Wide enough to stand beside each other."""
        width = self._theme.px(_BESIDE_FROM)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a phone."""
        return QSize(self._theme.px(200), self._theme.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark, the words, and a hair line under them."""
        painter = smooth_painter(self)
        theme, px = self._theme, self._theme.px
        hair = max(1, round(1.5 * theme.unit))
        painter.fillRect(0, self.height() - hair, self.width(), hair, theme.colours.hair)
        side = px(_MARK)
        mark = QRectF(0, (self.height() - side) / 2, side, side)
        paint_person_mark(painter, theme, mark, initials_of(self._row_words.name))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        width, colours = self.width(), self._theme.colours
        name, copy, paper = blocks = self._blocks(width)
        xs = self._columns(width)
        if self._is_beside(width):
            ys = [(self.height() - block.height) / 2 for block in blocks]
        else:
            top = (self.height() - sum(block.height for block in blocks)) / 2
            ys = [top, top + name.height, top + name.height + copy.height]
        name.draw(painter, xs[0], ys[0], colours.text)
        copy.draw(painter, xs[1], ys[1], colours.text)
        paper.draw(painter, xs[2] + self._sign_room(), ys[2], colours.muted)
        self._paint_sign(painter, xs[2], ys[2] + paper.line_height / 2)

    def _paint_sign(self, painter: QPainter, x: float, middle: float) -> None:
        theme, colours, px = self._theme, self._theme.colours, self._theme.px
        colour = self._row_words.paper_colour
        if colour is None:
            side = px(_SIGN)
            theme.paint_icon(painter, Icon.FILE, QRectF(x, middle - side / 2, side, side), colours.muted)
            return
        width, height = px(_SWATCH_WIDTH), px(_SWATCH_HEIGHT)
        box = QRectF(x + (px(_SIGN) - width) / 2, middle - height / 2, width, height)
        fill = QColor(colour) if colour else None
        rounded_box(painter, box, px(_SWATCH_RADIUS), fill, colours.line, 1.5 * theme.unit)

    def _is_beside(self, width: int) -> bool:
        return width >= self._theme.px(_BESIDE_FROM)

    def _sign_room(self) -> int:
        return self._theme.px(_SIGN) + self._theme.px(8)

    def _columns(self, width: int) -> tuple[int, int, int]:
        """Where name, copy and paper begin."""
        start = self._theme.px(_MARK) + self._theme.px(_GAP)
        if not self._is_beside(width):
            return start, start, start
        room = width - start
        return start, start + round(room * _NAME_SHARE), start + round(room * (_NAME_SHARE + _COPY_SHARE))

    def _blocks(self, width: int) -> tuple[TextBlock, TextBlock, TextBlock]:
        words, theme, gap = self._row_words, self._theme, self._theme.px(_GAP)
        first, second, third = self._columns(width)
        ends = (second - gap, third - gap, width) if self._is_beside(width) else (width, width, width)
        return (
            lay_out(theme, words.name, TextStyle.STRONG, ends[0] - first),
            lay_out(theme, words.copy, TextStyle.BODY, ends[1] - second),
            lay_out(theme, words.paper, TextStyle.NOTE, ends[2] - third - self._sign_room()),
        )
