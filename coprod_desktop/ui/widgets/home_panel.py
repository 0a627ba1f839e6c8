"""The blue panel of the home screen: the one thing that is most likely wanted next."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.flow_layout import FlowLayout
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.picture_box import PictureBox
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_RADIUS = 18
_PICTURE_FROM = 520


class HomePanel(QWidget):
    """A label, a title, a few words, a white button, and perhaps a picture. Buttons: ON_PRIMARY."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, label: str, title: str, words: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._label = WrapLabel(theme, label, TextStyle.STRONG, colour="on_primary")
        self._title = WrapLabel(theme, title, TextStyle.TITLE, colour="on_primary")
        self._words = WrapLabel(theme, words, TextStyle.LEAD, colour="on_primary")
        self._picture: PictureBox | None = None
        self._has_picture = False
        self._buttons = FlowLayout(theme, gap=16)
        above = Column(theme, gap=4)
        above.addWidget(self._label)
        above.addWidget(self._title)
        column = Column(theme, gap=16)
        column.addLayout(above)
        column.addWidget(self._words)
        column.addStretch(1)
        column.addLayout(self._buttons)
        self._row = Row(theme, gap=24, margins=(32, 24, 32, 28))
        self._row.addLayout(column, 1)
        self.setLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(title)
        theme.changed.connect(self.update)

    def show_words(self, label: str, title: str, words: str) -> None:
        """Tell something else."""
        self._label.setText(label)
        self._title.setText(title)
        self._words.setText(words)
        self.setAccessibleName(title)

    def show_picture(self, picture: Path | bytes | None, says: str) -> None:
        """Show a picture at the right, or none; `says` tells in words what is on it."""
        self._has_picture = picture is not None
        if self._picture is None and picture is not None:
            self._picture = PictureBox(self._theme, picture, says, size=150)
            self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        elif self._picture is not None:
            self._picture.show_picture(picture, says)
        self._fit_picture()

    def add_button(self, button: BigButton) -> None:
        """Put in a button; its kind should be ON_PRIMARY."""
        self._buttons.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room the words come first and the picture goes."""
        super().resizeEvent(event)
        self._fit_picture()

    def _fit_picture(self) -> None:
        if self._picture is not None:
            self._picture.setVisible(self._has_picture and self.width() >= self._theme.px(_PICTURE_FROM))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel."""
        area, radius = self.rect(), self._theme.px(_RADIUS)
        rounded_box(smooth_painter(self), area, radius, self._theme.colours.primary)
