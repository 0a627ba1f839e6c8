"""An icon that stands beside words of its own widget, and a line of icon and words together."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.layouts import Row
from coprod_desktop.ui.widgets.painting import smooth_painter
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class IconLabel(QWidget):
    """A drawn icon. It always stands beside words, so it has no name of its own."""

    def __init__(self, theme: Theme, icon: Icon, *, size: int = 24, colour: str = "primary") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._size = size
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_icon(self, icon: Icon, colour: str = "") -> None:
        """Draw another icon."""
        wanted = (icon, colour or self._colour)
        if wanted != (self._icon, self._colour):
            self._icon, self._colour = wanted
            self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        colour = getattr(self._theme.colours, self._colour)
        self._theme.paint_icon(smooth_painter(self), self._icon, QRectF(self.rect()), colour)


class IconLine(QWidget):
    """An icon and words on one line, such as "5 people are waiting to hear"."""

    def __init__(
        self,
        theme: Theme,
        icon: Icon,
        words: str,
        style: TextStyle = TextStyle.BODY,
        *,
        colour: str = "",
        icon_colour: str = "primary",
    ) -> None:
        super().__init__()
        self._icon = IconLabel(theme, icon, colour=icon_colour)
        self._label = WrapLabel(theme, words, style, colour=colour)
        row = Row(theme, gap=12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.setLayout(row)

    def set_words(self, words: str, icon: Icon | None = None) -> None:
        """Change the words, and the icon if need be."""
        self._label.setText(words)
        if icon is not None:
            self._icon.set_icon(icon)

    def words(self) -> str:
        """The words on the line."""
        return self._label.text()
