"""One part of the whole as a bar with words: people hatched, time solid, on the same scale."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.painting import paint_hatch, rounded_box, rounded_path, smooth_painter
from coprod_desktop.ui.widgets.perspective_mark import Mark, mark_colour
from coprod_desktop.ui.widgets.text_block import natural_width

_HEIGHT = 36


class ShareBar(QLabel):
    """A name, a bar and its value in words: "People", a bar, "4 of 8 people"."""

    def __init__(
        self, theme: Theme, mark: Mark, name: str, share: float, words: str, *, is_hatched: bool = False
    ) -> None:
        super().__init__(f"{name}: {words}")
        self._theme = theme
        self._mark = mark
        self._name = name
        self._share = share
        self._words = words
        self._is_hatched = is_hatched
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_share(self, share: float, words: str) -> None:
        """Show another share."""
        self._share, self._words = share, words
        self.setText(f"{self._name}: {words}")
        self.update()

    def sizeHint(self) -> QSize:
        """A bar with room for its words."""
        return QSize(self._name_width() + self._words_width() + self._theme.px(300), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A short bar."""
        return QSize(self._name_width() + self._words_width() + self._theme.px(70), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name, the bar and the words."""
        theme, colours = self._theme, self._theme.colours
        painter = smooth_painter(self)
        area = QRectF(self.rect())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(TextStyle.NOTE))
        painter.setPen(colours.muted)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | middle, self._name)
        bar = area.adjusted(self._name_width(), theme.px(3), -self._words_width(), -theme.px(3))
        rounded_box(painter, bar, theme.px(6), colours.track)
        colour = mark_colour(theme, self._mark)
        part = QRectF(bar.x(), bar.y(), bar.width() * min(1.0, self._share), bar.height())
        if part.width() >= 1:
            fill = colours.surface if self._is_hatched else colour
            rounded_box(painter, part, theme.px(6), fill, colour, 2 * theme.unit)
        if part.width() >= 1 and self._is_hatched:
            paint_hatch(painter, rounded_path(part, theme.px(6)), colour, theme.unit)
        painter.setFont(theme.font(TextStyle.STRONG))
        painter.setPen(colours.text)
        words = area.adjusted(area.width() - self._words_width() + theme.px(14), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | middle, self._words)

    def _name_width(self) -> int:
        width = natural_width(self._theme, self._name, TextStyle.NOTE) + self._theme.px(12)
        return max(self._theme.px(68), width)

    def _words_width(self) -> int:
        width = natural_width(self._theme, self._words, TextStyle.STRONG) + self._theme.px(16)
        return max(self._theme.px(164), width)
