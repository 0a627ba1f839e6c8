"""A turn that the program held by itself: what happened, how much is left, and the two ways to go on."""

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class HeldPanel(QWidget):
    """Asks how to go on. Buttons to connect: `carry_on`, `count_it`, `end`. Nothing goes on by itself."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._said = ("", "")
        self._name = WrapLabel(theme, "", TextStyle.NAME)
        self._bar = MessageBar(theme, MessageKind.WARM, " ", icon=Icon.PAUSE)
        self.carry_on = BigButton(theme, self.tr("Carry on"), kind=ButtonKind.PRIMARY, icon=Icon.START, key="F6")
        self.count_it = BigButton(theme, self.tr("Count that time"), icon=Icon.CLOCK, height=54)
        self.end = BigButton(theme, self.tr("End turn"), kind=ButtonKind.QUIET, icon=Icon.STOP, height=54)
        column = Column(theme, gap=16)
        column.addWidget(self._name)
        column.addWidget(self._bar)
        column.addLayout(flow_of(theme, self.carry_on, self.count_it, self.end, gap=12))
        column.addStretch(1)
        self.setLayout(column)

    def show_held(self, name: str, what: str, left: str, *, carry_on: str, can_count: bool) -> None:
        """Say whose turn it is, what happened, what is left, and how it would go on."""
        self._name.setText(self.tr("{name}'s turn").format(name=name))
        if (what, left) != self._said:
            self._said = (what, left)
            self._bar.show_message(MessageKind.WARM, what, left, Icon.PAUSE)
        self.carry_on.set_words(carry_on)
        self.count_it.setVisible(can_count)

    def words(self) -> str:
        """What the panel says."""
        return self._bar.words()
