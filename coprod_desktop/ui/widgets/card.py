"""A white card with air inside, which holds one matter of a screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_RADIUS = 14


class Card(QWidget):
    """A surface with an optional heading. Put things in with `add`; `body` is the column inside."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self,
        theme: Theme,
        heading: str = "",
        note: str = "",
        *,
        heading_style: TextStyle = TextStyle.HEADING,
        padding: int = 20,
        gap: int = 12,
        is_sunken: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._is_sunken = is_sunken
        self._heading: WrapLabel | None = None
        self._heading_row: Row | None = None
        self._note: WrapLabel | None = None
        self.body = Column(theme, gap=gap, margins=(padding, padding, padding, padding))
        self.setLayout(self.body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if heading:
            self._make_heading(heading, note, heading_style)
        theme.changed.connect(self.update)

    def set_heading(self, heading: str, note: str = "") -> None:
        """Change the words at the top; the card must have been made with a heading."""
        if self._heading is not None and self._note is not None:
            self._heading.setText(heading)
            self._note.setText(note)
            self._note.setVisible(bool(note))
            self.setAccessibleName(heading)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget under what is there."""
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        """Put a row or column under what is there."""
        self.body.addLayout(layout, stretch)

    def add_stretch(self) -> None:
        """Leave the free room here."""
        self.body.addStretch(1)

    def add_beside_heading(self, widget: QWidget) -> None:
        """Put a button, chip or words at the right of the heading."""
        if self._heading_row is not None:
            self._heading_row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the surface."""
        colours = self._theme.colours
        fill = colours.sunken if self._is_sunken else colours.surface
        painter = smooth_painter(self)
        rounded_box(painter, self.rect(), self._theme.px(_RADIUS), fill, colours.hair, 1.5 * self._theme.unit)

    def _make_heading(self, heading: str, note: str, style: TextStyle) -> None:
        self._heading = WrapLabel(self._theme, heading, style)
        self._note = WrapLabel(self._theme, note, TextStyle.NOTE)
        if not note:
            self._note.hide()
        words = Column(self._theme, gap=2)
        words.addWidget(self._heading)
        words.addWidget(self._note)
        self._heading_row = Row(self._theme, gap=12)
        self._heading_row.addLayout(words, 1)
        self.body.addLayout(self._heading_row)
        self.setAccessibleName(heading)
