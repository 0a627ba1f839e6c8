""" "Everyone has it?": the next turn waits until signs, captions or words have reached everyone (R10)."""

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class EveryonePanel(QWidget):
    """Waits calmly. Button to connect: `has_it`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = self.tr("Yes, everyone has it")
        self.has_it = BigButton(theme, words, kind=ButtonKind.PRIMARY, icon=Icon.CHECK, key="F8", height=58)
        calm = self.tr("Wait until signs, captions or words have reached everyone. Waiting is not counted.")
        column = Column(theme, gap=12)
        column.addStretch(1)
        column.addWidget(WrapLabel(theme, self.tr("Everyone has it?"), TextStyle.NAME))
        column.addWidget(WrapLabel(theme, calm, TextStyle.LEAD))
        column.addSpacing(theme.px(8))
        column.addLayout(flow_of(theme, self.has_it))
        column.addStretch(2)
        self.setLayout(column)
