"""How far a long piece of work is, in words and as a bar, and a button to stop it."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import announce
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_HEIGHT = 16
_RADIUS = 8


class ProgressLine(QWidget):
    """A bar that fills; it moves only when something was done."""

    accessible_role = QAccessible.Role.ProgressBar

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_share(self, share: float, words: str) -> None:
        """How much is done, 0 to 1, with the same in words."""
        self._share = min(max(share, 0.0), 1.0)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """A line as high as a letter."""
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same, shorter."""
        return QSize(self._theme.px(60), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar with an edge, so that it is seen without colour."""
        theme, colours = self._theme, self._theme.colours
        painter: QPainter = smooth_painter(self)
        box = QRectF(self.rect())
        rounded_box(painter, self.rect(), theme.px(_RADIUS), colours.surface, colours.line, 1.5 * theme.unit)
        if self._share > 0:
            inner = box.adjusted(3, 3, -3, -3)
            inner.setWidth(max(inner.height(), inner.width() * self._share))
            painter.setBrush(colours.primary)
            painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)


class ProgressCard(Card):
    """Signal: `stop_requested`."""

    stop_requested = Signal()

    def __init__(self, theme: Theme, heading: str) -> None:
        super().__init__(theme, heading)
        self._words = WrapLabel(theme, "", TextStyle.BODY)
        self.line = ProgressLine(theme)
        self.stop_button = BigButton(theme, self.tr("Stop"), icon=Icon.CLOSE)
        for part in (self._words, self.line, self.stop_button):
            self.add(part)
        self.stop_button.clicked.connect(self.stop_requested)

    def begin(self, words: str) -> None:
        """Nothing is done yet; told aloud once."""
        self.show_progress(0, 1, words)
        announce(self, words)

    def show_progress(self, done: int, total: int, words: str) -> None:
        """How far it is; not told aloud at each step."""
        self._words.setText(words)
        self.line.show_share(done / total if total else 0.0, words)

    def words(self) -> str:
        """What it says now."""
        return self._words.text()
