"""A picture in a box with round corners, with words for those who do not see it."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter


class PictureBox(QLabel):
    """A picture from an SVG or PNG file, or from its bytes. Its name says what is on it."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, picture: Path | bytes | None, says: str, *, size: int = 148) -> None:
        super().__init__()
        self._theme = theme
        self._picture = picture
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(says)
        theme.changed.connect(self.updateGeometry)

    def show_picture(self, picture: Path | bytes | None, says: str) -> None:
        """Show another picture."""
        self._picture = picture
        self.setAccessibleName(says)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same: it is never squeezed."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the picture. The box is white in every look, as the pictures need it."""
        painter = smooth_painter(self)
        edge = self._theme.colours.hair
        white = QColor(Qt.GlobalColor.white)
        rounded_box(painter, self.rect(), self._theme.px(14), white, edge, 1.5 * self._theme.unit)
        if self._picture is None:
            return
        inner = round(self.width() * 0.78)
        pixmap = self._theme.picture(self._picture, inner, self.devicePixelRatioF())
        size = pixmap.deviceIndependentSize()
        x, y = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        area = QRectF(x, y, size.width(), size.height())
        painter.drawPixmap(area, pixmap, QRectF(pixmap.rect()))
