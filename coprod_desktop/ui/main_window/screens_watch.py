"""Watches the screens of the computer: which there are beside the window's own, and when one comes or goes."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class ScreensWatch(QObject):
    """Knows the screens.

    Signals: `added` after a screen came; `going(QScreen)` while one goes; `changed` when the primary screen, a size or
    place, or the screen of the window is another.
    """

    added = Signal()
    going = Signal(QScreen)
    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_added)
            app.screenRemoved.connect(self.going)
            app.primaryScreenChanged.connect(self._on_changed)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._on_changed)
        handle = window.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._on_changed)

    @property
    def own(self) -> QScreen:
        """The screen that the window is on."""
        return self._window.screen()

    def others(self) -> list[QScreen]:
        """The screens that show something else than the window's own."""
        own = self.own.geometry()
        return [screen for screen in self._beside() if not screen.geometry().intersects(own)]

    def is_same_picture(self) -> bool:
        """Whether another screen shows the same as the window's own."""
        own = self.own.geometry()
        return any(screen.geometry().intersects(own) for screen in self._beside())

    def _beside(self) -> Iterator[QScreen]:
        own = self.own
        return (screen for screen in QGuiApplication.screens() if screen is not own)

    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_changed)
        self.added.emit()

    def _on_changed(self) -> None:
        self.changed.emit()
