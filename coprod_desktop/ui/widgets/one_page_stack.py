"""Pages behind each other, of which one is seen: as big as that one, not as the biggest of all."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class OnePageStack(QStackedWidget):
    """Asks for the room of the page in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """That of the page in sight."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        """That of the page in sight."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()
