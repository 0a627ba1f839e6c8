"""A person's mark and name on one line, to be told and not pressed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.painting import smooth_painter
from coprod_desktop.ui.widgets.person_mark import initials_of, paint_person_mark
from coprod_desktop.ui.widgets.text_block import TextBlock, lay_out, least_width, natural_width

_MARK = 34
_GAP = 8


class PersonTag(QLabel):
    """Initials in a circle, and the name that is said in the room."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(name)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def heightForWidth(self, width: int) -> int:
        """As high as the mark, or as the lines of a long name."""
        return max(self._theme.px(_MARK), self._lines(width).height)

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        width = self._theme.px(_MARK + _GAP) + natural_width(self._theme, self.text(), TextStyle.BODY)
        return QSize(width, self._theme.px(_MARK))

    def minimumSizeHint(self) -> QSize:
        """The longest part of the name on a line."""
        words = least_width(self._theme, self.text(), TextStyle.BODY)
        return QSize(self._theme.px(_MARK + _GAP) + words, self._theme.px(_MARK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark and the name."""
        painter, px = smooth_painter(self), self._theme.px
        side = px(_MARK)
        circle = QRectF(0, (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        paint_person_mark(painter, self._theme, circle, initials_of(self.text()))
        block = self._lines(self.width())
        block.draw(painter, px(_MARK + _GAP), (self.height() - block.height) / 2, self._theme.colours.text)

    def _lines(self, width: int) -> TextBlock:
        return lay_out(self._theme, self.text(), TextStyle.BODY, width - self._theme.px(_MARK + _GAP))
