"""Asks above every place of a meeting who can see this screen, until somebody has answered (R08, UI-24)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coprod_desktop.ui.main_window.places import MEETING_PLACES, PlaceKey
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from coprod_desktop.ui.meeting_bridge import MeetingBridge
    from coprod_desktop.ui.widgets.screen import Screen
    from coprod_desktop.ui.widgets.sight_question import SightLine

_ASKS_ITSELF = (PlaceKey.WELCOME, PlaceKey.WALL)


class SightAsker(QObject):
    """Puts one line above the work area; it never takes the focus by itself, and is spoken once each time it is asked.

    Signal: `left` just before the line goes while it has the focus.
    """

    left = Signal()

    def __init__(self, theme: Theme, work: Column, bridge: "MeetingBridge", parent: QObject) -> None:
        """`work` is the column of the work area; the line goes above what is last in it."""
        super().__init__(parent)
        self._theme = theme
        self._work = work
        self._bridge = bridge
        self._line: SightLine | None = None
        self._place = PlaceKey.HOME
        self._screen: Screen | None = None
        self._has_spoken = False
        bridge.sight.changed.connect(self._on_answer)
        bridge.sight.places_changed.connect(self._on_places)
        bridge.state_changed.connect(self._show)

    def show_place(self, place: PlaceKey, screen: "Screen", *, is_covered: bool) -> None:
        """Another place, or what lies over it, is in sight."""
        self._place = place
        self._screen = None if is_covered else screen
        self._show()

    def _is_wanted(self) -> bool:
        is_asked_here = self._place in MEETING_PLACES and self._place not in _ASKS_ITSELF and self._screen is not None
        if not is_asked_here or self._bridge.sight.is_asked or not self._bridge.has_meeting:
            return False
        return not self._is_asked_in_screen()

    def _is_asked_in_screen(self) -> bool:
        from coprod_desktop.ui.widgets.sight_question import SightQuestion  # not needed before a meeting is open

        questions = self._screen.findChildren(SightQuestion) if self._screen is not None else ()
        return any(question.isVisible() for question in questions)

    def _show(self) -> None:
        is_wanted = self._is_wanted()
        if is_wanted and self._line is None:
            self._line = self._make_line()
        line = self._line
        if line is None or is_wanted != line.isHidden():
            return
        focused = line.window().focusWidget()
        if not is_wanted and focused is not None and line.isAncestorOf(focused):
            self.left.emit()
        line.setVisible(is_wanted)
        if is_wanted and not self._has_spoken:
            self._has_spoken = True
            QTimer.singleShot(0, line, self._speak)

    def _speak(self) -> None:
        from coprod_desktop.ui.widgets.announce import announce

        if self._line is not None and self._line.isVisible():
            announce(self._line, self._line.accessibleName())

    def _make_line(self) -> "SightLine":
        from coprod_desktop.ui.widgets.sight_question import SightLine  # not needed before a meeting is open

        line = SightLine(self._theme, self._bridge.sight)
        line.hide()
        self._work.insertWidget(self._work.count() - 1, line)
        return line

    def _on_answer(self) -> None:
        if self._bridge.sight.is_asked:
            self._has_spoken = False
        self._show()

    def _on_places(self) -> None:
        QTimer.singleShot(0, self, self._show)  # not while Qt shows and hides
