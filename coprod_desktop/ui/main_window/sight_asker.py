"""Asks above every place of a meeting who can see this screen, until somebody has answered (R08, UI-24)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coprod_desktop.ui.main_window.places import MEETING_PLACES, PlaceKey
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from coprod_desktop.ui.meeting_bridge import MeetingBridge
    from coprod_desktop.ui.widgets.sight_question import SightLine

_ASKS_ITSELF = (PlaceKey.READY, PlaceKey.WELCOME, PlaceKey.MINUTES, PlaceKey.WALL)


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
        self._is_covered = False
        self._has_spoken = False
        self._said_before = ""
        bridge.sight.changed.connect(self._on_answer)
        bridge.state_changed.connect(self._show)

    def show_place(self, place: PlaceKey, *, is_covered: bool) -> None:
        """Another place, or what lies over it, is in sight."""
        self._place = place
        self._is_covered = is_covered
        self._show()

    def _is_wanted(self) -> bool:
        is_place = self._place in MEETING_PLACES and self._place not in _ASKS_ITSELF
        return is_place and not self._is_covered and self._bridge.has_meeting and not self._bridge.sight.is_asked

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
        if not is_wanted:
            self._take_back(line)
        if is_wanted and not self._has_spoken:
            self._has_spoken = True
            QTimer.singleShot(0, line, self._speak)

    def _speak(self) -> None:
        from coprod_desktop.ui.widgets.announce import announce, spoken_place

        if self._line is not None and self._line.isVisible():
            place = spoken_place(self._line)
            self._said_before = place.text() if place is not None else ""
            announce(self._line, self._line.accessibleName())

    def _take_back(self, line: "SightLine") -> None:
        """Where the question was shown as it was spoken, stands the answer now, or what stood there before."""
        from coprod_desktop.ui.widgets.announce import spoken_place
        from coprod_desktop.ui.widgets.sight_question import answer_words

        place, sight = spoken_place(line), self._bridge.sight
        if place is None or place.text() != line.accessibleName():
            return
        if sight.is_asked:
            place.say(answer_words(is_only_us=sight.is_only_us))
        else:
            place.setText(self._said_before)

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
