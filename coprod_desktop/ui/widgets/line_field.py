"""A field for one line of words."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.field_paint import (
    FIELD_HEIGHT,
    FIELD_PADDING,
    FIELD_RADIUS,
    make_see_through,
    paint_field,
)
from coprod_desktop.ui.widgets.press_button import FocusOutline
from coprod_desktop.ui.widgets.undo_key import belongs_to_window


class LineField(QLineEdit):
    """One line of words. Signals: those of QLineEdit, such as `returnPressed` and `textEdited`."""

    def __init__(self, theme: Theme, words: str = "", *, is_secret: bool = False) -> None:
        super().__init__(words)
        self._theme = theme
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if is_secret:
            self.set_secret(True)
        make_see_through(self)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def set_secret(self, is_secret: bool) -> None:
        """Hide the letters of a passphrase, or show them (UI-26)."""
        self.setEchoMode(QLineEdit.EchoMode.Password if is_secret else QLineEdit.EchoMode.Normal)

    def clear(self) -> None:
        """Make room for something new; then Undo takes back what was done with the words, not the emptying."""
        self.setText("")

    def event(self, event: QEvent) -> bool:
        """Leave Undo to the window when nothing was typed."""
        if belongs_to_window(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def focus_outline(self) -> FocusOutline:
        """Where the focus ring goes."""
        return FocusOutline(self, FIELD_RADIUS)

    def sizeHint(self) -> QSize:
        """As high as a button."""
        height = max(self._theme.px(FIELD_HEIGHT), self.fontMetrics().height() + self._theme.px(16))
        return QSize(self._theme.px(260), height)

    def minimumSizeHint(self) -> QSize:
        """Room for a short word."""
        return QSize(self._theme.px(110), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, then the words."""
        painter = QPainter(self)
        paint_field(painter, self._theme, self)
        painter.end()
        super().paintEvent(event)

    def _on_theme_changed(self) -> None:
        side = self._theme.px(FIELD_PADDING - 2)
        self.setTextMargins(side, 0, side, 0)
        self.updateGeometry()
