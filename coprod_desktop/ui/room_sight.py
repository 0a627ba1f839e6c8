"""Whether the room can see this screen: asked before anything private is drawn on the laptop (UI-24, R08)."""

from PySide6.QtCore import QObject, Signal


class RoomSight(QObject):
    """The answer to "Can the room see this screen?". It holds until the program ends or the screens change.

    Signal: `changed` when it was answered or has to be asked again.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer: bool | None = None

    @property
    def is_asked(self) -> bool:
        """Whether somebody has answered."""
        return self._answer is not None

    @property
    def is_only_us(self) -> bool:
        """Whether somebody said that the room cannot see this screen, so that private things may be drawn."""
        return self._answer is False

    def say(self, *, can_see: bool) -> None:
        """Note the answer."""
        self._set(can_see)

    def ask_again(self) -> None:
        """Forget the answer: a screen was added or taken away, or shows the same as another."""
        self._set(None)

    def _set(self, answer: bool | None) -> None:
        if answer != self._answer:
            self._answer = answer
            self.changed.emit()
