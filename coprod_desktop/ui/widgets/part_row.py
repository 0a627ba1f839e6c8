"""One part of a decision: what it is, what is there, a button to change it, and room for the fields."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.icon_label import IconLabel
from coprod_desktop.ui.widgets.layouts import Column, let_go
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_LABEL_WIDTH = 190
_BESIDE_FROM = 560
_ANY_WIDTH = 16777215


class PartRow(QWidget):
    """A label, words, and `change`, whose press is for the page to follow; fields can be put below."""

    def __init__(self, theme: Theme, icon: Icon, label: str) -> None:
        super().__init__()
        self._theme = theme
        self._label_words = label
        self._is_beside: bool | None = None
        self._icon = IconLabel(theme, icon)
        self._label = WrapLabel(theme, label, TextStyle.NOTE)
        self._value = WrapLabel(theme, "", TextStyle.BODY)
        self.change = BigButton(theme, self.tr("Change"), kind=ButtonKind.QUIET)
        self._grid = QGridLayout()
        self._column = Column(theme, gap=8)
        self._column.addWidget(Divider(theme))
        self._column.addLayout(self._grid)
        self.setLayout(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._arrange(is_beside=True)
        theme.changed.connect(self._on_theme_changed)

    def show_words(self, words: str, act: str) -> None:
        """Say what is there, and what the button does."""
        self._value.setText(words)
        self.change.set_words(act)
        self.change.setAccessibleName(f"{act}: {self._label_words}")

    def set_label(self, label: str) -> None:
        """Say anew what this part is."""
        self._label_words = label
        self._label.setText(label)

    def show_only_fields(self, *, is_only: bool) -> None:
        """Leave the fields alone, where they say enough by themselves."""
        for part in (self._icon, self._label, self._value, self.change):
            part.setVisible(not is_only)

    def words(self) -> str:
        """What is there."""
        return self._value.text()

    def label(self) -> str:
        """What this part is."""
        return self._label_words

    def put_below(self, fields: QWidget) -> None:
        """Give the row its fields, which the page shows and hides."""
        self._column.addWidget(fields)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Label beside the words where there is room, else above them."""
        super().resizeEvent(event)
        self._arrange(is_beside=self.width() >= self._theme.px(_BESIDE_FROM))

    def _arrange(self, *, is_beside: bool) -> None:
        if is_beside == self._is_beside:
            return
        self._is_beside = is_beside
        grid = self._grid
        let_go(grid)
        grid.addWidget(self._icon, 0, 0)
        grid.addWidget(self._label, 0, 1)
        if is_beside:
            grid.addWidget(self._value, 0, 2)
            grid.addWidget(self.change, 0, 3)
        else:
            grid.addWidget(self.change, 0, 2)
            grid.addWidget(self._value, 1, 1, 1, 2)
        shares = (0, 0, 1, 0) if is_beside else (0, 1, 0, 0)
        for column, share in enumerate(shares):
            grid.setColumnStretch(column, share)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(2))
        self._label.setMinimumWidth(px(_LABEL_WIDTH) if self._is_beside else 0)
        self._label.setMaximumWidth(px(_LABEL_WIDTH) if self._is_beside else _ANY_WIDTH)
