"""Parts that belong together under one name, beside each other and going on below."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.flow_layout import FlowLayout


class FlowGroup(QWidget):
    """As high as its rows need at its width. Subclasses put their parts into `_flow`."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._flow = self._make_flow(theme)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    def _make_flow(self, theme: Theme) -> FlowLayout:
        """What puts the parts in their places."""
        return FlowLayout(theme)
