"""A calm question with two answers, asked once and without a reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.icon_label import IconLabel
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class SuggestionLine(QWidget):
    """Buttons to connect: `yes`, `no`."""

    def __init__(self, theme: Theme, words: str, *, yes: str, no: str) -> None:
        super().__init__()
        self.yes = BigButton(theme, yes, kind=ButtonKind.QUIET, icon=Icon.CHECK)
        self.no = BigButton(theme, no, kind=ButtonKind.QUIET, icon=Icon.CLOSE)
        column = Column(theme, gap=2)
        column.addWidget(WrapLabel(theme, words, TextStyle.BODY))
        column.addLayout(flow_of(theme, self.yes, self.no))
        row = Row(theme, gap=12)
        row.addWidget(IconLabel(theme, Icon.ASK_THE_GROUP), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.setLayout(row)
        self.hide()
