"""What all our buttons share: Return and Space press them, and their words are their name."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from coprod_desktop.ui.theme import Theme


class FocusOutline(NamedTuple):
    """Where the focus ring goes: around which widget, how round, and whether that is the blue panel."""

    widget: QWidget
    radius: int = 10
    is_on_primary: bool = False


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class PressButton(QPushButton):
    """A painted button. Subclasses draw it and say how big it is.

    `leaves_arrows` is set where the arrow keys belong to the list around it.
    """

    leaves_arrows = False

    def __init__(self, theme: Theme, words: str, description: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(description)
        self.set_words(words)
        theme.changed.connect(self._on_theme_changed)

    def words(self) -> str:
        """The words on the button."""
        return self._words

    def set_words(self, words: str) -> None:
        """Put other words on the button; its accessible name follows."""
        if words == self._words:
            return
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words.replace("\n", " "))
        self.updateGeometry()
        self.update()

    def focus_outline(self) -> FocusOutline:
        """Where the focus ring goes."""
        return FocusOutline(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Enter press the button, as Space does; keys with Alt are for what is around it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier or (self.leaves_arrows and event.key() in _ARROWS):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class GroupButton(PressButton):
    """A button of a group, which moves the focus when an arrow is pressed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows only move; Return and Space choose."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)
