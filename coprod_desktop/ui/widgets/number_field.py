"""A field for a whole number, with less and more beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy, QSpinBox

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.field_paint import (
    FIELD_HEIGHT,
    FIELD_PADDING,
    FIELD_RADIUS,
    make_see_through,
    paint_field,
)
from coprod_desktop.ui.widgets.press_button import FocusOutline
from coprod_desktop.ui.widgets.text_block import natural_width

_STEP_BUTTON = 46


class NumberField(QSpinBox):
    """A whole number. Signal: `valueChanged(int)`. Up and Down change it, so do the two signs."""

    def __init__(
        self, theme: Theme, value: int = 0, least: int = 0, most: int = 999, *, step: int = 1, after: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSuffix(f" {after}" if after else "")
        self.setValue(value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        make_see_through(self)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def focus_outline(self) -> FocusOutline:
        """Where the focus ring goes."""
        return FocusOutline(self, FIELD_RADIUS)

    def sizeHint(self) -> QSize:
        """Room for the biggest number and the two signs."""
        longest = self.textFromValue(self.maximum()) + self.suffix()
        words = natural_width(self._theme, longest, TextStyle.BODY)
        height = max(self._theme.px(FIELD_HEIGHT), self.fontMetrics().height() + self._theme.px(16))
        return QSize(words + self._theme.px(2 * FIELD_PADDING + 2 * _STEP_BUTTON), height)

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page and changes nothing."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a sign makes the number smaller or bigger."""
        x = event.position().x()
        width = self._theme.px(_STEP_BUTTON)
        if x >= self.width() - width:
            self.stepUp()
        elif x >= self.width() - 2 * width:
            self.stepDown()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the two signs."""
        theme = self._theme
        painter = QPainter(self)
        paint_field(painter, theme, self)
        width, side = theme.px(_STEP_BUTTON), theme.px(22)
        for place, icon in ((2, Icon.LESS), (1, Icon.ADD)):
            left = self.width() - place * width
            inset = theme.px(9)
            painter.fillRect(QRectF(left, inset, theme.unit * 1.5, self.height() - 2 * inset), theme.colours.hair)
            sign = QRectF(left + (width - side) / 2, (self.height() - side) / 2, side, side)
            theme.paint_icon(painter, icon, sign, theme.colours.text)

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self.lineEdit().setTextMargins(px(FIELD_PADDING - 2), 0, 2 * px(_STEP_BUTTON), 0)
        self.updateGeometry()
