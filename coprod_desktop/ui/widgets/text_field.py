"""A field for several lines of words."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.field_paint import FIELD_RADIUS, make_see_through, paint_field
from coprod_desktop.ui.widgets.press_button import FocusOutline
from coprod_desktop.ui.widgets.scroll_bar import ScrollBar
from coprod_desktop.ui.widgets.undo_key import belongs_to_window


class TextField(QPlainTextEdit):
    """Several lines of words; Tab leaves it. Signals: those of QPlainTextEdit, such as `textChanged`."""

    def __init__(self, theme: Theme, words: str = "", *, lines: int = 3, style: TextStyle = TextStyle.BODY) -> None:
        super().__init__()
        self._theme = theme
        self._lines = lines
        self._style = style
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ScrollBar(theme))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        make_see_through(self)
        self.viewport().setAutoFillBackground(False)
        self._on_theme_changed()
        self.setPlainText(words)
        theme.changed.connect(self._on_theme_changed)

    def focus_outline(self) -> FocusOutline:
        """Where the focus ring goes."""
        return FocusOutline(self, FIELD_RADIUS)

    def sizeHint(self) -> QSize:
        """As many lines as were asked for."""
        px = self._theme.px
        line = self._theme.metrics(self._style).lineSpacing()
        return QSize(px(320), round(line * self._lines) + px(28))

    def minimumSizeHint(self) -> QSize:
        """At least two lines."""
        line = self._theme.metrics(self._style).lineSpacing()
        return QSize(self._theme.px(160), round(line * min(2, self._lines)) + self._theme.px(28))

    def event(self, event: QEvent) -> bool:
        """Draw the box around the words, and leave Undo to the window when nothing was typed."""
        document = self.document()
        if belongs_to_window(event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()):
            event.ignore()
            return True
        if event.type() == QEvent.Type.Paint:
            painter = QPainter(self)
            paint_field(painter, self._theme, self)
            painter.end()
            return True
        return super().event(event)

    def _on_theme_changed(self) -> None:
        if self._style is not TextStyle.BODY:
            self.setFont(self._theme.font(self._style))
        side = self._theme.px(8)
        self.setViewportMargins(side, side, side, side)
        self.updateGeometry()
