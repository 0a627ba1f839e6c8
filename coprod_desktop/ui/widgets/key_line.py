"""A line of help: one or two keys, and what they do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.key_cap import KeyCap
from coprod_desktop.ui.widgets.layouts import Row, holder
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_KEYS_WIDTH = 140


class KeyLine(QWidget):
    """Key caps at the left, words at the right."""

    def __init__(self, theme: Theme, keys: tuple[str, ...], words: str) -> None:
        super().__init__()
        self._theme = theme
        self._keys = holder(flow_of(theme, *(KeyCap(theme, key) for key in keys)))
        row = Row(theme, gap=14, margins=(0, 4, 0, 4))
        row.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrapLabel(theme, words), 1)
        self.setLayout(row)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self._keys.setFixedWidth(self._theme.px(_KEYS_WIDTH))
