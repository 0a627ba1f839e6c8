"""The bottom of every screen: what was saved last, and Undo, always in the same place (UI-22)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import SPOKEN_PLACE, SpokenLabel
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.icon_label import IconLabel
from coprod_desktop.ui.widgets.layouts import Row


class UndoBar(QWidget):
    """Tells the last act in words and takes it back. Signals: `undo_requested`, `redo_requested`."""

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._icon = IconLabel(theme, Icon.ACTION, colour="good")
        self._words = SpokenLabel(theme, "", TextStyle.NOTE)
        self._words.setObjectName(SPOKEN_PLACE)
        self._undo = BigButton(theme, self.tr("Undo"), icon=Icon.UNDO, key="Ctrl Z")
        self._redo = BigButton(theme, self.tr("Do it again"), icon=Icon.REDO, key="Ctrl Y")
        self._undo.clicked.connect(self.undo_requested)
        self._redo.clicked.connect(self.redo_requested)
        row = self._row = Row(theme, gap=10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self._redo)
        row.addWidget(self._undo)
        self.setLayout(row)
        self.show_undo("")
        self.show_redo("")

    def show_saved(self, words: str) -> None:
        """Say what was saved: "Saved." and the last act, spoken as well."""
        self._icon.set_icon(Icon.ACTION, "good")
        self._words.say(words)

    def words(self) -> str:
        """What is said at the left."""
        return self._words.text()

    def show_undo(self, what: str) -> None:
        """What Undo would take back, or nothing: then it waits."""
        self._undo.setEnabled(bool(what))
        self._undo.setAccessibleDescription(" ".join(filter(None, (what, self.tr("Key: Ctrl Z")))))

    def show_redo(self, what: str) -> None:
        """What would be done again, or nothing: then the button is not there."""
        self._redo.setVisible(bool(what) and self._redo.parentWidget() is not None)
        self._redo.setAccessibleDescription(" ".join(filter(None, (what, self.tr("Key: Ctrl Y")))))

    def add_beside(self, button: BigButton) -> None:
        """Put a button left of those that take back, for what the latest act asks."""
        self._row.insertWidget(self._row.indexOf(self._redo), button)

    def undo_button(self) -> BigButton:
        """The Undo button, for the order of Tab."""
        return self._undo

    def redo_button(self) -> BigButton:
        """The button that does it again, for the order of Tab."""
        return self._redo
