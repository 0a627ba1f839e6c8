"""A hair line between two parts of a card."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Theme


class Divider(QWidget):
    """A line across; decoration only, so it has no name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As thin as a hair."""
        return QSize(self._theme.px(24), max(1, round(1.5 * self._theme.unit)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        QPainter(self).fillRect(self.rect(), self._theme.colours.hair)
