"""What every screen is: a place with a name, keys that press its buttons, and a likeliest next act."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget


class Screen(QWidget):
    """A place in the window. The window gives it the function keys and tells it when it is shown.

    Signals: `go_requested(place)` to another place, by its key; `meeting_requested(meeting id)` to open a meeting;
    `acted(kind)` after an act outside the meeting, such as "person_added", for the undo bar;
    `renamed` when the title of the screen or the name of the group has changed;
    `warned(words)` for a message in the bar above the screen that needs attention; `told(words)` for a good one.
    """

    go_requested = Signal(str)
    meeting_requested = Signal(str)
    acted = Signal(str)
    renamed = Signal()
    warned = Signal(str)
    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, list[QAbstractButton]] = {}
        self._first: QWidget | None = None

    def bind(self, key: str, button: QAbstractButton) -> None:
        """Let a key such as "F8" press a button of this screen; of several the first that can be seen is pressed."""
        self._buttons.setdefault(key, []).append(button)

    def press(self, key: str) -> bool:
        """Press the button of a key; says whether there was one."""
        for button in self._buttons.get(key, []):
            if button.isVisible() and button.isEnabled():
                button.click()
                return True
        return False

    def starts_at(self, widget: QWidget) -> None:
        """The likeliest next act, which has the focus when the screen is shown."""
        self._first = widget

    def focus_first(self) -> None:
        """Put the focus on the likeliest next act; while that is hidden, where it was, or where reading begins."""
        first, focused = self._first, self.window().focusWidget()
        if first is not None and first.isVisible() and first.isEnabled():
            first.setFocus()
        elif focused is None or not focused.isVisible() or not self.isAncestorOf(focused):
            from coprod_desktop.ui.widgets.tab_order import tab_stops  # not needed for the first picture

            for widget in tab_stops(self)[:1]:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def title(self) -> str:
        """Where we are, for the window's title and the header."""
        return ""

    def on_shown(self) -> None:
        """Called each time the screen comes into sight."""

    def show_part(self, part: str) -> None:
        """Go to a part of this screen, by its key."""

    def leave(self) -> bool:
        """Called by Esc: go back one step inside the screen; says whether there was a step to go back."""
        return False

    def begin_again(self) -> None:
        """Called when somebody asks for the place where they are already: back towards its first page."""

    def is_half_typed(self) -> bool:
        """Whether closing the program now would lose words that were typed."""
        return False

    def end(self) -> None:
        """Called once before the program ends: let go of threads and files."""
