"""Says to a screen reader what has just changed, without moving the focus (UI-13)."""

import sys

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

SPOKEN_PLACE = "spoken_place"


class SpokenLabel(WrapLabel):
    """Words that are spoken each time they change, since their role is Notification."""

    accessible_role = QAccessible.Role.Notification

    def __init__(self, theme: Theme, words: str = "", style: TextStyle = TextStyle.NOTE, *, colour: str = "") -> None:
        super().__init__(theme, words, style, colour=colour)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def say(self, words: str) -> None:
        """Show the words and have them spoken, even if they are the same as before."""
        self.setText(words)
        if self.isVisible():
            # Screen readers speak a notification when it comes into view.
            self.hide()
            self.show()


def spoken_place(widget: QWidget) -> SpokenLabel | None:
    """The words of the undo bar in the window of a widget."""
    place = widget.window().findChild(SpokenLabel, SPOKEN_PLACE)
    return place if isinstance(place, SpokenLabel) else None


def announce(widget: QWidget, words: str) -> None:
    """Have words spoken. On Linux through the window's undo bar, which shows them too; else by an event."""
    place = spoken_place(widget)
    if sys.platform == "linux" and place is not None and place.isVisible():
        place.say(words)
        return
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
