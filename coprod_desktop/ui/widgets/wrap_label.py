"""Words on a screen, in one of the text styles, that break into lines and are never cut."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.painting import smooth_painter
from coprod_desktop.ui.widgets.text_block import TextBlock, lay_out, least_width, natural_width


class WrapLabel(QLabel):
    """A label that grows downwards when there is less room. `colour` names a colour of the theme."""

    accessible_role: QAccessible.Role | None = None

    def __init__(
        self,
        theme: Theme,
        words: str = "",
        style: TextStyle = TextStyle.BODY,
        *,
        colour: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._style = style
        self._colour = colour or ("muted" if style in (TextStyle.NOTE, TextStyle.LABEL) else "text")
        self._align = align
        if style.is_heading:
            self.accessible_role = QAccessible.Role.Heading
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(words)
        theme.changed.connect(self._on_theme_changed)

    def setText(self, words: str) -> None:
        """Show other words."""
        if words == self.text():
            return
        super().setText(words)
        if self.accessible_role is not None:
            self.setAccessibleName(words)
        self.updateGeometry()

    def set_colour(self, colour: str) -> None:
        """Write in another colour of the theme, such as "good"."""
        self._colour = colour
        self.update()

    def heightForWidth(self, width: int) -> int:
        """The height that all lines need at this width."""
        return self._lines(width).height

    def sizeHint(self) -> QSize:
        """One line for each line of the words, or up to 640 units wide."""
        width = min(natural_width(self._theme, self.text(), self._style), self._theme.px(640))
        return QSize(width, self._lines(width).height)

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        width = least_width(self._theme, self.text(), self._style)
        return QSize(width, round(self._theme.line_height(self._style)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        block = self._lines(self.width())
        colour: QColor = getattr(self._theme.colours, self._colour)
        block.draw(smooth_painter(self), 0, max(0, (self.height() - block.height) // 2), colour)

    def _lines(self, width: int) -> TextBlock:
        return lay_out(self._theme, self.text(), self._style, width, self._align)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
