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


def announce(widget: QWidget, words: str) -> None:
    """Have words spoken. On Linux through the window's undo bar, which shows them too; else by an event."""
    window = widget.window()
    place = window.findChild(SpokenLabel, SPOKEN_PLACE)
    if sys.platform == "linux" and isinstance(place, SpokenLabel) and place.isVisible():
        place.say(words)
        return
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
