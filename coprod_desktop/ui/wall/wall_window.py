"""The window on the projector, or over the laptop that is turned round: nothing in it but the picture for the room."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.person import Person
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.person_faces import Face
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.wall.wall_view import WallView


class WallWindow(QWidget):
    """A full screen without a frame.

    Signals: `key_pressed(keys)` such as "F8" or "Ctrl+Z" while this window has the focus; `closed` when somebody
    closed it by the means of the computer.
    """

    key_pressed = Signal(str)
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        bridge: MeetingBridge,
        group: Callable[[], Group | None],
        now: Callable[[], datetime] | None = None,
        face: Callable[[Person], Face] | None = None,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.view = WallView(theme, bridge, group, now, face)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(self.tr("What the room sees"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def show_on(self, screen: QScreen, *, takes_focus: bool) -> None:
        """Fill a screen. The focus stays where it is unless the room's picture lies over the laptop's."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not takes_focus)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.setGeometry(screen.geometry())
        if takes_focus:
            self.activateWindow()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the meeting work here too; a finger that rests on one acts once."""
        if event.isAutoRepeat():
            return
        keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        self.key_pressed.emit(keys)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Somebody took the wall away."""
        super().closeEvent(event)
        self.closed.emit()
