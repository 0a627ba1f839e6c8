"""Where a second start knocks, so that the window that is open comes to the front. Local to this laptop."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from coprod_desktop.ui.main_window.window import MainWindow

_WAIT_MS = 1000


class FrontDoor(QObject):
    """Listens for a second start on the same data folder."""

    def __init__(self, folder: Path, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(_door_name(folder))
        self._server.listen(_door_name(folder))
        self._server.newConnection.connect(self._on_knock)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_knock(self) -> None:
        visitor = self._server.nextPendingConnection()
        visitor.disconnectFromServer()
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()
        window.frame.tell(self.tr("The program was open already. Here it is."))


def knock(folder: Path) -> bool:
    """Ask the open window to come forward; says whether it heard."""
    visitor = QLocalSocket()
    visitor.connectToServer(_door_name(folder))
    return visitor.waitForConnected(_WAIT_MS)


def _door_name(folder: Path) -> str:
    digest = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return f"coprod-desktop-{digest[:24]}"
