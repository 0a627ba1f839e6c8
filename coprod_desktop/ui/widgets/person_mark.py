"""A person's initials in a grey circle, or their photograph or symbol. Never a colour for a perspective."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter


def initials_of(name: str) -> str:
    """The first letters of the first and the last word of a name; a number that tells two people apart is none."""
    words = [word for word in name.split() if word[0].isalpha()]
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [(words or [name.strip()])[0][:1]]
    return "".join(letters).upper()


def paint_person_mark(painter: QPainter, theme: Theme, area: QRectF, initials: str) -> None:
    """Draw initials in a circle."""
    colours = theme.colours
    rounded_box(painter, area, area.height() / 2, colours.sunken, colours.muted, 1.5 * theme.unit)
    painter.setPen(colours.muted)
    painter.setFont(theme.font(TextStyle.SMALL_STRONG))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, initials)


class PersonMark(QLabel):
    """The mark of one person; their name is its name for screen readers."""

    def __init__(self, theme: Theme, name: str, *, picture: Path | bytes | None = None, size: int = 40) -> None:
        super().__init__(name)
        self._theme = theme
        self._picture = picture
        self._size = size
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square that the circle fills."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same: it is never squeezed."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle."""
        painter = smooth_painter(self)
        area = QRectF(self.rect())
        if self._picture is None:
            paint_person_mark(painter, self._theme, area, initials_of(self.text()))
            return
        circle = QPainterPath()
        circle.addEllipse(area)
        painter.setClipPath(circle)
        pixmap = self._theme.picture(self._picture, self.width(), self.devicePixelRatioF())
        painter.drawPixmap(area, pixmap, QRectF(pixmap.rect()))
        painter.setClipping(False)
        line = self._theme.colours.muted
        rounded_box(painter, area, area.height() / 2, None, line, 1.5 * self._theme.unit)
