"""A small field for how many people said something; empty means that nobody counted."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QSizePolicy

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.line_field import LineField

_MOST = 9999


class CountField(LineField):
    """A whole number of people, or nothing. Signals: those of QLineEdit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setValidator(QIntValidator(0, _MOST, self))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def count(self) -> int | None:
        """The number, or None if nothing was typed."""
        typed = self.text().strip()
        return int(typed) if typed.isdecimal() else None

    def set_count(self, count: int | None) -> None:
        """Show a number, or nothing."""
        self.setText("" if count is None else str(count))

    def sizeHint(self) -> QSize:
        """Room for the biggest number."""
        return QSize(self._theme.px(130), super().sizeHint().height())
